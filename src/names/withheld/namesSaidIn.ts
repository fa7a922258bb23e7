import { mostPiecesOfName } from './brokenNames.ts'
import { isFamilyName } from './endings.ts'
import { isLongName, type PersonSigns, type Sign, signsIn } from './personSigns.ts'
import { keysOfWord, type ReadWord, readAsWords } from './readAsWords.ts'

export type NameSaid = { said: string; at: number }

/**
 * What a text is known to be about before it is read. In a text `aboutPerson` (the person's own, or one of a document that
 * names the person) a given name says who is meant; elsewhere it takes another sign of the same person.
 */
export type Context = { aboutPerson: boolean }

/** Where a text says the name of a person, read the way a person or a search engine would read it. In order of the text. */
export function namesSaidIn(text: string, person: PersonSigns, context?: Context): NameSaid[] {
  return namesSaidInWords(readAsWords(text), person, context)
}

/** The same of a text that was read before: it is read once for everybody who is looked for. */
export function namesSaidInWords(
  words: readonly ReadWord[],
  person: PersonSigns,
  { aboutPerson }: Context = { aboutPerson: false },
): NameSaid[] {
  const found = words.flatMap((word) => signsIn(word, person).map((sign) => ({ word, sign })))
  const broken = brokenNamesIn(words, person)
  if (found.length === 0 && broken.length === 0) return []
  const near = neighbours(found)
  const next = aboutPerson ? firstAtEachPlace(words) : undefined
  const saying = found.filter((one) => counts(one, near(one)) || (next && isGivenName(one, next)))
  const places = new Map([...saying, ...broken].map(({ word }) => [word.at, { said: word.said, at: word.at }]))
  return [...places.values()].sort((one, other) => one.at - other.at)
}

/** Names that were broken into words: such words follow each other, and the first begins as the name does. */
function brokenNamesIn(words: readonly ReadWord[], person: PersonSigns): { word: ReadWord }[] {
  if (person.beginnings.size === 0) return []
  const pieces = words.filter(({ letters, place }, at) => letters !== '' && place !== words[at - 1]?.place)
  return pieces.flatMap((piece, at) => {
    if (!begins(piece, person)) return []
    let letters = piece.letters
    for (const next of pieces.slice(at + 1, at + mostPiecesOfName)) {
      letters += next.letters
      if (letters.length > longestBroken) break
      const joined = { ...piece, keys: keysOfWord(letters) }
      if (isLongName(joined, person)) return { word: piece }
      if (!begins(joined, person)) break
    }
    return []
  })
}

const longestBroken = 60

/** The last sound of a piece may be another where its word goes on. */
const begins = ({ keys }: ReadWord, { beginnings }: PersonSigns): boolean =>
  keys.some((key) => beginnings.has(key) || (key.length > 2 && beginnings.has(key.slice(0, -1))))

type Found = { word: ReadWord; sign: Sign & { key: string } }

/** Words between two signs that make one person. */
const nearBy = 20
const beside = 2

/** For each sign the others that stand near enough to make one person with it; the words of a text are in its order. */
function neighbours(found: readonly Found[]): (one: Found) => Iterable<Found> {
  const byPlace = new Map<number, Found[]>()
  for (const one of found) {
    const known = byPlace.get(one.word.place)
    if (!known) byPlace.set(one.word.place, [one])
    else if (known.length < mostAtOnePlace) known.push(one)
  }
  return function* near({ word }) {
    for (let place = word.place - nearBy; place <= word.place + nearBy; place++) yield* byPlace.get(place) ?? []
  }
}

/** More signs of one word tell nothing new. */
const mostAtOnePlace = 24

function firstAtEachPlace(words: readonly ReadWord[]): ReadonlyMap<number, ReadWord> {
  const first = new Map<number, ReadWord>()
  for (const word of words) if (!first.has(word.place)) first.set(word.place, word)
  return first
}

function counts(one: Found, near: Iterable<Found>): boolean {
  const { need } = one.sign
  if (need === 'nothing') return true
  if (need === 'capital' && hasCapital(one.word)) return true
  if (need === 'vowels' && isSpelledOut(one)) return true
  for (const other of near) if (other.sign.part !== one.sign.part && isCompany(one, other)) return true
  return false
}

function isCompany(one: Found, other: Found): boolean {
  const apart = Math.abs(one.word.place - other.word.place)
  if (apart === 0 || one.word.keys[0] === other.word.keys[0]) return false
  if (isOfConsonants(one) || isOfConsonants(other))
    return apart <= beside && one.sign.key.length + other.sign.key.length >= fewestConsonants
  return apart === 1 || (apart <= nearBy && hasCapital(one.word) && hasCapital(other.word))
}

/** Of both names together. Fewer are words of every other sentence. */
const fewestConsonants = 5

const isOfConsonants = ({ sign }: Found): boolean => sign.need === 'neighbour' || sign.need === 'vowels'

function isSpelledOut({ word, sign }: Found): boolean {
  const vowels = (word.said.match(/\p{L}/gu)?.length ?? 0) - sign.key.length
  // Hebrew has prefixes, and many words that end in ב.
  return sign.key.length > 4 || (sign.key.endsWith('F') && vowels >= 2) || (sign.key.endsWith('B') && vowels >= 3)
}

const hasCapital = ({ isCapital, isCompound }: ReadWord): boolean => isCapital || isCompound

/** A given name on its own, and not that of somebody whose family name follows. */
function isGivenName({ word, sign }: Found, atPlace: ReadonlyMap<number, ReadWord>): boolean {
  if (sign.need !== 'company' || !hasCapital(word) || !ofName.has(sign.part)) return false
  // على is a preposition, and a name.
  if (/^\p{Lo}{1,3}$/u.test(word.said)) return false
  const next = atPlace.get(word.place + 1)
  return !next?.isCapital || !next.keys.some(isFamilyName)
}

const ofName: ReadonlySet<string> = new Set(['given', 'additional', 'family'] satisfies Sign['part'][])
