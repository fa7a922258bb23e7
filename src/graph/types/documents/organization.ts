import { tagged } from '../../documents/jsonLd.ts'
import { fact, texts, word, wordLabelled, words } from '../fields/facts.ts'
import { listArgs, referrers } from '../fields/lists.ts'
import { OrganizationKind } from '../values/enums.ts'
import { implementDocument } from './localized.ts'

implementDocument('organizations', {
  description: 'An organization: an initiative, a court, a prison service, a newspaper.',
  called: 'organization',
  fields: (t) => ({
    name: t.string(words('name', 'Its name.')),
    abbreviation: t.string(words('abbreviation', 'Its name in short.')),
    kind: t.field(word('kind', OrganizationKind, 'What kind it is.')),
    kindLabel: t.string(wordLabelled('kind', 'organizationKind', 'The kind in the requested language.')),
    url: t.string(fact('url', 'Address of its own site.')),
    sameAs: t.stringList(texts('sameAs', 'Addresses of pages elsewhere that are about it.')),
    events: t.field(referrers('events', 'participants/who', listArgs(t.arg, 'events'), 'Events that it took part in.')),
    people: t.field(
      referrers('people', 'occupations/organization', listArgs(t.arg, 'people'), 'People who work or worked there.'),
    ),
    recognizedPeople: t.field(
      referrers('people', 'recognitions/organization', listArgs(t.arg, 'people'), 'People whom it recognised.'),
    ),
    sources: t.field(referrers('sources', 'publisher', listArgs(t.arg, 'sources'), 'Sources that it published.')),
  }),
  schemaOrg: (node, context) => {
    const { facts } = node.entry.card
    return {
      '@type': 'Organization',
      name: tagged(node, 'name', context),
      alternateName: tagged(node, 'abbreviation', context),
      sameAs: [...(facts.url ? [facts.url] : []), ...(facts.sameAs ?? [])],
    }
  },
})
