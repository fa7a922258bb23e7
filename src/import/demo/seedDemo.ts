import { readFile } from 'node:fs/promises'
import type { Payload } from 'payload'
import sharp from 'sharp'
import { publish } from '#publishing/publish.ts'
import { type DemoDocument, type Link, sourceLocale, writtenLocales } from './content.ts'
import { copyIn, type IdKind, idOf, linksIn, localesOf, refOfDemo, wordsIn } from './copies.ts'
import { demoDocuments } from './documents.ts'

export type SeedReport = { created: number; published: number; unchanged: number }

/**
 * Loads the first profile and everything it names, and publishes it. What was published once is left
 * alone, whatever became of it since: edited, withdrawn or deleted. A run that was cut off is resumed.
 */
export async function seedDemo(payload: Payload): Promise<SeedReport> {
  const kind: IdKind = payload.db.name === 'mongoose' ? 'objectId' : 'uuid'
  const seeder: Seeder = { payload, kind, stored: new Set() }
  const fresh = await withoutPublished(seeder)
  let created = 0
  for (const document of fresh) created += Number(await createOnce(seeder, document))
  for (const document of fresh) await writeLocales(seeder, document)
  for (const document of fresh) await publishWhole(seeder, document)
  return { created, published: fresh.length, unchanged: demoDocuments.length - fresh.length }
}

/** `stored`: the keys of documents that can be named, because they are in the database. */
type Seeder = { payload: Payload; kind: IdKind; stored: Set<string> }

async function withoutPublished(seeder: Seeder): Promise<DemoDocument[]> {
  const fresh: DemoDocument[] = []
  for (const document of demoDocuments) {
    if (await isStored(seeder, document)) seeder.stored.add(nameOf(document))
    if (!(await wasPublished(seeder, document))) fresh.push(document)
  }
  return fresh
}

async function wasPublished({ payload, kind }: Seeder, document: DemoDocument): Promise<boolean> {
  const where = { key: { equals: refOfDemo(document, kind) } }
  return (await payload.count({ collection: 'published', where })).totalDocs > 0
}

async function isStored({ payload, kind }: Seeder, document: DemoDocument): Promise<boolean> {
  const where = { id: { equals: idOf(document, kind) } }
  return (await payload.count({ collection: document.type, where, trash: true })).totalDocs > 0
}

async function createOnce(seeder: Seeder, document: DemoDocument): Promise<boolean> {
  const { payload, kind, stored } = seeder
  if (stored.has(nameOf(document))) return false
  const copy = copyIn(document, { kind, locale: sourceLocale, isKnown: (link) => stored.has(nameOf(link)) })
  await payload.create({
    collection: document.type,
    locale: sourceLocale,
    depth: 0,
    // The tables of the demo are held against the collections by the test that loads them.
    data: { ...copy, id: idOf(document, kind), sourceLocale } as never,
    ...(document.picture && { file: await drawn(document.picture) }),
  })
  stored.add(nameOf(document))
  return true
}

/** The words of the other locales, and once more those fields that name documents which came later. */
async function writeLocales(seeder: Seeder, document: DemoDocument): Promise<void> {
  await update(seeder, document, sourceLocale, fieldsWithLinks(seeder, document))
  for (const locale of localesOf(document)) {
    if (locale !== sourceLocale) await update(seeder, document, locale, wordsIn(document, readingOf(seeder, locale)))
  }
}

function fieldsWithLinks(seeder: Seeder, document: DemoDocument): Record<string, unknown> {
  const copy = copyIn(document, readingOf(seeder, sourceLocale))
  const position = demoDocuments.indexOf(document)
  const late = (link: Link) => demoDocuments.findIndex((other) => nameOf(other) === nameOf(link)) >= position
  const fields = Object.entries(document.data).filter(([, value]) => linksIn(value).some(late))
  return Object.fromEntries(fields.map(([name]) => [name, copy[name]]))
}

async function update({ payload, kind }: Seeder, document: DemoDocument, locale: string, data: object): Promise<void> {
  if (Object.keys(data).length === 0) return
  await payload.update({
    collection: document.type,
    id: idOf(document, kind),
    // The locales of the demo are rows of the locale table: its type is a union, this a walk over a table.
    locale: locale as typeof sourceLocale,
    depth: 0,
    data: data as never,
  })
}

async function publishWhole({ payload, kind }: Seeder, document: DemoDocument): Promise<void> {
  const locales = [...new Set([...writtenLocales, ...localesOf(document)])]
  await publish({ payload, key: refOfDemo(document, kind), facts: true, locales })
}

function readingOf({ kind }: Seeder, locale: string) {
  return { kind, locale, isKnown: () => true }
}

async function drawn(name: string) {
  const svg = await readFile(new URL(`./${name}`, import.meta.url))
  const data = await sharp(svg).flatten().png().toBuffer()
  return { data, mimetype: 'image/png', name: 'card.png', size: data.length }
}

const nameOf = ({ type, key }: Pick<DemoDocument, 'type' | 'key'>): string => `${type} ${key}`
