import type { Entry } from '#graph/catalog.ts'
import type { Card } from '#record/record.ts'
import { type DocumentType, documentTypes, type Ref, recordShape } from '#record/shape.ts'
import { leafFields } from '#record/walk.ts'

/** The documents of one type that name one document at one path; path '' stands for any. */
type Bucket = { type: DocumentType; path: string; entries: Entry[]; isHandedOut: boolean }

/** Relations read backwards. Arrays that were handed out are copied before they change. */
export function createReferrers() {
  const buckets = new Map<Ref, Bucket[]>()

  function bucketOf(ref: Ref, type: DocumentType, path: string): Bucket | undefined {
    const ofRef = buckets.get(ref)
    if (ofRef) for (const bucket of ofRef) if (bucket.type === type && bucket.path === path) return bucket
    return undefined
  }

  function add(ref: Ref, path: string, entry: Entry): void {
    const known = bucketOf(ref, entry.card.type, path)
    if (known) {
      write(known, (entries) => entries.push(entry))
      return
    }
    const bucket = { type: entry.card.type, path, entries: [entry], isHandedOut: false }
    const ofRef = buckets.get(ref)
    if (ofRef) ofRef.push(bucket)
    else buckets.set(ref, [bucket])
  }

  function remove(ref: Ref, path: string, entry: Entry): void {
    const bucket = bucketOf(ref, entry.card.type, path)
    if (bucket) write(bucket, (entries) => entries.splice(entries.indexOf(entry), 1))
    if (bucket?.entries.length !== 0) return
    const rest = (buckets.get(ref) ?? []).filter((one) => one !== bucket)
    if (rest.length > 0) buckets.set(ref, rest)
    else buckets.delete(ref)
  }

  return {
    replace(before: Entry | undefined, after: Entry | undefined): void {
      if (before) for (const [path, refs] of mentionsOf(before.card)) for (const ref of refs) remove(ref, path, before)
      if (after) for (const [path, refs] of mentionsOf(after.card)) for (const ref of refs) add(ref, path, after)
    },
    find<Type extends DocumentType>(ref: Ref, type: Type, path = ''): readonly Entry<Type>[] {
      const bucket = bucketOf(ref, type, path)
      if (!bucket) return none
      bucket.isHandedOut = true
      // A bucket holds documents of its type only.
      return bucket.entries as Entry<Type>[]
    },
  }
}

const none: readonly never[] = []

function write(bucket: Bucket, change: (entries: Entry[]) => void): void {
  if (bucket.isHandedOut) bucket.entries = [...bucket.entries]
  bucket.isHandedOut = false
  change(bucket.entries)
}

/** Every document that a card names, by the path of the fact; '' holds all of them. */
function mentionsOf(card: Card): Map<string, Set<Ref>> {
  const found = new Map<string, Set<Ref>>()
  const note = (path: string, ref: Ref) => {
    const refs = found.get(path)
    if (refs) refs.add(ref)
    else found.set(path, new Set([ref]))
  }
  for (const { path, steps } of refPaths[card.type]) {
    visit(card.facts, steps, 0, (ref) => {
      note(path, ref)
      note('', ref)
    })
  }
  return found
}

function visit(value: unknown, steps: readonly string[], depth: number, found: (ref: Ref) => void): void {
  if (value === undefined || value === null) return
  if (Array.isArray(value)) {
    for (const item of value) visit(item, steps, depth, found)
    return
  }
  const step = steps[depth]
  // At the end of a path that leads to a ref or refs stands a key.
  if (step === undefined) found(value as Ref)
  else visit((value as Record<string, unknown>)[step], steps, depth + 1, found)
}

type RefPath = { path: string; steps: readonly string[] }

const refPaths = Object.fromEntries(
  documentTypes.map((type) => [
    type,
    leafFields(recordShape[type])
      .filter(({ field: { kind } }) => kind === 'ref' || kind === 'refs')
      .map(({ names }) => ({ path: names.join('/'), steps: names })),
  ]),
) as unknown as Readonly<Record<DocumentType, readonly RefPath[]>>
