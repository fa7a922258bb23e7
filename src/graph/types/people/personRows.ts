import type { Facts } from '#record/shape.ts'
import { factsOf, nodeOf, servedText } from '../../documents/node.ts'
import { builder } from '../builder.ts'
import { date, fact, label, type Part, partWords, reference, references, word, wordLabelled } from '../fields/facts.ts'
import { EventRef, OrganizationRef, PersonRef, SourceRef } from '../refs.ts'
import { NameKind, RecognitionKind, RelationType } from '../values/enums.ts'
import { Text } from '../values/text.ts'

type PersonFacts = Facts<'people'>
type RowOf<Name extends keyof PersonFacts> = Part<
  NonNullable<PersonFacts[Name]> extends (infer Row)[] ? Row : never,
  'people'
>

const sources = references('sources', SourceRef, 'Where this is told.')

export const AlternateName = builder.objectRef<RowOf<'alternateNames'>>('AlternateName').implement({
  description: 'Another name or spelling that the person is known by.',
  fields: (t) => ({
    value: t.string(fact('value', 'The name.')),
    locale: t.string(fact('locale', 'Language tag of the name.')),
    kind: t.field(word('kind', NameKind, 'Why it is listed.')),
    kindLabel: t.string(wordLabelled('kind', 'nameKind', 'The kind in the requested language.')),
  }),
})

export const Occupation = builder.objectRef<RowOf<'occupations'>>('Occupation').implement({
  description: 'What a person does or did.',
  fields: (t) => ({
    title: t.string(partWords('title', 'The work or office.')),
    organization: t.field(reference('organization', OrganizationRef, 'Where.')),
    date: t.field(date('date', 'When.')),
    sources: t.field(sources),
  }),
})

export const Relation = builder.objectRef<RowOf<'relations'>>('Relation').implement({
  description: 'Somebody who belongs to a person: named, unnamed, or several at once.',
  fields: (t) => ({
    type: t.field(word('type', RelationType, 'What the other is to the person.')),
    typeLabel: t.string({
      description: 'The same in the requested language: "mother" of a woman who is a parent.',
      resolve: ({ facts: { type, person }, request }, _, context) =>
        label('relationType', type, request, factsOf(person, context)?.gender),
    }),
    person: t.field(reference('person', PersonRef, 'The profile of the other, where there is a public one.')),
    name: t.field({
      type: Text,
      description: "The other's published name, else how the profile speaks of them.",
      resolve: ({ node, facts, path }, _, context) => {
        const other = nodeOf(facts.person, node.request, context)
        return (other && servedText(other, 'displayName', context)) ?? servedText(node, `${path}/label`, context)
      },
    }),
    label: t.string(partWords('label', 'How the profile speaks of somebody who is not named.')),
    count: t.int(fact('count', 'How many they are, where they are counted.')),
    sources: t.field(sources),
  }),
})

export const Charge = builder.objectRef<RowOf<'charges'>>('Charge').implement({
  description: 'What a person is accused of. An accusation, told as one.',
  fields: (t) => ({
    statute: t.string(fact('statute', 'The law.')),
    article: t.string(fact('article', 'The article and part of it.')),
    label: t.string(partWords('label', "The accuser's wording.")),
    penaltyMinYears: t.float(fact('penaltyMinYears', 'Shortest sentence faced, in years.')),
    penaltyMaxYears: t.float(fact('penaltyMaxYears', 'Longest sentence faced, in years.')),
    date: t.field(date('date', 'When the charge was brought.')),
    event: t.field(reference('event', EventRef, 'The event that brought it.')),
    sources: t.field(sources),
  }),
})

export const Recognition = builder.objectRef<RowOf<'recognitions'>>('Recognition').implement({
  description: 'What a person was recognised as, and by whom.',
  fields: (t) => ({
    kind: t.field(word('kind', RecognitionKind, 'As what.')),
    kindLabel: t.string({
      description: 'The same in the requested language.',
      resolve: ({ node, facts: { kind }, request }) => label('recognitionKind', kind, request, node.facts.gender),
    }),
    organization: t.field(reference('organization', OrganizationRef, 'By which organization.')),
    note: t.string(partWords('note', 'By whom or what for, where no organization says it.')),
    date: t.field(date('date', 'When.')),
    url: t.string(fact('url', 'Where the recognition was published.')),
    sources: t.field(sources),
  }),
})
