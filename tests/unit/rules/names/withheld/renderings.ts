import { transliterateCrh } from '#names/transliterateCrh.ts'
import { isLongEnough } from '#names/withheld/brokenNames.ts'
import { consonantKey, soundKey } from '#names/withheld/wordKeys.ts'
import { romaniseUkrainian } from '#tests/unit/rules/names/romaniseUkrainian.ts'

/** How a name may be written by somebody else: in other alphabets and by other rules of one alphabet. */
type Rendering = (name: string) => string

const cyrillic = [...'абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёыэъўʼ’']
const lettersOf = (...written: string[]) => new Map(cyrillic.map((letter, at) => [letter, written[at] ?? '']))
const bgn = lettersOf(
  ...'a b v g g d e ye zh z i i yi y k l m n o p r s t u f kh ts ch sh shch - yu ya yo y e - u - -'.split(' '),
)
const german = lettersOf(
  ...'a b w g g d e je sch s y i ji j k l m n o p r s t u f ch z tsch sch schtsch - ju ja jo y e - u - -'.split(' '),
)
const scholarly = lettersOf(
  ...'a b v h g d e je ž z y i ji j k l m n o p r s t u f ch c č š šč - ju ja jo y e - u - -'.split(' '),
)
const turkish = lettersOf(
  ...'a b v g g d e ye j z i i yi y k l m n o p r s t u f h ts ç ş ş - yu ya yo ı e - u - -'.split(' '),
)
const greek = lettersOf(
  ...'α μπ β γ γκ ντ ε γιε ζ ζ ι ι ϊ ι κ λ μ ν ο π ρ σ τ ου φ χ τσ τσ σ σ - ιου ια ιο ι ε - ου - -'.split(' '),
)
const arabic = lettersOf(
  ...'ا ب ف غ غ د ي يي ج ز ي ي يي ي ك ل م ن و ب ر س ت و ف خ تس تش ش ش - يو يا يو ي ي - و - -'.split(' '),
)
const hebrew = lettersOf(
  ...'א ב ב ג ג ד א יי ז ז י י יי י ק ל מ נ ו פ ר ס ט ו פ ח צ צ ש ש - יו יא יו י א - ו - -'.split(' '),
)
const georgian = lettersOf(
  ...'ა ბ ვ გ გ დ ე ე ჟ ზ ი ი ი ი კ ლ მ ნ ო პ რ ს ტ უ ფ ხ ც ჩ შ შჩ - იუ ია იო ი ე - უ - -'.split(' '),
)
const armenian = lettersOf(
  ...'ա բ վ գ գ դ ե ե ժ զ ի ի ի յ կ լ մ ն ո պ ր ս տ ու ֆ խ ց չ շ շչ - յու յա յո ի է - ու - -'.split(' '),
)
const latin = new Map(
  'shch:щ dj:дж ck:к sch:ш zh:ж kh:х gh:г ch:ч sh:ш th:т ph:ф ts:ц ya:я yu:ю ye:е yo:ё oo:у ee:и ou:у ai:ай ey:ей ay:ай a:а b:б c:дж ç:ч d:д e:е f:ф g:г ğ:г h:х i:и ı:ы j:дж k:к l:л m:м n:н o:о ö:ё p:п q:к r:р s:с ş:ш t:т u:у ü:ю v:в w:в x:кс y:й z:з'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)
const latinGroups = new RegExp([...latin.keys()].join('|'), 'gu')

const titled = (text: string) => text.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase())
const isCyrillic = (name: string) => /\p{Script=Cyrillic}/u.test(name)
const through =
  (letters: ReadonlyMap<string, string>): Rendering =>
  (name) =>
    titled(
      [...name.toLowerCase()]
        .map((letter) => (letters.get(letter) ?? letter).replace('-', letter === '-' ? '-' : ''))
        .join(''),
    )
const toCyrillic: Rendering = (name) =>
  titled(name.toLowerCase().replace(latinGroups, (letters) => latin.get(letters) ?? letters))
const plainAscii: Rendering = (name) => name.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ı', 'i')

export const renderings: { readonly [name: string]: Rendering } = {
  'as it is': (name) => name,
  'in capitals': (name) => name.toUpperCase(),
  'in small letters': (name) => name.toLowerCase(),
  'Ukrainian passport': romaniseUkrainian,
  English: (name) => (isCyrillic(name) ? through(bgn)(name) : plainAscii(name)),
  German: (name) => (isCyrillic(name) ? through(german)(name) : name),
  scholarly: (name) => (isCyrillic(name) ? through(scholarly)(name) : name),
  Turkish: (name) => (isCyrillic(name) ? through(turkish)(name) : name),
  'Crimean Tatar Latin': (name) =>
    isCyrillic(name) && !/[іїєґў]/iu.test(name) ? transliterateCrh(name, 'Latn') : name,
  Cyrillic: (name) => (isCyrillic(name) ? name : toCyrillic(name)),
  Greek: (name) => (isCyrillic(name) ? through(greek)(name) : name),
  Arabic: (name) => (isCyrillic(name) ? through(arabic)(name) : name),
  Georgian: (name) => (isCyrillic(name) ? through(georgian)(name) : name),
  Armenian: (name) => (isCyrillic(name) ? through(armenian)(name) : name),
  Hebrew: (name) => (isCyrillic(name) ? through(hebrew)(name) : name),
}

