/**
 * Ukrainian in Latin letters as passports have it: resolution 55 of the Cabinet of Ministers, 27
 * January 2010. Proposes a spelling; a person's own spelling goes before it.
 */
export function romaniseUkrainian(text: string): string {
  return text.normalize('NFC').replace(words, (word) => romaniseWord(word.replace(silent, '')))
}

const words = /[А-ЩЬЮЯЄІЇҐа-щьюяєіїґ'’ʼ]+/gu
const silent = /[ьЬ'’ʼ]/gu

const letters: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'y',
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
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ю: 'iu',
  я: 'ia',
}
const atStart: Readonly<Record<string, string>> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' }

function romaniseWord(word: string): string {
  const isShouted = word.length > 1 && word === word.toUpperCase()
  // "зг" is "zgh", so that it is not read as "zh"
  const small = [...word.toLowerCase().replaceAll('зг', 'з\u0000')]
  const latin = small.map((letter, at) => (letter === '\u0000' ? 'gh' : romaniseLetter(letter, at === 0)))
  if (isShouted) return latin.join('').toUpperCase()
  return latin.map((piece, at) => (isUpper(word[at]) ? capitalised(piece) : piece)).join('')
}

function romaniseLetter(letter: string, isFirst: boolean): string {
  return (isFirst ? atStart[letter] : undefined) ?? letters[letter] ?? letter
}

const isUpper = (letter = ''): boolean => letter !== letter.toLowerCase()
const capitalised = (piece: string): string => piece.charAt(0).toUpperCase() + piece.slice(1)
