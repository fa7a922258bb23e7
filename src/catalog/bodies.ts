import { LRUCache } from 'lru-cache'
import { CatalogMoved } from '#graph/catalog.ts'
import type { Body } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'

export type BodyLoader = (key: Ref, hash: string) => Promise<Body | null>

/** Bodies by the hash of their form: what is kept under a hash is never out of date. */
export function createBodies(load: BodyLoader, maxBytes: number) {
  const kept = new LRUCache<string, Body>({ maxSize: maxBytes, sizeCalculation: sizeOf })
  const underWay = new Map<string, Promise<Body>>()

  async function fetch(key: Ref, hash: string): Promise<Body> {
    try {
      const body = await load(key, hash)
      if (!body) throw new CatalogMoved(`The form of ${key} has changed.`)
      kept.set(hash, body)
      return body
    } finally {
      underWay.delete(hash)
    }
  }

  return {
    keep: (hash: string, body: Body): void => {
      kept.set(hash, body)
    },
    get(key: Ref, hash: string): Body | Promise<Body> {
      const known = kept.get(hash) ?? underWay.get(hash)
      if (known) return known
      const coming = fetch(key, hash)
      underWay.set(hash, coming)
      return coming
    },
  }
}

/** Rich text is held three times over; strings take up to two bytes a character. */
function sizeOf(body: Body): number {
  let characters = 100
  for (const fields of Object.values(body.words)) {
    for (const { value } of Object.values(fields)) characters += 4 * value.plainText.length + value.html.length + 200
  }
  return 2 * characters
}
