import { type MaybePromise, whenReady } from '#base/turns.ts'
import { parseRef, type WordPath } from '#record/record.ts'
import type { DocumentType, Facts, Ref } from '#record/shape.ts'
import type { Entry } from '../catalog.ts'
import { type GraphContext, localeTag, noteDocument } from '../context.ts'
import { type LocaleRequest, requestIn } from '../words/localeRequest.ts'
import { isVisible, resolveText, resolveWords, type Served } from '../words/resolveWords.ts'
import type { ServedRichText } from '../words/richHtml.ts'

/** A document as it was asked for: the parent of every field of the seven types. */
export type Node<Type extends DocumentType = DocumentType> = {
  readonly entry: Entry<Type>
  /** Those of its card, at hand for the fields. */
  readonly facts: Facts<Type>
  readonly request: LocaleRequest
  /** The locale that was tagged last: most documents are served in one. */
  tagged?: string
}

/** A visible document, or null. What is not public and what does not exist look the same. */
export function nodeOf<Type extends DocumentType>(
  ref: Ref<Type> | undefined,
  request: LocaleRequest,
  context: GraphContext,
): Node<Type> | null {
  if (ref === undefined) return null
  const entry = context.catalog.get(ref)
  if (entry && isVisible(entry.card, request.chain)) return nodeOfEntry(entry, request, context)
  // An answer without the document changes when a document of its type is published.
  context.tags.add(typeOfRef(ref))
  return null
}

export function nodeOfEntry<Type extends DocumentType>(
  entry: Entry<Type>,
  request: LocaleRequest,
  context: GraphContext,
): Node<Type> {
  context.tags.add(entry.key)
  return { entry, facts: entry.card.facts, request }
}

export function nodesOf<Type extends DocumentType>(
  refs: readonly Ref<Type>[] | undefined,
  request: LocaleRequest,
  context: GraphContext,
): Node<Type>[] {
  return (refs ?? []).flatMap((ref) => nodeOf(ref, request, context) ?? [])
}

/** The facts of another document that decide on a word of this one: the gender, for "mother". */
export function factsOf<Type extends DocumentType>(
  ref: Ref<Type> | undefined,
  context: GraphContext,
): Facts<Type> | undefined {
  if (ref === undefined) return undefined
  noteDocument(ref, context)
  return context.catalog.get(ref)?.card.facts
}

/** The document of a key that came from outside: any text is allowed, most name nothing. */
export function nodeOfKey(key: string, request: LocaleRequest, context: GraphContext): Node | null {
  const parsed = parseRef(key)
  // A key of a known type is a Ref by definition.
  return parsed ? nodeOf(key as Ref, request, context) : null
}

/** The same document in another locale. */
export function nodeIn<Type extends DocumentType>(
  node: Node<Type>,
  locale: LocaleRequest['locale'],
  context: GraphContext,
): Node<Type> {
  return nodeOfEntry(node.entry, requestIn(locale, node.request), context)
}

/** The served short words of a field. */
export function servedText(node: Node, path: WordPath, context: GraphContext): Served | null {
  return tagged(node, resolveText(node.entry.card, path, node.request.chain), context)
}

/** Its value alone. */
export function servedString(node: Node, path: WordPath, context: GraphContext): string | null {
  return servedText(node, path, context)?.value ?? null
}

/** The long words of a field as they are served. A promise only where the body is not in memory. */
export function servedRichText(node: Node, path: WordPath, context: GraphContext): MaybePromise<ServedRichText | null> {
  return whenReady(context.catalog.body(node.entry), ({ words }) => {
    const served = tagged(node, resolveWords(words, path, node.request.chain), context)
    return served && { served, request: node.request }
  })
}

function tagged<Value>(node: Node, served: Served<Value> | null, context: GraphContext): Served<Value> | null {
  if (!served || node.tagged === served.locale) return served
  node.tagged = served.locale
  context.tags.add(localeTag(node.entry.key, served.locale))
  if (served.storedIn !== served.locale) context.tags.add(localeTag(node.entry.key, served.storedIn))
  return served
}

function typeOfRef(ref: string): string {
  return ref.slice(0, ref.indexOf(':'))
}
