import { isObject } from '#base/isObject.ts'
import { namesSaidIn } from '#names/withheld/namesSaidIn.ts'
import { type PersonSigns, personSigns } from '#names/withheld/personSigns.ts'
import { parseRef } from '#record/record.ts'
import { rowsOf } from '#record/walk.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { publishAsOf } from '../form/publishAs.ts'

/** Every real name and spelling of a person, in every locale, ready to be looked for. What stands in a chosen pseudonym is no secret. */
export function realNamesOf(copy: WorkingCopy): PersonSigns {
  const name = isObject(copy.name) ? copy.name : {}
  const isPseudonymous = publishAsOf(copy) === 'pseudonym' && isObject(copy.safety)
  return personSigns({
    given: textsIn(name.given),
    additional: textsIn(name.additional),
    family: textsIn(name.family),
    other: [...textsIn(copy.displayName), ...rowsOf(copy.alternateNames).flatMap(({ value }) => textsIn(value))],
    handles: textsIn(copy.sameAs).flatMap(handleIn),
    open: isPseudonymous && isObject(copy.safety) ? textsIn(copy.safety.pseudonym) : [],
  })
}

/** What an account or a page is called by its address: its last segment. */
function handleIn(address: string): string[] {
  const segment = URL.canParse(address) ? new URL(address).pathname.split('/').filter(Boolean).at(-1) : undefined
  return segment ? [segment.replace(/\.\w+$/, '')] : []
}

export type NameShown = { path: string; name: string }

/** Where the content of a part says one of a person's names. The part is of a document that is known to be about the person. */
export function namesShownIn(content: unknown, names: PersonSigns): NameShown[] {
  const shown = leavesOf(content).flatMap(({ path, text }) => {
    const [first] = namesSaidIn(text, names, { aboutPerson: true })
    return first ? [{ path, name: first.said }] : []
  })
  return shown.filter(({ path }, index) => shown.findIndex((one) => one.path === path) === index)
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

const silent = new Set(['digest', 'from', 'origin', 'html', 'id', 'sha256', 'archiveSha256', 'thumbhash', 'mimeType'])
const transparent = new Set(['short', 'long', 'facts', 'value', 'plainText'])

function pathOf(path: string, name: string): string {
  if (transparent.has(name)) return path
  return path === '' ? name : path
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return isObject(value) ? Object.values(value).flatMap(textsIn) : []
}
