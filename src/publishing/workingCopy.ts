import { parseRef, refOf } from '#record/record.ts'
import type { DocumentType, Ref } from '#record/shape.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { idsByType } from './form/references.ts'
import { NoSuchDocument } from './refused.ts'
import type { RequestScope } from './requestScope.ts'
import { withoutConfidential } from './withheld/confidential/citations.ts'

/**
 * The working copy behind a key as it may be published, in all locales and with its internal fields, whoever asks: it names no
 * confidential source. Null where it is gone or in the trash.
 */
export async function findWorkingCopy({ payload, req }: RequestScope, key: string): Promise<WorkingCopy | null> {
  const ref = parseRef(key)
  if (!ref) return null
  const { docs } = await payload.db.find({
    collection: ref.type,
    where: { and: [{ id: { equals: ref.id } }, { deletedAt: { exists: false } }] },
    limit: 1,
    pagination: false,
    req,
  })
  // The adapters answer documents in all locales; what they hold is for `recordShape` to say.
  const [copy] = await withoutConfidential({ payload, req }, ref.type, docs as unknown as WorkingCopy[])
  return copy ?? null
}

export async function workingCopyOf(scope: RequestScope, key: Ref): Promise<WorkingCopy> {
  const copy = await findWorkingCopy(scope, key)
  if (!copy) throw new NoSuchDocument(scope.req, key)
  return copy
}

/** Several working copies of one type at once as they are stored, in no promised order. */
export async function workingCopiesOf(
  { payload, req }: RequestScope,
  type: DocumentType,
  ids: readonly string[],
): Promise<WorkingCopy[]> {
  if (ids.length === 0) return []
  const { docs } = await payload.db.find({
    collection: type,
    where: { id: { in: [...ids] } },
    pagination: false,
    limit: 0,
    req,
  })
  // As above.
  return docs as unknown as WorkingCopy[]
}

/** What staff call a document. */
export function headingOf(copy: WorkingCopy, type: DocumentType): string {
  return typeof copy.heading === 'string' && copy.heading !== '' ? copy.heading : `${type}:${copy.id}`
}

/** What staff call these documents. */
export async function headingsOf(scope: RequestScope, refs: readonly Ref[]): Promise<Map<Ref, string>> {
  const copies = await copiesByKey(scope, refs)
  return new Map([...copies].map(([key, copy]) => [key, headingOf(copy, parseRef(key)?.type ?? 'people')]))
}

/** The working copies of these documents, those in the trash too. */
export async function copiesByKey(scope: RequestScope, refs: readonly Ref[]): Promise<Map<Ref, WorkingCopy>> {
  const found = await Promise.all(
    [...idsByType(refs)].map(async ([type, ids]) =>
      (await workingCopiesOf(scope, type, ids)).map((copy) => [refOf<DocumentType>(type, copy.id), copy] as const),
    ),
  )
  return new Map(found.flat())
}
