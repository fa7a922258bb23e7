import { type MaybePromise, whenReady } from '#base/turns.ts'
import type { Body, Card, WordPath, WordsByLocale } from '#record/record.ts'
import { type DocumentType, type Fields, recordShape } from '#record/shape.ts'
import { leavesOf } from '#record/walk.ts'
import type { GraphContext } from '../context.ts'
import type { Node } from '../documents/node.ts'
import { attributionOf, noteAttribution } from '../people/attribution.ts'
import { chainFor, type Provenance, provenanceOf, resolveWords } from './resolveWords.ts'

/** One field of an answer and where its words came from; no provenance where nothing can be served. */
export type FieldL10n = { path: string; requested: string; provenance: Provenance | null }

/** A localized field of a document: where the answer shows it, and where the form keeps it. */
type LocalizedField = { responsePath: string; wordPath: WordPath; isLong: boolean }

/** Where an answer shows a field elsewhere than its name says; null where another path speaks for it. */
const responsePaths: { readonly [type in DocumentType]?: { readonly [path: WordPath]: string | null } } = {
  people: {
    displayName: 'name',
    sortName: null,
    'name/given': null,
    'name/additional': null,
    'name/family': null,
    'letters/note': 'letter.note',
  },
}

/** Where the words came from of every localized field that has words in some published locale. */
export function provenances(
  node: Node,
  paths: readonly string[] | null | undefined,
  context: GraphContext,
): MaybePromise<FieldL10n[]> {
  const { type } = node.entry.card
  const body = isLongAsked(type, paths) ? context.catalog.body(node.entry) : null
  return whenReady(body, (loaded) => {
    const own = ownProvenances(node, paths, loaded)
    return type === 'quotes' && isAsked('attributionLine', paths) ? [...own, ...attribution(node, context)] : own
  })
}

/** Whether everything that `provenances` lists is served in the requested locale. */
export function isComplete(node: Node, context: GraphContext): MaybePromise<boolean> {
  const { locale } = node.request
  return whenReady(provenances(node, null, context), (all) =>
    all.every(({ provenance }) => provenance?.served === locale),
  )
}

/** Whether long words are among what is asked about (without paths: everything). */
function isLongAsked(type: DocumentType, paths: readonly string[] | null | undefined): boolean {
  return Object.entries<Fields[string]>(recordShape[type]).some(
    ([name, field]) => field.kind === 'richText' && isAsked(name, paths),
  )
}

function ownProvenances(node: Node, paths: readonly string[] | null | undefined, body: Body | null): FieldL10n[] {
  return localizedFields(node.entry.card)
    .filter(({ responsePath }) => isAsked(responsePath, paths))
    .flatMap((field) => provenanceOfField(node, field, body))
}

function provenanceOfField({ entry: { card }, request }: Node, field: LocalizedField, body: Body | null): FieldL10n[] {
  const all: WordsByLocale<unknown> = field.isLong ? (body?.words ?? {}) : card.words
  const { responsePath: path, wordPath } = field
  const requested = request.locale
  const served = resolveWords(all, wordPath, chainFor(card, wordPath, request.chain))
  if (served)
    return [{ path, requested, provenance: provenanceOf(served, requested, all, wordPath, card.sourceLocale) }]
  const isWritten = Object.values(all).some((fields) => fields[wordPath] !== undefined)
  return isWritten ? [{ path, requested, provenance: null }] : []
}

/** The line is as true as the words that it is made of. */
function attribution(node: Node, context: GraphContext): FieldL10n[] {
  // Asked for quotes only.
  const quote = node as Node<'quotes'>
  noteAttribution(quote.entry, context)
  const line = attributionOf(context.catalog, quote.entry, quote.request.chain)
  if (!line?.served) return []
  const { card } = line.owner
  const requested = node.request.locale
  const provenance = provenanceOf(line.served, requested, card.words, line.path, card.sourceLocale)
  return [{ path: 'attributionLine', requested, provenance }]
}

function localizedFields({ type, facts }: Card): LocalizedField[] {
  return leavesOf(recordShape[type], facts).flatMap(({ field: { kind }, path: wordPath, position }) => {
    if (kind !== 'text' && kind !== 'richText') return []
    const responsePath = responsePaths[type]?.[wordPath]
    if (responsePath === null) return []
    return [{ responsePath: responsePath ?? position, wordPath, isLong: kind === 'richText' }]
  })
}

/** A parent path speaks for its children, and a child is spoken for by its parent. */
function isAsked(path: string, paths: readonly string[] | null | undefined): boolean {
  return !paths || paths.some((asked) => path === asked || path.startsWith(`${asked}.`) || asked.startsWith(`${path}.`))
}
