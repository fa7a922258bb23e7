import { documentCollection } from './documentCollection.ts'
import { dateField } from './fields/dateField.ts'
import { ownPart } from './fields/deskParts.ts'
import { link, picture, sources } from './fields/links.ts'
import { group, row, rows, tab, tabs } from './fields/structure.ts'
import { amount, choice, choices, yesNo } from './fields/values.ts'
import { fact, facts, paragraphs, story, words } from './fields/words.ts'

const profile = tab('profile', [
  group('name', [row(words('given'), words('additional'), words('family'))]),
  ownPart('similarNames', 'similarNames'),
  row(words('displayName'), words('sortName')),
  rows('alternateNames', [row(fact('value'), fact('locale'), choice('kind', 'nameKind'))]),
  row(
    choice('kind', 'personKind', { defaultValue: 'prisoner' }),
    choice('gender', 'gender', { defaultValue: 'unknown' }),
  ),
  row(dateField('birthDate'), dateField('deathDate')),
  paragraphs('description', { maxLength: 300 }),
  picture('portrait'),
  facts('sameAs'),
])

const story_ = tab('story', [
  story('biography'),
  rows('occupations', [words('title'), row(link('organization', 'organizations'), dateField()), sources]),
])

const caseTab = tab('case', [
  rows('charges', [
    words('label'),
    row(fact('statute'), fact('article')),
    row(amount('penaltyMinYears', { min: 0 }), amount('penaltyMaxYears', { min: 0 }), dateField()),
    link('event', 'events'),
    sources,
  ]),
  rows('recognitions', [
    row(choice('kind', 'recognitionKind'), link('organization', 'organizations')),
    words('note'),
    row(dateField(), fact('url')),
    sources,
  ]),
])

const close = tab('close', [
  rows('relations', [
    row(choice('type', 'relationType'), link('person', 'people')),
    words('label'),
    row(amount('count', { min: 1 }), choice('visibility', 'relationVisibility', { defaultValue: 'unnamed' })),
    sources,
  ]),
])

const letters = tab('letters', [group('letters', [yesNo('accepted'), paragraphs('note'), dateField('checkedOn')])])

const safety = tab('safety', [
  group('safety', [
    choice('publishAs', 'publishAs', { defaultValue: 'full' }),
    words('pseudonym'),
    group('consent', [
      row(choice('state', 'consentState'), fact('givenBy'), dateField()),
      choices('scope', 'consentScope'),
    ]),
    { name: 'risk', type: 'textarea' },
    { name: 'notes', type: 'textarea' },
  ]),
])

export const people = documentCollection({
  type: 'people',
  fields: [
    tabs(profile, story_, caseTab, close, letters, safety),
    fact('slug', { unique: true, index: true, admin: { position: 'sidebar' } }),
    rows('formerSlugs', [fact('slug', { index: true })]),
    facts('nameKeys', { index: true }),
  ],
})
