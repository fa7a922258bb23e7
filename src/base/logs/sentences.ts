/**
 * Every sentence that a studio writes into its log. Payload and Next put ids, names, words and addresses into theirs, so what is
 * not in this table is not written: a line then says where it was said, and nothing of it.
 */
const sentences: ReadonlySet<string> = new Set([
  'A request failed.',
  'A request was refused.',
  'A webhook delivers again.',
  'A webhook was switched off: its receiver is gone.',
  'A webhook could not be delivered.',
  'A webhook’s delivery broke off.',
  'Webhooks cannot follow the log.',
  'Webhooks wait for the database.',
  'A document of the record cannot be used and is not previewed.',
  'A preview failed.',
  'A preview has to wait.',
  'A sealed original cannot be opened.',
  'The process that reads pictures broke down.',
  'An original was opened.',
  'Files of a deleted picture stay; `holos tidy` removes them.',
  'Originals that lay open are sealed now.',
  'Wrote a migration.',
  'The schema has not changed.',
  'The studio does not reach its own API: webhooks are delivered from its first request on.',
  'Somebody let a document through a gate.',
  'Somebody opened what protects somebody in a document.',
  'Consent was withdrawn, and with it what it had covered.',
  'A consent ran out, and what it had covered was withdrawn.',
  'What no consent covers could not be withdrawn.',
])

/** What Next says as it starts, without a value of anybody. */
const nextSays =
  /^(▲ Next\.js [\d.]+( \((Turbopack|webpack)\))?|- (Local|Network): +https?:\/\/[\w.:[\]-]+|✓ (Starting\.\.\.|Ready in [\d.]+m?s))$/

export function isSentence(text: string): boolean {
  return sentences.has(text) || nextSays.test(text)
}

/** Names and what they hold of structured lines that are fit to be read: ids and numbers of things, never their words. */
export const knownFields: ReadonlySet<string> = new Set([
  'check',
  'failures',
  'gate',
  'key',
  'migration',
  'requestId',
  'sealed',
  'seq',
  'user',
  'waitSeconds',
  'webhook',
  'why',
  'withdrawn',
])
