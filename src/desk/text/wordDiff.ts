export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string }

/** Above this many comparisons the middle is shown as one removed and one added piece. */
const maxComparisons = 4_000_000

/** Texts that share less than this part of their words read better as one text instead of the other. */
const leastShared = 0.25

/** Word by word, what was removed and what was added. The space after a word belongs to it. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const old = tokens(before)
  const now = tokens(after)
  const head = sharedStart(old, now)
  const tail = sharedStart(old.slice(head).reverse(), now.slice(head).reverse())
  const middle = diffOf(old.slice(head, old.length - tail), now.slice(head, now.length - tail))
  const parts = [...same(old.slice(0, head)), ...middle, ...same(old.slice(old.length - tail))]
  const shared = parts.filter(({ kind }) => kind === 'same').length
  return joined(shared < leastShared * Math.max(old.length, now.length) ? [...removed(old), ...added(now)] : parts)
}

function tokens(text: string): string[] {
  return text.match(/^\s+|\S+\s*/gu) ?? []
}

function sharedStart(a: readonly string[], b: readonly string[]): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

const same = (words: readonly string[]) => words.map((text): DiffPart => ({ kind: 'same', text }))
const removed = (words: readonly string[]) => words.map((text): DiffPart => ({ kind: 'removed', text }))
const added = (words: readonly string[]) => words.map((text): DiffPart => ({ kind: 'added', text }))

function diffOf(old: readonly string[], now: readonly string[]): DiffPart[] {
  if (old.length * now.length > maxComparisons) return [...removed(old), ...added(now)]
  return walk(old, now, longestCommon(old, now))
}

/** `lengths[i][j]`: how many words `old.slice(i)` and `now.slice(j)` have in common, in order. */
function longestCommon(old: readonly string[], now: readonly string[]): Uint32Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1))
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const row = lengths[i] as Uint32Array
      row[j] =
        old[i] === now[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1))
    }
  }
  return lengths
}

const at = (lengths: readonly Uint32Array[], i: number, j: number) => lengths[i]?.[j] ?? 0

function walk(old: readonly string[], now: readonly string[], lengths: readonly Uint32Array[]): DiffPart[] {
  const parts: DiffPart[] = []
  let i = 0
  let j = 0
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      parts.push(...same(old.slice(i, i + 1)))
      i++
      j++
    } else if (at(lengths, i + 1, j) >= at(lengths, i, j + 1)) parts.push(...removed(old.slice(i, ++i)))
    else parts.push(...added(now.slice(j, ++j)))
  }
  return [...parts, ...removed(old.slice(i)), ...added(now.slice(j))]
}

function joined(parts: readonly DiffPart[]): DiffPart[] {
  const runs: DiffPart[] = []
  for (const part of parts) {
    const last = runs.at(-1)
    if (last?.kind === part.kind) last.text += part.text
    else runs.push({ ...part })
  }
  return runs
}
