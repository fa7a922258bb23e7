import { row } from '../fields/structure.ts'
import { address, addresses, choice } from '../fields/values.ts'
import { words } from '../fields/words.ts'
import { documentCollection } from './documentCollection.ts'

export const organizations = documentCollection({
  type: 'organizations',
  columns: ['heading', 'kind', 'url', 'publishedIn', 'updatedAt'],
  searchIn: ['name', 'abbreviation'],
  fields: [
    row(words('name'), words('abbreviation')),
    choice('kind', 'organizationKind'),
    address('url'),
    addresses('sameAs'),
  ],
})
