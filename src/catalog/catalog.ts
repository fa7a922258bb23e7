import type { Catalog, Entry } from '#graph/catalog.ts'
import type { Body } from '#record/record.ts'
import { type DocumentType, documentTypes, type Ref } from '#record/shape.ts'
import { type BodyLoader, createBodies } from './bodies.ts'
import { createOrderedLists } from './orderedLists.ts'
import { type EntryForm, type Publication, publicationOf, type RowForm } from './publication.ts'
import { createReferrers } from './referrers.ts'
import { createSearchIndex } from './searchIndex.ts'
import { createSlugs } from './slugs.ts'

export type CatalogOptions = {
  /** Reads the long words of the form with this hash; null where the database holds another form by now. */
  loadBody: BodyLoader
  /** How much memory bodies may take. */
  bodyBytes?: number
}

/** The public record in memory. `apply` is the only way in; rows may come in any order and more than once. */
export type LiveCatalog = Catalog & {
  /** Takes a row of `published`, or a log entry that still carries its form. Older than what is known: nothing happens. */
  apply(change: RowForm | EntryForm): void
  /** Does postponed work for about `milliseconds`; false while more is left. Nothing depends on it but speed. */
  warm(milliseconds: number): boolean
  /** Number of public documents. */
  readonly size: number
}

export function createCatalog({ loadBody, bodyBytes = 64 * 1024 * 1024 }: CatalogOptions): LiveCatalog {
  const documents = new Map<Ref, Entry>()
  const withdrawn = new Map<Ref, number>()
  const byType = Object.fromEntries(documentTypes.map((type) => [type, new Map()])) as ByType
  const slugs = createSlugs()
  const referrers = createReferrers()
  const lists = createOrderedLists((type) => byType[type].values())
  const search = createSearchIndex()
  const bodies = createBodies(loadBody, bodyBytes)
  let seq = 0

  function replace(key: Ref, before: Entry | undefined, after: Entry | undefined): void {
    const ofType = byType[typeOf(key)]
    if (after) {
      documents.set(key, after)
      ofType.set(key, after)
      withdrawn.delete(key)
    } else {
      documents.delete(key)
      ofType.delete(key)
    }
    for (const index of [slugs, referrers, lists, search]) index.replace(before, after)
  }

  function applyPublication({ key, seq: at, hash, card, body }: Publication): void {
    const before = documents.get(key)
    if (at <= (before?.seq ?? withdrawn.get(key) ?? 0)) return
    const after = card ? { key, seq: at, hash, card } : undefined
    if (!after) withdrawn.set(key, at)
    if (body) bodies.keep(hash, body)
    replace(key, before, after)
  }

  return {
    get seq() {
      return seq
    },
    get size() {
      return documents.size
    },
    apply(change) {
      seq = Math.max(seq, change.seq)
      const publication = publicationOf(change)
      if (publication) applyPublication(publication)
    },
    // A key names its type, so its entry is of that type.
    get: <Type extends DocumentType>(ref: Ref<Type>) => documents.get(ref) as Entry<Type> | undefined,
    bySlug: slugs.find,
    ordered: lists.get,
    referrers: referrers.find,
    body: (entry): Body | Promise<Body> => bodies.get(entry.key, entry.hash),
    search: search.find,
    warm: search.warm,
  }
}

type ByType = { [type in DocumentType]: Map<Ref, Entry> }

function typeOf(key: Ref): DocumentType {
  // Every Ref begins with its type.
  return key.slice(0, key.indexOf(':')) as DocumentType
}
