import { closedCollection } from './closedCollection.ts'

/**
 * What somebody let through a gate, with the reason: "this is somebody else". `digest` stands for the gate, the place and
 * the words that stood there, so that other words are asked about again. `key` is the document of the place, `about` the person,
 * `second…` whoever agreed where a gate takes two.
 */
export const gateOverrides = closedCollection({
  slug: 'gateOverrides',
  dbName: 'gate_overrides',
  fields: [
    { name: 'digest', type: 'text', required: true, unique: true },
    { name: 'gate', type: 'text', required: true },
    { name: 'key', type: 'text', required: true, index: true },
    { name: 'part', type: 'text' },
    { name: 'path', type: 'text' },
    { name: 'about', type: 'text', index: true },
    { name: 'reason', type: 'textarea', required: true },
    { name: 'by', type: 'text', required: true },
    { name: 'at', type: 'text', required: true },
    { name: 'secondReason', type: 'textarea' },
    { name: 'secondBy', type: 'text' },
    { name: 'secondAt', type: 'text' },
  ],
})
