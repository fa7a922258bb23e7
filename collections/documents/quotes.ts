import { dateField } from '../fields/dateField.ts'
import { link, linksToAnyOf, picture, sources } from '../fields/links.ts'
import { row } from '../fields/structure.ts'
import { choice, wholeAmount, yesNo } from '../fields/values.ts'
import { fact, paragraphs, words } from '../fields/words.ts'
import { documentCollection } from './documentCollection.ts'

export const quotes = documentCollection({
  type: 'quotes',
  columns: ['heading', 'speaker', 'saidOn', 'publishedIn', 'updatedAt'],
  searchIn: ['text', 'speakerLabel'],
  fields: [
    paragraphs('text'),
    fact('originalLocale', { defaultValue: 'und' }),
    row(link('speaker', 'people'), choice('connection', 'connection')),
    words('speakerLabel'),
    linksToAnyOf('about', ['people', 'events']),
    dateField('saidOn'),
    sources,
    picture('recording'),
    row(yesNo('featured'), wholeAmount('order', { min: -1_000_000, max: 1_000_000 })),
  ],
})
