import transliteration from 'transliteration.crh'

const scripts = {
  Latn: transliteration.crh.fromCyrillic,
  Cyrl: transliteration.crh.toCyrillic,
} as const

/**
 * Crimean Tatar in its other script. Pure text in, pure text out, so that it can be mapped over the
 * text nodes of a rich text as well as over a name. Punctuation, addresses (URLs, mail) and the foreign
 * names of the table stay as they are. Transliteration proposes: other foreign words are carried over
 * letter by letter.
 */
export function transliterateCrh(text: string, to: 'Latn' | 'Cyrl'): string {
  const pieces = text.normalize('NFC').split(untouched)
  return pieces.map((piece, at) => (at % 2 === 1 ? piece : piece.replace(word, (one) => carry(one, to)))).join('')
}

/**
 * The library runs some 1,200 replacements over whatever it gets, turns typographic quotation marks
 * into plain ones and does not see a word's beginning after «. So it gets single words, each once.
 */
function carry(one: string, to: 'Latn' | 'Cyrl'): string {
  const known = carried[to].get(one)
  if (known !== undefined) return known
  const other = scripts[to](one)
  if (carried[to].size >= mostWords) carried[to].clear()
  carried[to].set(one, other)
  return other
}

// "eki yüz" and the other hundreds are the only words that the library spells by their neighbour.
const word = /\p{L}+ yüz(?!\p{L})|[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/giu
const carried = { Latn: new Map<string, string>(), Cyrl: new Map<string, string>() }
const mostWords = 20_000

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
