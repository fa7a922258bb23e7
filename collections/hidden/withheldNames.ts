import { closedCollection } from './closedCollection.ts'

/**
 * Names that are withheld whatever becomes of the person's working copy: of people who were published so, or deleted.
 * `sealed` is encrypted with the studio's secret; `src/publishing/withheld` alone reads it.
 */
export const withheldNames = closedCollection({
  slug: 'withheldNames',
  dbName: 'withheld_names',
  fields: [
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'version', type: 'text', required: true },
    { name: 'sealed', type: 'textarea', required: true },
  ],
})
