import type { CollectionBeforeOperationHook, FlattenedField } from 'payload'
import { fieldInWords } from '#locales/fieldInWords.ts'
import { languageOf, refused } from '#messages/refused.ts'
import { refuseUnusable } from '../requests/readBody.ts'
import { faultsOfValues } from '../requests/valueKinds.ts'

type Tree = Record<string, unknown>
type Arguments = { data?: unknown; duplicateFromID?: unknown }

/** Nobody's to write, whatever the role: when a document was made and saved. `id` is refused where one would be made. */
const keptByPayload: readonly string[] = ['id', 'createdAt', 'updatedAt']

/**
 * What comes from outside is read here, before any other hook sees it: values of another kind than their fields take are
 * refused by name, an id that the caller chose is refused, and what the studio computes is left out: a form posts
 * all of it back as it got it. Code of the studio's own (an import, a command) is trusted.
 */
export const refuseOwnValues: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (overrideAccess || (operation !== 'create' && operation !== 'update')) return args
  // The union of all operations is not narrowed by the operation's name.
  const { data, duplicateFromID } = args as unknown as Arguments
  // A form may bring a file and nothing else.
  const given = data === undefined && collection.upload ? {} : data
  refuseUnusable(req, given)
  if (operation === 'create' && duplicateFromID === undefined && given.id !== undefined && given.id !== null)
    throw refused(req, 400, 'request.ownId')
  const fields = collection.flattenedFields
  const faults = faultsOfValues(fields, given, req.locale)
  if (faults.length > 0) {
    const named = new Set(faults.map((path) => fieldInWords(languageOf(req), collection.slug, path)))
    throw refused(req, 400, 'request.badValues', { fields: [...named].join(', ') }, { fields: faults })
  }
  return { ...args, data: withoutComputed(fields, given) }
}

/** `revision` stays: it says from which one a form was loaded, and `mergeIncoming` takes it out. */
function withoutComputed(fields: readonly FlattenedField[], data: Tree): Tree {
  const computed = fields
    .filter((field) => field.custom?.computed === true && !field.custom.internal && field.name !== 'revision')
    .map(({ name }) => name)
  const left = [...keptByPayload, ...computed]
  return Object.fromEntries(Object.entries(data).filter(([name]) => !left.includes(name)))
}
