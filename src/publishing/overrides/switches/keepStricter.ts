import type { CollectionBeforeChangeHook } from 'payload'
import { canonicalJson } from '#base/digest.ts'
import { isObject } from '#base/isObject.ts'
import { takenBackIn } from '#media/editions/takenBack.ts'
import { type Opened, type ProtectiveField, protectiveFields, type Situation } from './protectiveFields.ts'

type Tree = Record<string, unknown>

/**
 * Before anything else of a save: a version that is restored brings its words back, and never less protection than the document has
 * now. Whoever wants less changes the field itself, where it is asked who may, and is told.
 */
export const keepStricter: CollectionBeforeChangeHook = ({ collection, context, data, originalDoc }) => {
  if (!context.isRestoringVersion || !isObject(originalDoc)) return data
  const file = takenBackIn(context)?.originalSha256 ?? null
  const situation = situationOf(originalDoc, { originalSha256: file })
  return fieldsOf(collection.slug).reduce<Tree>((kept, { path, stricter }) => {
    const restored = valueAt(kept, path)
    const value = stricter(valueAt(originalDoc, path), restored, situation)
    // Null says that it is empty; a field that is left out would stay as the version has it.
    return value === restored ? kept : withValue(kept, path, value ?? null)
  }, data)
}

/** What a save would take away of what protects somebody. */
export function openedBy(slug: string, before: Tree, after: Tree): Opened[] {
  const situation = situationOf(before, after)
  const names = Object.keys(protectiveFields) as Opened[]
  return names.filter((name) => {
    const { type, path, opens }: ProtectiveField = protectiveFields[name]
    if ((type && type !== slug) || !opens) return false
    // A field that the save does not speak of stays.
    const [was, is] = [valueAt(before, path), valueAt(after, path)]
    return is !== undefined && opens(was, is, situation)
  })
}

/** Whether a save changes what protects somebody and no part of the form says. */
export function changesSwitches(slug: string, before: Tree, after: Tree): boolean {
  const hidden = fieldsOf(slug).filter(({ isInForm }) => !isInForm)
  return hidden.some(({ path }) => digestOfValue(valueAt(before, path)) !== digestOfValue(valueAt(after, path)))
}

/** One database leaves out what another keeps as null, and one answers a text where another answers a date. */
function digestOfValue(value: unknown): string {
  const isSaid = (one: unknown) =>
    one !== null && one !== '' && one !== false && !(Array.isArray(one) && one.length === 0)
  const plain: unknown = JSON.parse(JSON.stringify(value ?? null))
  if (!isObject(plain)) return isSaid(plain) ? canonicalJson(plain) : ''
  return canonicalJson(Object.fromEntries(Object.entries(plain).filter(([, one]) => isSaid(one))))
}

function situationOf(before: Tree, after: Tree): Situation {
  const { originalSha256: file = before.originalSha256 } = after
  return { isSameFile: (file ?? null) === (before.originalSha256 ?? null), at: new Date().toISOString() }
}

function fieldsOf(slug: string): ProtectiveField[] {
  return Object.values<ProtectiveField>(protectiveFields).filter(({ type }) => !type || type === slug)
}

function valueAt(tree: unknown, [name, ...more]: readonly string[]): unknown {
  const value = isObject(tree) && name !== undefined ? tree[name] : undefined
  return more.length > 0 ? valueAt(value, more) : value
}

function withValue(tree: Tree, [name, ...more]: ProtectiveField['path'], value: unknown): Tree {
  const [next, ...rest] = more
  if (next === undefined) return { ...tree, [name]: value }
  const inner = tree[name]
  return { ...tree, [name]: withValue(isObject(inner) ? inner : {}, [next, ...rest], value) }
}
