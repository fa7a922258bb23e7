import type { Payload, Where } from 'payload'
import { sealedEnding } from '#media/originals/sealedOriginals.ts'
import { type PictureDocument, publicFilesOf } from '#media/storage.ts'
import { formOf, rows, unapplied } from '#publishing/log/log.ts'
import { filesOf } from '#publishing/log/mediaFiles.ts'
import type { Form } from '#record/record.ts'

/** Names of files that something still names, by the folder they lie in. */
export type NamedFiles = { media: Set<string>; originals: Set<string> }

const pageSize = 500

/** What documents (those in the trash too), all of their versions and the public record say. */
export async function namedFiles(payload: Payload): Promise<NamedFiles> {
  const named: NamedFiles = { media: new Set(), originals: new Set() }
  for await (const document of documents(payload)) name(named, document)
  for await (const version of versions(payload)) name(named, version)
  for await (const form of publicForms(payload)) for (const file of filesOf(form)) named.media.add(file.name)
  return named
}

function name(named: NamedFiles, document: PictureDocument): void {
  for (const file of publicFilesOf(document)) named.media.add(file.name)
  if (typeof document.original === 'string') named.originals.add(`${document.original}${sealedEnding}`)
}

async function* documents(payload: Payload): AsyncGenerator<PictureDocument> {
  for (let page = 1; ; page++) {
    const found = await payload.db.find<PictureDocument & { id: string }>({
      collection: 'media',
      where: {},
      sort: 'id',
      limit: pageSize,
      page,
    })
    yield* found.docs
    if (!found.hasNextPage) return
  }
}

async function* versions(payload: Payload): AsyncGenerator<PictureDocument> {
  for (let page = 1; ; page++) {
    const found = await payload.db.findVersions<PictureDocument>({
      collection: 'media',
      where: {},
      sort: 'id',
      limit: pageSize,
      page,
      pagination: true,
    })
    yield* found.docs.map(({ version }) => version)
    if (!found.hasNextPage) return
  }
}

/** What is public, and what a crash kept from becoming it. */
async function* publicForms(payload: Payload): AsyncGenerator<Form> {
  for (const entry of await unapplied({ payload })) {
    // Written by `nextEntry`.
    const form = JSON.parse(entry.form ?? 'null') as Form | null
    if (form) yield form
  }
  for (let last = 'media:'; ; ) {
    // `;` follows `:` in every order of letters: these are the keys that begin with `media:`.
    const where: Where = { and: [{ key: { greater_than: last } }, { key: { less_than: 'media;' } }] }
    const next = await rows({ payload }, where, { sort: 'key', limit: pageSize })
    for (const row of next) {
      const form = formOf(row)
      if (form) yield form
    }
    const end = next.at(-1)
    if (!end) return
    last = end.key
  }
}
