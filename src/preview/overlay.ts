import { LRUCache } from 'lru-cache'
import { whenReady } from '#base/turns.ts'
import { withChanges } from '#catalog/orderedLists.ts'
import { createReferrers } from '#catalog/referrers.ts'
import { createSearchIndex } from '#catalog/searchIndex.ts'
import { createSlugs } from '#catalog/slugs.ts'
import { type Catalog, type Entry, mostHits, type SlugMatch } from '#graph/catalog.ts'
import type { Body } from '#record/record.ts'
import type { DocumentType, Ref } from '#record/shape.ts'

/** A form that is not public, as a catalog holds it. */
export type DraftForm = { entry: Entry; body: Body }

/** Entries in all kept lists together: orders and chains can be asked for in any combination. */
const mostEntries = 1_000_000

function sizeOf(list: readonly Entry[]): number {
  return list.length + 100
}

/** Documents are told apart by their numbers, so each laid one gets one behind all that are public. */
function numbered(forms: readonly DraftForm[], newest: number): DraftForm[] {
  return forms.map(({ entry, body }, index) => ({ entry: { ...entry, seq: newest + 1 + index }, body }))
}

/**
 * A catalog with other forms laid over some of its documents. It belongs to the version that `base`
 * is at now; once `base` moved on it is wrong. Every array it hands out is its own, because what is
 * derived from an array is kept by its identity and must never be read through another catalog.
 */
export function overlaid(base: Catalog, unnumbered: readonly DraftForm[]): Catalog {
  const forms = numbered(unnumbered, base.seq)
  const drafts = new Map<Ref, DraftForm>(forms.map((one) => [one.entry.key, one]))
  const changes = forms.map(({ entry }) => ({ before: base.get(entry.key), after: entry }))
  const isUnder = ({ key }: Entry) => !drafts.has(key)
  const own = { slugs: createSlugs(), referrers: createReferrers(), search: createSearchIndex() }
  for (const { entry } of forms) for (const index of Object.values(own)) index.replace(undefined, entry)
  const kept = new LRUCache<string, readonly Entry[]>({ maxSize: mostEntries, sizeCalculation: sizeOf })

  function keep<Type extends DocumentType>(name: string, make: () => readonly Entry<Type>[]): readonly Entry<Type>[] {
    const list = kept.get(name) ?? make()
    kept.set(name, list)
    // The name says the type.
    return list as readonly Entry<Type>[]
  }

  function slugUnder(slug: string): SlugMatch | undefined {
    const match = base.bySlug(slug)
    return match && isUnder(match.entry) ? match : undefined
  }

  return {
    seq: base.seq,
    // A key names its type, so its entry is of that type.
    get: <Type extends DocumentType>(ref: Ref<Type>) => (drafts.get(ref)?.entry as Entry<Type>) ?? base.get(ref),
    bySlug(slug) {
      const matches = [own.slugs.find(slug), slugUnder(slug)].filter((match) => match !== undefined)
      return matches.find(({ isFormer }) => !isFormer) ?? matches[0]
    },
    ordered: (type, order, chain) =>
      whenReady(base.ordered(type, order, chain), (entries) =>
        keep(`${type} ${order.by} ${order.direction} ${chain.join()}`, () => {
          const ofType = changes.filter(({ after }) => after.card.type === type)
          // A list of one type stays one.
          return withChanges(entries, ofType, order, chain) as readonly Entry<typeof type>[]
        }),
      ),
    referrers: (ref, type, path) =>
      keep(`${ref} ${type} ${path}`, () => [
        ...base.referrers(ref, type, path).filter(isUnder),
        ...own.referrers.find(ref, type, path),
      ]),
    body(entry) {
      const own = drafts.get(entry.key)
      return own?.entry === entry ? own.body : base.body(entry)
    },
    search: (text, chain) =>
      whenReady(base.search(text, chain), (below) =>
        whenReady(own.search.find(text, chain), (above) =>
          [...below.filter(({ entry }) => isUnder(entry)), ...above]
            .sort((one, other) => other.score - one.score)
            .slice(0, mostHits),
        ),
      ),
  }
}
