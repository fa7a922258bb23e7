import { setTimeout } from 'node:timers/promises'
import type { Ref } from '#record/shape.ts'
import { History, type Part, type WordPart } from './history.ts'
import type { Random } from './random.ts'
import { type Content, canary, type Subject, tokenOf } from './reads.ts'
import { type Order, StudioProcess } from './studio.ts'

const wordParts: readonly WordPart[] = ['en', 'uk', 'tr']
const families = ['Mustafaiev', 'Umerova', 'Bekirov', 'Seitosmanova', 'Ibraimov', 'Chubarova']

/** Makes one random change after the other, as an editor would, and writes down what readers may see. */
export type Editing = {
  readonly content: Content
  readonly history: History
  readonly changes: number
  /** How often a studio was killed while it had an order. */
  readonly kills: number
  change(isKilled: boolean): Promise<void>
  close(): Promise<void>
}

type Options = { databaseUrl: string; programs: { studio: string }; graceMs: number }
/** What is known of a document: whether it is public, or unsure after a kill. */
type Document = Subject & { collection: 'people' | 'quotes'; standing: 'absent' | 'public' | 'unsure' }

/** Creates and publishes the documents in a first studio; a second one waits to take over. */
export async function createEditing({ databaseUrl, programs, graceMs }: Options, random: Random): Promise<Editing> {
  const start = () => new StudioProcess(programs.studio, databaseUrl)
  let studio = start()
  await studio.isReady()
  const documents = await created(studio)
  let spare = start()
  const history = new History(documents.map(({ name }) => name))
  const secret = await createdSecret(studio)
  let number = 0
  let changes = 0
  let kills = 0

  async function make(document: Document, change: Change, isKilled: boolean): Promise<boolean> {
    const begun = history.begin(document.name, change.changed, graceMs)
    const answer = studio.order(change.order)
    if (isKilled) await killedDuring(answer)
    const isAcknowledged = (await answer) !== null
    if (isAcknowledged) begun.acknowledge()
    document.standing = isAcknowledged ? change.standing : 'unsure'
    return isAcknowledged
  }

  async function killedDuring(answer: Promise<unknown>): Promise<void> {
    // Whether it comes before the acknowledgement, chance decides.
    await Promise.race([setTimeout(random.below(60)), answer])
    await studio.kill()
    studio = spare
    spare = start()
  }

  for (const document of documents) await make(document, published(document, ++number, true, wordParts), false)

  return {
    content: {
      people: documents.filter(({ collection }) => collection === 'people'),
      quotes: documents.filter(({ collection }) => collection === 'quotes'),
      secret,
    },
    history,
    get changes() {
      return changes
    },
    get kills() {
      return kills
    },

    async change(isKilled) {
      const document = random.of(documents)
      if (!(await make(document, changeOf(document, ++number, random), isKilled))) kills++
      changes++
    },

    async close() {
      await Promise.all([studio.kill(), spare.kill()])
    },
  }
}

type Change = { order: Order; changed: Partial<Record<Part, number | null>>; standing: Document['standing'] }

/** Most changes publish; the others withdraw, or save what must not be seen. */
function changeOf(document: Document, number: number, random: Random): Change {
  const { standing } = document
  if (standing === 'absent')
    return random.chance(0.2)
      ? drafted(document, random)
      : published(document, number, true, ['en', ...some(['uk', 'tr'] as const, random)])
  if (standing === 'unsure')
    return random.chance(0.2) ? withdrawn(document) : published(document, number, true, wordParts)
  const kind = random.next()
  if (kind < 0.15) return withdrawn(document)
  if (kind < 0.25) return withdrawn(document, random.of(['uk', 'tr'] as const))
  if (kind < 0.4) return drafted(document, random)
  const isWithFacts = random.chance(0.4)
  const locales = some(wordParts, random)
  return published(document, number, isWithFacts || locales.length === 0, locales)
}

function some<T>(list: readonly T[], random: Random): T[] {
  return list.filter(() => random.chance(0.4))
}

