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
  if (!/\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u.test(name))
    return { sounds: [], letters: [letterKey(name)], consonants: [] }
  const base = distinct(sourceReadings(name.toLowerCase().normalize('NFC')).map(soundKey))
  const sounds = distinct([...widened(base, soundsMayBe), ...widened(base, greekMayWrite)])
  return { sounds, letters: [], consonants: distinct(widened(base, abjadsMayHear).map(consonantsIn)) }
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
    [/ch/g, 'kh'],
    [/c(?![hk])/g, 'k'],
    [/c(?![hk])/g, 'ts'],
    [/(?<=[aeiou])v|w/g, 'u'],
    [/oo/g, 'o'],
  ]
  return [name, ...open.map(([letters, read]) => name.replace(letters, read))]
}

type Step = readonly [letters: RegExp, ...written: string[]]

/** How a sound of the key may come back from another spelling. */
const soundsMayBe: readonly Step[] = [
  [/(?<=[ln])i(?=[aou])/g, ''],
  [/(?<=[^aeiou])i[oe](?=[^aeiou])/g, 'e', 'o'],
  [/ts/g, 'c', 'z'],
  [/ş/g, 's', 'ç'],
  [/ç/g, 'c'],
  [/ž/g, 'z', 'ş', 'i'],
  [/c/g, 'i', 'di'],
  [/h/g, 'ç', 'k'],
  [/k/g, 'c'],
  [/z/g, 's'],
  [/u/g, 'o'],
  [/av(?=[^aeiou]|$)/g, 'au'],
]

const greekMayWrite: readonly Step[] = [
  [/ş/g, 's'],
  [/ž/g, 'z'],
  [/ç/g, 'ts'],
  [/c/g, 'dz'],
  [/nt/g, 'd'],
  [/m[pb]/g, 'b'],
  [/n[kh]/g, 'h'],
  [/(?<=[ln])i(?=[aou])/g, ''],
  [/(?<=[aeiou])ie/g, 'e'],
]

/** Arabic writes v as ف or و, g as غ ج ك; Hebrew v as ב. */
const abjadsMayHear: readonly Step[] = [
  [/v(?!$)/g, ''],
  [/v/g, 'b'],
  [/h/g, 'c', 'k', ''],
  [/h$/g, ''],
]

/** Every key that some of the steps make of these. Each step is taken everywhere in a key or nowhere. */
function widened(keys: readonly string[], steps: readonly Step[]): string[] {
  const all = new Set(keys)
  for (const [letters, ...written] of steps) {
    for (const key of [...all])
      for (const other of written) if (all.size < most) all.add(settled(key.replace(letters, other)))
  }
  return [...all]
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
