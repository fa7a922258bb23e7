import type { Card } from '#record/record.ts'

/**
 * Gives equal short texts of all cards one string: digests stand at the source and at each
 * translation of it, keys of documents wherever they are named, word paths in every locale. Changes the
 * card it is given, which nobody else holds yet.
 */
export function compact(card: Card): Card {
  for (const locale in card.words) {
    const fields = card.words[locale] ?? {}
    for (const path in fields) {
      const words = fields[path]
      if (!words) continue
      words.digest = shared(words.digest)
      if (words.from !== undefined) words.from = shared(words.from)
    }
  }
  for (const part in card.parts) card.parts[part] = shared(card.parts[part] ?? '')
  return card
}

const texts = new Map<string, string>()

// Sharing is a saving, not a promise: a table that outgrew its use starts anew.
const mostTexts = 1 << 16

function shared(text: string): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  if (texts.size >= mostTexts) texts.clear()
  texts.set(text, text)
  return text
}
