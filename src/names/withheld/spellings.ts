import { consonantKey, letterKey, soundKey, withoutProclitics } from './wordKeys.ts'

/** All the ways in which a name may be spelled in another alphabet, as keys of words. */
export type Spellings = {
  /** By sound: Latin, Cyrillic and Greek texts. */
  sounds: readonly string[]
  /** As it was written, in a script without case. */
  letters: readonly string[]
  /** By consonants: Arabic and Hebrew texts. */
  consonants: readonly string[]
}

export function spellingsOf(name: string): Spellings {
  if (/\p{Script=Arabic}|\p{Script=Hebrew}/u.test(name))
    return { sounds: [], letters: bareOf(letterKey(name)), consonants: bareOf(name).map(consonantKey) }
  if (!/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Georgian}\p{Script=Armenian}]/u.test(name))
    return { sounds: [], letters: [letterKey(name)], consonants: [] }
  const [whole = '', ...readings] = sourceReadings(name.toLowerCase().normalize('NFC'))
  // Джемілєв is Cemilev and Афанасьєв Afanasev, as Алієв is no Alev.
  const hard = whole.replace(/(?<=[бвгґджзклмнпрстфхцчшщ])є|(?<=[лнрсздт])ь[єе](?=в)/gu, 'э')
  const base = distinct([whole, hard, ...readings].map(soundKey))
  const heard = distinct(
    [whole, hard, whole.replace(/(?<!d)j/g, 'dzh'), whole.replace(/(?<=\p{Script=Latin})ch/gu, 'kh')].map(soundKey),
  )
  const sounds = distinct([
    ...widened(base, soundsMayBe),
    ...widened(heard, greekMayWrite),
    ...neighboursMayWrite.flatMap((steps) => heard.map((key) => rewritten(key, steps))),
  ])
  return { sounds, letters: [], consonants: distinct(widened(heard, abjadsMayHear).map(consonantsIn)) }
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter(Boolean)

/** A name with its article and without. */
const bareOf = (name: string): string[] =>
  name.startsWith('ال') && name.length > 4 ? [name, name.slice(2)] : [withoutProclitics(name)[0] ?? name]

/** What a Latin spelling leaves open. */
function sourceReadings(name: string): string[] {
  if (!/^[\p{Script=Latin}\p{M}]+$/u.test(name)) return [name]
  const open: [RegExp, string][] = [
    [/(?<!d)j/g, 'dzh'],
    [/dj/g, 'dzh'],
    [/ü/g, 'yu'],
    [/ö/g, 'yo'],
    [/ch/g, 'kh'],
    [/c(?![hk])/g, 'k'],
    [/c(?![hk])/g, 'ts'],
    [/(?<=[aeiou])v|w/g, 'u'],
    [/oo/g, 'o'],
  ]
  return [name, ...open.map(([letters, read]) => name.replace(letters, read))]
}

type Step = readonly [letters: RegExp, ...written: string[]]

/** How a sound of the key may come back from another spelling. Capitals have been read, and no later step reads them again. */
const soundsMayBe: readonly Step[] = [
  [/(?<=[^aeiou])i(?=[aou])/g, ''],
  [/eie/g, 'I'],
  [/th/g, 'T'],
  [/(?<=[^aeiou])io(?=[^aeiou])/g, 'E', 'O'],
  [/ts(?=k)/g, ''],
  [/ts/g, 'C', 'Z'],
  [/ş/g, 'S', 'Ç', 'ŞÇ'],
  [/ç/g, 'C'],
  [/ž/g, 'Z', 'Ş'],
  [/ž(?=u|.{4})/g, 'I'],
  [/c/g, 'I', 'DI'],
  [/h(?=.*h)/, 'Ç'],
  [/(?<=.)h/g, 'Ç'],
  [/h/g, 'Ç'],
  [/k/g, 'C'],
  [/z/g, 'S'],
  [/av(?=[^aeiou]|$)/g, 'AU'],
]

const greekMayWrite: readonly Step[] = [
  [/ş/g, 'S'],
  [/ž/g, 'Z'],
  [/ç/g, 'TS'],
  [/c/g, 'DZ'],
  [/nt/g, 'D'],
  [/m[pb]/g, 'B'],
  [/n[kh]/g, 'H'],
  [/(?<=[^aeiou])i(?=[aou])/g, ''],
  [/(?<=[aeiou])ie/g, 'E', 'HE'],
  [/[eo]i/g, 'I'],
  [/ai(?![aou])/g, 'E'],
]

type Rewriting = readonly (readonly [letters: RegExp, written: string])[]

/** How a neighbour writes a name that is not of the language, each way as a whole: Belarusian, Hungarian, Turkic. */
const neighboursMayWrite: readonly Rewriting[] = [
  [
    [/d(?=[ie])/g, 'dz'],
    [/t(?=[ie])/g, 'ts'],
    [/[oe]v$/g, 'au'],
  ],
  [
    [/d(?=[ie])/g, 'dz'],
    [/t(?=[ie])/g, 'ts'],
    [/[oe]v$/g, 'av'],
  ],
  [[/d(?=[ie])/g, 'h']],
  [[/iad(?=i)/g, 'iatd']],
  [[/^u(?=[ms])/g, 'o']],
  [[/^o(?=[ms])/g, 'u']],
]

const rewritten = (key: string, steps: Rewriting): string =>
  settled(steps.reduce((read, [letters, written]) => read.replace(letters, written), key))

/** Arabic writes v as ف or و, g as غ ج ك; Hebrew v as ב, ч as צ, p and f alike. */
const abjadsMayHear: readonly Step[] = [
  [/(?<=r)us(?=[ei])/g, 'HUS'],
  [/v(?!$)/g, ''],
  [/v/g, 'B'],
  [/p/g, 'F'],
  [/ç/g, 'TS'],
  [/ž/g, 'Z'],
  [/c/g, 'DZ', 'DC', 'H'],
  [/(?<=.)h/g, ''],
  [/h$/g, ''],
  [/h/g, 'C', 'K'],
]

/** Every key that some of the steps make of these. Each step is taken everywhere in a key or nowhere. */
function widened(keys: readonly string[], steps: readonly Step[]): string[] {
  const all = new Set(keys)
  for (const [letters, ...written] of steps) {
    for (const key of [...all]) for (const other of written) if (all.size < most) all.add(key.replace(letters, other))
  }
  return distinct([...all].map((key) => settled(key.toLowerCase())))
}

const most = 600

/** As `soundKey` leaves a key. */
const settled = (key: string): string =>
  key
    .replace(/^i+e/, 'e')
    .replace(/(?<=[aeou])e/g, 'ie')
    .replace(/(.)\1+/gu, '$1')

const consonantsIn = (key: string): string =>
  key
    .replace(/[aeiou]+/g, '.')
    .replace(/[a-zçşž]/g, (letter) => consonantOf[letter] ?? letter.toUpperCase())
    .replaceAll('.', '')

const consonantOf: Readonly<Record<string, string>> = { p: 'B', v: 'F', c: 'J', ž: 'J', ç: 'TŞ', ş: 'Ş', q: 'K' }
