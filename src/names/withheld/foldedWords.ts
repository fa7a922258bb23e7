import { headAt, isHead, shortestBeginning } from './brokenNames.ts'
import { isEnding } from './endings.ts'
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

/** Whether a folded word is the beginning of a long name whose rest may stand as a word of its own. */
export const mayBegin = (key: string, { beginnings }: PersonSigns): boolean =>
  key.length >= shortestBeginning && beginnings.has(key)

/** How long names go on that begin as these words. */
export const restsOf = (begun: readonly string[], { long }: PersonSigns): Set<string> =>
  new Set(begun.flatMap((key) => long.flatMap((stem) => (stem.startsWith(key) ? stem.slice(key.length) : []))))

export function goesOn(key: string, rests: ReadonlySet<string>): boolean {
  for (let length = 1; length <= key.length; length++)
    if (rests.has(key.slice(0, length)) && isEnding(key.slice(length))) return true
  return false
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
  const keys = new Set<string>()
  for (const word of words) {
    if (person.heads.has(word)) return true
    if (!isHead(word)) keys.add(keyOf(word))
    for (const sign of signsOfFolded(word, person)) {
      if (isStrong(sign)) return true
      parts.add(sign.part)
      if (parts.size > 1) return true
    }
  }
  const begun = [...keys].filter((key) => mayBegin(key, person))
  if (begun.length === 0) return false
  const rests = restsOf(begun, person)
  return [...keys].some((key) => goesOn(key, rests))
}
