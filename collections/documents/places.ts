import { dateField } from '../fields/dateField.ts'
import { link } from '../fields/links.ts'
import { group, row } from '../fields/structure.ts'
import { amount, choice } from '../fields/values.ts'
import { fact, facts, paragraphs, words } from '../fields/words.ts'
import { documentCollection } from './documentCollection.ts'

export const places = documentCollection({
  type: 'places',
  columns: ['heading', 'kind', 'within', 'publishedIn', 'updatedAt'],
  searchIn: ['name'],
  fields: [
    words('name'),
    row(choice('kind', 'placeKind'), link('within', 'places')),
    group('coordinates', [
      row(amount('latitude', { min: -90, max: 90 }), amount('longitude', { min: -180, max: 180 })),
    ]),
    group('postalAddress', [facts('lines'), fact('postalCode')]),
    group('letterRules', [facts('locales'), paragraphs('note'), dateField('checkedOn')]),
    row(fact('deJureCountry'), fact('controlledBy')),
  ],
})
