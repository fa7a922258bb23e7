import { type PersonSigns, type Sign, signsIn } from './personSigns.ts'
import { keysOfPlain, readAsWords } from './readAsWords.ts'

/** Marks words that a name may stand inside of. */
const compound = '#'

/**
 * What an index of a text keeps: its words as they are read, each once. Words that mean the same in every text are known
 * from the text before; only what is left is read as `readAsWords` reads it.
 */
export function foldedWordsOf(text: string): Set<string> {
  const folded = new Set<string>()
  for (const { keys, isCompound } of readAsWords(withoutPlain(text, folded)))
    for (const key of keys) folded.add(isCompound ? compound + key : key)
  return folded
}

const chunks = /(?:\S|\uFEFF)+/gu
/** A plain word ends what is stretched over single letters; its place is kept. */
const placeholder = 'qq'

function withoutPlain(text: string, folded: Set<string>): string {
  let left = ''
  let end = 0
  let isAfterHyphen = false
  let isAfterPlain = false
  for (const { 0: chunk, index } of text.matchAll(chunks)) {
    const keys = isAfterHyphen ? null : plainKeys(chunk)
    for (const key of keys ?? []) folded.add(key)
    if (!keys) left += text.slice(end, index) + chunk
    else if (!isAfterPlain) left += ` ${placeholder}`
    end = index + chunk.length
    isAfterHyphen = /[-‐‑¬]$/.test(chunk)
    isAfterPlain = keys !== null
  }
  return left
}

const known = new Map<string, readonly string[] | null>()
const mostKnown = 200_000

function plainKeys(chunk: string): readonly string[] | null {
  const before = known.get(chunk)
  if (before !== undefined) return before
  const keys = keysOfPlain(chunk)
  if (known.size >= mostKnown) known.clear()
  known.set(chunk, keys)
  return keys
}

/** The key of a folded word, and the signs of a person that it is. */
export const keyOf = (word: string): string => (word.startsWith(compound) ? word.slice(1) : word)

export function signsOfFolded(word: string, person: PersonSigns): Sign[] {
  return signsIn({ keys: [keyOf(word)], isCompound: word.startsWith(compound), isCyrillic: true }, person)
}

/** As both a word of running text and a part of a compound. */
export const foldedForms = (key: string): string[] => [key, compound + key]

/** Whether a sign alone may say a name; a weak one takes another part of the name. */
export const isStrong = ({ need }: Sign): boolean => need !== 'company' && need !== 'neighbour'

/** Whether a text of these words may say the name. Where it may, `namesSaidIn` decides; where it may not, it does not. */
export function mayMatch(words: Iterable<string>, person: PersonSigns): boolean {
  const parts = new Set<string>()
  for (const word of words) {
    for (const sign of signsOfFolded(word, person)) {
      if (isStrong(sign)) return true
      parts.add(sign.part)
      if (parts.size > 1) return true
    }
  }
  return false
}
