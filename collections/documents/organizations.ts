import { row } from '../fields/structure.ts'
import { choice } from '../fields/values.ts'
import { fact, facts, words } from '../fields/words.ts'
import { documentCollection } from './documentCollection.ts'

export const organizations = documentCollection({
  type: 'organizations',
  columns: ['heading', 'kind', 'url', 'publishedIn', 'updatedAt'],
  searchIn: ['name', 'abbreviation'],
  fields: [row(words('name'), words('abbreviation')), choice('kind', 'organizationKind'), fact('url'), facts('sameAs')],
})
