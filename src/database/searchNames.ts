import type { CollectionBeforeOperationHook, Where } from 'payload'
import { fold } from '#names/fold.ts'

/**
 * The search of the list of people finds a name in whatever script it is typed: where the heading is searched, so are the
 * keys that are made of all names. As a field to search, Payload would name them to editors, who know of no keys.
 */
export const searchNamesInAnyScript: CollectionBeforeOperationHook = ({ args, operation }) =>
  operation === 'read' && 'where' in args && args.where ? { ...args, where: widened(args.where) } : args

function widened(where: Where): Where {
  const { and, or, ...rest } = where
  return {
    ...rest,
    ...(and && { and: and.map(widened) }),
    ...(or && { or: [...or.map(widened), ...keysSearched(or)] }),
  }
}

/** What the list's search asks of the heading, as Payload writes it (`mergeListSearchAndWhere`). */
function keysSearched(alternatives: readonly Where[]): Where[] {
  const typed = alternatives.map(({ heading }) => (heading && 'like' in heading ? heading.like : undefined))
  return typed.flatMap((text) => {
    const key = typeof text === 'string' ? fold(text) : ''
    return key ? [{ nameKeys: { like: key } }] : []
  })
}
