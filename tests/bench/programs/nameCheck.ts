import { writeSync } from 'node:fs'
import Database from 'libsql'
import { canonicalJson, sha256 } from '#base/digest.ts'
import { wouldBe } from '#publishing/form/standing.ts'
import type { GateName, Proposal } from '#publishing/gates/gates.ts'
import { findingsIn } from '#publishing/gates/relatedDocuments.ts'
import { workingCopyOf } from '#publishing/workingCopy.ts'
import { type Form, firstPrev, refOf } from '#record/record.ts'
import type { DocumentType } from '#record/shape.ts'
import { generatedForms, inCyrillic, nameOf } from '#tests/bench/content.ts'
import { rowOf } from '#tests/build/rows.ts'
import { openStudio } from '#tests/harness/studio.ts'

/** What a check of withheld names costs in a studio, in milliseconds: the first, which makes the index, and each later one. */
export type NameCheck = { documents: number; withheld: number; first: number; person: number[]; document: number[] }

const [people = 2000, withheld = 200, times = 21] = process.argv.slice(2).map(Number)
const gates: readonly GateName[] = [
  'nameShown',
  'heldBackNameShown',
  'nameSaidBeside',
  'relativeNamed',
  'nameSaidElsewhere',
]
const studio = await openStudio()
const { payload } = studio

const documents = fill(studio.databaseUrl.slice('file:'.length), generatedForms(people))
const ids: string[] = []
for (let n = 0; n < withheld; n++) ids.push(await withheldPerson(n))
const quote = await payload.create({
  collection: 'quotes',
  locale: 'en',
  // A biography's length, as the longest texts have it.
  data: { text: 'We only tell what we have seen, and will go on telling it. '.repeat(100), originalLocale: 'en' },
})

const first = await taken('quotes', String(quote.id))
const person: number[] = []
const document: number[] = []
for (let n = 0; n < times; n++) {
  person.push(await taken('people', ids[n % ids.length] ?? ''))
  document.push(await taken('quotes', String(quote.id)))
}
const answer: NameCheck = { documents, withheld, first, person, document }
writeSync(1, `${JSON.stringify(answer)}\n`)
await studio.close()
process.exit(0)

/** Of each two, one has a name that nobody else in the record has, and one shares it with a dozen others. */
async function withheldPerson(n: number): Promise<string> {
  const { first: given, family: shared } = nameOf((n * 9 + 1152) % people)
  const family = n % 2 === 0 ? shared : `Zub${shared.toLowerCase()}`
  const data = {
    slug: `case-${n}`,
    name: { given, family },
    description: 'A teacher',
    safety: { publishAs: 'initials' },
  }
  const { id } = await payload.create({ collection: 'people', locale: 'en', data: data as never })
  const name = { given: inCyrillic(given), family: inCyrillic(family) }
  await payload.update({ collection: 'people', id, locale: 'uk', data: { name } })
  return String(id)
}

async function taken(type: DocumentType, id: string): Promise<number> {
  const key = refOf(type, id)
  const copy = await workingCopyOf({ payload }, key)
  const at = new Date().toISOString()
  const parts = { facts: true, locales: ['en', 'uk'] }
  const proposal: Proposal = { type, copy, published: null, form: wouldBe(type, copy, null, at), parts, at }
  const [began, used] = [performance.now(), process.cpuUsage()]
  await findingsIn({ payload }, proposal, gates)
  const { user, system } = process.cpuUsage(used)
  // CPU time, where the machine did something else meanwhile.
  return Math.min(performance.now() - began, (user + system) / 1000)
}

/** Rows of the record and the newest entry of its log, as publishing would have left them. */
function fill(path: string, forms: Iterable<Form>): number {
  const database = new Database(path)
  const row = database.prepare(
    'INSERT INTO published (id, key, seq, hash, form_version, published_at, card, body) VALUES (?, ?, ?, ?, 1, ?, ?, ?)',
  )
  let seq = 0
  database.exec('BEGIN IMMEDIATE')
  for (const form of forms) {
    const { key, hash, publishedAt, card, body } = rowOf(form, ++seq)
    row.run(`r${seq}`, key, seq, hash, publishedAt, card, body)
  }
  database
    .prepare(
      `INSERT INTO changes (id, seq, key, kind, facts, locales, form_hash, prev, hash, at, applied)
       VALUES ('c', ?, 'people:p0', 'publish', 1, ?, 'f', ?, ?, ?, 1)`,
    )
    .run(seq, canonicalJson(['en']), firstPrev, sha256('entry'), new Date().toISOString())
  database.exec('COMMIT')
  database.close()
  return seq
}
