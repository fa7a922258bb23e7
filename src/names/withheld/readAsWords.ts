import { asSeen, cleaned } from './letters/cleanText.ts'
import { decoded, isCoded } from './letters/decoded.ts'
import { isDisguised, withoutDigits, withoutLookalikes } from './letters/lookalikes.ts'
import { consonantKeys, letterKey, soundKey, withoutProclitics } from './wordKeys.ts'

/** One word of a text, or what a person or a search engine would read as one. */
export type ReadWord = {
  /** As it stands in the text. */
  said: string
  /** Where that begins, in UTF-16 units. */
  at: number
  /** How many words of the text stand before it. */
  place: number
  /** The letters that it was read from; none where it was put together from other words of the text. */
  letters: string
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
  readText(text, reading)
  const seen = asSeen(text)
  if (seen !== null) readText(seen, reading)
  return reading.words
}

function readText(text: string, reading: Reading): void {
  // As many marks as can stand on a letter and more: the rest is read as if it were not there.
  for (const [chunk, at] of chunksOf(text.replace(marksWithoutEnd, ''))) readChunk(chunk, at, reading)
  endStretch(reading)
}

const marksWithoutEnd = /(?<=\p{M}{50})\p{M}+/gu

/** What stands between two spaces; of what has no end a piece at a time, each with the end of the one before. */
function* chunksOf(text: string): Generator<[chunk: string, at: number]> {
  chunks.lastIndex = 0
  for (let found = chunks.exec(text); found; found = chunks.exec(text)) {
    const { 0: chunk, index } = found
    const next = index + chunk.length
    yield [chunk, index]
    chunks.lastIndex = chunk.length >= longest && /^\S/.test(text.slice(next, next + 1)) ? next - overlap : next
  }
}

/** No word, handle or address that names somebody is longer, and no name is longer than what two pieces share. */
const longest = 2000
const overlap = 200

type Letter = { letter: string; said: string; at: number }
type Reading = { words: ReadWord[]; place: number; single: Letter[] }

// A hyphen between syllables goes on after white space where the next letter is small, or stands on the next line.
const chunks =
  /(?:\S|\uFEFF){1,2000}(?:(?<=[\p{L}\p{M}\p{Cf}]{2}[-‐‑¬])(?:[^\S\r\n]{0,50}[\r\n]\s{0,50}|\s{1,50}(?=[\p{Ll}\p{Lo}]))(?=[\p{L}\p{M}\p{Cf}]{2})(?:\S|\uFEFF){1,2000}){0,10}/gu
