/** How text is cleaned before it is read: what nobody sees is gone, and what is only another shape of a letter is the letter. */

const unseen = /(?:[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Co}\p{Cn}\u2800\uFFFC\uFFFD]|(?!\s)\p{Cc})+/gu
const apostrophes = /['’ʼ‘`´ʹ′ʿʾʻ＇]+/gu
/** A letter has few marks; more of them are there to keep a program busy. */
const moreMarks = /(\p{M}{4})\p{M}+/gu
const framed = /[\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}]/gu
/** Two of them are a flag. */
const regional = /[\u{1F1E6}-\u{1F1FF}]{3,}/gu

export function cleaned(text: string): string {
  return text
    .replace(unseen, '')
    .replace(moreMarks, '$1')
    .replace(apostrophes, "'")
    .replace(framed, unframed)
    .replace(regional, (letters) => [...letters].map(unframed).join(''))
    .normalize('NFKC')
    .replace(unseen, '')
}

/** Where the alphabets of letters in circles, squares and flags begin, which no normal form takes apart. */
const alphabets = [0x1f1e6, 0x1f170, 0x1f150]

function unframed(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  const first = alphabets.find((one) => code >= one) ?? code
  return String.fromCharCode(65 + code - first)
}

const overridden = /\u202E([^\u202C\u2069\r\n\u2028\u2029]*)/gu

/** A text as it is seen, where it is written from right to left against its letters. Null where it is not. */
export function asSeen(text: string): string | null {
  return text.includes('\u202E') ? text.replace(overridden, (_, letters: string) => reversed(letters)) : null
}

const reversed = (text: string): string => (text.match(/\P{M}\p{M}{0,4}/gu) ?? []).reverse().join('')
