import { headOf, isLongEnough } from './brokenNames.ts'
import { isEnding, isFamilyName, stemsOf } from './endings.ts'
import { addressKey, type ReadWord, readAsWords } from './readAsWords.ts'
import { spellingsOf } from './spellings.ts'
import { soundKey } from './wordKeys.ts'

/** What a person is called and known by, each in as many spellings as there are. */
export type NameParts = {
  given: readonly string[]
  /** Patronymics. */
  additional: readonly string[]
  family: readonly string[]
  /** Whole names whose parts nobody told apart: display names, other spellings. */
  other?: readonly string[]
  birthPlaces?: readonly string[]
  handles?: readonly string[]
  /** Pages and accounts, without scheme: `t.me/name`. */
  addresses?: readonly string[]
  /** What is shown on purpose, a pseudonym: its words are no secret, as they are written there. */
  open?: readonly string[]
}

type Part = 'given' | 'additional' | 'family' | 'birthPlace' | 'handle'

/**
 * What makes a sign count: `nothing` else; a `capital` (or an address, where there are none); the `company` of another
 * part of the same person near by; a `neighbour` of another part right beside it. `vowels` is for consonants: four that
 * end as Slavic family names do say a name where the word spells its vowels out, as words of the language itself do not.
 */
type Need = 'nothing' | 'capital' | 'company' | 'neighbour' | 'vowels'

export type Sign = { part: Part; need: Need }
type StemSign = Sign & {
  mustEnd: boolean
  /** A long name counts with any ending and inside other words. */
  isLong: boolean
  /** Given and short names are declined in Cyrillic texts only. */
  cyrillicOnly: boolean
}

/** A person's names, ready to be looked for in many texts. Made once by `personSigns`. */
export type PersonSigns = {
  readonly exact: ReadonlyMap<string, readonly Sign[]>
  readonly stems: ReadonlyMap<string, readonly StemSign[]>
  /** Whole words of scripts without spaces, looked for anywhere. */
  readonly inside: readonly string[]
  readonly lengths: readonly number[]
  readonly grams: ReadonlySet<string>
  /** Beginnings of long family names: of words that a name was broken into. */
  readonly beginnings: ReadonlySet<string>
  /** Those names. */
  readonly long: readonly string[]
  /** By which an index finds such words, see `headsOf`. */
  readonly heads: ReadonlySet<string>
}

const shortestStem = 3

export function personSigns(parts: NameParts): PersonSigns {
  const signs = newSigns()
  const open = new Set((parts.open ?? []).flatMap(piecesOf).map((piece) => piece.toLowerCase()))
  const isSecret = (piece: string) => !open.has(piece.toLowerCase())
  const note = (part: Part, name: string) => noteName(signs, part, name, isSecret)
  const family = parts.family.some((name) => name.trim() !== '') ? parts.family : parts.given
  for (const name of family) note('family', name)
  for (const name of family === parts.given ? [] : parts.given) note('given', name)
  for (const name of parts.additional) note('additional', name)
  for (const name of parts.birthPlaces ?? []) note('birthPlace', name)
  for (const name of parts.handles ?? []) {
    const letters = readPieces(name).join('')
    if (letters.length > 3) notePiece(signs, 'handle', letters)
  }
  for (const address of parts.addresses ?? [])
    noteExact(signs, addressKey(address), { part: 'handle', need: 'nothing' })
  for (const name of parts.other ?? []) for (const [part, word] of toldApart(name, finished(signs))) note(part, word)
  noteFullNames(signs, parts, isSecret)
  return finished(signs)
}

/** `long`: family names that are looked for where they are broken. */
type Signs = { exact: Map<string, Sign[]>; stems: Map<string, StemSign[]>; inside: Set<string>; long: Set<string> }
const newSigns = (): Signs => ({ exact: new Map(), stems: new Map(), inside: new Set(), long: new Set() })

function finished({ exact, stems, inside, long: broken }: Signs): PersonSigns {
  const keys = [...stems.keys()]
  const long = [...broken]
  return {
    exact,
    stems,
    inside: [...inside],
    lengths: [...new Set(keys.map((key) => key.length))].sort((one, other) => one - other),
    grams: new Set(keys.map((key) => key.slice(0, shortestStem))),
    beginnings: new Set(long.flatMap(beginningsOf)),
    long,
    heads: new Set(long.map(headOf)),
  }
}

/** Two words of every day make a shorter name: «или как» is Ilıcak. */
const shortestBroken = 7

const beginningsOf = (stem: string): string[] =>
  Array.from({ length: stem.length - 1 }, (_, at) => stem.slice(0, at + 1))

/** Small words of names that say nobody's name. */
const particles = new Set(
  [
    'al el ul ad as ash ar at an az abd abdul abdel abu abou bin ben ibn bint bte de del della di da du la le van von der den st san dos ogly oglu oğlu oghlu kyzy kizi kızı qizi zade jr sr',
    'аль эль ель ад ас аш ар абд абдул абдель абу бин ибн бен бинт ван фон де да оглу оглы огли кызы кизи заде',
    'ال عبد ابن بن بنت ابو أبو ابي آل',
  ].flatMap((words) => words.split(' ')),
)

