import type { ChangeFacts, PublicEntry } from '#record/record.ts'
import { tagsOf } from './tags.ts'

export type Message = { id: string; body: string }

const types = { publish: 'document.published', withdraw: 'document.withdrawn' } as const satisfies Record<
  ChangeFacts['kind'],
  string
>

/**
 * What a webhook is sent of one entry: the entry as the public log shows it (an entry may still carry a form, which is
 * not sent), and the tags of the answers that it may have changed. The same entry gives the same id and the same bytes at every attempt.
 */
export function messageOf(webhook: string, entry: PublicEntry): Message {
  const { seq, key, kind, facts, locales, formHash, prev, hash, at } = entry
  const data = { seq, key, kind, facts, locales, formHash, prev, hash, at, tags: tagsOf(entry) }
  return { id: `msg_${webhook}_${seq}`, body: JSON.stringify({ type: types[kind], timestamp: at, data }) }
}
