import type { CollectionBeforeOperationHook, Field, Where } from 'payload'
import { mayDo } from '#access/roles.ts'

/** An internal field that the list's search looks into: to whoever may not read it a search answers as if nothing matched there. */
export function searchedByEditors<F extends Field>(field: F): F {
  return { ...field, custom: { ...field.custom, searchedByEditors: true } }
}

/**
 * The search of a list looks into every field that it names, and Payload refuses it as a whole to who may not read one of them. For them
 * the branch of this internal field is taken away: it answers as if nothing matched there. Any other question about it stays refused.
 */
export function leaveOutOfSearch(field: string): CollectionBeforeOperationHook {
  return ({ args, operation, overrideAccess, req }) => {
    if (operation !== 'read' && operation !== 'count') return args
    // The union of all operations is not narrowed by the operation's name.
    const { where } = args as { where?: Where }
    if (!where || overrideAccess || mayDo(req.user, 'readInternal')) return args
    return { ...args, where: without(field, where) }
  }
}

function without(field: string, where: Where): Where {
  const { or, and, ...rest } = where
  const others = or?.filter((one) => Object.keys(one).join() !== field)
  const kept = others && others.length > 0 ? others : or
  return {
    ...rest,
    ...(kept && { or: kept.map((one) => without(field, one)) }),
    ...(and && { and: and.map((one) => without(field, one)) }),
  }
}
