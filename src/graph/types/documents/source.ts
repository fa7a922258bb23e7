import { exactDate, named } from '../../documents/jsonLd.ts'
import { pageArgs } from '../fields/arguments.ts'
import { date, fact, reference, word, wordLabelled } from '../fields/facts.ts'
import { referrers } from '../fields/lists.ts'
import { OrganizationRef } from '../refs.ts'
import { SourceKind } from '../values/enums.ts'
import { implementDocument, localizations } from './localized.ts'

implementDocument('sources', {
  description:
    'Where something is told. A source has no words of its own in several languages: it can be read in every one.',
  called: 'source',
  fields: (t) => ({
    title: t.string(fact('title', 'Its title as published.')),
    url: t.string(fact('url', 'Its address on the web.')),
    publisher: t.field(reference('publisher', OrganizationRef, 'Who published it.')),
    author: t.string(fact('author', 'Who wrote it.')),
    publishedOn: t.field(date('publishedOn', 'When it was published.')),
    accessedOn: t.field(date('accessedOn', 'When the editors read it.')),
    locale: t.string(fact('locale', 'Language tag of the language it is in.')),
    kind: t.field(word('kind', SourceKind, 'What kind it is.')),
    kindLabel: t.string(wordLabelled('kind', 'sourceKind', 'The kind in the requested language.')),
    archiveUrl: t.string(fact('archiveUrl', 'Where a copy is kept.')),
    archiveSha256: t.string(fact('archiveSha256', 'SHA-256 of the copy, 64 hex digits.')),
    people: t.field(referrers('people', null, pageArgs(t.arg, true), 'Profiles that rely on it.')),
    quotes: t.field(referrers('quotes', null, pageArgs(t.arg, true), 'Quotes taken from it.')),
    events: t.field(referrers('events', null, pageArgs(t.arg, true), 'Events that it tells of.')),
    localizations: t.field({
      ...localizations(t.arg, 'sources', 'source'),
      description: 'A source is one and the same in every locale: this list is empty.',
    }),
  }),
  schemaOrg: (node, context) => {
    const { facts } = node.entry.card
    return {
      '@type': 'CreativeWork',
      name: facts.title,
      author: facts.author && { '@type': 'Person', name: facts.author },
      publisher: named(facts.publisher, 'Organization', 'name', node, context),
      datePublished: exactDate(facts.publishedOn),
      inLanguage: facts.locale,
      archivedAt: facts.archiveUrl,
      sameAs: facts.url,
    }
  },
})
