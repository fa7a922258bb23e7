import { type DocumentType, documentTypes } from '#record/shape.ts'
import { type GraphContext, noteDocument } from './context.ts'

/** Conditions that look at all documents of other types than the list's own: what decides is derived from them. */
const readsTypes: { readonly [condition: string]: readonly DocumentType[] } = {
  custodyStatus: ['events'],
  custodyProcedure: ['events'],
  custodyPlace: ['events', 'places'],
  place: ['places'],
  within: ['places'],
}

/** Conditions that name documents: they find nothing while those are not public. */
const namesDocuments: ReadonlySet<string> = new Set([
  'recognizedBy',
  'relatedTo',
  'organization',
  'speaker',
  'about',
  'source',
  'participant',
  'partOf',
  'personShown',
  'publisher',
])

/** Notes what a filter reads beside the documents of its list: when that changes, the list may change. */
export function noteWhere(where: object | null | undefined, context: GraphContext): void {
  for (const [name, value] of Object.entries(where ?? {})) {
    for (const type of readsTypes[name] ?? []) context.tags.add(type)
    if (namesDocuments.has(name)) for (const key of [value].flat()) noteKey(key, context)
    else if (name === 'and' || name === 'or' || name === 'not')
      for (const inner of [value].flat()) noteWhere(inner, context)
  }
}

/** A key comes from outside: text that names no type of document can never name one. */
function noteKey(key: unknown, context: GraphContext): void {
  const type = documentTypes.find((one) => typeof key === 'string' && key.startsWith(`${one}:`))
  if (type) noteDocument(key as `${typeof type}:${string}`, context)
}
