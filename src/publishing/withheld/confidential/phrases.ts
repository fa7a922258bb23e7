/** A title or an address as it is looked for in texts. */
export type Phrase = { text: string; read: string }

/**
 * A title of one word is a word of any text, and the front page of a site is named by whoever names the site:
 * neither says which source is meant.
 */
export function phraseOf(text: unknown): Phrase | undefined {
  if (typeof text !== 'string') return undefined
  const read = readPhrase(isAddress(text) ? withoutScheme(text) : text)
  const isTelling = isAddress(text) ? /[/?#]./.test(withoutScheme(text)) : read.trim().includes(' ')
  return isTelling ? { text, read } : undefined
}

export function isSaidIn({ read }: Phrase, text: string): boolean {
  return text.includes(read)
}

/**
 * A text as its words, small, with a space around each, so that neither punctuation nor what nobody sees nor how an address
 * is encoded tells two renderings apart.
 */
export function readPhrase(text: string): string {
  const plain = decoded(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
  const words = plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return words.length > 0 ? ` ${words.join(' ')} ` : ''
}

const isAddress = (text: string): boolean => /^https?:\/\//i.test(text.trim())

const withoutScheme = (text: string): string => text.trim().replace(/^https?:\/\/(www\.)?/i, '')

/** Percent signs that encode nothing stay as they are. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded)
    } catch {
      // Bytes of no text.
      return encoded
    }
  })
}
