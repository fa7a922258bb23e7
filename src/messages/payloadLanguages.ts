import { translations as payloadLanguages } from '@payloadcms/translations/all'
import type { SanitizedConfig } from 'payload'
import { catalogue, forEachLanguage, type Language } from './message.ts'

type Rooms = { [room: string]: { [key: string]: string } }

/** Payload's own languages of the admin: those that the catalogue has. */
export const supportedLanguages = forEachLanguage((language) => payloadLanguages[language])

/** What Payload leaves in English: the messages `payload`, as `i18n.translations` wants them. */
export const payloadTranslations = forEachLanguage((language) => inRooms(catalogue[language]))

/**
 * Gives Payload's own fields (`updatedAt`, `filename`) labels in all languages in place of its functions: a comparison of
 * versions would name them in the language of whoever opened the first form (see `inAllLanguages`).
 */
export function settleLabels(config: SanitizedConfig): SanitizedConfig {
  for (const { fields } of config.collections)
    for (const field of fields)
      if ('label' in field && typeof field.label === 'function') field.label = inEachLanguage(field.label)
  return config
}

function inEachLanguage(label: unknown): Record<Language, string> {
  return forEachLanguage((language) => {
    const t = (key: string) => payloadText(language, key)
    // What is read of these by a label is the text of a key; the types demand the whole of Payload's own.
    return (label as (reader: { t: typeof t }) => string)({ t })
  })
}

function payloadText(language: Language, key: string): string {
  const [room = '', name = ''] = key.split(':')
  const payloadRooms = (supportedLanguages[language]?.translations ?? {}) as unknown as Rooms
  return payloadTranslations[language][room]?.[name] ?? payloadRooms[room]?.[name] ?? key
}

function inRooms(texts: { [key: string]: unknown }): Rooms {
  const found: Rooms = {}
  for (const [key, text] of Object.entries(texts)) {
    const [owner, room = '', name = ''] = key.split('.')
    if (owner === 'payload') found[room] = { ...found[room], [name]: String(text) }
  }
  return found
}
