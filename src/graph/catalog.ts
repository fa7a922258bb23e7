import type { MaybePromise } from '#base/turns.ts'
import type { Body, Card } from '#record/record.ts'
import type { DocumentType, Ref } from '#record/shape.ts'

/** One public document as the catalog holds it: its card, read-only, and the hash and seq of its form. */
export type Entry<Type extends DocumentType = DocumentType> = {
  readonly key: Ref<Type>
  readonly seq: number
  readonly hash: string
  readonly card: Card<Type>
}

export type SlugMatch = { entry: Entry<'people'>; isFormer: boolean }

/**
 * What the schema reads. Delivery builds it from the public record and follows the log; preview
 * lays unpublished forms over it. All of it is memory, but for bodies.
 */
export type Catalog = {
  /** Seq of the newest change this catalog has seen: its version. */
  readonly seq: number
  get<Type extends DocumentType>(ref: Ref<Type>): Entry<Type> | undefined
  bySlug(slug: string): SlugMatch | undefined
  /**
   * Every public document of a type that is visible in one of `chain`, in the asked order; the array is cached and shared: never mutate it.
   * A promise only while a long list is sorted for the first time.
   */
  ordered<Type extends DocumentType>(
    type: Type,
    order: Order,
    chain: readonly string[],
  ): MaybePromise<readonly Entry<Type>[]>
  /**
   * Documents of `type` that name `ref` in one of their facts, at `path` where given (`about`,
   * `participants/who`), in no promised order. The same array as long as none of them changed, another
   * one after: what was derived from it can be kept by its identity.
   */
  referrers<Type extends DocumentType>(ref: Ref, type: Type, path?: string): readonly Entry<Type>[]
  /** The long words of an entry. Throws `CatalogMoved` where the database holds a newer form: the request starts over. */
  body(entry: Entry): Body | Promise<Body>
  /** Visible documents that answer a text, the best first, at most `mostHits`. A promise where much is to be looked through. */
  search(text: string, chain: readonly string[]): MaybePromise<readonly SearchHit[]>
}

/** Most hits that a search ranks and counts. */
export const mostHits = 1000

/** `editorial` is the editors' own order of quotes: featured first, then by number. */
export type Order = { by: 'name' | 'date' | 'publishedAt' | 'updatedAt' | 'editorial'; direction: 'asc' | 'desc' }

/** `score` is a whole number that no two hits share: a position among them. */
export type SearchHit = { entry: Entry; score: number }

/** Thrown when a body was asked for by a hash that the database no longer holds. */
export class CatalogMoved extends Error {
  override name = 'CatalogMoved'
}
