import {
  type CollectionBeforeOperationHook,
  Forbidden,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type Where,
} from 'payload'
import { isObject } from '#base/isObject.ts'
import { message } from '#messages/message.ts'
import { languageOf, refused } from '#messages/refused.ts'
import { type ForeignPath, foreignPaths, internalPaths } from './fields/foreignPaths.ts'
import { settleLocale } from './requests/settleLocale.ts'
import { assignedLocales, mayDo, mayWrite } from './roles.ts'

/**
 * An internal field that is named by somebody who may not read it is refused by that name, before anything else is looked at: the
 * answer must depend neither on what is stored nor on what is sent.
 */
export const refuseInternalFields: CollectionBeforeOperationHook = ({ args, collection, overrideAccess, req }) => {
  if (overrideAccess || mayDo(req.user, 'readInternal')) return args
  // The union of all operations is not narrowed by the operation's name.
  const { data } = args as unknown as Arguments
  if (isObject(data)) refuse(req, internalPaths(collection.flattenedFields, data))
  return args
}

/**
 * A translator writes the words of the assigned locales and nothing else. What else a request wants
 * to change is refused by name; by itself Payload drops it and answers "saved". A form that posts every field passes as long
 * as the others say what the document says now, or said when the form was loaded.
 */
export const refuseForeignFields: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'restoreVersion') return args
  if (overrideAccess) return args
  settleLocale(req)
  if (!mayWrite(req.user)) throw new Forbidden(req.t)
  // The union of all operations is not narrowed by the operation's name.
  const given = args as unknown as Arguments
  if (!mayDo(req.user, 'update')) refuse(req, await foreignIn(given, collection, operation, req))
  if (req.locale === 'all' && operation !== 'restoreVersion') throw refused(req, 400, 'access.oneLocale')
  return args
}

/** What is read of an operation's arguments. */
type Arguments = { id?: number | string; data?: Tree; where?: Where; duplicateFromID?: number | string }
type Tree = Record<string, unknown>
type Operation = 'create' | 'update' | 'restoreVersion'

/** A field by its path, or a sentence in place of all of them. */
type Foreign = ForeignPath | string

async function foreignIn(
  args: Arguments,
  collection: SanitizedCollectionConfig,
  operation: Operation,
  req: PayloadRequest,
): Promise<Foreign[]> {
  if (operation === 'restoreVersion') return [message(languageOf(req), 'access.restored')]
  if (args.duplicateFromID !== undefined) return [message(languageOf(req), 'access.duplicate')]
  const files = sendsFile(req) ? [{ path: 'file' }] : []
  if (operation === 'create') return [message(languageOf(req), 'access.newDocument'), ...files, ...sent(args.data)]
  if (files.length > 0) return files
  const present = await presentDocuments(args, collection, req)
  return foreignInAll(args.data ?? {}, present, await loadedDocument(args, collection, req), {
    fields: collection.flattenedFields,
    locale: req.locale ?? '',
    locales: assignedLocales(req.user),
  })
}

/** What differs from the document as it is, and from what the form was loaded with. */
function foreignInAll(
  data: Tree,
  present: readonly Tree[],
  loaded: Tree | null,
  mine: Parameters<typeof foreignPaths>[0],
): ForeignPath[] {
  const changed = loaded && new Set(foreignPaths(mine, data, loaded).map(shown))
  const foreign = present.flatMap((document) => foreignPaths(mine, data, document))
  const all = new Map(foreign.map((one) => [shown(one), one]))
  return [...all].filter(([name]) => changed?.has(name) ?? true).map(([, one]) => one)
}

/** A file, and what is to be done with one: cropping, a focal point. */
function sendsFile({ file, files, query }: PayloadRequest & { files?: unknown }): boolean {
  return file !== undefined || files !== undefined || query?.uploadEdits !== undefined
}

/** Every document that the request would change, as whoever asks sees it in the request's locale. */
async function presentDocuments(
  { id, where }: Arguments,
  { slug }: SanitizedCollectionConfig,
  req: PayloadRequest,
): Promise<Tree[]> {
  const { docs } = await req.payload.find({
    ...asSeenBy(req),
    collection: slug,
    where: id === undefined ? (where ?? {}) : { id: { equals: id } },
  })
  // Documents of any type are trees of names and values here.
  return docs as unknown as Tree[]
}

/** The document as the form was loaded with it, where the form says which revision that was. */
async function loadedDocument(
  { id, data }: Arguments,
  { slug }: SanitizedCollectionConfig,
  req: PayloadRequest,
): Promise<Tree | null> {
  const revision = data?.revision
  if (id === undefined || !Number.isInteger(revision)) return null
  const { docs } = await req.payload.findVersions({
    ...asSeenBy(req),
    collection: slug,
    where: { and: [{ parent: { equals: id } }, { 'version.revision': { equals: revision } }] },
    limit: 1,
  })
  // As above.
  return (docs[0]?.version as unknown as Tree | undefined) ?? null
}

/** Read with the rights of whoever asks: a condition on what they may not see is refused, and nothing of it is compared. */
function asSeenBy(req: PayloadRequest) {
  return {
    locale: req.locale ?? 'all',
    fallbackLocale: false,
    depth: 0,
    pagination: false,
    trash: true,
    overrideAccess: false,
    user: req.user,
    req,
  } as const
}

function sent(data: Tree | undefined): ForeignPath[] {
  const names = Object.keys(data ?? {}).filter((name) => data?.[name] !== undefined)
  return names.map((path) => ({ path }))
}

function refuse(req: PayloadRequest, foreign: readonly Foreign[]): void {
  if (foreign.length === 0) return
  const locales = assignedLocales(req.user).join(', ')
  const key = locales ? 'access.foreignFields' : 'access.noLocales'
  const fields = foreign.flatMap((one) => (typeof one === 'string' ? [] : [one.path]))
  throw refused(req, 403, key, { locales, fields: foreign.map(shown).join(', ') }, { fields })
}

function shown(one: Foreign): string {
  if (typeof one === 'string') return one
  return one.locale ? `${one.path} (${one.locale})` : one.path
}
