import SearchableMap from 'minisearch/SearchableMap'

/** Numbers of the documents that hold a key, rising. */
export type Postings = number[]

export type Dictionary = {
  add(key: string, number: number): void
  remove(key: string, number: number): void
  get(key: string): Postings | undefined
  /** Keys with this beginning, at most `most` of them. */
  beginningWith(key: string, most: number): Iterable<[key: string, postings: Postings]>
  /** Keys that are at most `edits` letters away. */
  near(key: string, edits: number): Iterable<[postings: Postings, edits: number]>
}

/** Keys and their documents: a hash for exact keys and for writing, a tree for beginnings and near spellings. */
export function createDictionary(): Dictionary {
  const all = new Map<string, Postings>()
  const tree = new SearchableMap<Postings>()

  return {
    add(key, number) {
      const postings = all.get(key)
      if (postings) {
        insert(postings, number)
        return
      }
      const made = [number]
      all.set(key, made)
      tree.set(key, made)
    },
    remove(key, number) {
      const postings = all.get(key)
      if (!postings) return
      const at = lowerBound(postings, number)
      if (postings[at] === number) postings.splice(at, 1)
      if (postings.length > 0) return
      all.delete(key)
      tree.delete(key)
    },
    get: (key) => all.get(key),
    *beginningWith(key, most) {
      let count = 0
      for (const found of tree.atPrefix(key)) {
        if (++count > most) return
        yield found
      }
    },
    near: (key, edits) => tree.fuzzyGet(key, edits).values(),
  }
}

function insert(postings: Postings, number: number): void {
  const at = lowerBound(postings, number)
  if (at === postings.length) postings.push(number)
  else if (postings[at] !== number) postings.splice(at, 0, number)
}

function lowerBound(numbers: Postings, number: number): number {
  if ((numbers[numbers.length - 1] ?? -1) < number) return numbers.length
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] as number) < number) low = middle + 1
    else high = middle
  }
  return low
}
