import type { Where } from 'payload'
import { isObject } from '#base/isObject.ts'
import { refOf } from '#record/record.ts'
import { unlinked } from '#record/richText.ts'
import { type DocumentType, type Field, type Fields, type Ref, recordShape } from '#record/shape.ts'
import { digestOfWords, type Stamps, type UnsavedCopy, type WorkingCopy, wordFieldsOf } from '#record/workingCopy.ts'
import type { RequestScope } from '../../requestScope.ts'

/** A source that is never published, as its working copy has it. */
export type ConfidentialSource = WorkingCopy & { readonly key: Ref<'sources'> }

/** The confidential sources among these, or all there are; in the trash they are confidential too. */
export async function confidentialSources(
  { payload, req }: RequestScope,
  ids?: readonly string[],
): Promise<ConfidentialSource[]> {
  if (ids?.length === 0) return []
  const among: Where[] = ids ? [{ id: { in: [...ids] } }] : []
  const { docs } = await payload.db.find<WorkingCopy>({
    collection: 'sources',
    where: { and: [{ confidential: { equals: true } }, ...among] },
    pagination: false,
    limit: 0,
    req,
  })
  return docs.map((source) => ({ ...source, key: refOf('sources', source.id) }))
}

/**
 * Working copies as they may be published: what cites or links to a confidential source does not name it. Whatever makes
 * a form, or compares with one, starts from these, so that a part is pending exactly where publishing it would change something.
 */
export async function withoutConfidential<Copy extends UnsavedCopy>(
  scope: RequestScope,
  type: DocumentType,
  copies: readonly Copy[],
): Promise<Copy[]> {
  const cited = new Set(copies.flatMap((copy) => sourcesNamedIn(type, copy)))
  const left = new Set((await confidentialSources(scope, [...cited])).map(({ key }) => key))
  return left.size === 0 ? [...copies] : copies.map((copy) => withoutSources(type, copy, left))
}

/** Ids of the sources that a working copy cites or links to. */
export function sourcesNamedIn(type: DocumentType, copy: UnsavedCopy): string[] {
  const named: string[] = []
  withoutSources(type, copy, {
    has: (key) => {
      named.push(key.slice('sources:'.length))
      return false
    },
  })
  return named
}

type LeftOut = { has: (key: Ref<'sources'>) => boolean }

function withoutSources<Copy extends UnsavedCopy>(type: DocumentType, copy: Copy, left: LeftOut): Copy {
  const kept = { ...copy, ...fieldsWithout(recordShape[type], copy, left) }
  return { ...kept, ...(copy.origins && { origins: restamped(type, copy, kept, copy.origins) }) }
}

function fieldsWithout(fields: Fields, values: object, left: LeftOut): { [name: string]: unknown } {
  const known: { readonly [name: string]: unknown } = { ...values }
  const held = Object.entries(fields).filter(([name]) => known[name] !== undefined)
  return Object.fromEntries(held.map(([name, field]) => [name, fieldWithout(field, known[name], left)]))
}

function fieldWithout(field: Field, value: unknown, left: LeftOut): unknown {
  const inside = (one: unknown) =>
    isObject(one) && 'fields' in field ? { ...one, ...fieldsWithout(field.fields, one, left) } : one
  if (field.kind === 'group') return inside(value)
  if (field.kind === 'rows') return Array.isArray(value) ? value.map(inside) : value
  if (field.kind === 'refs' && field.to.includes('sources'))
    return Array.isArray(value) ? value.filter((one) => !left.has(refOf('sources', idOf(one)))) : value
  if (field.kind !== 'richText' || !isObject(value)) return value
  const isLeftOut = (ref: Ref) => isSource(ref) && left.has(ref)
  return Object.fromEntries(Object.entries(value).map(([locale, tree]) => [locale, unlinked(tree, isLeftOut)]))
}

const isSource = (ref: Ref): ref is Ref<'sources'> => ref.startsWith('sources:')

/** A related document comes as its id, or as a whole. */
function idOf(value: unknown): string {
  return String(isObject(value) ? value.id : value)
}

/** A text with a link fewer is still the words of whoever wrote it. */
function restamped(type: DocumentType, before: UnsavedCopy, after: UnsavedCopy, stamps: Stamps): Stamps {
  const is = new Map(wordFieldsOf(type, after).map(({ path, values }) => [path, values]))
  const all: Stamps = { ...stamps }
  for (const { path, values } of wordFieldsOf(type, before).filter(({ kind }) => kind === 'richText')) {
    for (const [locale, words] of Object.entries(values)) {
      const [stamp, now] = [stamps[locale]?.[path], is.get(path)?.[locale]]
      if (stamp && now && stamp.digest === digestOfWords(words))
        all[locale] = { ...all[locale], [path]: { ...stamp, digest: digestOfWords(now) } }
    }
  }
  return all
}