const address =
  /:\/\/|^[(<"«“]?www\.|%[0-9a-f]{2}|xn--|[\p{L}\p{N}]\.\p{L}{2,}[/?#]|@|[\p{L}\p{N}]\.[\p{L}\p{N}-]{3,63}\.(?:com|org|net|info|me|ua|ru|by|tr|kz)/iu
// Letters with what may stand inside a word; a mark belongs to its letter.
const runs = /[#@]?[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'_]|[-‐‑¬]\s*(?=[\p{L}\p{N}]))*/gu

function readChunk(chunk: string, at: number, reading: Reading): void {
  const known = plainWord(chunk)
  if (known) {
    endStretch(reading)
    // Field by field: most words of most texts pass here.
    const { said, letters, offset, keys, isCapital, isCyrillic } = known
    reading.words.push({
      said,
      letters,
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
  const read = isAddress || isCoded(seen) ? cleaned(decoded(seen)) : seen
  if (isAddress) for (const key of addressKeysIn(read)) pushKey(key, chunk, at, reading)
  // «?a=ziia&b=dinov»: what stands in a query, without what it is called there.
  const whole = isAddress && read.includes('=') ? `${read} ${read.replace(/([?&])[\w.-]{1,30}=/g, '$1')}` : read
  for (const run of whole.matchAll(runs)) {
    const offset = whole === chunk ? run.index : 0
    const said = whole === chunk ? run[0] : chunk
    readRun(run[0], { said: trimmed(said), at: at + offset, isAddress }, reading)
  }
}

// Most of every text: a word in small letters, perhaps with a capital, and punctuation around it.
const plain = /^[\p{P}\p{S}]*(?<!#|@)\p{L}(?:\p{Ll}+|\p{Script=Arabic}+)[.,;:!?)»”"]*$/u
const plainLetters = /\p{L}+/u

const isNumber = /^[(«“"'#№+-]*\d[.,:;!?)\d]*$/u

type PlainWord = Pick<ReadWord, 'said' | 'letters' | 'keys' | 'isCapital' | 'isCyrillic'> & { offset: number }

// Texts are long and have few words: each is read once.
const plainWords = new Map<string, PlainWord | null>()
const mostPlainWords = 200_000
const longestPlain = 40

/** What stands between two spaces, where it is one word and nothing can hide in it; null where more has to be looked at. */
function plainWord(chunk: string): PlainWord | null {
  if (chunk.length > longestPlain) return null
  const known = plainWords.get(chunk)
  if (known !== undefined) return known
  const read = isPlain(chunk) ? readPlain(chunk) : null
  if (plainWords.size >= mostPlainWords) plainWords.clear()
  plainWords.set(chunk, read)
  return read
}

const isPlain = (chunk: string): boolean =>
  plain.test(chunk) && chunk === chunk.normalize('NFKC') && !isDisguised(chunk)

function readPlain(chunk: string): PlainWord {
  const { 0: said, index } = plainLetters.exec(chunk) ?? { 0: chunk, index: 0 }
  const { keys, isCapital, isCyrillic } = wordOf(said, { said, at: 0, place: 0, isCompound: false })
  return { said, letters: said, offset: index, keys, isCapital, isCyrillic }
}

/** An address as it is compared: no scheme, no `www`, small letters. */
export const addressKey = (address: string): string => `/${address.toLowerCase().normalize('NFKC')}`

const addresses =
  /(?<![\p{L}\p{N}@.-])(?:www\.)?([\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5})(?::\d+)?((?:\/[^\s/?#<>"]{1,100}){0,6})/gu

/** Of each address the host, and the host with each of its first segments. */
function addressKeysIn(text: string): string[] {
  return [...text.matchAll(addresses)].flatMap(([, host = '', path = '']) => {
    const segments = path
      .split('/')
      .slice(1)
      .map((one) =>
        one
          .replace(/^[@~]+/, '')
          .replace(/[),.;:!»”]+$/u, '')
          .replace(/\.\w{2,4}$/, ''),
      )
    return [host, ...segments.map((_, at) => [host, ...segments.slice(0, at + 1)].join('/'))].map(addressKey)
  })
}

function pushKey(key: string, said: string, at: number, reading: Reading): void {
  reading.words.push({
    said: trimmed(said),
    letters: '',
    at,
    place: Math.max(0, reading.place - 1),
    keys: [key],
    isCapital: false,
    isCompound: true,
    isCyrillic: false,
  })
}

const trimmed = (said: string): string => said.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') || said

type Stand = { said: string; at: number; isAddress: boolean }

/** A run of letters: its parts, what those are in camel case, and all of it as one word. */
function readRun(run: string, { said, at, isAddress }: Stand, reading: Reading): void {
  const parts = run.split(/[^\p{L}\p{M}']+/u).filter((part) => /\p{L}/u.test(part))
  const [only = ''] = parts
  if (parts.length === 1 && [...only].length === 1) {
    reading.single.push({ letter: only, said, at })
    // A stretch without end is read a piece at a time.
    if (reading.single.length >= longestStretch) endStretch(reading)
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
  const spelled = withoutDigits(run)
  if (spelled) push(spelled.replace(/[^\p{L}\p{M}]+/gu, ''), said, at, reading)
  if (pieces.length > 1) push(parts.join('').replaceAll("'", ''), said, at, reading)
  else if (isHandle) for (const rest of withoutCampaign(only)) push(rest, said, at, reading)
}

function push(text: string, said: string, at: number, reading: Reading): void {
  const place = Math.max(0, reading.place - 1)
  for (const form of formsOf(text))
    reading.words.push({ ...wordOf(form, { said, at, place, isCompound: true }), letters: '' })
}

/** «ЕмільЗіядінов», "EUZiiadinov". */
const humpsOf = (word: string): string[] =>
  word.split(/(?<=\p{Ll}[\p{M}']{0,5})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u)

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
const longestStretch = 500

/** Stretched words that follow each other: a new one begins with a capital, another script or a wider gap. */
function stretchesIn(letters: readonly Letter[]): Letter[][] {
  const gaps = letters.slice(1).map(({ at }, index) => at - (letters[index]?.at ?? 0))
  const usualGap = gaps.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY)
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
    letters: word,
    keys: keysOfWord(word),
    isCapital: first !== first.toLowerCase() || !cased.test(first),
    isCyrillic: cyrillic.test(word),
  }
}

const cased = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Georgian}\p{Script=Armenian}]/u
const cyrillic = /\p{Script=Cyrillic}/u
const abjad = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

/** The ways to read a word. */
export function keysOfWord(word: string): readonly string[] {
  if (cased.test(word)) return [soundKey(word)]
  if (!abjad.test(word)) return [letterKey(word)]
  const bare = withoutProclitics(letterKey(word))
  return [...new Set([...bare, ...withoutProclitics(word).flatMap(consonantKeys)])].filter(Boolean)
}
