import type { EmailAdapter } from 'payload'

/** The studio sends no mail: an administrator sets a forgotten password anew. Payload's own default would print mails into the log. */
export const noMail: EmailAdapter = () => ({
  name: 'none',
  defaultFromAddress: 'nobody@localhost',
  defaultFromName: 'Holos',
  sendEmail: async () => {
    throw new Error('The studio sends no mail.')
  },
})
