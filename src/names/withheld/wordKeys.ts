import { soundsOf } from '../fold.ts'
import { inLatin } from './letters/caucasian.ts'

/**
 * How a word sounds, as one key for all scripts that write vowels: Latin, Cyrillic, Greek. Finer than
 * the skeleton of search, which drops every i before a vowel: "Alevi" is no Aliyev. What a script leaves
 * open (is a Latin `c` дж or ts?) is read in one way here; `spellings.ts` gives a name all its ways.
 */
export function soundKey(word: string): string {
  const known = heard.get(word)
  if (known !== undefined) return known
  const key = newSoundKey(word)
  if (word.length > longestHeard) return key
  if (heard.size >= mostHeard) heard.clear()
  heard.set(word, key)
  return key
}

const heard = new Map<string, string>()
const mostHeard = 100_000
const longestHeard = 40

function newSoundKey(word: string): string {
  // Marks that have a letter of their own to go with are part of it now; what is left strikes letters through.
  const lower = inLatin(word.toLowerCase().normalize('NFC').replace(/\p{M}/gu, ''))
  const latin = greek.test(lower) ? greekSounds(lower) : lower.replace(/ee/g, 'i').replace(/oo/g, 'u')
  return soundsOf(latin, { г: 'h', j: 'i' })
    .replace(/ou/g, 'u')
    .replace(/g/g, 'h')
    .replace(/(?<=[aeou])e/g, 'ie')
    .replace(/^i+e/, 'e')
    .replace(/(.)\1+/gu, '$1')
}

const greek = /\p{Script=Greek}/u

function greekSounds(word: string): string {
  const bare = word
    .replace(/[ϊΐ]/gu, 'y')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ς', 'σ')
    // γι before a vowel is й: Ζιγιαντίνοφ.
    .replace(/γι(?=[αεουω])/gu, 'y')
  return bare.replace(/(?<=[οωεα])φ$/u, 'v').replace(greekGroups, (letters) => greekTable[letters] ?? letters)
}

const greekTable: Readonly<Record<string, string>> = {
  ου: 'u',
  αι: 'e',
  ει: 'i',
  οι: 'i',
  υι: 'i',
  αυ: 'av',
  ευ: 'ev',
  ντ: 'd',
  μπ: 'b',
  γκ: 'g',
  γγ: 'g',
  τσ: 'ts',
  τζ: 'dz',
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 't',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'ks',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  τ: 't',
  υ: 'i',
  φ: 'f',
  χ: 'h',
  ψ: 'ps',
  ω: 'o',
}
// Groups stand before single letters in the table, so they are read first.
const greekGroups = new RegExp(Object.keys(greekTable).join('|'), 'gu')

/** Letters that are one to a reader of Arabic script, whichever keyboard wrote them. */
const arabicForms: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ۇ: 'و',
  ۆ: 'و',
  ۈ: 'و',
  ۋ: 'و',
  ک: 'ك',
  گ: 'ك',
  ة: 'ه',
  ە: 'ه',
  ھ: 'ه',
  ہ: 'ه',
  ۀ: 'ه',
  ڤ: 'ف',
  ژ: 'ج',
  چ: 'ج',
  پ: 'ب',
  ـ: '',
  ء: '',
}

/** Written as it stands, with the forms of one letter made one: Arabic, Hebrew, Han and whatever else has no case. */
export function letterKey(word: string): string {
  const bare = word.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC')
  return bare
    .replace(/[\u0600-\u06FF]/gu, (letter) => arabicForms[letter] ?? letter)
    .replace(/[ךםןףץ]/gu, (letter) => hebrewFinals[letter] ?? letter)
}

const hebrewFinals: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' }

/**
 * Consonants of a word in a script that leaves vowels out, in capitals: مصطفاييف and מוסטפאייב are `MSTFF`.
 * For names that nobody wrote in that script. Two that stand side by side are one, as in `soundKey`.
 */
export function consonantKey(word: string): string {
  const bare = word
    .normalize('NFKC')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=.)[هةەה]$/u, '')
  const read = [...bare].map(
    (letter) => consonants[letter] ?? (/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(letter) ? '.' : ''),
  )
  return read
    .join('')
    .replace(/(.)\1+/g, '$1')
    .replaceAll('.', '')
}

/** With what a letter may also be: ض is a z and ث an s in names; ال in the middle of one joins its two words. */
export function consonantKeys(word: string): string[] {
  const other = word.replaceAll('ض', 'ز').replaceAll('ث', 'س')
  return [...new Set([word, other, other.replace(/(?<=[ءا])ال(?=د)/gu, '')].map(consonantKey))]
}

const consonantLetters = {
  B: 'بپב',
  T: 'تطثתט',
  J: 'جژ',
  TŞ: 'چ',
  H: 'حخهھەەغהחג',
  D: 'دضד',
  Z: 'زذظז',
  R: 'رר',
  S: 'سصס',
  Ş: 'شש',
  TS: 'צץ',
  F: 'فڤפף',
  K: 'قكکگקכך',
  L: 'لל',
  M: 'مםמ',
  N: 'نןנ',
}
const consonants: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(consonantLetters).flatMap(([key, letters]) => [...letters].map((letter) => [letter, key])),
)

/** What an Arabic or Hebrew word may be once the small words written onto it are off: و ف ب ل ك ال and ו ה ב ל כ מ ש. The word itself comes first. */
export function withoutProclitics(word: string): string[] {
  const small = /^\p{Script=Hebrew}/u.test(word) ? /^(ו?)([הבלכמש]?)(ה?)/u : /^([وف]?)([بلك]?)(ال|ل)?/u
  const taken = small.exec(word)?.slice(1) ?? []
  const lengths = new Set([0])
  for (let at = 0, length = 0; at < taken.length; at++) {
    length += taken[at]?.length ?? 0
    lengths.add(length)
  }
  return [...lengths].map((length) => word.slice(length)).filter((rest, at) => at === 0 || [...rest].length > 2)
}
