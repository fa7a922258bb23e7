import transliteration from 'transliteration.crh'

const scripts = {
  Latn: transliteration.crh.fromCyrillic,
  Cyrl: transliteration.crh.toCyrillic,
} as const

/**
 * Crimean Tatar in its other script. Pure text in, pure text out, so that it can be mapped over the
 * text nodes of a rich text as well as over a name. Addresses (URLs, mail) stay as they are.
 * Transliteration proposes: words that only look Crimean Tatar are carried over letter by letter.
 */
export function transliterateCrh(text: string, to: 'Latn' | 'Cyrl'): string {
  return text
    .normalize('NFC')
    .split(addresses)
    .map((piece, at) => (at % 2 === 1 ? piece : scripts[to](piece)))
    .join('')
}

// One capturing group: split() then gives the addresses at the odd places.
const addresses = /((?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/
