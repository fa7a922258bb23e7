import transliteration from 'transliteration.crh'

const scripts = {
  Latn: transliteration.crh.fromCyrillic,
  Cyrl: transliteration.crh.toCyrillic,
} as const

/**
 * Crimean Tatar in its other script. Pure text in, pure text out, so that it can be mapped over the
 * text nodes of a rich text as well as over a name. Addresses (URLs, mail) and the foreign names of the
 * table stay as they are. Transliteration proposes: other foreign words are carried over letter by letter.
 */
export function transliterateCrh(text: string, to: 'Latn' | 'Cyrl'): string {
  return text
    .normalize('NFC')
    .split(untouched)
    .map((piece, at) => (at % 2 === 1 ? piece : scripts[to](piece)))
    .join('')
}

/** Names that Cyrillic text, too, writes in Latin letters. */
const foreignNames = [
  'Amnesty International',
  'Article 19',
  'Facebook',
  'Freedom House',
  'Front Line Defenders',
  'Human Rights Watch',
  'Instagram',
  'PEN International',
  'Telegram',
  'Twitter',
  'YouTube',
] as const

const address = String.raw`(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+`

// One capturing group: split() then gives what stays at the odd places.
const untouched = new RegExp(`(${address}|${foreignNames.join('|')})`)
