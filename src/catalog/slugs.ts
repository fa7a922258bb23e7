import type { Entry, SlugMatch } from '#graph/catalog.ts'

/** People by slug. A present slug wins over somebody's former one; of two former ones the later publish. */
export function createSlugs() {
  const present = new Map<string, Entry<'people'>>()
  const former = new Map<string, Entry<'people'>[]>()

  function forget(entry: Entry<'people'>): void {
    const { slug, formerSlugs = [] } = entry.card
    if (slug !== undefined && present.get(slug)?.key === entry.key) present.delete(slug)
    for (const old of formerSlugs) {
      const others = (former.get(old) ?? []).filter(({ key }) => key !== entry.key)
      if (others.length > 0) former.set(old, others)
      else former.delete(old)
    }
  }

  function remember(entry: Entry<'people'>): void {
    const { slug, formerSlugs = [] } = entry.card
    if (slug !== undefined) present.set(slug, entry)
    for (const old of formerSlugs) former.set(old, [...(former.get(old) ?? []), entry])
  }

  return {
    replace(before: Entry | undefined, after: Entry | undefined): void {
      if (before && isPerson(before)) forget(before)
      if (after && isPerson(after)) remember(after)
    },
    find(slug: string): SlugMatch | undefined {
      const entry = present.get(slug)
      if (entry) return { entry, isFormer: false }
      const old = former.get(slug)?.at(-1)
      return old && { entry: old, isFormer: true }
    },
  }
}

function isPerson(entry: Entry): entry is Entry<'people'> {
  return entry.card.type === 'people'
}
