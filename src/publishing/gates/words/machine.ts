import { refOf } from '#record/record.ts'
import type { DocumentType } from '#record/shape.ts'
import type { Finding, Proposal } from '../gates.ts'

/**
 * Words that a machine made and that nobody has looked at. A human's edit makes them a human's; an editor who leaves them as
 * they are says so with a reason, which is kept for exactly these words. They go on saying that a machine made them.
 */
export function machineUnreviewed({ type, copy, form, parts }: Proposal): Finding[] {
  const about = refOf<DocumentType>(type, copy.id)
  return parts.locales.flatMap((part) => {
    const words = Object.entries({ ...form.card.words[part], ...form.body.words[part] })
    return words
      .filter(([, { origin }]) => origin === 'machine')
      .map(([path, { digest }]) => ({ part, path, values: { field: path }, overridable: { about, text: digest } }))
  })
}
