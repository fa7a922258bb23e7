import { LRUCache } from 'lru-cache'
import type { Where } from 'payload'
import { withoutInternal } from '#access/fields/withoutInternal.ts'
import type { LiveCatalog } from '#catalog/catalog.ts'
import type { Entry } from '#graph/catalog.ts'
import { isPending, wouldBe } from '#publishing/form/standing.ts'
import { formHash } from '#publishing/log/log.ts'
import type { RequestScope } from '#publishing/requestScope.ts'
import { withoutConfidential } from '#publishing/withheld/confidential/citations.ts'
import { workingCopiesOf } from '#publishing/workingCopy.ts'
import { type Form, parseRef, refOf } from '#record/record.ts'
import { type DocumentType, documentTypes, type Ref } from '#record/shape.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import type { DraftForm } from './overlay.ts'

/** Which working copies a preview shows: these, or everything that waits to be published. */
export type Shown = readonly Ref[] | 'pending'

/** With its internal fields, or as those know it who may not read them. */
export type View = 'whole' | 'withoutInternal'

/** A working copy at one revision, as somebody sees it. */
export type Copy = { type: DocumentType; id: string; revision: number; view: View }

/** A source that is confidential would never be published; whoever may not know that it is sees it as any other. */
const isOpen: Where = { confidential: { not_equals: true } }

const mostForms = 2000
/** How many working copies are held at once while their forms are made. */
const batch = 100

/** The working copies that are asked for and exist, in a fixed order. What is in the trash does not exist. */
export async function copiesOf(scope: RequestScope, shown: Shown, view: View): Promise<Copy[]> {
  const found = await Promise.all(
    documentTypes.map((type) => {
      if (shown === 'pending') return copiesWhere(scope, type, isPending, view)
      const ids = shown.map(parseRef).flatMap((ref) => (ref?.type === type ? [ref.id] : []))
      // One by one: an id that is none is an error of MongoDB's in a list.
      return ids.length === 0 ? [] : copiesWhere(scope, type, { or: ids.map((id) => ({ id: { equals: id } })) }, view)
    }),
  )
  return found.flat()
}

async function copiesWhere({ payload }: RequestScope, type: DocumentType, where: Where, view: View): Promise<Copy[]> {
  const isConfidentialKnown = type === 'sources' && view === 'whole'
  const { docs } = await payload.db.find({
    collection: type,
    where: { and: [where, { deletedAt: { exists: false } }, ...(isConfidentialKnown ? [isOpen] : [])] },
    select: { revision: true },
    sort: 'id',
    pagination: false,
    limit: 0,
  })
  // The adapters answer what was selected.
  const copies = docs as unknown as { id: string; revision?: number | null }[]
  return copies.map(({ id, revision }) => ({ type, id, revision: revision ?? 0, view }))
}

export type DraftForms = { of(copies: readonly Copy[], record: LiveCatalog): Promise<DraftForm[]> }

/** Makes the forms that publishing everything of a working copy would write, each once as long as nothing changes. */
export function draftForms(scope: RequestScope): DraftForms {
  const made = new LRUCache<string, DraftForm>({ max: mostForms })

  async function make(type: DocumentType, copies: readonly Copy[], record: LiveCatalog): Promise<DraftForm[]> {
    const ids = copies.map(({ id }) => id)
    const { flattenedFields: fields } = scope.payload.collections[type].config
    const unseen = new Set(copies.flatMap(({ id, view }) => (view === 'withoutInternal' ? [id] : [])))
    const stored = await workingCopiesOf(scope, type, ids)
    const whole = new Map((await withoutConfidential(scope, type, stored)).map((copy) => [copy.id, copy]))
    return Promise.all(
      stored.map(async (copy) => {
        const seen = unseen.has(copy.id) ? withoutInternal(fields, copy) : (whole.get(copy.id) ?? copy)
        return draftForm(type, seen, await publicForm(refOf(type, copy.id), record))
      }),
    )
  }

  return {
    async of(copies, record) {
      // Named before anything is read: what the record or a copy became meanwhile has another name.
      const named = copies.map((copy) => ({ copy, name: nameOf(copy, record) }))
      const missing = named.filter(({ name }) => !made.has(name)).map(({ copy }) => copy)
      const drafts = new Map<Ref, DraftForm>()
      for (const [type, some] of batches(missing)) {
        for (const one of await make(type, some, record)) drafts.set(one.entry.key, one)
      }
      return named.flatMap(({ copy, name }) => {
        const one = drafts.get(refOf(copy.type, copy.id)) ?? made.get(name)
        if (one) made.set(name, one)
        return one ?? []
      })
    },
  }
}

function nameOf({ type, id, revision, view }: Copy, record: LiveCatalog): string {
  const key = refOf<DocumentType>(type, id)
  return `${key}@${revision} ${view} ${record.get(key)?.hash}`
}

function* batches(copies: readonly Copy[]): Generator<[DocumentType, Copy[]]> {
  for (const type of documentTypes) {
    const ofType = copies.filter((copy) => copy.type === type)
    for (let from = 0; from < ofType.length; from += batch) yield [type, ofType.slice(from, from + batch)]
  }
}

async function publicForm(key: Ref, record: LiveCatalog): Promise<Form | null> {
  const entry = record.get(key)
  return entry ? { card: entry.card, body: await record.body(entry) } : null
}

function draftForm(type: DocumentType, copy: WorkingCopy, published: Form | null): DraftForm {
  const form = wouldBe(type, copy, published, savedAt(copy))
  const entry: Entry = { key: refOf<DocumentType>(type, copy.id), seq: 0, hash: formHash(form), card: form.card }
  return { entry, body: form.body }
}

/** Stands for the time of the publish that has not been: pages of a list keep their order between two requests. */
function savedAt({ updatedAt }: WorkingCopy): string {
  return typeof updatedAt === 'string' ? updatedAt : new Date().toISOString()
}
