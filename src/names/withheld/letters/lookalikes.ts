import unhomoglyph from 'unhomoglyph'

/** Letters that look like others, read as those: a word is also read as wholly of either script. */

const pairs = { Latin: 'aceiopsxyjhlABCEHIKMOPTXYSJ', Cyrillic: 'асеіорѕхујһӏАВСЕНІКМОРТХУЅЈ' } as const
const toCyrillicLetter = new Map([...pairs.Latin].map((letter, at) => [letter, [...pairs.Cyrillic][at] ?? letter]))
const toLatinLetter = new Map([...toCyrillicLetter].map(([latin, other]) => [other, latin]))
const greekToCyrillic = lettersOf('αοερνιυκΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'аоерvіукАВЕZНІКМNОРТУХ')

/** What the table of Unicode leaves out or reads as something else: small capitals, letters of old and distant alphabets. */
const toLatinToo = lettersOf('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢпԁѵһԛԝӏⲌⲍոսցհ', 'abcdefghijklmnoprstuvwyzndvhqwiZznughZ')
const toCyrillicToo = lettersOf('ӏӀѧѩѵѡѳѣєꙗꙑіԁռⲌⲍ', 'іІяяиофєєяиідпЗз')

function lettersOf(from: string, to: string): ReadonlyMap<string, string> {
  const written = [...to]
  return new Map([...from].map((letter, at) => [letter, written[at] ?? letter]))
}

/** What the table of Unicode says of a letter. Letters are few, and each is looked up in a long table. */
function inTable(letter: string): string {
  const known = looked.get(letter)
  if (known !== undefined) return known
  const like = unhomoglyph(letter)
  looked.set(letter, like)
  return like
}

const looked = new Map<string, string>()

/** The Latin letter that this one looks like, where the table has one: not what it sounds like. */
function latinLike(letter: string): string {
  const known = toLatinToo.get(letter) ?? toLatinLetter.get(letter)
  if (known) return known
  const like = letter > '\u007F' ? inTable(letter) : letter
  return /^[a-z]{1,2}$/i.test(like) ? like : letter
}

function cyrillicLike(letter: string): string {
  const known = toCyrillicToo.get(letter)
  if (known || /\p{Script=Cyrillic}/u.test(letter)) return known ?? letter
  return toCyrillicLetter.get(letter) ?? toCyrillicLetter.get(latinLike(letter)) ?? letter
}

const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u]
const odd =
  /[\u0250-\u02AF\u1D00-\u1DBF\u2C60-\u2C7F\uA720-\uA7FF\uAB30-\uAB64\u0460-\u0489\u04C0\u04CF\u0500-\u052F\u1C80-\u1C8F\uA640-\uA69F]|(?=\p{L})[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Whether letters of another alphabet, or of none that is written today, may stand for those of the word. */
export const isDisguised = (word: string): boolean =>
  scripts.filter((script) => script.test(word)).length > 1 || odd.test(word)

/** A Latin `a` inside a Cyrillic word is read as an а, and so is whatever looks like one. The word itself comes first. */
export function withoutLookalikes(word: string): string[] {
  if (!isDisguised(word)) return [word]
  const through = (read: (letter: string) => string) => [...word].map(read).join('')
  return [
    ...new Set([
      word,
      through(cyrillicLike),
      through(latinLike),
      through((letter) => greekToCyrillic.get(letter) ?? letter),
    ]),
  ]
}

const digits = { Latin: 'oizeasgtbg', Cyrillic: 'оіззчсбтвд' } as const

/** «З1яд1нов», "Z11ad1n0v": a word whose digits stand for letters. Null where there are none among letters. */
export function withoutDigits(run: string): string | null {
  if (!/\p{L}\d|\d\p{L}/u.test(run) || (run.match(/\p{L}/gu)?.length ?? 0) < 3) return null
  const letters = /\p{Script=Cyrillic}/u.test(run) ? digits.Cyrillic : digits.Latin
  return run.replace(/\d/g, (digit) => letters[Number(digit)] ?? digit)
}
