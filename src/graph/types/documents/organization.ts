import { fact, texts, word, wordLabelled, words } from '../fields/facts.ts'
import { listArgs, referrers } from '../fields/lists.ts'
import { LocalizedRef, NodeRef, OrganizationRef } from '../refs.ts'
import { OrganizationKind } from '../values/enums.ts'
import { localizations } from './localized.ts'

OrganizationRef.implement({
  description: 'An organization: an initiative, a court, a prison service, a newspaper.',
  interfaces: [NodeRef, LocalizedRef],
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
    localizations: t.field(localizations(t.arg, OrganizationRef, 'organization')),
  }),
})
