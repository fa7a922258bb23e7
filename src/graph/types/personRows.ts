import { mostItems } from '#record/listSizes.ts'
import type { Facts, PartialDate, Ref } from '#record/shape.ts'
import { builder, cost } from '../builder.ts'
import type { GraphContext } from '../context.ts'
import { factsOf, type Node, nodeOf, nodesOf, servedText } from '../node.ts'
import { RecognitionKind, RelationType } from './enums.ts'
import { label, type Row, rowWords, told } from './fields.ts'
import { EventRef, OrganizationRef, PersonRef, SourceRef } from './refs.ts'
import { PartialDateRef, Text } from './text.ts'

type People = Facts<'people'>
type RowOf<Name extends keyof People> = Row<Node<'people'>, NonNullable<People[Name]> extends (infer R)[] ? R : never>

/** What every row of a person may have. */
type PersonRow = Row<Node<'people'>, { date?: PartialDate; sources?: readonly Ref<'sources'>[] }>

const rowSources = {
  // A list type is a tuple of one to Pothos, and what may not be null is told by the literal.
  type: [SourceRef] as [typeof SourceRef],
  nullable: false as const,
  description: 'Where this is told.',
  extensions: cost({ most: mostItems.sources }),
  resolve: ({ node, row }: PersonRow, _: unknown, context: GraphContext) => nodesOf(row.sources, node.reading, context),
}

function rowDate(description: string) {
  return {
    type: PartialDateRef,
    description,
    resolve: ({ node, row }: PersonRow) => told(row.date, node.reading),
  }
}

export const Occupation = builder.objectRef<RowOf<'occupations'>>('Occupation').implement({
  description: 'What a person does or did.',
  fields: (t) => ({
    title: t.string(rowWords('title', 'The work or office.')),
    organization: t.field({
      type: OrganizationRef,
      description: 'Where.',
      resolve: ({ node, row }, _, context) => nodeOf(row.organization, node.reading, context),
    }),
    date: t.field(rowDate('When.')),
    sources: t.field(rowSources),
  }),
})

export const Relation = builder.objectRef<RowOf<'relations'>>('Relation').implement({
  description: 'Somebody who belongs to a person: named, unnamed, or several at once.',
  fields: (t) => ({
    type: t.field({
      type: RelationType,
      description: 'What the other is to the person.',
      resolve: ({ row }) => row.type,
    }),
    typeLabel: t.string({
      description: 'The same in the requested language: "mother" of a woman who is a parent.',
      resolve: ({ node, row }, _, context) =>
        label('relationType', row.type, node.reading, factsOf(row.person, context)?.gender),
    }),
    person: t.field({
      type: PersonRef,
      description: 'The profile of the other, where there is a public one.',
      resolve: ({ node, row }, _, context) => nodeOf(row.person, node.reading, context),
    }),
    name: t.field({
      type: Text,
      description: "The other's published name, else how the profile speaks of them.",
      resolve: ({ node, row, path }, _, context) => {
        const other = nodeOf(row.person, node.reading, context)
        return (other && servedText(other, 'displayName', context)) ?? servedText(node, `${path}/label`, context)
      },
    }),
    label: t.string(rowWords('label', 'How the profile speaks of somebody who is not named.')),
    count: t.int({ description: 'How many they are, where they are counted.', resolve: ({ row }) => row.count }),
    sources: t.field(rowSources),
  }),
})

export const Charge = builder.objectRef<RowOf<'charges'>>('Charge').implement({
  description: 'What a person is accused of. An accusation, told as one.',
  fields: (t) => ({
    statute: t.string({ description: 'The law.', resolve: ({ row }) => row.statute }),
    article: t.string({ description: 'The article and part of it.', resolve: ({ row }) => row.article }),
    label: t.string(rowWords('label', "The accuser's wording.")),
    penaltyMinYears: t.float({
      description: 'Shortest sentence faced, in years.',
      resolve: ({ row }) => row.penaltyMinYears,
    }),
    penaltyMaxYears: t.float({
      description: 'Longest sentence faced, in years.',
      resolve: ({ row }) => row.penaltyMaxYears,
    }),
    date: t.field(rowDate('When the charge was brought.')),
    event: t.field({
      type: EventRef,
      description: 'The event that brought it.',
      resolve: ({ node, row }, _, context) => nodeOf(row.event, node.reading, context),
    }),
    sources: t.field(rowSources),
  }),
})

export const Recognition = builder.objectRef<RowOf<'recognitions'>>('Recognition').implement({
  description: 'What a person was recognised as, and by whom.',
  fields: (t) => ({
    kind: t.field({ type: RecognitionKind, description: 'As what.', resolve: ({ row }) => row.kind }),
    kindLabel: t.string({
      description: 'The same in the requested language.',
      resolve: ({ node, row }) => label('recognitionKind', row.kind, node.reading, node.entry.card.facts.gender),
    }),
    organization: t.field({
      type: OrganizationRef,
      description: 'By which organization.',
      resolve: ({ node, row }, _, context) => nodeOf(row.organization, node.reading, context),
    }),
    note: t.string(rowWords('note', 'By whom or what for, where no organization says it.')),
    date: t.field(rowDate('When.')),
    url: t.string({ description: 'Where the recognition was published.', resolve: ({ row }) => row.url }),
    sources: t.field(rowSources),
  }),
})
