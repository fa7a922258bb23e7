/**
 * Whether words were translated from a source that has changed since. Words that do not say what
 * they were made from, and words whose source is not there to compare, are not called stale.
 */
export function isStale(words: { from?: string }, source: { digest: string } | undefined): boolean {
  return words.from !== undefined && source !== undefined && words.from !== source.digest
}
