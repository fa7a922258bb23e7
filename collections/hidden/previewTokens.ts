import { closedCollection } from './closedCollection.ts'

/**
 * Links that show one unpublished document to somebody without an account. A token itself is never
 * stored, only its hash; what a token may see, and until when, is decided in `src/preview`.
 */
export const previewTokens = closedCollection({
  slug: 'previewTokens',
  dbName: 'preview_tokens',
  fields: [
    { name: 'hash', type: 'text', required: true, unique: true },
    { name: 'key', type: 'text', required: true, index: true },
    { name: 'madeBy', type: 'text', required: true, index: true },
    { name: 'expiresAt', type: 'text', required: true, index: true },
  ],
})