/** How a name may be hidden or put into other words. What a disguise cannot be made of stays as it is. */
export const disguises: { readonly [name: string]: (name: string) => string } = {
  'on its own': (name) => name,
  'with zero-width spaces': (name) => [...name].join('\u200B'),
  'with word joiners': (name) => name.replaceAll(/(\p{L})(?=\p{L}\p{L})/gu, '$1\u2060'),
  'with soft hyphens': (name) => name.replaceAll(/(\p{L}\p{L})(?=\p{L})/gu, '$1\u00AD'),
  'with marks of direction': (name) => `\u200F${name.replaceAll(/(\p{L})(?=\p{L})/gu, '$1\u200E')}\u200F`,
  'with variation selectors': (name) => name.replaceAll(/(\p{L})/gu, '$1\uFE0F'),
  'struck through': (name) => name.replaceAll(/(\p{L})/gu, '$1\u0336'),
  decomposed: (name) => name.normalize('NFD'),
  'in full width': (name) =>
    name.replaceAll(/[a-z]/gi, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
  'hyphenated at the end of a line': (name) => name.replace(/(\p{L}{3})(\p{L}{2,})$/u, '$1-\n$2'),
  hashtag: (name) => `#${titled(name).replaceAll(' ', '')}`,
  'hashtag of a campaign': (name) => `#Free${titled(name).replaceAll(' ', '')}`,
  handle: (name) => `@${name.toLowerCase().replaceAll(' ', '_')}`,
  'handle with a year': (name) => `@${name.toLowerCase().replaceAll(' ', '')}1985`,
  address: (name) => `https://example.org/cases/${name.toLowerCase().replaceAll(' ', '-')}?a=1`,
  'encoded address': (name) => `(https://example.org/${encodeURIComponent(name.replaceAll(' ', '_'))})`,
  host: (name) => `https://${hostOf(name)}/`,
  'mail address': (name) => `${name.toLowerCase().replaceAll(' ', '.')}@example.org`,
  'camel case': (name) => titled(name).replaceAll(' ', ''),
  stretched: (name) =>
    name
      .split(' ')
      .map((word) => [...word].join(' '))
      .join('   '),
  'stretched with dots': (name) =>
    name
      .split(' ')
      .map((word) => [...word].join('.'))
      .join(' '),
  'broken by a space': (name) => broken(name, ' '),
  'broken by a sign': (name) => broken(name, '·'),
  'broken by a line': (name) => broken(name, '\n'),
  'broken by an emoji': (name) => broken(name, '🕊'),
  'with a bracket in it': (name) => broken(name, '['),
  'in a path': (name) => `https://example.org/${broken(name.toLowerCase().replaceAll(' ', '-'), '/')}`,
  'in squares': (name) =>
    name.replaceAll(/[a-z]/gi, (letter) => String.fromCodePoint(0x1f170 + letter.toLowerCase().charCodeAt(0) - 97)),
  'right to left': (name) => `\u202E${[...name.normalize('NFC')].reverse().join('')}\u202C`,
  'in code of HTML': (name) => name.replaceAll(/\p{L}/gu, (letter) => `&#${letter.codePointAt(0)};`),
  'in code of a program': (name) =>
    name.replaceAll(/[\u0400-\u04FF]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'encoded four times': (name) =>
    `https://example.org/${[1, 2, 3, 4].reduce((text) => encodeURIComponent(text), name.replaceAll(' ', '_'))}`,
  'in the genitive': (name) =>
    /\p{Script=Cyrillic}/u.test(name) && /[^\Waeiouаеиіоуюяєї]$/iu.test(name) ? `${name}а` : name,
  'after a preposition written onto it': (name) =>
    /\p{Script=Arabic}/u.test(name) ? name.replaceAll(/(^| )/g, '$1ول') : name,
  'with a lookalike': (name) =>
    /\p{Script=Cyrillic}/u.test(name) ? name.replaceAll('а', 'a').replaceAll('о', 'o').replaceAll('е', 'e') : name,
}

/** Of a short name too little is left, and what is cut inside two letters of one sound sounds differently. */
function broken(name: string, sign: string): string {
  const [, first, rest] =
    /(?<!\p{L})([\p{Script=Latin}\p{Script=Cyrillic}]{3})([\p{Script=Latin}\p{Script=Cyrillic}]{4,})$/u.exec(name) ?? []
  if (!first || !rest) return name
  const [one, other, whole] = [first, rest, first + rest].map(soundKey)
  const stem = whole?.replace(/[aeiou]+$/, '') ?? ''
  const isClean = `${one}${other}` === whole && stem.length >= 7 && isLongEnough(stem)
  return isClean ? name.slice(0, -rest.length) + sign + rest : name
}

function hostOf(name: string): string {
  const label = name.toLowerCase().replace(/[^\p{L}\p{M}]+/gu, '-')
  return URL.canParse(`https://${label}.org`)
    ? new URL(`https://${label}.org`).host
    : `${encodeURIComponent(label)}.org`
}

/** A word of one letter beside a stretched name may be read as its first or last letter. */
export const oneLetter = /^\p{L}(?!\p{L})|(?<!\p{L})\p{L}\P{L}*$/u

/** What no rule can tell from other words: names of few consonants in a script without vowels, and two names run together. */
export function isWithinReach(given: string, family: string, disguise: string): boolean {
  const runsTogether = [
    'handle with a year',
    'stretched',
    'stretched with dots',
    'hashtag',
    'hashtag of a campaign',
    'camel case',
  ].includes(disguise)
  if (/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(family)) {
    const [one, other] = [consonantKey(given).length, consonantKey(family).length]
    return runsTogether ? one + other > 6 && !family.includes('-') : other > 4 || (one > 1 && one + other > 4)
  }
  return !runsTogether || soundKey(given + family.replace('-', '')).includes(soundKey(family.replace('-', '')))
}
