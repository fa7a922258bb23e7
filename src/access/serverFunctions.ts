import { isObject } from '#base/isObject.ts'
import { isLocale } from '#locales/table.ts'

/**
 * The functions of Payload's that the pages of the admin call by name, and what each reads of its arguments. Payload looks a
 * name up in an object, so that `constructor` is found there as well, and answers with what it holds.
 */
const admitted = {
  'copy-data-from-locale': { fromLocale: isLocale, toLocale: isLocale },
  'form-state': {},
  'get-default-layout': {},
  'render-document': {},
  'render-document-slots': {},
  'render-field': {},
  'render-list': {},
  'render-widget': {},
  'table-state': {},
} satisfies Record<string, Record<string, (value: unknown) => boolean>>

type Call = { name: string; args: Record<string, unknown> }

/**
 * The call as it came. Throws where no page of the admin would make it, and for whoever is not signed in: most of the functions ask that
 * themselves, one does not, and before there is a user others do not either.
 */
export function admittedCall<Given extends Call>(
  call: Given,
  { collections, user }: { collections: readonly string[]; user: object | null },
): Given {
  const { name, args } = call
  if (!user) throw new Error('The functions of the admin answer signed-in staff only.')
  if (typeof name !== 'string' || !isAdmitted(name)) throw new Error('There is no such function.')
  const checks: [string, (value: unknown) => boolean][] = Object.entries({
    ...admitted[name],
    collectionSlug: (value) => value === undefined || [value].flat().every((slug) => isOneOf(collections, slug)),
  })
  if (!isObject(args) || !checks.every(([argument, isFine]) => isFine(args[argument])))
    throw new Error('The function was called with arguments that it does not take.')
  return call
}

function isAdmitted(name: string): name is keyof typeof admitted {
  return Object.hasOwn(admitted, name)
}

function isOneOf(all: readonly string[], value: unknown): boolean {
  return all.some((one) => one === value)
}
