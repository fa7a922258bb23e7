import { eachInSteps, inTurns, type MaybePromise, type Steps, whenReady } from '#base/turns.ts'
import { labelOf } from '#locales/labels.ts'
import type { VocabularyName, WordOf } from '#record/vocabularies.ts'
import { builder, cost } from '../builder.ts'
import type { Catalog, Entry } from '../catalog.ts'
import { constantCase } from '../constantCase.ts'
import { custodyOf } from '../custody.ts'
import { weights } from '../limitTable.ts'
import type { Page } from '../page.ts'
import { EventConnection, PersonConnection } from './connections.ts'

type FacetCount = { value: string; label: string; count: number }

const FacetCountRef = builder.objectRef<FacetCount>('FacetCount').implement({
  description: 'How many documents of a list have a value.',
  fields: (t) => ({
    value: t.exposeString('value', { nullable: false, description: 'The value as filters take it: `SERVING`.' }),
    label: t.exposeString('label', { nullable: false, description: 'The value in the requested language.' }),
    count: t.exposeInt('count', { nullable: false, description: 'Number of documents.' }),
  }),
})

const facet = { most: 20, weight: weights.facets }

const PersonFacets = builder.objectRef<Page<'people'>>('PersonFacets').implement({
  description: 'Counts over the whole list, not the page: what to offer as a filter.',
  fields: (t) => ({
    kind: t.field({
      type: [FacetCountRef],
      nullable: false,
      description: 'By what the people are.',
      extensions: cost(facet),
      resolve: (page) => counted('personKind', page, ({ card }) => [card.facts.kind]),
    }),
    custodyStatus: t.field({
      type: [FacetCountRef],
      nullable: false,
      description: 'By whether and how they are held.',
      extensions: cost(facet),
      resolve: (page, _, { catalog, tags }) => {
        tags.add('events')
        return counted('custodyStatus', page, ({ key }) => [statusOf(catalog, key)])
      },
    }),
    custodyProcedure: t.field({
      type: [FacetCountRef],
      nullable: false,
      description: 'By how far their case has come.',
      extensions: cost(facet),
      resolve: (page, _, { catalog, tags }) => {
        tags.add('events')
        return counted('custodyProcedure', page, ({ key }) => [custodyOf(catalog, key)?.procedure?.value])
      },
    }),
    recognition: t.field({
      type: [FacetCountRef],
      nullable: false,
      description: 'By what they were recognised as.',
      extensions: cost(facet),
      resolve: (page) =>
        counted('recognitionKind', page, ({ card }) => card.facts.recognitions?.map(({ kind }) => kind) ?? []),
    }),
  }),
})

function statusOf(catalog: Catalog, key: Entry<'people'>['key']): WordOf<'custodyStatus'> | undefined {
  return custodyOf(catalog, key)?.status?.value
}

const EventFacets = builder.objectRef<Page<'events'>>('EventFacets').implement({
  description: 'Counts over the whole list, not the page: what to offer as a filter.',
  fields: (t) => ({
    kind: t.field({
      type: [FacetCountRef],
      nullable: false,
      description: 'By what kind of thing happened.',
      extensions: cost(facet),
      resolve: (page) => counted('eventKind', page, ({ card }) => [card.facts.kind]),
    }),
  }),
})

builder.objectField(PersonConnection, 'facets', (t) =>
  t.field({ type: PersonFacets, nullable: false, description: 'Counts by value.', resolve: (page) => page }),
)

builder.objectField(EventConnection, 'facets', (t) =>
  t.field({ type: EventFacets, nullable: false, description: 'Counts by value.', resolve: (page) => page }),
)

/** The most frequent first; a document counts once for each value. */
function counted<Type extends 'people' | 'events', Name extends VocabularyName>(
  vocabulary: Name,
  { entries, reading }: Page<Type>,
  valuesOf: (entry: Entry<Type>) => readonly (WordOf<Name> | undefined)[],
): MaybePromise<FacetCount[]> {
  return whenReady(inTurns(countsOf(entries, valuesOf)), (counts) =>
    [...counts]
      .map(([word, count]) => ({
        value: constantCase(word),
        label: labelOf(vocabulary, word, reading.requested),
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