function piecesOf(name: string): string[] {
  const words = readPieces(name)
  const telling = words.filter((word) => !particles.has(word.toLowerCase()))
  return telling.length > 0 ? telling : words
}

/** Longer is no name: every piece has its spellings, and each two of given name and family name have them together. */
const longestName = 1000
const mostPieces = 12
const longestPiece = 60

function readPieces(name: string): string[] {
  return name
    .normalize('NFKC')
    .slice(0, longestName)
    .replace(/[\p{Cf}'’ʼ‘`´ʹ′ʿʾʻ]/gu, '')
    .split(/[^\p{L}\p{M}]+/u)
    .filter(Boolean)
    .slice(0, mostPieces)
    .map((piece) => piece.slice(0, longestPiece))
}

function noteName(signs: Signs, part: Part, name: string, isSecret: (piece: string) => boolean): void {
  const pieces = piecesOf(name).filter(isSecret)
  for (const piece of pieces) notePiece(signs, part, piece)
  const all = readPieces(name)
  if (all.length > 1 && pieces.length > 0) notePiece(signs, part, all.join(''))
  for (const piece of pieces) {
    const servant = /^(?:abd[aeu]l|абд[уе]ль?)(.{4,})$/iu.exec(piece)?.[1]
    if (servant) notePiece(signs, part, servant)
  }
}

function notePiece(signs: Signs, part: Part, piece: string): void {
  const { sounds, letters, consonants } = spellingsOf(piece)
  const length = [...piece].length
  for (const key of sounds) noteSound(signs, part, piece, key, length)
  for (const key of letters) noteLetters(signs, part, key)
  for (const key of consonants) {
    if (key.length < 2) continue
    noteExact(signs, key, { part, need: part === 'family' && key.length >= 4 ? 'vowels' : 'neighbour' })
  }
}

function noteSound(signs: Signs, part: Part, piece: string, key: string, length: number): void {
  const isWeak = part !== 'family' || length <= 2 || key.length <= 2 || (length > 4 && key.length < 4)
  if (isWeak) noteExact(signs, key, { part, need: 'company' })
  if (part !== 'family') noteStems(signs, key, piece, { part, need: 'company', isLong: false, cyrillicOnly: true })
  if (isWeak) return
  const isShort = length < 5
  noteExact(signs, key, { part, need: isShort || key.length < 5 ? 'capital' : 'nothing' })
  // «Зіядзінаў» stands so in one case only, and without its end it is another word.
  if (key.endsWith('au') && key !== soundKey(piece)) return
  // Of a short name too little is left for all its spellings: Rozi is not in «Росія».
  if (isShort && key !== soundKey(piece)) return
  noteStems(signs, key, piece, { part, need: isShort ? 'capital' : 'nothing', isLong: !isShort, cyrillicOnly: isShort })
}

function noteStems(signs: Signs, key: string, piece: string, sign: Omit<StemSign, 'mustEnd'>): void {
  for (const { stem, mustEnd } of stemsOf(key, piece)) {
    if (stem.length < (sign.cyrillicOnly ? shortestStem : 4)) continue
    const need = sign.need === 'nothing' && stem.length < 5 ? 'capital' : sign.need
    noteStem(signs, stem, { ...sign, need, mustEnd, isLong: sign.isLong && stem.length > 5 })
    if (sign.isLong && stem.length >= shortestBroken && isLongEnough(stem)) signs.long.add(stem)
  }
}

/** Scripts without case. Words of Han, kana and Hangul have no spaces around them. */
function noteLetters(signs: Signs, part: Part, key: string): void {
  const length = [...key].length
  if (unspaced.test(key)) {
    if (length >= 2 && part === 'family') signs.inside.add(key)
    noteExact(signs, key, { part, need: 'company' })
    return
  }
  const isTelling = part === 'family' && length >= 4
  noteExact(signs, key, { part, need: isTelling ? 'nothing' : 'company' })
  for (const ending of isTelling && length >= 5 ? letterEndings : [])
    noteExact(signs, key + ending, { part, need: 'nothing' })
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const letterEndings = ['ي', 'يه', 'ين', 'يون', 'ها', 'هم']

function noteFullNames(signs: Signs, { given, family }: NameParts, isSecret: (piece: string) => boolean): void {
  const wholeAndPieces = (name: string) => [...new Set([...piecesOf(name), readPieces(name).join('')])].filter(isSecret)
  for (const one of given.flatMap(wholeAndPieces)) {
    for (const other of family.flatMap(wholeAndPieces)) noteFullName(signs, one, other)
  }
}

function noteFullName(signs: Signs, given: string, family: string): void {
  if (unspaced.test(given) && unspaced.test(family)) signs.inside.add(family + given)
  const isOneScript = soundKey(given) !== '' && scriptOf(given) === scriptOf(family)
  if (!isOneScript || !/\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u.test(given)) return
  for (const { sounds, consonants } of [given + family, family + given].map(spellingsOf)) {
    for (const stem of sounds.filter(({ length }) => length > 5))
      noteStem(signs, stem, { part: 'family', need: 'nothing', mustEnd: false, isLong: true, cyrillicOnly: false })
    for (const key of consonants.filter(({ length }) => length > 5))
      noteExact(signs, key, { part: 'family', need: 'nothing' })
  }
}

const scriptOf = (word: string): string =>
  ['Latin', 'Cyrillic', 'Greek'].find((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(word)) ?? ''

function noteExact(signs: Signs, key: string, sign: Sign): void {
  const known = signs.exact.get(key) ?? []
  if (!known.some(({ part, need }) => part === sign.part && need === sign.need)) signs.exact.set(key, [...known, sign])
}

function noteStem(signs: Signs, stem: string, sign: StemSign): void {
  const known = signs.stems.get(stem) ?? []
  const isKnown = known.some((one) => one.part === sign.part && one.need === sign.need && one.mustEnd === sign.mustEnd)
  if (!isKnown) signs.stems.set(stem, [...known, sign])
}

/** Which word of a whole name is which: what is known already, patronymics by their ends, and the family name last. */
function toldApart(name: string, known: PersonSigns): [Part, string][] {
  const words = name.split(/[\s,]+/u).filter((word) => /\p{L}/u.test(word))
  if (words.length === 1 && words[0]) return [['family', words[0]]]
  const parts = words.map((word) => partOf(word, known))
  const hasFamily = parts.includes('family')
  const last = parts.lastIndexOf(undefined)
  const isFamily = (word: string, at: number) =>
    !hasFamily && (parts.includes('given') || at === last || isFamilyName(soundKey(word)))
  return words.map((word, at) => [parts[at] ?? (isFamily(word, at) ? 'family' : 'given'), word])
}

function partOf(word: string, known: PersonSigns): Part | undefined {
  const found = readAsWords(word).flatMap((read) => signsIn(read, known))
  if (found.length > 0) return found.find(({ part }) => part === 'family')?.part ?? found[0]?.part
  return patronymic.test(soundKey(word)) ? 'additional' : undefined
}

const patronymic = /(?:[oie]viç|[oie]vna|ivna|içna)$/

/** The signs of a person that one word is, each with the reading of the word that it was found in. */
export function signsIn(word: Standing, person: PersonSigns): (Sign & { key: string })[] {
  const found: (Sign & { key: string })[] = []
  for (const key of word.keys) {
    const signs = [...(person.exact.get(key) ?? []), ...stemSignsIn(key, word, person), ...insideOf(key, person)]
    for (const { part, need } of signs) found.push({ part, need, key })
  }
  return found
}

/** Whether a word that was put together from several is a long family name, in whichever case. */
export function isLongName({ keys }: ReadWord, { long, stems }: PersonSigns): boolean {
  return keys.some((key) =>
    long.some((stem) => key.startsWith(stem) && endsAName(key.slice(stem.length), stems.get(stem))),
  )
}

const endsAName = (rest: string, signs: readonly StemSign[] = []): boolean =>
  isEnding(rest) && signs.some(({ isLong, mustEnd }) => isLong && !(mustEnd && rest === ''))

function insideOf(key: string, { inside }: PersonSigns): Sign[] {
  return inside.some((name) => key.includes(name)) ? [{ part: 'family', need: 'nothing' }] : []
}

function stemSignsIn(key: string, word: Standing, person: PersonSigns): Sign[] {
  const found: Sign[] = []
  for (let from = 0; from + shortestStem <= key.length; from++) {
    if (!person.grams.has(key.slice(from, from + shortestStem))) continue
    for (const length of person.lengths) {
      if (from + length > key.length) break
      const stem = key.slice(from, from + length)
      const rest = key.slice(from + length)
      for (const sign of person.stems.get(stem) ?? [])
        if (from === 0 ? beginsWith(sign, stem, rest, word) : standsInside(sign, stem, rest, word)) found.push(sign)
    }
  }
  return found
}

type Standing = Pick<ReadWord, 'keys' | 'isCompound' | 'isCyrillic'>

function beginsWith(sign: StemSign, stem: string, rest: string, word: Standing): boolean {
  if (sign.cyrillicOnly && !word.isCyrillic) return false
  if (sign.mustEnd && rest === '') return false
  // "Change" is no Chang: where words are not declined with it, an e belongs to the word.
  if (isEnding(rest) && (word.isCyrillic || stem.length > 5 || !rest.startsWith('e'))) return true
  return standsInside(sign, stem, rest, word)
}

/** Inside a word a long name counts; in running text it has to be longer, and not the beginning of another name. */
function standsInside(sign: StemSign, stem: string, rest: string, { isCompound }: Standing): boolean {
  if (!sign.isLong) return false
  return isCompound || (stem.length > 6 && (isFamilyName(stem) || !isFamilyName(rest)))
}
