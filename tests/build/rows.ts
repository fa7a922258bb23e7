import { canonicalJson, sha256 } from '#base/digest.ts'
import type { Form, PublishedRow } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import { keyOf } from './build.ts'

/** A row of the public record that holds this form. */
export function rowOf({ card, body }: Form, seq: number): PublishedRow {
  return {
    key: keyOf({ card, body }),
    seq,
    hash: sha256(canonicalJson({ card, body })),
    formVersion: 1,
    publishedAt: card.publishedAt,
    withdrawnAt: null,
    card: canonicalJson(card),
    body: canonicalJson(body),
  }
}

/** What stays of a document that was withdrawn. */
export function withdrawnRow(key: Ref, seq: number): PublishedRow {
  const at = '2024-02-01T00:00:00.000Z'
  return { key, seq, hash: sha256('null'), formVersion: 1, publishedAt: null, withdrawnAt: at, card: null, body: null }
}
