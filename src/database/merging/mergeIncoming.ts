import type { Access, CollectionBeforeOperationHook, FlattenedField, JsonObject, PayloadRequest } from 'payload'
import { isObject } from '#base/isObject.ts'
import { refused } from '#messages/refused.ts'
import type { DocumentType } from '#record/shape.ts'
import { isDocumentType } from '../revisions/revisions.ts'
import { versionOf } from '../revisions/versionOf.ts'
import { ConflictError, conflictsOf, unreadableFields } from './conflict.ts'
import { asStored, fieldAt, inLocale, isComputed } from './localeView.ts'
import { type Clash, type Decide, merge, type Side, same } from './merge.ts'

type Tree = JsonObject
type Document = Tree & { id: string; revision: number }
type Form = { words: Tree; revision?: number; resolutions: Readonly<Record<string, unknown>>; resolvedAt: unknown }
type Reading = {
  fields: readonly FlattenedField[]
  unreadable: ReadonlySet<FlattenedField>
  locale: string
  read(revision: number): Promise<Tree | null>
}

/** A form posts these back as it got them; they are not its to change. */
const bookkeeping = new Set(['id', 'createdAt', 'updatedAt'])

/**
 * A form says which `revision` it was loaded from. What was saved since then is merged with it in three ways, field by
 * field in the form's locale: what the form did not touch is left out of the save, what both touched is a
 * `ConflictError` until the form comes back with `resolutions` (`{ 'name/given': 'mine' }`) and `resolvedAt`, the
 * revision that the conflict named. Without a revision a save is taken as it comes.
 *
 * Payload runs this hook inside the operation's transaction, before it asks for access, and goes on with the
 * `args.data` that is returned here.
 */
export const mergeIncoming: CollectionBeforeOperationHook = async ({
  args,
  operation,
  req,
  collection,
  overrideAccess,
}) => {
  const type = collection.slug
  if (operation !== 'update' || !isDocumentType(type) || !args.data) return args
  const { revision, ...form } = readForm(req, args.data)
  const id = 'id' in args && args.id ? String(args.id) : null
  if (!id || revision === undefined) return { ...args, data: form.words }

  const present = await readForUpdate(type, id, req, overrideAccess ? undefined : collection.access.update)
  if (!present || present.revision === revision) return { ...args, data: form.words }

  const { flattenedFields: fields } = req.payload.collections[type].config
  const locale = localeOf(req)
  const read = async (at: number) => {
    const version = at === present.revision ? present : await versionOf(req.payload.db, type, id, at, req)
    return version && inLocale(fields, version, locale)
  }
  const unreadable = overrideAccess ? new Set<FlattenedField>() : await unreadableFields(fields, req)
  const { data, clashes } = await mergeForm({ fields, unreadable, locale, read }, present.revision, revision, form)
  if (clashes.length === 0) return { ...args, data }
  throw new ConflictError(req, conflictsOf(fields, clashes, locale), present.revision)
}

/** The present document, or null where this person may not change it: then Payload's own refusal is the answer. */
async function readForUpdate(
  type: DocumentType,
  id: string,
  req: PayloadRequest,
  mayUpdate: Access | undefined,
): Promise<Document | null> {
  const granted = mayUpdate ? await mayUpdate({ req, id }) : true
  if (!granted) return null
  const byId = { id: { equals: id } }
  const where = typeof granted === 'object' ? { and: [byId, granted] } : byId
  return req.payload.db.findOne<Document>({ collection: type, where, req })
}

async function mergeForm(reading: Reading, present: number, loaded: number, form: Form): Promise<Touched> {
  const { fields, unreadable, locale, read } = reading
  const [base, theirs] = await Promise.all([read(loaded), read(present)])
  const mine = asStored(fields, form.words)
  const seen = typeof form.resolvedAt === 'number' ? await read(form.resolvedAt) : null
  const clashesSeen = seen ? mergeTouched(base, mine, seen, () => undefined).clashes : []
  const decide: Decide = (clash) => {
    const found = fieldAt(fields, clash.path, locale)
    if (isComputed(found) || found.fields.some((field) => unreadable.has(field))) return 'theirs'
    return chosen(form.resolutions[found.path], clash, clashesSeen)
  }
  return mergeTouched(base, mine, theirs ?? {}, decide)
}

/** A choice holds for the value that the person saw; one that moved on since then is asked about again. */
function chosen(side: unknown, { path, theirs }: Clash, clashesSeen: readonly Clash[]): Side | undefined {
  const seen = clashesSeen.find((clash) => same(clash.path, path))
  return isSide(side) && seen && same(seen.theirs, theirs) ? side : undefined
}

type Touched = { data: Tree; clashes: Clash[] }

/** Only what the form touched. Without a base nobody knows what that was: then every difference is a question. */
function mergeTouched(base: Tree | null, mine: Tree, theirs: Tree, decide: Decide): Touched {
  const data: Tree = {}
  const clashes: Clash[] = []
  for (const [name, value] of Object.entries(mine)) {
    if (bookkeeping.has(name) || same(value, (base ?? theirs)[name])) continue
    const merged = base
      ? merge(only(name, base), only(name, mine), only(name, theirs), decide)
      : ask(name, mine, theirs, decide)
    data[name] = merged.value[name]
    clashes.push(...merged.clashes)
  }
  return { data, clashes }
}

function only(name: string, tree: Tree): Tree {
  return { [name]: tree[name] }
}

function ask(name: string, mine: Tree, theirs: Tree, decide: Decide): { value: Tree; clashes: Clash[] } {
  const clash = { path: [name], base: undefined, mine: mine[name], theirs: theirs[name] }
  const side = decide(clash)
  return { value: side === 'theirs' ? theirs : mine, clashes: side ? [] : [clash] }
}

function readForm(req: PayloadRequest, { revision, resolutions, resolvedAt, ...words }: Tree): Form {
  if (revision === undefined || revision === null) return { words, resolutions: {}, resolvedAt }
  if (!Number.isInteger(revision) || revision < 0) {
    throw refused(req, 400, 'conflict.revision')
  }
  return { words, revision, resolutions: isObject(resolutions) ? resolutions : {}, resolvedAt }
}

function isSide(value: unknown): value is Side {
  return value === 'mine' || value === 'theirs'
}

function localeOf({ locale, payload }: PayloadRequest): string {
  const { localization } = payload.config
  return locale ?? (localization ? localization.defaultLocale : 'all')
}
