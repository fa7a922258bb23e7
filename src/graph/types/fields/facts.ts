import type { EnumRef, InterfaceRef, ObjectRef } from '@pothos/core'
import type { PartialDate } from '#base/time/partialDate.ts'
import { labelOf } from '#locales/labels.ts'
import { type ListName, mostItems } from '#record/listSizes.ts'
import type { DocumentType, Ref } from '#record/shape.ts'
import type { VocabularyName, WordOf } from '#record/vocabularies.ts'
import type { GraphContext } from '../../context.ts'
import { type Node, nodeOf, nodesOf, servedString } from '../../documents/node.ts'
import type { LocaleRequest } from '../../words/localeRequest.ts'
import { cost, type Types } from '../builder.ts'
import { type LocalizedDate, PartialDateRef } from '../values/text.ts'

/** Facts with the locale that they were asked for in: a document, or a part of one. */
type Asked<Facts> = { readonly facts: Facts; readonly request: LocaleRequest }

/** A part of a document with facts of its own: a charge, an outcome. `path` is where its words stand: `charges/65f0a1`. */
export type Part<Facts, Type extends DocumentType = DocumentType> = Asked<Facts> & {
  readonly node: Node<Type>
  readonly path: string
}

export function partOf<Facts, Type extends DocumentType>(
  node: Node<Type>,
  path: string,
  facts: Facts,
): Part<Facts, Type> {
  return { node, facts, request: node.request, path }
}

/** A fact as it is. */
export function fact<Name extends string>(name: Name, description: string) {
  return {
    description,
    resolve: <Value>({ facts }: Asked<{ readonly [name in Name]?: Value }>): Value | undefined => facts[name],
  }
}

/** A fact that is a list of texts; empty where there are none. */
export function texts<Name extends string>(name: Name, description: string) {
  return {
    nullable: false as const,
    description,
    resolve: ({ facts }: Asked<{ readonly [name in Name]?: string[] }>) => facts[name] ?? [],
  }
}

/** A word of a vocabulary. */
export function word<Name extends string, Word>(name: Name, type: EnumRef<Types, Word>, description: string) {
  return { type, description, resolve: ({ facts }: Asked<{ readonly [name in Name]?: Word }>) => facts[name] }
}

/** The same as the requested locale says it, whatever the gender. */
export function wordLabelled<Name extends string, Vocabulary extends VocabularyName>(
  name: Name,
  vocabulary: Vocabulary,
  description: string,
) {
  return {
    description,
    resolve: ({ facts, request }: Asked<{ readonly [name in Name]?: WordOf<Vocabulary> }>) =>
      label(vocabulary, facts[name], request),
  }
}

/** A controlled word in the requested locale, of a person by gender or of an organization. */
export function label<Name extends VocabularyName>(
  vocabulary: Name,
  word: WordOf<Name> | undefined,
  request: LocaleRequest,
  form?: WordOf<'gender'> | 'organization',
): string | null {
  return word === undefined ? null : labelOf(vocabulary, word, request.locale, form)
}

/** A date. */
export function date<Name extends string>(name: Name, description: string) {
  return {
    type: PartialDateRef,
    description,
    resolve: ({ facts, request }: Asked<{ readonly [name in Name]?: PartialDate }>) =>
      localizedDate(facts[name], request),
  }
}

export function localizedDate(date: PartialDate | undefined, request: LocaleRequest): LocalizedDate | null {
  return date ? { date, request } : null
}

type DocumentRef<Type extends DocumentType> = ObjectRef<Types, Node<Type>> | InterfaceRef<Types, Node<Type>>

/** A document that is named; null where it is not public. */
export function reference<Name extends string, Type extends DocumentType>(
  name: Name,
  type: ObjectRef<Types, Node<Type>>,
  description: string,
) {
  return {
    type,
    description,
    resolve: ({ facts, request }: Asked<{ readonly [name in Name]?: Ref<Type> }>, _: unknown, context: GraphContext) =>
      nodeOf<Type>(facts[name], request, context),
  }
}

/** The public ones of the documents that are named. */
export function references<Name extends ListName, Type extends DocumentType>(
  name: Name,
  type: DocumentRef<Type>,
  description: string,
) {
  return {
    // A list type is a tuple of one to Pothos.
    type: [type] as [typeof type],
    nullable: false as const,
    description,
    extensions: cost({ most: mostItems[name] }),
    resolve: (
      { facts, request }: Asked<{ readonly [name in Name]?: readonly Ref<Type>[] }>,
      _: unknown,
      context: GraphContext,
    ) => nodesOf(facts[name], request, context),
  }
}

/** The rows of a document: parts of a list of facts. */
export function rows<Name extends ListName, Row extends { id: string }, Type extends DocumentType>(
  name: Name,
  type: ObjectRef<Types, Part<Row, Type>>,
  description: string,
) {
  return {
    // A list type is a tuple of one to Pothos.
    type: [type] as [typeof type],
    nullable: false as const,
    description,
    extensions: cost({ most: mostItems[name] }),
    resolve: (node: Node<Type> & Asked<{ readonly [name in Name]?: readonly Row[] }>) =>
      (node.facts[name] ?? []).map((row) => partOf(node, `${name}/${row.id}`, row)),
  }
}

/** Words of a document. */
export function words(path: string, description: string) {
  return { description, resolve: (node: Node, _: unknown, context: GraphContext) => servedString(node, path, context) }
}

/** Words of a part. */
export function partWords(name: string, description: string) {
  return {
    description,
    resolve: ({ node, path }: Part<unknown>, _: unknown, context: GraphContext) =>
      servedString(node, `${path}/${name}`, context),
  }
}
