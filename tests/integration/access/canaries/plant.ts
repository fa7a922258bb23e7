import sharp from 'sharp'
import { type DocumentType, documentTypes } from '#record/shape.ts'
import type { Studio } from '#tests/harness/studio.ts'
import { canary, type InternalField, internalFieldsOf, planted } from './internalFields.ts'

/** A document whose working copy, an older version of it, or which itself in the trash, holds canaries. */
export type Planted = { type: DocumentType; id: string; trashed: string; versions: string[]; filename: string | null }

const words: { readonly [Type in DocumentType]?: object } = {
  people: { name: { given: 'Asan', family: 'Umerov' }, description: 'Words.', kind: 'prisoner' },
  quotes: { text: 'Words' },
  events: { title: 'Words', kind: 'detention', date: '2018-05-21' },
  organizations: { name: 'Words' },
  places: { name: 'Words' },
  sources: { title: 'Words', url: 'https://example.org/words' },
  media: { alt: 'Words' },
}

/** Plants canaries in every internal field of every type, and in what belongs to somebody else. */
export async function plant(studio: Studio): Promise<Planted[]> {
  const fields = internalFieldsOf(studio.config)
  const all: Planted[] = []
  for (const type of documentTypes)
    all.push(
      await plantType(
        studio,
        type,
        fields.filter((one) => one.type === type),
      ),
    )
  await plantClosed(studio, all)
  await linkAll(studio, all)
  return all
}

async function plantType(studio: Studio, type: DocumentType, fields: readonly InternalField[]): Promise<Planted> {
  const [one, trashed] = [await newDocument(studio, type), await newDocument(studio, type)]
  // Older, newer: two versions that say different things.
  await write(studio, type, one.id, fields, 'older')
  await studio.payload.update({ collection: type, id: one.id, locale: 'en', data: {} })
  await write(studio, type, one.id, fields, 'newer')
  await studio.payload.update({ collection: type, id: one.id, locale: 'uk', data: {} })
  await write(studio, type, trashed.id, fields, 'trashed')
  await studio.payload.update({
    collection: type,
    id: trashed.id,
    locale: 'en',
    data: { deletedAt: new Date().toISOString() },
  })
  const { docs } = await studio.payload.db.findVersions({
    collection: type,
    where: { parent: { equals: one.id } },
    pagination: false,
  })
  return { type, id: one.id, trashed: trashed.id, versions: docs.map(({ id }) => String(id)), filename: one.filename }
}

async function newDocument(studio: Studio, type: DocumentType): Promise<{ id: string; filename: string | null }> {
  const data = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#345' } })
    .jpeg()
    .toBuffer()
  const doc = await studio.payload.create({
    collection: type,
    locale: 'en',
    // The words of each type are fields of it.
    data: (words[type] ?? {}) as never,
    ...(type === 'media' && { file: { data, mimetype: 'image/jpeg', name: 'words.jpg', size: data.length } }),
  })
  const filename = 'filename' in doc && typeof doc.filename === 'string' ? doc.filename : null
  return { id: String(doc.id), filename }
}

/** Past every hook: computed internal fields hold a canary as well. */
async function write(
  studio: Studio,
  type: DocumentType,
  id: string,
  fields: readonly InternalField[],
  which: string,
): Promise<void> {
  if (fields.length === 0) return
  const found = await studio.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: type,
    where: { id: { equals: id } },
  })
  await studio.payload.db.updateOne({ collection: type, id, data: { ...found, ...planted(fields, which, true) } })
}

/** What nobody reads through a door of Payload's, and what only administrators do. */
async function plantClosed({ payload }: Studio, all: readonly Planted[]): Promise<void> {
  const person = all.find(({ type }) => type === 'people')
  const other = await payload.create({
    collection: 'users',
    data: {
      email: `${canary.toLowerCase()}@example.org`,
      password: 'correct horse battery',
      name: `${canary}-user`,
      role: 'reader',
    },
  })
  await payload.create({
    collection: 'webhooks',
    data: { name: `${canary}-webhook`, url: `https://example.org/${canary}` },
  })
  await payload.db.create({
    collection: 'previewTokens',
    data: {
      hash: `${canary}-hash`,
      key: `people:${person?.id}`,
      madeBy: String(other.id),
      expiresAt: '2999-01-01T00:00:00.000Z',
    },
  })
  await payload.db.create({
    collection: 'payload-preferences',
    data: { key: 'theirs', user: { relationTo: 'users', value: other.id }, value: `${canary}-preference` },
  })
}

/** Everything names everything that it can, so that depth and joins lead to internal fields too. */
async function linkAll({ payload }: Studio, all: readonly Planted[]): Promise<void> {
  const idOf = (type: DocumentType) => all.find((one) => one.type === type)?.id ?? ''
  const link = (type: DocumentType, data: object) =>
    // The fields are of that type.
    payload.update({ collection: type, id: idOf(type), locale: 'en', data: data as never })
  await link('people', {
    portrait: idOf('media'),
    relations: [{ type: 'other', person: idOf('people'), sources: [idOf('sources')] }],
  })
  await link('quotes', {
    speaker: idOf('people'),
    about: [{ relationTo: 'people', value: idOf('people') }],
    sources: [idOf('sources')],
  })
  await link('events', {
    place: idOf('places'),
    participants: [{ who: { relationTo: 'people', value: idOf('people') }, role: 'victim' }],
    sources: [idOf('sources')],
    media: [idOf('media')],
  })
  await link('media', { personsShown: [idOf('people')] })
}
