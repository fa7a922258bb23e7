import { isLocale, localeCodes } from '#locales/table.ts'
import { mostItems } from '#record/listSizes.ts'
import { attributionOf, noteAttribution } from '../attribution.ts'
import { cost } from '../builder.ts'
import { localeTag } from '../context.ts'
import { factsOf, nodeOf, nodesOf, servedText } from '../node.ts'
import { wordsIn } from '../resolveWords.ts'
import { Connection } from './enums.ts'
import { label, told, words } from './fields.ts'
import { localizationsOf } from './localized.ts'
import { LocalizedRef, MediaRef, NodeRef, PersonRef, QuoteRef, SourceRef } from './refs.ts'
import { PartialDateRef, Text } from './text.ts'

QuoteRef.implement({
  description: 'One utterance, in the words of whoever said it.',
  interfaces: [NodeRef, LocalizedRef],
  fields: (t) => ({
    text: t.field({
      type: Text,
      description:
        'What was said: in the requested language, else in the language it was said in, else along the chain.',
      resolve: (quote, _, context) => servedText(quote, 'text', context),
    }),
    originalLocale: t.string({
      description: 'Language tag of the language it was said in; `und` where nobody knows.',
      resolve: ({ entry }) => entry.card.facts.originalLocale,
    }),
    original: t.field({
      type: Text,
      description: 'The words as they were said, where they are published.',
      resolve: ({ entry: { key, card } }, _, { tags }) => {
        const { originalLocale } = card.facts
        if (!isLocale(originalLocale)) return null
        tags.add(localeTag(key, originalLocale))
        return wordsIn(card.words, 'text', originalLocale)
      },
    }),
    speaker: t.field({
      type: PersonRef,
      description: 'Who said it, where they have a public profile.',
      resolve: ({ entry, reading }, _, context) => nodeOf(entry.card.facts.speaker, reading, context),
    }),
    speakerLabel: t.string(words('speakerLabel', 'How a speaker without a public profile is told of.')),
    attributionLine: t.string({
      description: 'The line below the quote: "Venera Mustafaieva, mother of Server Mustafaiev".',
      extensions: cost({ weight: 1 }),
      resolve: ({ entry, reading }, _, context) => {
        noteAttribution(entry, context)
        const line = attributionOf(context.catalog, entry, reading.chain)
        for (const { key } of line?.from ?? []) context.tags.add(localeTag(key, line?.locale ?? ''))
        return line?.text
      },
    }),
    connection: t.field({
      type: Connection,
      description: 'How the speaker knows what they speak of.',
      resolve: ({ entry }) => entry.card.facts.connection,
    }),
    connectionLabel: t.string({
      description: 'The connection in the requested language.',
      resolve: ({ entry, reading }, _, context) => {
        const { connection, speaker } = entry.card.facts
        return label('connection', connection, reading, factsOf(speaker, context)?.gender)
      },
    }),
    about: t.field({
      type: [NodeRef],
      nullable: false,
      description: 'People and events that it is about.',
      extensions: cost({ most: mostItems.about }),
      resolve: ({ entry, reading }, _, context) => nodesOf(entry.card.facts.about, reading, context),
    }),
    saidOn: t.field({
      type: PartialDateRef,
      description: 'When it was said.',
      resolve: ({ entry, reading }) => told(entry.card.facts.saidOn, reading),
    }),
    sources: t.field({
      type: [SourceRef],
      nullable: false,
      description: 'Where it was taken from.',
      extensions: cost({ most: mostItems.sources }),
      resolve: ({ entry, reading }, _, context) => nodesOf(entry.card.facts.sources, reading, context),
    }),
    recording: t.field({
      type: MediaRef,
      description: 'A recording of it.',
      resolve: ({ entry, reading }, _, context) => nodeOf(entry.card.facts.recording, reading, context),
    }),
    featured: t.boolean({
      nullable: false,
      description: 'The editors feature it.',
      resolve: ({ entry }) => entry.card.facts.featured ?? false,
    }),
    localizations: t.field({
      type: [QuoteRef],
      nullable: false,
      description: 'The same quote in other locales: those of `locales` that are available, or all.',
      args: { locales: t.arg({ type: ['Locale'], description: 'Which, in this order.' }) },
      extensions: cost({ most: localeCodes.length, mostArgument: 'locales' }),
      resolve: (quote, { locales }, context) => localizationsOf(quote, locales, context),
    }),
  }),
})