/** Saves new words in the named parts, and publishes these parts. */
function published(document: Document, number: number, facts: boolean, locales: readonly WordPart[]): Change {
  const { key, collection, name } = document
  const words = locales.map((locale) => [locale, wordsOf(document, tokenOf(name, locale, number))] as const)
  const data = new Map<WordPart, Record<string, unknown>>(words)
  if (facts) data.set('en', { ...data.get('en'), ...factsOf(document, tokenOf(name, 'facts', number)) })
  const changed = [...locales, ...(facts ? (['facts'] as const) : [])].map((part) => [part, number] as const)
  return {
    order: {
      key: key as Ref,
      save: [...data].map(([locale, fields]) => ({ collection, locale, data: fields })),
      publish: { facts, locales: [...locales] },
    },
    changed: Object.fromEntries(changed),
    standing: 'public',
  }
}

/** Without a locale the whole document. */
function withdrawn({ key }: Document, locale?: WordPart): Change {
  const gone = locale ? [locale] : ['facts', ...wordParts]
  return {
    order: { key: key as Ref, withdraw: locale ? { locales: [locale] } : {} },
    changed: Object.fromEntries(gone.map((part) => [part, null])),
    standing: locale ? 'public' : 'absent',
  }
}

/** Saves what nobody outside may ever read, and publishes nothing. */
function drafted(document: Document, random: Random): Change {
  const { collection, key, standing } = document
  const locale = random.of(wordParts)
  const data = { ...wordsOf(document, `${canary} pending`), ...factsOf(document, `${canary} facts`) }
  return { order: { key: key as Ref, save: [{ collection, locale, data }] }, changed: {}, standing }
}

function wordsOf({ collection, family, name }: Document, text: string): Record<string, unknown> {
  if (collection === 'quotes') return { text }
  const familyNow = text.startsWith(canary) ? `${canary}ov` : family
  return { name: { given: `Given${name}`, family: familyNow }, description: text, biography: richText(text) }
}

function factsOf({ collection }: Document, article: string): Record<string, unknown> {
  // Of a quote's facts only that it is there is looked at.
  return collection === 'people' ? { charges: [{ statute: 'RU-CC', article }] } : {}
}

async function created(studio: StudioProcess): Promise<Document[]> {
  const documents: Document[] = []
  for (const [index, family] of families.entries()) {
    const slug = `soak-${index}`
    const safety = { publishAs: 'full', notes: `${canary} notes`, risk: `${canary} risk` }
    const person = { slug, kind: 'prisoner', name: { given: `Given${index}`, family }, description: canary, safety }
    const id = await create(studio, 'people', person)
    documents.push({ name: `p${index}`, key: `people:${id}`, slug, family, collection: 'people', standing: 'absent' })
    const quote = { text: canary, originalLocale: 'en', speaker: id, connection: 'self' }
    const said = await create(studio, 'quotes', quote)
    documents.push({
      name: `q${index}`,
      key: `quotes:${said}`,
      slug: '',
      family: '',
      collection: 'quotes',
      standing: 'absent',
    })
  }
  return documents
}

/** A person whom nobody outside ever hears of. */
async function createdSecret(studio: StudioProcess): Promise<Subject> {
  const [slug, family] = ['soak-secret', 'Zyxwvutsky']
  const id = await create(studio, 'people', {
    slug,
    kind: 'prisoner',
    name: { given: canary, family },
    description: canary,
  })
  return { name: 'secret', key: `people:${id}`, slug, family }
}

async function create(
  studio: StudioProcess,
  collection: 'people' | 'quotes',
  data: Record<string, unknown>,
): Promise<string> {
  const done = await studio.order({ create: { collection, locale: 'en', data } })
  if (!done) throw new Error('A document of the soak could not be created.')
  return done.id
}

function richText(text: string): Record<string, unknown> {
  const node = { type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' }
  const block = { version: 1, direction: 'ltr', format: '', indent: 0 }
  const paragraph = { type: 'paragraph', ...block, textFormat: 0, textStyle: '', children: [node] }
  return { root: { type: 'root', ...block, children: [paragraph] } }
}
