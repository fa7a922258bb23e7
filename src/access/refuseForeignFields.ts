import type { CollectionBeforeOperationHook, PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import { fieldInWords, localeInWords } from '#locales/fieldInWords.ts'
import { message } from '#messages/message.ts'
import { languageOf, refused } from '#messages/refused.ts'
import { foreignPaths } from './foreignPaths.ts'
import { assignedLocales, mayDo } from './roles.ts'
import { settleLocale } from './settleLocale.ts'

/**
 * A translator writes the words of the assigned locales and nothing else. What else a request wants
 * to change is refused by name; by itself Payload drops it and answers "saved". A form that posts
 * every field passes as long as the foreign ones say what the document says. Stands behind the merge
 * of what came in, which takes untouched fields away.
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
  // The union of all operations is not narrowed by the operation's name.
  const given = args as unknown as Arguments
  if (isTranslator(req)) refuse(req, collection.slug, await foreignIn(given, collection, operation, req))
  if (req.locale === 'all' && operation !== 'restoreVersion') throw refused(req, 400, 'access.oneLocale')
  return args
}

/** What is read of an operation's arguments. */
type Arguments = { id?: number | string; data?: Tree; where?: Where; duplicateFromID?: number | string }
type Tree = Record<string, unknown>
type Operation = 'create' | 'update' | 'restoreVersion'

function isTranslator({ user }: Pick<PayloadRequest, 'user'>): boolean {
  return mayDo(user, 'translate') && !mayDo(user, 'update')
}

async function foreignIn(
  args: Arguments,
  collection: SanitizedCollectionConfig,
  operation: Operation,
  req: PayloadRequest,
): Promise<string[]> {
  if (operation === 'restoreVersion') return [message(languageOf(req), 'access.restored')]
  if (args.duplicateFromID !== undefined) return [message(languageOf(req), 'access.duplicate')]
  if (operation === 'create') return [message(languageOf(req), 'access.newDocument'), ...sent(args.data)]
  const mine = { fields: collection.flattenedFields, locale: req.locale ?? '', locales: assignedLocales(req.user) }
  const present = await presentDocuments(args, collection, req)
  return [...new Set(present.flatMap((document) => foreignPaths(mine, args.data ?? {}, document)))]
}

/** Every document that the request would change, as a form in its locale sees it. */
async function presentDocuments(
  { id, where }: Arguments,
  collection: SanitizedCollectionConfig,
  req: PayloadRequest,
): Promise<Tree[]> {
  const { docs } = await req.payload.find({
    collection: collection.slug,
    where: id === undefined ? (where ?? {}) : { id: { equals: id } },
    locale: req.locale ?? 'all',
    fallbackLocale: false,
    depth: 0,
    pagination: false,
    trash: true,
    showHiddenFields: true,
    overrideAccess: true,
    req,
  })
  // Documents of any type are trees of names and values here.
  return docs as unknown as Tree[]
}

function sent(data: Tree | undefined): string[] {
  return Object.keys(data ?? {}).filter((name) => data?.[name] !== undefined)
}

function refuse(req: PayloadRequest, collection: string, fields: string[]): void {
  if (fields.length === 0) return
  const locales = assignedLocales(req.user).map(localeInWords).join(', ')
  const key = locales ? 'access.foreignFields' : 'access.noLocales'
  const named = new Set(fields.map((field) => inWords(languageOf(req), collection, field)))
  throw refused(req, 403, key, { locales, fields: [...named].join(', ') }, { fields })
}

/** A path as `foreignPaths` writes it, `charges.0.label (ru)`; what is no path is a sentence already. */
const writtenPath = /^([\w.]+)(?: \(([\w-]+)\))?$/

function inWords(language: string, collection: string, field: string): string {
  const [, path, locale] = writtenPath.exec(field) ?? []
  return path ? fieldInWords(language, collection, path, locale) : field
}
