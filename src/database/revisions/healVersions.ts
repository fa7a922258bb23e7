import { setTimeout as sleep } from 'node:timers/promises'
import type { JsonObject, Payload } from 'payload'
import { type DocumentType, documentTypes } from '#record/shape.ts'

type Saved = JsonObject & { id: string; revision: number; updatedAt: string }

const pageSize = 200

/**
 * Writes the version rows that a crash left out: on MongoDB a save writes the document and then its version. Answers how
 * many it wrote.
 */
export async function healVersions(payload: Payload): Promise<number> {
  let healed = 0
  for (const type of documentTypes) {
    const suspects = await withoutVersion(payload, type)
    // A save that is under way just now writes its own.
    if (suspects.length > 0) await sleep(1000)
    for (const id of suspects.length > 0 ? await withoutVersion(payload, type) : []) {
      if (!suspects.includes(id)) continue
      await writeVersion(payload, type, id)
      healed++
    }
  }
  return healed
}

async function withoutVersion(payload: Payload, type: DocumentType): Promise<string[]> {
  const missing: string[] = []
  for (let page = 1; ; page++) {
    const { docs, hasNextPage } = await payload.db.find<Saved>({
      collection: type,
      select: { revision: true },
      sort: 'id',
      limit: pageSize,
      page,
    })
    const kept = await versionKeys(payload, type, docs)
    missing.push(...docs.filter((doc) => !kept.has(keyOf(doc.id, doc.revision))).map(({ id }) => String(id)))
    if (!hasNextPage) return missing
  }
}

async function versionKeys(payload: Payload, type: DocumentType, saved: readonly Saved[]): Promise<Set<string>> {
  if (saved.length === 0) return new Set()
  const { docs } = await payload.db.findVersions<Saved>({
    collection: type,
    where: {
      and: [
        { parent: { in: saved.map(({ id }) => id) } },
        { 'version.revision': { in: [...new Set(saved.map(({ revision }) => revision))] } },
      ],
    },
    select: { parent: true, version: { revision: true } },
    limit: 0,
    pagination: false,
  })
  return new Set(docs.map(({ parent, version }) => keyOf(parent, version.revision)))
}

async function writeVersion(payload: Payload, type: DocumentType, id: string): Promise<void> {
  const saved = await payload.db.findOne<Saved>({ collection: type, where: { id: { equals: id } } })
  if (!saved) return
  const { id: _, ...versionData } = saved
  await payload.db.createVersion({
    collectionSlug: type,
    parent: id,
    versionData,
    autosave: false,
    createdAt: saved.updatedAt,
    updatedAt: saved.updatedAt,
  })
}

function keyOf(id: unknown, revision: number): string {
  return `${String(id)}:${revision}`
}
