import { eachInSteps, inTurns, type MaybePromise, type Steps, whenReady } from '#base/turns.ts'
import { labelOf } from '#locales/labels.ts'
import type { DocumentType } from '#record/shape.ts'
import type { VocabularyName, WordOf } from '#record/vocabularies.ts'
import type { Entry } from '../catalog.ts'
import { constantCase } from '../words/constantCase.ts'
import type { Page } from './page.ts'

/** How many documents of a list have a value. */
export type FacetCount = { value: string; label: string; count: number }

/** Counts over a whole list, the most frequent value first; a document counts once for each value. */
export function facetCounts<Type extends DocumentType, Name extends VocabularyName>(
  vocabulary: Name,
  { entries, request }: Page<Type>,
  valuesOf: (entry: Entry<Type>) => readonly (WordOf<Name> | undefined)[],
): MaybePromise<FacetCount[]> {
  return whenReady(inTurns(countsOf(entries, valuesOf)), (counts) =>
    [...counts]
      .map(([word, count]) => ({
        value: constantCase(word),
        label: labelOf(vocabulary, word, request.locale),
        count,
      }))
      .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1)),
  )
}

function* countsOf<Item, Value>(
  items: readonly Item[],
  valuesOf: (item: Item) => readonly (Value | undefined)[],
): Steps<Map<Value, number>> {
  const counts = new Map<Value, number>()
  yield* eachInSteps(items, (item) => {
    for (const value of new Set(valuesOf(item))) {
      if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  })
  return counts
}
