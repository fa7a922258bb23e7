import type { CollectionSlug, Payload, TypedUser } from 'payload'
import { isPending } from '#publishing/form/standing.ts'
import { type DocumentType, documentTypes } from '#record/shape.ts'

export type PendingCount = { type: DocumentType; count: number }
export type RecentChange = { type: DocumentType; id: string; heading: string; pendingIn: string[]; updatedAt: string }

const recentlyShown = 10

type Reading = { payload: Payload; user: TypedUser }

/** How many documents of each kind wait for publication, none left out but those with none. */
export async function pendingCounts({ payload, user }: Reading): Promise<PendingCount[]> {
  const counts = documentTypes.map(async (type) => {
    const { totalDocs } = await payload.count({ collection: type, where: isPending, user, overrideAccess: false })
    return { type, count: totalDocs }
  })
  return (await Promise.all(counts)).filter(({ count }) => count > 0)
}

/** The documents of any kind that changed last. */
export async function recentChanges({ payload, user }: Reading): Promise<RecentChange[]> {
  const each = documentTypes.map((type) => newestOf(type, { payload, user }))
  const all = (await Promise.all(each)).flat()
  return all.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)).slice(0, recentlyShown)
}

async function newestOf(type: DocumentType, { payload, user }: Reading): Promise<RecentChange[]> {
  const { docs } = await payload.find({
    collection: type satisfies CollectionSlug,
    user,
    overrideAccess: false,
    depth: 0,
    limit: recentlyShown,
    pagination: false,
    sort: '-updatedAt',
    select: { heading: true, pendingIn: true, updatedAt: true },
  })
  return docs.map(({ id, heading, pendingIn, updatedAt }) => ({
    type,
    id: String(id),
    heading: heading ?? '',
    pendingIn: pendingIn ?? [],
    updatedAt,
  }))
}
