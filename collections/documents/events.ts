import { datePrecisions } from '#base/time/partialDate.ts'
import { inAllLanguages } from '#messages/message.ts'
import { dateField, localTime, timeZone } from '../fields/dateField.ts'
import { link, linkToOneOf, pictures, sources } from '../fields/links.ts'
import { computed } from '../fields/ruled.ts'
import { group, row, rows } from '../fields/structure.ts'
import { choice, wholeAmount } from '../fields/values.ts'
import { fact, paragraphs, words } from '../fields/words.ts'
import { documentCollection } from './documentCollection.ts'

const precisions = datePrecisions.map((value) => ({ value, label: inAllLanguages(`dates.precision.${value}`) }))

export const events = documentCollection({
  type: 'events',
  columns: ['heading', 'kind', 'date', 'place', 'publishedIn', 'updatedAt'],
  searchIn: ['title', 'description'],
  fields: [
    row(choice('kind', 'eventKind'), choice('certainty', 'certainty', { defaultValue: 'confirmed' })),
    words('title'),
    paragraphs('description'),
    dateField(),
    row(
      computed(fact('earliest', { index: true })),
      computed(fact('latest', { index: true })),
      computed({ name: 'precision', type: 'select', options: precisions }),
    ),
    row(localTime('localTime'), timeZone('timeZone')),
    row(link('place', 'places'), choice('placePrecision', 'placePrecision')),
    rows('participants', [row(linkToOneOf('who', ['people', 'organizations']), choice('role', 'participantRole'))]),
    group('outcome', [
      row(choice('custodyStatus', 'custodyStatus'), choice('procedure', 'custodyProcedure')),
      link('place', 'places'),
      group('sentence', [
        row(
          wholeAmount('years', { min: 0, max: 200 }),
          wholeAmount('months', { min: 0, max: 11 }),
          choice('regime', 'regime'),
        ),
      ]),
      rows('charges', [row(fact('statute'), fact('article'))]),
    ]),
    link('partOf', 'events'),
    sources,
    pictures('media'),
  ],
})
