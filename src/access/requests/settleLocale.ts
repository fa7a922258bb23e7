import type { PayloadRequest } from 'payload'
import { isLocale, type Locale, localeCodes } from '#locales/table.ts'
import { refused } from '#messages/refused.ts'

/**
 * Gives a request the default locale where it names none, and refuses one that is not in the table.
 * Payload takes both as they are, answers "saved", and drops the words.
 */
export function settleLocale(req: PayloadRequest): void {
  const { localization } = req.payload.config
  // The type of `defaultLocale` is any text; the configuration takes it from the table.
  if (!req.locale && localization) req.locale = localization.defaultLocale as Locale
  if (req.locale === 'all' || isLocale(req.locale)) return
  throw refused(req, 400, 'access.unknownLocale', { locale: String(req.locale), locales: localeCodes.join(', ') })
}
