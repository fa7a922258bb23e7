import { domainToUnicode } from 'node:url'
import { consonantKey, letterKey, soundKey, withoutProclitics } from './wordKeys.ts'

/** One word of a text, or what a person or a search engine would read as one. */
export type ReadWord = {
  /** As it stands in the text. */
  said: string
  /** Where that begins, in UTF-16 units. */
  at: number
  /** How many words of the text stand before it. */
  place: number
  /** The ways to read it: by sound, by letters, by consonants. */
  keys: readonly string[]
  isCapital: boolean
  /** Stands in a handle, hashtag or address, or was put together: there capitals say nothing, and names stand inside words. */
  isCompound: boolean
  isCyrillic: boolean
}

/**
 * The words of a text as they are read, whatever hides in them: characters that nobody sees are gone, hyphenation
 * is joined, handles, hashtags, camel case and addresses are taken apart, stretched letters («З і я») are one word.
 */
export function readAsWords(text: string): ReadWord[] {
  const reading: Reading = { words: [], place: 0, single: [] }
  for (const { 0: chunk, index } of text.matchAll(chunks)) readChunk(chunk, index, reading)
  endStretch(reading)
  return reading.words
}

type Letter = { letter: string; said: string; at: number }
type Reading = { words: ReadWord[]; place: number; single: Letter[] }

// A hyphen between syllables goes on after white space where the next letter is small, or stands on the next line.
const chunks =
  /(?:\S|\uFEFF)+(?:(?<=[\p{L}\p{M}\p{Cf}]{2}[-‐‑¬])(?:[^\S\r\n]*[\r\n]\s*|\s+(?=[\p{Ll}\p{Lo}]))(?=[\p{L}\p{M}\p{Cf}]{2})(?:\S|\uFEFF)+)*/gu
