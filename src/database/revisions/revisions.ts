import {
  type BaseDatabaseAdapter,
  type CollectionSlug,
  deepCopyObjectSimple,
  type FlattenedField,
  type JsonObject,
  NotFound,
  type Payload,
  type PayloadRequest,
  type UpdateOneArgs,
} from 'payload'
import { type DocumentType, documentTypes } from '#record/shape.ts'
import { ConflictError, conflictsOf, unreadableFields } from '../merging/conflict.ts'
import { fieldAt, isComputed } from '../merging/localeView.ts'
import { merge } from '../merging/merge.ts'
import { versionOf } from './versionOf.ts'

type Request = Partial<PayloadRequest>
type Stored = JsonObject & { id: string; revision: number }

/** Asked before a document is overwritten, inside the save's transaction, with what is stored and what will be: in all locales. */
export type BeforeSave = {
  types: ReadonlySet<DocumentType>
  ask(save: { payload: Payload; req: Request | undefined; before: JsonObject; after: JsonObject }): Promise<void>
}

/** How often a save that others overtake starts over; each round means that somebody else's save went through. */
const rounds = 50

/** What the database keeps about a document beside its fields; each save writes these anew. */
const bookkeeping = new Set(['id', 'revision', 'createdAt', 'updatedAt'])

/** The adapter with one more method: a write of computed values that is no save. */
export type HonestDatabase = BaseDatabaseAdapter & { writeComputed: BaseDatabaseAdapter['updateOne'] }

export function isDocumentType(slug: CollectionSlug): slug is DocumentType {
  return documentTypes.some((type) => type === slug)
}

/**
 * Compare-and-set for documents: a save matches the revision it read and writes the next one. Where another save came
 * first, the newer document is read, both changes are merged, and the save tries again.
 */
export function guardRevisions(
  database: BaseDatabaseAdapter,
  beforeSave?: BeforeSave,
): asserts database is HonestDatabase {
  const { create, findOne, updateMany, updateOne } = database
  const reads = new Reads()

  database.create = (args) =>
    create.call(database, isDocumentType(args.collection) ? { ...args, data: { ...args.data, revision: 1 } } : args)

  // The adapter's own method is generic over what the caller expects; the answer passes through untouched.
  database.findOne = (async (args) => {
    const document = await findOne.call(database, args)
    if (document && !args.select && isDocumentType(args.collection)) reads.remember(args.req, document as Stored)
    return document
  }) as typeof findOne

  database.updateOne = (args) =>
    isDocumentType(args.collection) ? save(args, args.collection) : updateOne.call(database, args)

  database.updateMany = async (args) => {
    if (isDocumentType(args.collection))
      throw new Error(`Documents of ${args.collection} are saved one by one, each by its revision.`)
    return updateMany.call(database, args)
  }

  Object.assign(database, { writeComputed: updateOne })

  async function save(args: UpdateOneArgs, type: DocumentType): Promise<JsonObject | null> {
    const { id, where: _where, returning, ...rest } = args
    if (id === undefined) throw new Error(`A document of ${type} is updated by its id.`)
    let expected = expectedRevision(reads, args, String(id))
    // When a document was made is decided once, whatever a restored version says.
    let { createdAt: _, ...data } = args.data
    for (let round = 0; round < rounds; round++) {
      await tell(args.req, type, String(id), expected, data)
      const written = await updateOne.call(database, {
        ...rest,
        data: { ...deepCopyObjectSimple(data), revision: expected + 1 },
        where: { and: [{ id: { equals: id } }, { revision: { equals: expected } }] },
      })
      if (written) return returning === false ? null : written
      const theirs = (await findOne.call(database, {
        collection: type,
        where: { id: { equals: id } },
        req: args.req,
      })) as Stored | null
      if (!theirs) throw new NotFound(args.req?.t)
      const base = await storedAt(args.req, type, String(id), expected)
      const fields = database.payload.collections[type].config.flattenedFields
      const unreadable = await unreadableFields(fields, args.req)
      data = mergeSaves(args.req, type, fields, unreadable, { base, mine: data, theirs })
      reads.remember(args.req, theirs)
      expected = theirs.revision
    }
    throw new Error(`${type}:${id} was saved ${rounds} times by others during one save.`)
  }

  async function storedAt(req: Request | undefined, type: DocumentType, id: string, revision: number) {
    return reads.recall(req, id, revision) ?? (await versionOf(database, type, id, revision, req))
  }

  async function tell(req: Request | undefined, type: DocumentType, id: string, revision: number, after: JsonObject) {
    if (!beforeSave?.types.has(type)) return
    const before = await storedAt(req, type, id, revision)
    // What a version keeps of a document has no id of its own.
    if (before) await beforeSave.ask({ payload: database.payload, req, before: { ...before, id }, after })
  }
}

/**
 * Payload fills what a save does not name from the document it read, so `data` carries the revision that was read. A
 * restore carries the old version's instead: there the last read counts.
 */
function expectedRevision(reads: Reads, { data, req, collection }: UpdateOneArgs, id: string): number {
  const read = reads.latest(req, id)
  const expected = req?.context?.isRestoringVersion ? read : (data.revision ?? read)
  if (typeof expected === 'number') return expected
  throw new Error(
    `${collection}:${id} is written without the revision that was read; use payload.update or setComputed.`,
  )
}

function mergeSaves(
  req: Request | undefined,
  type: string,
  fields: readonly FlattenedField[],
  unreadable: ReadonlySet<FlattenedField>,
  { base, mine, theirs }: { base: JsonObject | null; mine: JsonObject; theirs: Stored },
): JsonObject {
  const { updatedAt } = mine
  const merged = merge(wordsOf(base ?? {}), wordsOf(mine), wordsOf(theirs), ({ path }) => {
    const found = fieldAt(fields, path, 'all')
    if (found.fields.some((field) => unreadable.has(field))) return 'theirs'
    return isComputed(found) ? 'mine' : undefined
  })
  if (merged.clashes.length > 0)
    throw new ConflictError(req, type, conflictsOf(fields, merged.clashes, 'all'), theirs.revision)
  return { ...merged.value, createdAt: theirs.createdAt, updatedAt }
}

function wordsOf(document: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(document).filter(([name]) => !bookkeeping.has(name)))
}

/** Where a request's context keeps what was read. */
const readsName = 'holosReads'

/** What each request has read of documents, so that a save that others overtook knows what it started from. */
class Reads {
  remember(req: Request | undefined, document: Stored): void {
    // Payload hands out proxies of a request, and each call of its local API replaces the context by a copy: only what
    // stands in the context under a name is found again by all of them.
    if (!req?.context) return
    const read = this.#of(req) ?? new Map<string, Stored>()
    req.context[readsName] = read
    const copy = structuredClone(document)
    read.set(`${document.id}:${document.revision}`, copy).set(String(document.id), copy)
  }

  recall(req: Request | undefined, id: string, revision: number): Stored | null {
    return this.#of(req)?.get(`${id}:${revision}`) ?? null
  }

  latest(req: Request | undefined, id: string): number | undefined {
    return this.#of(req)?.get(id)?.revision
  }

  #of(req: Request | undefined): Map<string, Stored> | undefined {
    const read = req?.context?.[readsName]
    return read instanceof Map ? read : undefined
  }
}
