import type { DocumentType } from '#record/shape.ts'
import type { VocabularyName, WordOf } from '#record/vocabularies.ts'
import type { Entry } from '../../catalog.ts'
import type { GraphContext } from '../../context.ts'
import { weights } from '../../limits/table.ts'
import { type FacetCount, facetCounts } from '../../lists/facets.ts'
import type { Page } from '../../lists/page.ts'
import { custodyOf } from '../../people/custody.ts'
import { builder, cost } from '../builder.ts'
import { listTypes } from './listTypes.ts'

const FacetCountRef = builder.objectRef<FacetCount>('FacetCount').implement({
  description: 'How many documents of a list have a value.',
  fields: (t) => ({
    value: t.exposeString('value', { nullable: false, description: 'The value as filters take it: `SERVING`.' }),
    label: t.exposeString('label', { nullable: false, description: 'The value in the requested language.' }),
    count: t.exposeInt('count', { nullable: false, description: 'Number of documents.' }),
  }),
})

/** The counts of one vocabulary. `reads`: types whose documents decide beside those of the list. */
function facet<Type extends DocumentType, Name extends VocabularyName>(
  vocabulary: Name,
  description: string,
  valuesOf: (entry: Entry<Type>, context: GraphContext) => readonly (WordOf<Name> | undefined)[],
  reads: readonly DocumentType[] = [],
) {
  return {
    // A list type is a tuple of one to Pothos.
    type: [FacetCountRef] as [typeof FacetCountRef],
    nullable: false as const,
    description,
    extensions: cost({ most: 20, weight: weights.facets }),
    resolve: (page: Page<Type>, _: unknown, context: GraphContext) => {
      for (const type of reads) context.tags.add(type)
      return facetCounts(vocabulary, page, (entry) => valuesOf(entry, context))
    },
  }
}

const PersonFacets = builder.objectRef<Page<'people'>>('PersonFacets').implement({
  description: 'Counts over the whole list, not the page: what to offer as a filter.',
  fields: (t) => ({
    kind: t.field(facet('personKind', 'By what the people are.', ({ card }: Entry<'people'>) => [card.facts.kind])),
    custodyStatus: t.field(
      facet(
        'custodyStatus',
        'By whether and how they are held.',
        (person: Entry<'people'>, context) => [custodyIn(person, context)?.status?.value],
        ['events'],
      ),
    ),
    custodyProcedure: t.field(
      facet(
        'custodyProcedure',
        'By how far their case has come.',
        (person: Entry<'people'>, context) => [custodyIn(person, context)?.procedure?.value],
        ['events'],
      ),
    ),
    recognition: t.field(
      facet(
        'recognitionKind',
        'By what they were recognised as.',
        ({ card }: Entry<'people'>) => card.facts.recognitions?.map(({ kind }) => kind) ?? [],
      ),
    ),
  }),
})

function custodyIn({ key }: Entry<'people'>, { catalog }: GraphContext) {
  return custodyOf(catalog, key)
}

const EventFacets = builder.objectRef<Page<'events'>>('EventFacets').implement({
  description: 'Counts over the whole list, not the page: what to offer as a filter.',
  fields: (t) => ({
    kind: t.field(
      facet('eventKind', 'By what kind of thing happened.', ({ card }: Entry<'events'>) => [card.facts.kind]),
    ),
  }),
})

builder.objectField(listTypes.people.connection, 'facets', (t) =>
  t.field({ type: PersonFacets, nullable: false, description: 'Counts by value.', resolve: (page) => page }),
)

builder.objectField(listTypes.events.connection, 'facets', (t) =>
  t.field({ type: EventFacets, nullable: false, description: 'Counts by value.', resolve: (page) => page }),
)
