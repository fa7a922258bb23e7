import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { settleLocale } from './settleLocale.ts'

/**
 * The locale that rights were asked for is the one that is written. Payload reads the locale of a save from the request again after
 * its rights were checked, and has parameters that change it in between.
 */
const contextKey = 'holosLocales'
type Locales = { readonly [collection: string]: string | null | undefined }

/** First of all hooks: with which locale a save begins. What the studio writes itself asks for no rights; a restored version has all locales. */
export const noteLocale: CollectionBeforeOperationHook = ({ args, collection, operation, overrideAccess, req }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'restoreVersion') return args
  const isAsked = !overrideAccess && operation !== 'restoreVersion'
  if (isAsked) settleLocale(req)
  const locales: Locales = { ...locked(req), [collection.slug]: isAsked ? req.locale : undefined }
  req.context[contextKey] = locales
  return args
}

/** Last of all hooks. A caller cannot mend it: it is a fault of the studio, and nothing is written. */
export const refuseOtherLocale: CollectionBeforeChangeHook = ({ collection, data, req }) => {
  const locale = locked(req)[collection.slug]
  if (locale === undefined || locale === req.locale) return data
  throw new Error('A save was to be written in another locale than the one that rights were asked for.')
}

function locked(req: PayloadRequest): Locales {
  // Put there by `noteLocale` of the same request.
  return (req.context[contextKey] as Locales | undefined) ?? {}
}
