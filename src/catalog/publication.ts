import type { Body, Card, ChangeEntry, Form, PublishedRow } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import { compact } from './compact.ts'

/** What one row or log entry says about a document; no card: it was withdrawn. */
export type Publication = { key: Ref; seq: number; hash: string; card: Card | null; body: Body | null }

/** What is taken of a row of `published`; its long words are asked for later. */
export type RowForm = Pick<PublishedRow, 'key' | 'seq' | 'hash' | 'card'>

/** What is taken of a log entry, which may still carry its form. */
export type EntryForm = Pick<ChangeEntry, 'key' | 'seq' | 'formHash' | 'form'>

/** Null for a log entry whose form was applied already: its row says the rest. */
export function publicationOf(change: RowForm | EntryForm): Publication | null {
  return 'formHash' in change ? fromEntry(change) : fromRow(change)
}

function fromRow({ key, seq, hash, card }: RowForm): Publication {
  // The record holds what publish() wrote: canonical JSON of a card.
  return { key, seq, hash, card: card === null ? null : compact(JSON.parse(card) as Card), body: null }
}

function fromEntry({ key, seq, formHash, form }: EntryForm): Publication | null {
  if (form === null) return null
  const parsed = JSON.parse(form) as Form | null
  return { key, seq, hash: formHash, card: parsed && compact(parsed.card), body: parsed?.body ?? null }
}
