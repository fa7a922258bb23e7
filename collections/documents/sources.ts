import { dateField } from '../fields/dateField.ts'
import { link } from '../fields/links.ts'
import { internal } from '../fields/ruled.ts'
import { row } from '../fields/structure.ts'
import { address, choice, yesNo } from '../fields/values.ts'
import { fact } from '../fields/words.ts'
import { documentCollection } from './documentCollection.ts'

export const sources = documentCollection({
  type: 'sources',
  columns: ['heading', 'publisher', 'publishedOn', 'kind', 'publishedIn', 'updatedAt'],
  searchIn: ['title', 'url', 'author'],
  fields: [
    fact('title'),
    address('url'),
    row(link('publisher', 'organizations'), fact('author')),
    row(dateField('publishedOn'), dateField('accessedOn')),
    row(fact('locale'), choice('kind', 'sourceKind')),
    row(address('archiveUrl'), fact('archiveSha256')),
    internal(choice('reliability', 'reliability')),
    internal(yesNo('confidential')),
  ],
})
