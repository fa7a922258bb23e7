import { forget, type KeptKey, nameOf } from './keptStore.ts'

const tab = typeof crypto === 'undefined' ? 'server' : crypto.randomUUID()

/** The place of this tab's unsaved words of one document. */
export function keptKey(user: string, collection: string, id: string | undefined, locale: string): KeptKey {
  return { user, collection, id: id ?? 'new', locale, tab }
}

/** The words are stored now: this tab has nothing left to offer. */
export function forgetMine(key: KeptKey | null): void {
  if (key) forget(window.localStorage, nameOf(key))
}
