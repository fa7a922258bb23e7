import { isObject } from '#base/isObject.ts'
import type { PartialDate } from '#base/time/partialDate.ts'
import { parseEdtf } from '#dates/edtf.ts'
import { refOf } from '#record/record.ts'
import {
  type DocumentType,
  documentTypes,
  type Facts,
  type Field,
  type Fields,
  type Ref,
  recordShape,
} from '#record/shape.ts'
import { vocabularies } from '#record/vocabularies.ts'
import { rowsOf } from '#record/walk.ts'
import { webAddress } from '#record/webAddress.ts'
import { wordFieldsOf } from '#record/workingCopy.ts'

/** The facts of a working copy in their public shape: what `recordShape` names, and of that what is not empty. */
export function factsOf<Type extends DocumentType>(
  type: Type,
  copy: { readonly [field: string]: unknown },
): Facts<Type> {
  const worded = new Set(wordFieldsOf(type, copy).flatMap(({ path }) => rowPathOf(path)))
  // The table builds what the type is derived from; TypeScript cannot follow a walk over a table.
  return fieldsOf(recordShape[type], copy, '', worded) as Facts<Type>
}

type Read<Kind extends Field['kind']> = (
  value: unknown,
  field: Extract<Field, { kind: Kind }>,
  at: { name: string; path: string; worded: ReadonlySet<string> },
) => unknown

const readers = {
  value: (value, _, { name }) => (composites[name] ?? scalar)(value),
  word: (value, { vocabulary }) =>
    (vocabularies[vocabulary] as readonly unknown[]).includes(value) ? value : undefined,
  date: partialDate,
  ref: (value, { to }) => refIn(to, value),
  refs: (value, { to }) =>
    listOf(value)
      .map((one) => refIn(to, one))
      .filter((one) => one !== undefined),
  list: (value, _, { name }) =>
    listOf(value)
      .map(composites[name] ?? scalar)
      .filter((one) => one !== undefined),
  text: () => undefined,
  richText: () => undefined,
  group: (value, { fields }, { path, worded }) => fieldsOf(fields, value, `${path}/`, worded),
  // A row without facts stays where it has words: they need a place to stand.
  rows: (value, { fields }, { path, worded }) =>
    rowsOf(value)
      .map((row) => ({ id: row.id, ...fieldsOf(fields, row, `${path}/${row.id}/`, worded) }))
      .filter((row) => Object.keys(row).length > 1 || worded.has(`${path}/${row.id}`)),
} satisfies { [Kind in Field['kind']]: Read<Kind> }

/** Values that are more than text, number or yes and no, by the name of their field. */
const composites: { readonly [name: string]: (value: unknown) => unknown } = {
  coordinates: (value) => {
    const { latitude, longitude } = isObject(value) ? value : {}
    return typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : undefined
  },
  url: address,
  archiveUrl: address,
  sameAs: address,
  variants: (value) =>
    isObject(value) ? filled(Object.fromEntries(variantFields.map((name) => [name, scalar(value[name])]))) : undefined,
}
const variantFields = ['name', 'file', 'mimeType', 'width', 'height', 'bytes', 'sha256', 'format', 'crop']

function fieldsOf(
  fields: Fields,
  values: unknown,
  prefix: string,
  worded: ReadonlySet<string>,
): { [name: string]: unknown } {
  if (!isObject(values)) return {}
  const facts = Object.entries(fields).map(([name, field]) => {
    // Each reader is asked only for fields of its own kind.
    const read = readers[field.kind] as Read<Field['kind']>
    return [name, read(values[name], field as never, { name, path: `${prefix}${name}`, worded })] as const
  })
  return filled(Object.fromEntries(facts))
}

/** Without what is empty. Zero and "no" are facts. */
function filled(values: { [name: string]: unknown }): { [name: string]: unknown } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)))
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return value === undefined || (isObject(value) && Object.keys(value).length === 0)
}

function scalar(value: unknown): string | number | boolean | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)) ? value : undefined
}

function address(value: unknown): string | undefined {
  return webAddress(value) && typeof value === 'string' ? value.trim() : undefined
}

function partialDate(value: unknown): PartialDate | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined
  const parsed = parseEdtf(value.trim())
  return parsed.ok ? parsed.date : undefined
}

/** A relation as a key: an id where the field knows one type, `{relationTo, value}` where it knows several. */
function refIn(to: readonly DocumentType[], value: unknown): Ref | undefined {
  const [only] = to.length === 1 ? to : []
  const type = only ?? documentTypes.find((one) => isObject(value) && value.relationTo === one && to.includes(one))
  const target = isObject(value) ? (value.value ?? value.id) : value
  const id = isObject(target) ? target.id : target
  return type && typeof id === 'string' && id !== '' ? refOf(type, id) : undefined
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** `charges/65f0a1` of `charges/65f0a1/label`, and the rows around it. */
function rowPathOf(path: string): string[] {
  const steps = path.split('/')
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join('/'))
}
