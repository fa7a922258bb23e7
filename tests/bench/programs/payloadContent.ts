import type { Form } from '#record/record.ts'
import { benchLocales, generatedForms } from '#tests/bench/content.ts'
import { openPayload } from './payloadStudio.ts'

/** Makes a Payload database with the generated people, quotes and events in it. Arguments: its file and how many people. */
const [file = '', people = '0'] = process.argv.slice(2)
const payload = await openPayload(`file:${file}`, { transactionOptions: {} })
const transactionID = (await payload.db.beginTransaction()) ?? undefined

// Payload's own writer under its hooks and checks: it gets the words of all locales at once.
for (const form of generatedForms(Number(people))) {
  const data = documentOf(form)
  if (data) await payload.db.create({ collection: form.card.type, data, req: { transactionID } })
}
if (transactionID !== undefined) await payload.db.commitTransaction(transactionID)
process.exit(0)

function documentOf(form: Form): Record<string, unknown> | null {
  const { id, slug, type } = form.card
  const words = (path: string) =>
    Object.fromEntries(benchLocales.map((locale) => [locale, form.card.words[locale]?.[path]?.value]))
  // The generated facts of each type are known.
  const facts = form.card.facts as { kind?: string; speaker?: string; participants?: { who: string; role: string }[] }
  if (type === 'people')
    return { id, slug, kind: facts.kind, name: { display: words('displayName') }, description: words('description') }
  if (type === 'quotes') return { id, speaker: idOf(facts.speaker), text: words('text') }
  if (type !== 'events') return null
  const participants = facts.participants?.map(({ who, role }) => ({ id: `${id}-a`, who: idOf(who), role }))
  return { id, kind: facts.kind, title: words('title'), description: words('description'), participants }
}

function idOf(key: string | undefined): string | undefined {
  return key?.split(':')[1]
}
