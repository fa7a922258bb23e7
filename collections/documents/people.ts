import { searchNamesInAnyScript } from '#database/searchNames.ts'
import { dateField } from '../fields/dateField.ts'
import { ownPart } from '../fields/deskParts.ts'
import { link, picture, rowsThatName, sources } from '../fields/links.ts'
import { computed, hidden, internalGroup } from '../fields/ruled.ts'
import { formerSlugs, slug, slugKey } from '../fields/slug.ts'
import { group, row, rows, tab, tabs } from '../fields/structure.ts'
import { address, addresses, amount, choice, choices, wholeAmount, yesNo } from '../fields/values.ts'
import { fact, facts, longFact, paragraphs, story, words } from '../fields/words.ts'
import { documentCollection } from './documentCollection.ts'

const profile = tab('profile', [
  group('name', [row(words('given'), words('additional'), words('family'))]),
  ownPart('similarNames', 'similarNames'),
  row(computed(words('displayName')), computed(words('sortName'))),
  rows('alternateNames', [row(fact('value'), fact('locale'), choice('kind', 'nameKind'))]),
  row(
    choice('kind', 'personKind', { defaultValue: 'prisoner' }),
    choice('gender', 'gender', { defaultValue: 'unknown' }),
  ),
  row(dateField('birthDate'), dateField('deathDate')),
  paragraphs('description', { maxLength: 300 }),
  picture('portrait'),
  addresses('sameAs'),
])

const life = tab('story', [
  story('biography'),
  rows('occupations', [words('title'), row(link('organization', 'organizations'), dateField()), sources]),
])

const accusation = tab('case', [
  ownPart('custody', 'custody'),
  rows('charges', [
    words('label'),
    row(fact('statute'), fact('article')),
    row(amount('penaltyMinYears', { min: 0, max: 200 }), amount('penaltyMaxYears', { min: 0, max: 200 }), dateField()),
    link('event', 'events'),
    sources,
  ]),
  rows('recognitions', [
    row(choice('kind', 'recognitionKind'), link('organization', 'organizations')),
    words('note'),
    row(dateField(), address('url')),
    sources,
  ]),
])

const close = tab('close', [
  rows('relations', [
    row(choice('type', 'relationType'), link('person', 'people')),
    words('label'),
    row(
      wholeAmount('count', { min: 1, max: 1000 }),
      choice('visibility', 'relationVisibility', { defaultValue: 'unnamed' }),
    ),
    sources,
  ]),
])

const quotes = tab('quotes', [
  rowsThatName('quotesSaid', 'quotes', 'speaker', ['heading', 'saidOn', 'publishedIn']),
  rowsThatName('quotesAbout', 'quotes', 'about', ['heading', 'speaker', 'saidOn', 'publishedIn']),
])

const events = tab('events', [
  rowsThatName('eventsWith', 'events', 'participants.who', ['heading', 'kind', 'date', 'publishedIn'], '-earliest'),
])

const letters = tab('letters', [group('letters', [yesNo('accepted'), paragraphs('note'), dateField('checkedOn')])])

const safety = tab('safety', [
  internalGroup(
    group('safety', [
      choice('publishAs', 'publishAs', { defaultValue: 'full' }),
      words('pseudonym'),
      group('consent', [
        choice('state', 'consentState'),
        fact('givenBy'),
        dateField(),
        dateField('until'),
        choices('scope', 'consentScope'),
      ]),
      longFact('risk'),
      longFact('notes'),
    ]),
  ),
])

export const people = documentCollection({
  type: 'people',
  columns: ['heading', 'displayName', 'portrait', 'kind', 'publishedIn', 'updatedAt'],
  searchIn: ['alternateNames.value', 'slug'],
  hooks: { beforeOperation: [searchNamesInAnyScript] },
  fields: [
    tabs(profile, life, accusation, close, quotes, events, letters, safety),
    slug,
    slugKey,
    formerSlugs,
    hidden(facts('nameKeys', { index: true })),
  ],
})
