import { isObject } from '#base/isObject.ts'
import { namesSaidIn } from '#names/withheld/namesSaidIn.ts'
import { type NameParts, type PersonSigns, personSigns } from '#names/withheld/personSigns.ts'
import type { Form } from '#record/record.ts'
import { rowsOf } from '#record/walk.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { isNamePath } from '../form/publishAs.ts'
import { accountIn } from './accounts.ts'

/** Every real name and spelling of a person, in every locale, and their pages elsewhere. */
export function realNamesOf(copy: Pick<WorkingCopy, string>): NameParts {
  const name = isObject(copy.name) ? copy.name : {}
  const accounts = textsIn(copy.sameAs).map(accountIn)
  return {
    given: textsIn(name.given),
    additional: textsIn(name.additional),
    family: textsIn(name.family),
    other: [...textsIn(copy.displayName), ...rowsOf(copy.alternateNames).flatMap(({ value }) => textsIn(value))],
    handles: distinct(accounts.flatMap(({ handles }) => handles)),
    addresses: distinct(accounts.flatMap(({ addresses }) => addresses)),
  }
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)]

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return isObject(value) ? Object.values(value).flatMap(textsIn) : []
}

const parts = ['given', 'additional', 'family', 'other', 'birthPlaces', 'handles', 'addresses'] as const

/** Names of one person from two times, each once. */
export function joinedNames(one: NameParts, other: NameParts): NameParts {
  const both = (part: (typeof parts)[number]) => distinct([...(one[part] ?? []), ...(other[part] ?? [])])
  return {
    given: both('given'),
    additional: both('additional'),
    family: both('family'),
    other: both('other'),
    birthPlaces: both('birthPlaces'),
    handles: both('handles'),
    addresses: both('addresses'),
  }
}

/** Whether the second names are all among the first. */
export function holdsAll(one: NameParts, other: NameParts): boolean {
  return parts.every((part) => (other[part] ?? []).every((name) => one[part]?.includes(name)))
}

/**
 * With what the public form calls the person, word for word and in its public locales: that is no secret. A name that
 * somebody chose as the pseudonym, and that says the real one, stays a secret.
 */
export function withOpenNames(names: NameParts, form: Form | null): NameParts {
  const secret = personSigns({ ...names, open: [] })
  const open = form
    ? distinct(shownNames(form, 'displayName')).filter((shown) => namesSaidIn(shown, secret).length === 0)
    : []
  return { ...names, open }
}

/** Only what tells a person from their family. */
export function namesWithoutFamily({ given, additional, handles, addresses, open = [] }: NameParts): PersonSigns {
  return personSigns({
    given,
    additional,
    family: [],
    ...(handles && { handles }),
    ...(addresses && { addresses }),
    open,
  })
}

/** Whether what is public calls the person by something else than the name: then it is held back, whatever a draft says. */
export function holdsNameBack(form: Form, names: NameParts): boolean {
  const signs = personSigns(withOpenNames(names, form))
  return shownNames(form).every((shown) => namesSaidIn(shown, signs, { aboutPerson: true }).length === 0)
}

function shownNames({ card }: Form, only?: 'displayName'): string[] {
  const isShown = (path: string) => (only ? path === only : isNamePath(path))
  return Object.values(card.words).flatMap((words) =>
    Object.entries(words).flatMap(([path, { value }]) => (isShown(path) ? value : [])),
  )
}
