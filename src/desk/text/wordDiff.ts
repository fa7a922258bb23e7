import { diffArrays } from 'diff'

export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string }

/** Texts that differ in more words than this are shown as one instead of the other: finding out would hold the page up. */
const mostEdits = 1000

/** Texts that share less than this part of their words read better as one text instead of the other. */
const leastShared = 0.25

/** Word by word, what was removed and what was added. The space after a word belongs to it. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const changes = diffArrays(old, now, { maxEditLength: mostEdits })
  const shared = changes?.reduce((sum, { added, removed, count }) => sum + (added || removed ? 0 : count), 0) ?? 0
  if (changes && shared >= leastShared * Math.max(old.length, now.length))
    return changes.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }))
  const whole: DiffPart[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
  return whole.filter(({ text }) => text !== '')
}

function wordsOf(text: string): string[] {
  return text.match(/^\s+|\S+\s*/gu) ?? []
}
