/**
 * Folding: every spelling of a name, in Cyrillic or Latin, becomes one skeleton. It is made for
 * finding (recall), never for showing: rank exact hits first.
 *
 * Skeletons are Latin: `c` is дж (Dzh, C, J), `ç` ч, `ş` ш and щ, `ž` ж; i, ı, y, й, ы are one `i`,
 * which is silent before another vowel (Mustafa-i-ev, Mustafa-y-ev, Мустафаєв); doubles are single.
 */

/** Two letters are ambiguous, so a word can have several skeletons. */
type Reading = { г: 'h' | 'g'; j: 'c' | 'i' }

// г is h (Ukrainian) and g (Russian, Crimean Tatar); a first J is дж (Jemil) and й (Jusuf).
const readings: readonly Reading[] = [
  { г: 'h', j: 'c' },
  { г: 'g', j: 'c' },
  { г: 'h', j: 'i' },
  { г: 'g', j: 'i' },
]

/** One skeleton of a text, word by word: the first reading. Equal texts fold equally; for recall use `foldings`. */
export function fold(text: string): string {
  return wordsOf(text)
    .map((word) => skeleton(word, readings[0] as Reading))
    .join(' ')
}

/** All skeletons of a text or search token, the most likely first. Index these and search for these. */
export function foldings(text: string): string[] {
  const words = wordsOf(text)
  return distinct(readings.map((reading) => words.map((word) => skeleton(word, reading)).join(' ')))
}

/**
 * The keys of a person's names: for each full spelling its skeletons, words in alphabetical order, so
 * that "Mustafaiev Server" and «Сервер Мустафаєв» share a key. Two people who share one may be the same.
 */
export function nameKeys(spellings: readonly string[]): string[] {
  const joined = spellings.map((spelling) => spelling.replace(/(\p{L})\p{Pd}(?=\p{L})/gu, '$1'))
  return distinct(joined.flatMap((spelling) => foldings(spelling).map((folded) => folded.split(' ').sort().join(' '))))
}

const distinct = (texts: string[]): string[] => [...new Set(texts.filter(Boolean))]

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase().normalize('NFC').replace(apostrophes, '')
  return plain.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean)
}

const apostrophes = /['’ʼ‘`´ʹ′ʿʾ]/gu

function skeleton(word: string, reading: Reading): string {
  return soundsOf(word, reading)
    .replace(/i+(?=[aeou])/g, '')
    .replace(/(.)\1+/gu, '$1')
}

/** A lower-case word by its sounds, letter by letter: nothing is silent yet, and doubles are double. */
export function soundsOf(word: string, reading: Reading): string {
  const latin = word
    .replace(/^dj/, 'dzh')
    .replace(/^j/, reading.j)
    .replace(/dj/g, reading.j === 'c' ? 'dzh' : 'di')
    .replace(sounds, (letters) => (letters === 'г' ? reading.г : (table[letters] ?? letters)))
  return withoutMarks(latin)
    .replace(/(?<=[eo])ff$/, 'v')
    .replace(/[yj]/g, 'i')
}

/** Marks go, but the three letters that skeletons are written with stay. */
function withoutMarks(word: string): string {
  return word.replace(/[^çşž]+/gu, (letters) => letters.normalize('NFKD').replace(/\p{M}/gu, ''))
}

/** Letters and groups of letters by the sound they stand for. The longest group at a place is read. */
const table: Readonly<Record<string, string>> = {
  // Latin groups: English, German, Polish, French, the scholarly alphabets
  schtsch: 'ş',
  shch: 'ş',
  šč: 'ş',
  szcz: 'ş',
  dsch: 'c',
  dzh: 'c',
  dž: 'c',
  dż: 'c',
  tsch: 'ç',
  tch: 'ç',
  cz: 'ç',
  ch: 'ç',
  č: 'ç',
  ć: 'ç',
  sch: 'ş',
  sh: 'ş',
  sz: 'ş',
  š: 'ş',
  ś: 'ş',
  zh: 'ž',
  ż: 'ž',
  ź: 'ž',
  kh: 'h',
  gh: 'g',
  ğ: 'g',
  ph: 'f',
  ck: 'k',
  q: 'k',
  w: 'v',
  x: 'ks',
  tz: 'ts',
  ou: 'u',
  ß: 's',
  ł: 'l',
  đ: 'd',
  ø: 'o',
  æ: 'e',
  ı: 'i',
  // Cyrillic: Ukrainian, Russian, Crimean Tatar
  дж: 'c',
  къ: 'k',
  гъ: 'g',
  нъ: 'n',
  а: 'a',
  б: 'b',
  в: 'v',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ё: 'io',
  ж: 'ž',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ç',
  ш: 'ş',
  щ: 'ş',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
  // Belarusian, Tatar, Kazakh, Azerbaijani
  ў: 'u',
  ә: 'e',
  ə: 'e',
  ө: 'o',
  ү: 'u',
  ұ: 'u',
  қ: 'k',
  ғ: 'g',
  ң: 'n',
  һ: 'h',
  ј: 'i',
  ҹ: 'c',
  җ: 'c',
  // Arabic: forms of one letter, and the stroke that only lengthens a line
  ى: 'ي',
  ة: 'ه',
  ـ: '',
}

const groups = [...Object.keys(table), 'г'].sort((one, other) => other.length - one.length)
const sounds = new RegExp(groups.join('|'), 'gu')
