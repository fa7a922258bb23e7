import { isLocale } from '#locales/table.ts'
import { localeTag } from '../../context.ts'
import { exactDate, named, tagged } from '../../documents/jsonLd.ts'
import { factsOf, nodeOf, servedText } from '../../documents/node.ts'
import { attributionOf, noteAttribution } from '../../people/attribution.ts'
import { inQuotationMarks } from '../../words/quotationMarks.ts'
import { wordsIn } from '../../words/resolveWords.ts'
import { cost } from '../builder.ts'
import { date, fact, label, reference, references, word, words } from '../fields/facts.ts'
import { MediaRef, NodeRef, PersonRef, SourceRef } from '../refs.ts'
import { Connection } from '../values/enums.ts'
import { Text } from '../values/text.ts'
import { implementDocument } from './localized.ts'

implementDocument('quotes', {
  description: 'One utterance, in the words of whoever said it.',
  called: 'quote',
  fields: (t) => ({
    text: t.field({
      type: Text,
      description:
        'What was said: in the requested language, else in the language it was said in, else along the chain.',
      resolve: (quote, _, context) => servedText(quote, 'text', context),
    }),
    quoted: t.field({
      type: Text,
      description:
        'What was said as `text` serves it, in the quotation marks of the language that the words are in: “…”, «…».',
      resolve: (quote, _, context) => {
        const served = servedText(quote, 'text', context)
        return served && inQuotationMarks(served)
      },
    }),
    originalLocale: t.string(
      fact('originalLocale', 'Language tag of the language it was said in; `und` where nobody knows.'),
    ),
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
    speaker: t.field(reference('speaker', PersonRef, 'Who said it, where they have a public profile.')),
    speakerLabel: t.string(words('speakerLabel', 'How a speaker without a public profile is told of.')),
    attributionLine: t.string({
      description: 'The line below the quote: "Venera Mustafaieva, mother of Server Mustafaiev".',
      extensions: cost({ weight: 1 }),
      resolve: ({ entry, request }, _, context) => {
        noteAttribution(entry, context)
        const line = attributionOf(context.catalog, entry, request.chain)
        for (const { key } of line?.from ?? []) context.tags.add(localeTag(key, line?.locale ?? ''))
        return line?.text
      },
    }),
    connection: t.field(word('connection', Connection, 'How the speaker knows what they speak of.')),
    connectionLabel: t.string({
      description: 'The connection in the requested language.',
      resolve: ({ facts: { connection, speaker }, request }, _, context) =>
        label('connection', connection, request, factsOf(speaker, context)?.gender),
    }),
    about: t.field(references('about', NodeRef, 'People and events that it is about.')),
    saidOn: t.field(date('saidOn', 'When it was said.')),
    sources: t.field(references('sources', SourceRef, 'Where it was taken from.')),
    recording: t.field(reference('recording', MediaRef, 'A recording of it.')),
    featured: t.boolean({
      nullable: false,
      description: 'The editors feature it.',
      resolve: ({ facts }) => facts.featured ?? false,
    }),
  }),
  schemaOrg: (node, context) => {
    const { facts } = node.entry.card
    return {
      '@type': 'Quotation',
      text: tagged(node, 'text', context),
      dateCreated: exactDate(facts.saidOn),
      spokenByCharacter: named(facts.speaker, 'Person', 'displayName', node, context),
      about: facts.about?.flatMap(
        (ref) =>
          named(
            ref,
            ref.startsWith('people:') ? 'Person' : 'Event',
            ref.startsWith('people:') ? 'displayName' : 'title',
            node,
            context,
          ) ?? [],
      ),
      isBasedOn: facts.sources?.flatMap((ref) => nodeOf(ref, node.request, context)?.entry.card.facts.url ?? []),
    }
  },
})
