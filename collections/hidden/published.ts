import { closedCollection } from './closedCollection.ts'

/**
 * The public record: one row per document, written whole by `publish` and `withdraw` and by nothing
 * else. It is closed to everybody: the code of `src/publishing` reaches it through the
 * database adapter, delivery through its own read-only handle. `card` and `body` are canonical JSON
 * text, so that a hash is the same on every database.
 */
export const published = closedCollection({
  slug: 'published',
  dbName: 'published',
  fields: [
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'seq', type: 'number', required: true, index: true },
    { name: 'hash', type: 'text', required: true },
    { name: 'formVersion', type: 'number', required: true },
    { name: 'publishedAt', type: 'text' },
    { name: 'withdrawnAt', type: 'text' },
    { name: 'card', type: 'textarea' },
    { name: 'body', type: 'textarea' },
  ],
})
