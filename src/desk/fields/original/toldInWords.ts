import { formatDate } from '#locales/formatDate.ts'
import type { Told } from '#media/originals/told.ts'
import { type MessageKey, message } from '#messages/message.ts'

/** What an original would have told, one sentence for each thing, in the language of who reads it. */
export function toldInWords(told: Told | null | undefined, language: string): string[] {
  const { place, takenOn, device, software, serials, people, words } = told ?? {}
  const listed = (all: string[] | undefined) => all?.map((one) => `“${one}”`).join(', ')
  const sentences: [MessageKey, string, string | undefined][] = [
    ['media.told.place', 'place', place && placeInWords(place, language)],
    ['media.told.takenOn', 'date', takenOn && formatDate(takenOn, language)],
    ['media.told.device', 'device', device],
    ['media.told.software', 'software', software],
    ['media.told.people', 'people', listed(people)],
    ['media.told.words', 'words', listed(words)],
    ['media.told.serials', 'serials', listed(serials)],
  ]
  return sentences.flatMap(([key, name, value]) => (value ? [message(language, key, { [name]: value })] : []))
}

function placeInWords({ latitude, longitude }: NonNullable<Told['place']>, language: string): string {
  const number = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const degrees = (value: number) => ({ degrees: number.format(Math.abs(value)) })
  return [
    message(language, `media.told.latitude.${latitude < 0 ? 'south' : 'north'}`, degrees(latitude)),
    message(language, `media.told.longitude.${longitude < 0 ? 'west' : 'east'}`, degrees(longitude)),
  ].join(' ')
}
