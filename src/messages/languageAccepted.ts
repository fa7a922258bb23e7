import Negotiator from 'negotiator'
import { type Language, languages } from './message.ts'

/** The language of the catalogue that an Accept-Language header likes best; English where it likes none. */
export function languageAccepted(header: string | null): Language {
  const accepted = new Negotiator({ headers: { 'accept-language': header ?? undefined } })
  // Of the languages that are offered it answers one as it was offered.
  return (accepted.language(languages) as Language | undefined) ?? 'en'
}
