import { isObject } from '#base/isObject.ts'
import { namesSaidIn } from '#names/withheld/namesSaidIn.ts'
import { type NameParts, type PersonSigns, personSigns } from '#names/withheld/personSigns.ts'
import type { Form } from '#record/record.ts'
import { rowsOf } from '#record/walk.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { isNamePath, publishAsOf } from '../form/publishAs.ts'

/** Every real name and spelling of a person, in every locale. What stands in a chosen pseudonym is no secret. */
export function realNamesOf(copy: WorkingCopy): NameParts {
  const name = isObject(copy.name) ? copy.name : {}
  const isPseudonymous = publishAsOf(copy) === 'pseudonym' && isObject(copy.safety)
  return {
    given: textsIn(name.given),
    additional: textsIn(name.additional),
    family: textsIn(name.family),
    other: [...textsIn(copy.displayName), ...rowsOf(copy.alternateNames).flatMap(({ value }) => textsIn(value))],
    handles: textsIn(copy.sameAs).flatMap(handleIn),
    open: isPseudonymous && isObject(copy.safety) ? textsIn(copy.safety.pseudonym) : [],
  }
}

/** What an account or a page is called by its address: its last segment. */
function handleIn(address: string): string[] {
  const segment = URL.canParse(address) ? new URL(address).pathname.split('/').filter(Boolean).at(-1) : undefined
  return segment ? [segment.replace(/\.\w+$/, '')] : []
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return isObject(value) ? Object.values(value).flatMap(textsIn) : []
}

/** Names of one person from two times, each once. `open` is that of the second. */
export function joinedNames(one: NameParts, other: NameParts): NameParts {
  const both = (part: keyof NameParts) => [...new Set([...(one[part] ?? []), ...(other[part] ?? [])])]
  return {
    given: both('given'),
    additional: both('additional'),
    family: both('family'),
    other: both('other'),
    birthPlaces: both('birthPlaces'),
    handles: both('handles'),
    open: other.open ?? [],
  }
}

/** Only what tells a person from their family. */
export function namesWithoutFamily({ given, additional, handles, open = [] }: NameParts): PersonSigns {
  return personSigns({ given, additional, family: [], ...(handles && { handles }), open })
}

/** Whether what is public calls the person by something else than the name: then it is held back, whatever a draft says. */
export function holdsNameBack({ card }: Form, names: PersonSigns): boolean {
  const shown = Object.values(card.words).flatMap((words) => Object.entries(words).filter(([path]) => isNamePath(path)))
  return shown.every(([, { value }]) => namesSaidIn(value, names, { aboutPerson: true }).length === 0)
}
