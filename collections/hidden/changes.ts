import { closedCollection } from './closedCollection.ts'

/**
 * The log of the public record, append-only. An entry is the commit of a publish or a withdrawal;
 * the unique index on `seq` is what lets one writer win. `form` is held until the entry is applied
 * to its row and then cleared: what is withdrawn must not live on in a log.
 */
export const changes = closedCollection({
  slug: 'changes',
  dbName: 'changes',
  fields: [
    { name: 'seq', type: 'number', required: true, unique: true },
    { name: 'key', type: 'text', required: true, index: true },
    { name: 'kind', type: 'text', required: true },
    { name: 'facts', type: 'checkbox', required: true },
    { name: 'locales', type: 'text', required: true },
    { name: 'formHash', type: 'text', required: true },
    { name: 'prev', type: 'text', required: true },
    { name: 'hash', type: 'text', required: true },
    { name: 'at', type: 'text', required: true },
    { name: 'applied', type: 'checkbox', required: true, index: true },
    { name: 'form', type: 'textarea' },
  ],
})
