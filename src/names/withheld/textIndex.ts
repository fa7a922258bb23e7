import { isHead } from './brokenNames.ts'
import { foldedForms, isStrong, keyOf, mayBegin, signsOfFolded } from './foldedWords.ts'
import type { PersonSigns, Sign } from './personSigns.ts'

/** Folded words of many texts in memory, asked for the texts that may say a name. A text is put in whole and again when it changes. */
export type TextIndex<Id> = {
  put(id: Id, words: Iterable<string>): void
  remove(id: Id): void
  /** Every text that `mayMatch` would name, without looking at the others. */
  thatMaySay(person: PersonSigns): Id[]
}

const gramLength = 3
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

export function createTextIndex<Id>(): TextIndex<Id> {
  const texts = new Map<Id, Uint32Array>()
  const words: string[] = []
  const numbers = new Map<string, number>()
  // Words never leave: a language has so many, and each start begins anew.
  const byGram = new Map<string, number[]>()
  const withoutSpaces: number[] = []

  function numberOf(word: string): number {
    const known = numbers.get(word)
    if (known !== undefined) return known
    const number = words.push(word) - 1
    numbers.set(word, number)
    if (isHead(word)) return number
    const key = keyOf(word)
    for (const gram of gramsOf(key)) {
      const known = byGram.get(gram)
      if (known) known.push(number)
      else byGram.set(gram, [number])
    }
    if (unspaced.test(key)) withoutSpaces.push(number)
    return number
  }

  function candidates(person: PersonSigns): Set<number> {
    const exact = [...person.exact.keys()].flatMap(foldedForms).map((word) => numbers.get(word))
    const stems = [...person.grams].flatMap((gram) => byGram.get(gram) ?? [])
    const heads = [...person.heads].map((head) => numbers.get(head))
    const inside = person.inside.length > 0 ? withoutSpaces : []
    return new Set([...[...exact, ...heads].filter((number) => number !== undefined), ...stems, ...inside])
  }

  return {
    put: (id, folded) => void texts.set(id, Uint32Array.from(folded, numberOf)),
    remove: (id) => void texts.delete(id),
    thatMaySay(person) {
      const weights = new Uint8Array(words.length)
      for (const number of candidates(person)) weights[number] = weightIn(words[number] ?? '', person)
      return [...texts].filter(([, numbersOfText]) => isEnough(numbersOfText, weights)).map(([id]) => id)
    },
  }
}

function gramsOf(key: string): Set<string> {
  const grams = new Set<string>()
  for (let from = 0; from + gramLength <= key.length; from++) grams.add(key.slice(from, from + gramLength))
  return grams
}

/** One bit for each part of a name, and one for what says it alone. */
const bits = { given: 1, additional: 2, family: 4, birthPlace: 8, handle: 16 } as const satisfies Record<
  Sign['part'],
  number
>
const alone = 32

const weightIn = (word: string, person: PersonSigns): number =>
  mayBegin(word, person) ? alone : weightOf(signsOfFolded(word, person))

const weightOf = (signs: readonly Sign[]): number =>
  signs.reduce((weight, sign) => weight | (isStrong(sign) ? alone : bits[sign.part]), 0)

function isEnough(text: Uint32Array, weights: Uint8Array): boolean {
  let found = 0
  for (const number of text) found |= weights[number] ?? 0
  // More than one bit, or the one that is enough.
  return found >= alone || (found & (found - 1)) !== 0
}
