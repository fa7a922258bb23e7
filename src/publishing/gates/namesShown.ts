import { isObject } from '#base/isObject.ts'
import { foldings } from '#names/fold.ts'
import { parseRef } from '#record/record.ts'
import { rowsOf } from '#record/walk.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { publishAsOf } from '../form/publishAs.ts'

/** The words of every real name and spelling of a person, in every locale. What stands in a chosen pseudonym is no secret. */
export function realNamesOf(copy: WorkingCopy): string[] {
  const spellings = [copy.name, copy.displayName, rowsOf(copy.alternateNames).map(({ value }) => value)].flatMap(
    textsIn,
  )
  const shown = publishAsOf(copy) === 'pseudonym' && isObject(copy.safety) ? textsIn(copy.safety.pseudonym) : []
  const open = new Set(shown.flatMap(lettersOf).map((word) => word.toLowerCase()))
  const words = spellings.flatMap(lettersOf).filter((word) => [...word].length > 1 && !open.has(word.toLowerCase()))
  return [...new Set(words)]
}

export type NameShown = { path: string; name: string }

/**
 * Where the content of a part says one of `names`, in any script and most cases of declension:
 * words are compared by their folded skeletons, with room for an ending. In running text only words
 * with a capital count ("server" is no Server); in addresses and file names all do.
 */
export function namesShownIn(content: unknown, names: readonly string[]): NameShown[] {
  const skeletons = names.flatMap((name) => foldings(name).filter((folded) => folded.length > 1))
  const shown = leavesOf(content).flatMap(({ path, text }) => {
    const word = wordsToCheck(text).find((one) =>
      foldings(one).some((folded) => skeletons.some((name) => isFormOf(folded, name, one))),
    )
    return word === undefined ? [] : [{ path, name: word }]
  })
  return shown.filter(({ path }, index) => shown.findIndex((one) => one.path === path) === index)
}

/** Long names may carry an ending, short ones only in scripts whose languages decline (Cyrillic): "Ali" is not in "Alive". */
function isFormOf(folded: string, name: string, word: string): boolean {
  const stem = name.length > 4 ? name.replace(/[aeiou]+$/, '') : name
  const ending = stem.length > 4 ? 4 : /\p{Script=Cyrillic}/u.test(word) ? 2 : 0
  return folded === name || (folded.startsWith(stem) && folded.length <= name.length + ending)
}

type Leaf = { path: string; text: string }

/** Facts by field name, words by word path, rich text with the addresses it links to. Digests, origins and keys are no text. */
function leavesOf(content: unknown, path = ''): Leaf[] {
  if (typeof content === 'string') return parseRef(content) ? [] : [{ path, text: content }]
  if (Array.isArray(content)) return content.flatMap((item) => leavesOf(item, path))
  if (!isObject(content)) return []
  return Object.entries(content).flatMap(([name, value]) =>
    silent.has(name) ? [] : leavesOf(value, pathOf(path, name)),
  )
}

const silent = new Set(['digest', 'from', 'origin', 'html', 'id', 'sha256'])
const transparent = new Set(['short', 'long', 'facts', 'value', 'plainText'])

function pathOf(path: string, name: string): string {
  if (transparent.has(name)) return path
  return path === '' ? name : path
}

function wordsToCheck(text: string): string[] {
  const isAddress = /^[\w:/?#[\]@!$&'()*+,;=.~%-]+$/.test(text)
  return lettersOf(isAddress ? decoded(text) : text).filter((word) => isAddress || startsWithCapital(word))
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    // A percent sign that encodes nothing.
    return address
  }
}

function startsWithCapital(word: string): boolean {
  const [first = ''] = word
  return first !== first.toLowerCase() || first.toLowerCase() === first.toUpperCase()
}

const apostrophes = /['’ʼ‘`´]/gu

/** Words, both with their apostrophes left out and broken at them: «Мар’яна», "Server'in". */
function lettersOf(text: string): string[] {
  const split = (one: string) =>
    one
      .normalize('NFC')
      .split(/[^\p{L}\p{M}]+/u)
      .filter(Boolean)
  return [...new Set([...split(text), ...split(text.replace(apostrophes, ''))])]
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return isObject(value) ? Object.values(value).flatMap(textsIn) : []
}
