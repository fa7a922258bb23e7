import { type PersonSigns, type Sign, signsIn } from './personSigns.ts'
import { type ReadWord, readAsWords } from './readAsWords.ts'

/** Marks words that a name may stand inside of. */
const compound = '#'

/** What an index of a text keeps: its words as they are read, each once. */
export function foldedWordsOf(text: string): Set<string> {
  return foldedWords(readAsWords(text))
}

export function foldedWords(words: readonly ReadWord[]): Set<string> {
  const folded = new Set<string>()
  for (const { keys, isCompound } of words) for (const key of keys) folded.add(isCompound ? compound + key : key)
  return folded
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
