import { text } from 'node:stream/consumers'
import type { Payload } from 'payload'
import { type Role, roleNames } from '#access/roles.ts'
import { studioOrigin } from '#access/setup.ts'
import { readEnvironment } from '#base/env.ts'
import { makePasswordLink, passwordLinkAt } from '#signin/passwordLink.ts'
import { localesIn, type Options, UsageError, type Work } from './usage.ts'

export async function addUser(_words: string[], options: Options): Promise<Work> {
  const { email, role } = addresseeAndRole(options)
  const locales = localesIn(options.locales)
  const password = await passwordFromStdin(options)
  return async (payload) => {
    if (await isTaken(payload, email)) throw new UsageError(`There is a user ${email} already.`)
    await payload.create({ collection: 'users', data: { email, role, name: options.name ?? email, locales, password } })
    console.log(`Added ${email} as ${role}${locales.length > 0 ? ` for ${locales.join(', ')}` : ''}.`)
    return 0
  }
}

export function listUsers(): Work {
  return async (payload) => {
    const { docs } = await payload.find({ collection: 'users', pagination: false, depth: 0, sort: 'email' })
    for (const { email, role, locales } of docs) {
      console.log([email, role, (locales ?? []).join(',')].join('\t').trimEnd())
    }
    if (docs.length === 0) console.log('There is no user yet.')
    return 0
  }
}

export function linkUser(_words: string[], options: Options): Work {
  const email = addressIn(options)
  return async (payload) => {
    const { docs } = await payload.find({
      collection: 'users',
      where: { email: { equals: email.toLowerCase() } },
      depth: 0,
      limit: 1,
      pagination: false,
    })
    const [user] = docs
    if (!user) throw new UsageError(`There is no user ${email}.`)
    const { token, expiresAt } = await makePasswordLink(payload, user.id)
    console.log(`${email} sets a new password here (once, until ${expiresAt}):`)
    console.log(passwordLinkAt(studioOrigin(readEnvironment()), token))
    return 0
  }
}

function addressIn({ email }: Options): string {
  if (email && /^[^@\s]+@[^@\s]+$/.test(email)) return email
  throw new UsageError('Give the address of the user: --email someone@example.org')
}

function addresseeAndRole(options: Options): { email: string; role: Role } {
  const email = addressIn(options)
  const known = roleNames.find((name) => name === options.role)
  if (!known) throw new UsageError(`Give the role of the user: --role ${roleNames.join('|')}`)
  return { email, role: known }
}

/** Never an argument: those show in the list of processes and stay in the history of the shell. */
async function passwordFromStdin(options: Options): Promise<string> {
  if (!options['password-stdin']) {
    throw new UsageError(
      'Give --password-stdin and the password on standard input, for example from a password manager.',
    )
  }
  const [password = ''] = (await text(process.stdin)).split('\n')
  if (password === '') throw new UsageError('Standard input held no password.')
  return password
}

async function isTaken(payload: Payload, email: string): Promise<boolean> {
  const { totalDocs } = await payload.count({ collection: 'users', where: { email: { equals: email.toLowerCase() } } })
  return totalDocs > 0
}
