import { headAt, shortestBeginning } from './brokenNames.ts'
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
  const inOrder: string[] = []
  let last = -1
  for (const { keys, isCompound, letters, place } of words) {
    for (const key of keys) folded.add(isCompound ? compound + key : key)
    if (letters !== '' && place !== last) inOrder.push(keys[0] ?? '')
    if (letters !== '') last = place
  }
  for (let at = 0; at < inOrder.length - 1; at++) {
    const head = headAt(inOrder, at)
    if (head) folded.add(head)
  }
  return folded
}

/** The key of a folded word, and the signs of a person that it is. */
export const keyOf = (word: string): string => (word.startsWith(compound) ? word.slice(1) : word)

/** Whether a folded word is the beginning of a long name whose rest may follow as a word of its own. */
export function mayBegin(word: string, person: PersonSigns): boolean {
  if (person.heads.has(word)) return true
  const key = keyOf(word)
  return key.length >= shortestBeginning && person.beginnings.has(key)
}

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
    if (mayBegin(word, person)) return true
    for (const sign of signsOfFolded(word, person)) {
      if (isStrong(sign)) return true
      parts.add(sign.part)
      if (parts.size > 1) return true
    }
  }
  return false
}
