import { parseRef, type RichText, type WordPath } from '#record/record.ts'
import type { DocumentType, Facts, Ref } from '#record/shape.ts'
import type { Entry } from './catalog.ts'
import { type GraphContext, localeTag, noteDocument } from './context.ts'
import { type Reading, readingIn } from './reading.ts'
import { isVisible, resolveText, resolveWords, type Served } from './resolveWords.ts'

/** A document as one reader meets it: the parent of every field of the seven types. */
export type Node<Type extends DocumentType = DocumentType> = {
  readonly entry: Entry<Type>
  readonly reading: Reading
  /** The locale that was tagged last: most documents are served in one. */
  tagged?: string
}

/** A visible document, or null. What is not public and what does not exist look the same. */
export function nodeOf<Type extends DocumentType>(
  ref: Ref<Type> | undefined,
  reading: Reading,
  context: GraphContext,
): Node<Type> | null {
  if (ref === undefined) return null
  const entry = context.catalog.get(ref)
  if (entry && isVisible(entry.card, reading.chain)) return nodeOfEntry(entry, reading, context)
  // An answer without the document changes when a document of its type is published.
  context.tags.add(typeOfRef(ref))
  return null
}

export function nodeOfEntry<Type extends DocumentType>(
  entry: Entry<Type>,
  reading: Reading,
  context: GraphContext,
): Node<Type> {
  context.tags.add(entry.key)
  return { entry, reading }
}

export function nodesOf<Type extends DocumentType>(
  refs: readonly Ref<Type>[] | undefined,
  reading: Reading,
  context: GraphContext,
): Node<Type>[] {
  return (refs ?? []).flatMap((ref) => nodeOf(ref, reading, context) ?? [])
}

/** The facts of another document by which a document is told of: the gender that decides for "mother". */
export function factsOf<Type extends DocumentType>(
  ref: Ref<Type> | undefined,
  context: GraphContext,
): Facts<Type> | undefined {
  if (ref === undefined) return undefined
  noteDocument(ref, context)
  return context.catalog.get(ref)?.card.facts
}

/** The document of a key that came from outside: any text is allowed, most name nothing. */
export function nodeOfKey(key: string, reading: Reading, context: GraphContext): Node | null {
  const parsed = parseRef(key)
  // A key of a known type is a Ref by definition.
  return parsed ? nodeOf(key as Ref, reading, context) : null
}

/** The same document in another locale. */
export function nodeIn<Type extends DocumentType>(
  node: Node<Type>,
  locale: Reading['requested'],
  context: GraphContext,
): Node<Type> {
  return nodeOfEntry(node.entry, readingIn(locale, node.reading), context)
}

/** The served short words of a field. */
export function servedText(node: Node, path: WordPath, context: GraphContext): Served | null {
  return tagged(node, resolveText(node.entry.card, path, node.reading.chain), context)
}

export function textOf(node: Node, path: WordPath, context: GraphContext): string | null {
  return servedText(node, path, context)?.value ?? null
}

/** The served long words of a field. A promise only where the body is not in memory. */
export function servedRichText(
  node: Node,
  path: WordPath,
  context: GraphContext,
): Served<RichText> | null | Promise<Served<RichText> | null> {
  const body = context.catalog.body(node.entry)
  if (body instanceof Promise) {
    return body.then(({ words }) => tagged(node, resolveWords(words, path, node.reading.chain), context))
  }
  return tagged(node, resolveWords(body.words, path, node.reading.chain), context)
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
