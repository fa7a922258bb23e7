import { isHead } from './brokenNames.ts'
import { foldedForms, goesOn, isStrong, keyOf, mayBegin, restsOf, signsOfFolded } from './foldedWords.ts'
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
  const byFirst = new Map<string, number[]>()
  const withoutSpaces: number[] = []

  function numberOf(word: string): number {
    const known = numbers.get(word)
    if (known !== undefined) return known
    const number = words.push(word) - 1
    numbers.set(word, number)
    if (isHead(word)) return number
    const key = keyOf(word)
    addNumber(byFirst, key.charAt(0), number)
    for (const gram of gramsOf(key)) addNumber(byGram, gram, number)
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

  /** Long names that were broken: a word that begins one, and a word that goes on with what is left of it. */
  function weighBroken(person: PersonSigns, weights: Uint8Array): void {
    const begun = [...person.beginnings].filter(
      (key) => mayBegin(key, person) && foldedForms(key).some((word) => numbers.has(word)),
    )
    if (begun.length === 0) return
    const rests = restsOf(begun, person)
    const note = (number: number | undefined, bit: number) => {
      if (number !== undefined) weights[number] = (weights[number] ?? 0) | bit
    }
    for (const word of begun.flatMap(foldedForms)) note(numbers.get(word), broken.beginning)
    // By their first letters: a language has many words, and few of them begin as a rest of a name does.
    for (const first of new Set([...rests].map((rest) => rest.charAt(0))))
      for (const number of byFirst.get(first) ?? [])
        if (goesOn(keyOf(words[number] ?? ''), rests)) note(number, broken.rest)
  }

  return {
    put: (id, folded) => void texts.set(id, Uint32Array.from(folded, numberOf)),
    remove: (id) => void texts.delete(id),
    thatMaySay(person) {
      const weights = new Uint8Array(words.length)
      for (const number of candidates(person)) weights[number] = weightIn(words[number] ?? '', person)
      weighBroken(person, weights)
      return [...texts].filter(([, numbersOfText]) => isEnough(numbersOfText, weights)).map(([id]) => id)
    },
  }
}

function addNumber(numbers: Map<string, number[]>, key: string, number: number): void {
  const known = numbers.get(key)
  if (known) known.push(number)
  else numbers.set(key, [number])
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

const broken = { beginning: 64, rest: 128 } as const

const weightIn = (word: string, person: PersonSigns): number =>
  person.heads.has(word) ? alone : weightOf(signsOfFolded(word, person))

const weightOf = (signs: readonly Sign[]): number =>
  signs.reduce((weight, sign) => weight | (isStrong(sign) ? alone : bits[sign.part]), 0)

function isEnough(text: Uint32Array, weights: Uint8Array): boolean {
  let found = 0
  for (const number of text) found |= weights[number] ?? 0
  const isBroken = (found & broken.beginning) !== 0 && (found & broken.rest) !== 0
  const parts = found & (alone - 1)
  // More than one part of a name, or what is enough.
  return isBroken || (found & alone) !== 0 || (parts & (parts - 1)) !== 0
}
