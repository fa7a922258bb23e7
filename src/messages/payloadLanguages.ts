import { translations as payloadLanguages } from '@payloadcms/translations/all'
import { catalogue, forEachLanguage } from './message.ts'

type Rooms = { [room: string]: { [key: string]: string } }

/** Payload's own languages of the admin: those that the catalogue has. */
export const supportedLanguages = forEachLanguage((language) => payloadLanguages[language])

/** What Payload leaves in English: the messages `payload`, as `i18n.translations` wants them. */
export const payloadTranslations = forEachLanguage((language) => inRooms(catalogue[language]))

function inRooms(texts: { [key: string]: unknown }): Rooms {
  const found: Rooms = {}
  for (const [key, text] of Object.entries(texts)) {
    const [owner, room = '', name = ''] = key.split('.')
    if (owner === 'payload') found[room] = { ...found[room], [name]: String(text) }
  }
  return found
}