const unseen = /(?:[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]|(?!\s)\p{Cc})+/gu
const apostrophes = /['’ʼ‘`´ʹ′ʿʾʻ＇]/gu
const address = /:\/\/|^[(<"«“]?www\.|%[0-9a-f]{2}|xn--|[\p{L}\p{N}]\.\p{L}{2,}[/?#]|@/iu
// Letters with what may stand inside a word; a mark belongs to its letter.
const runs = /[#@]?[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'_]|[-‐‑¬]\s*(?=[\p{L}\p{N}]))*/gu

const cleaned = (text: string): string =>
  text.replace(unseen, '').replace(apostrophes, "'").normalize('NFKC').replace(unseen, '')

function readChunk(chunk: string, at: number, reading: Reading): void {
  const known = plainWord(chunk)
  if (known) {
    endStretch(reading)
    // Field by field: most words of most texts pass here.
    const { said, offset, keys, isCapital, isCyrillic } = known
    reading.words.push({
      said,
      at: at + offset,
      place: reading.place++,
      keys,
      isCapital,
      isCompound: false,
      isCyrillic,
    })
    return
  }
  if (isNumber.test(chunk)) {
    endStretch(reading)
    return
  }
  const seen = cleaned(chunk)
  const isAddress = address.test(seen)
  const read = isAddress ? cleaned(decoded(seen)) : seen
  for (const run of read.matchAll(runs)) {
    const offset = read === chunk ? run.index : 0
    const said = read === chunk ? run[0] : chunk
    readRun(run[0], { said: trimmed(said), at: at + offset, isAddress }, reading)
  }
}

// Most of every text: a word in small letters, perhaps with a capital, and punctuation around it.
const plain = /^[\p{P}\p{S}]*(?<!#|@)\p{L}(?:\p{Ll}+|\p{Script=Arabic}+)[.,;:!?)»”"]*$/u
const plainLetters = /\p{L}+/u

const isNumber = /^[(«“"'#№+-]*\d+[.,:;!?)\d]*$/u

type PlainWord = Pick<ReadWord, 'said' | 'keys' | 'isCapital' | 'isCyrillic'> & { offset: number }

// Texts are long and have few words: each is read once.
const plainWords = new Map<string, PlainWord | null>()
const mostPlainWords = 200_000

/** What stands between two spaces, where it is one word and nothing can hide in it; null where more has to be looked at. */
function plainWord(chunk: string): PlainWord | null {
  const known = plainWords.get(chunk)
  if (known !== undefined) return known
  const read = isPlain(chunk) ? readPlain(chunk) : null
  if (plainWords.size >= mostPlainWords) plainWords.clear()
  plainWords.set(chunk, read)
  return read
}

const isPlain = (chunk: string): boolean => plain.test(chunk) && chunk === chunk.normalize('NFKC') && !mixed(chunk)

function readPlain(chunk: string): PlainWord {
  const { 0: said, index } = plainLetters.exec(chunk) ?? { 0: chunk, index: 0 }
  const { keys, isCapital, isCyrillic } = wordOf(said, { said, at: 0, place: 0, isCompound: false })
  return { said, offset: index, keys, isCapital, isCyrillic }
}

const trimmed = (said: string): string => said.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') || said

type Stand = { said: string; at: number; isAddress: boolean }

/** A run of letters: its parts, what those are in camel case, and all of it as one word. */
function readRun(run: string, { said, at, isAddress }: Stand, reading: Reading): void {
  const parts = run.split(/[^\p{L}\p{M}']+/u).filter((part) => /\p{L}/u.test(part))
  const [only = ''] = parts
  if (parts.length === 1 && [...only].length === 1) {
    reading.single.push({ letter: only, said, at })
    return
  }
  endStretch(reading)
  const isHandle = isAddress || /^[#@]|_|\p{L}\p{N}|\p{N}\p{L}/u.test(run)
  const pieces = parts.flatMap((part) => {
    const humps = humpsOf(part)
    return humps.length > 1 ? humps.map((text) => ({ text, isCompound: true })) : [{ text: part, isCompound: isHandle }]
  })
  for (const { text, isCompound } of pieces) {
    const place = reading.place++
    for (const form of formsOf(text)) reading.words.push(wordOf(form, { said, at, place, isCompound }))
  }
  if (pieces.length > 1) push(parts.join('').replaceAll("'", ''), said, at, reading)
  else if (isHandle) for (const rest of withoutCampaign(only)) push(rest, said, at, reading)
}

function push(text: string, said: string, at: number, reading: Reading): void {
  const place = Math.max(0, reading.place - 1)
  for (const form of formsOf(text)) reading.words.push(wordOf(form, { said, at, place, isCompound: true }))
}

/** «ЕмільЗіядінов», "EUZiiadinov". */
const humpsOf = (word: string): string[] => word.split(/(?<=\p{Ll}[\p{M}']*)(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u)

/** What stands before a name in the hashtag of a campaign. */
const campaign = /^(?:free|freedomfor|justicefor|save|release|standwith|свободу|волю|свобода|özgürlük)(?=\p{L}{4})/iu
const withoutCampaign = (word: string): string[] => (campaign.test(word) ? [word.replace(campaign, '')] : [])

/** A word whole and broken at its apostrophes: «Мар’яна», "Server'in", "d'Emil"; and as each script that its letters may be of. */
function formsOf(word: string): string[] {
  const broken = word.includes("'") ? word.split("'").filter((part) => [...part].length > 2) : []
  return [word.replaceAll("'", ''), ...broken].filter(Boolean).flatMap(withoutLookalikes)
}

/** «З і я д і н о в», "З.і.я.д.і.н.о.в": four letters or more, each on its own. */
function endStretch(reading: Reading): void {
  const { single } = reading
  reading.single = []
  for (const { letter, said, at } of single)
    reading.words.push(wordOf(letter, { said, at, place: reading.place++, isCompound: false }))
  const words = stretchesIn(single)
  const pairs = words.slice(1).map((word, index) => [...(words[index] ?? []), ...word])
  for (const stretch of words.length > 2 ? [single, ...pairs, ...words] : [...pairs, ...words]) {
    if (stretch.length < shortestStretch) continue
    // Each is a place of its own, so that two of them can be given name and family name.
    reading.place++
    const said = stretch.map((one) => one.said).join(' ')
    push(stretch.map(({ letter }) => letter).join(''), said, stretch[0]?.at ?? 0, reading)
  }
}

const shortestStretch = 4

/** Stretched words that follow each other: a new one begins with a capital, another script or a wider gap. */
function stretchesIn(letters: readonly Letter[]): Letter[][] {
  const usualGap = Math.min(...letters.slice(1).map(({ at }, index) => at - (letters[index]?.at ?? 0)))
  const words: Letter[][] = []
  for (const [index, one] of letters.entries()) {
    const before = letters[index - 1]
    const isNew = !before || startsAnew(before, one) || one.at - before.at > usualGap
    if (isNew) words.push([])
    words.at(-1)?.push(one)
  }
  return words
}

function startsAnew({ letter: before }: Letter, { letter }: Letter): boolean {
  return (/^\p{Lu}/u.test(letter) && !/^\p{Lu}/u.test(before)) || abjad.test(letter) !== abjad.test(before)
}

function wordOf(word: string, stand: { said: string; at: number; place: number; isCompound: boolean }): ReadWord {
  const [first = ''] = word
  return {
    ...stand,
    keys: keysOfWord(word),
    isCapital: first !== first.toLowerCase() || !cased.test(first),
    isCyrillic: cyrillic.test(word),
  }
}

const cased = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u
const cyrillic = /\p{Script=Cyrillic}/u
const abjad = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

function keysOfWord(word: string): readonly string[] {
  if (cased.test(word)) return [soundKey(word)]
  if (!abjad.test(word)) return [letterKey(word)]
  const bare = withoutProclitics(letterKey(word))
  return [...new Set([...bare, ...withoutProclitics(word).map(consonantKey)])].filter(Boolean)
}

/** Addresses as they are shown: percent signs and punycode read, both more than once where they were written so. */
function decoded(text: string): string {
  let read = text
  for (let times = 0; times < 3 && read.includes('%'); times++)
    read = read.replace(/(?:%[0-9a-f]{2})+/giu, percentDecoded)
  return read.replace(/xn--[a-z0-9-]+/giu, (label) => domainToUnicode(label) || label)
}

function percentDecoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    // Not UTF-8: nobody reads it as letters.
    return encoded
  }
}

const lookalikes = { Latin: 'aceiopsxyjhABCEHIKMOPTXYSJ', Cyrillic: 'асеіорѕхујһАВСЕНІКМОРТХУЅЈ' } as const
const toCyrillic = new Map([...lookalikes.Latin].map((letter, at) => [letter, [...lookalikes.Cyrillic][at] ?? letter]))
const toLatin = new Map([...toCyrillic].map(([latin, other]) => [other, latin]))
const greekToCyrillic = new Map(
  [...'αοερνιυκΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'].map((letter, at) => [letter, [...'аоерvіукАВЕZНІКМNОРТУХ'][at] ?? letter]),
)

const mixed = (word: string): boolean =>
  [/\p{Script=Latin}/u, cyrillic, /\p{Script=Greek}/u].filter((script) => script.test(word)).length > 1

/** A Latin `a` inside a Cyrillic word is read as an а: a mixed word is also read as wholly of either script. */
function withoutLookalikes(word: string): string[] {
  if (!mixed(word)) return [word]
  const through = (letters: ReadonlyMap<string, string>) =>
    [...word].map((letter) => letters.get(letter) ?? letter).join('')
  return [...new Set([word, through(toCyrillic), through(toLatin), through(greekToCyrillic)])]
}
