import type { ArgBuilder, FieldMap, ImplementableObjectRef, ObjectRef } from '@pothos/core'
import { type Locale, type LocaleRow, localeCodes, localeRow } from '#locales/table.ts'
import { type DocumentType, documents } from '#record/shape.ts'
import type { GraphContext } from '../../context.ts'
import { jsonLdOf, type Projection } from '../../documents/jsonLd.ts'
import { type Node, nodeIn } from '../../documents/node.ts'
import { pageUrl, pathOf } from '../../documents/paths.ts'
import { weights } from '../../limits/table.ts'
import { updatedAt } from '../../lists/sortKey.ts'
import { type FieldL10n, isComplete, provenances } from '../../words/provenance.ts'
import { availableLocales, isAvailableIn } from '../../words/resolveWords.ts'
import { directionOf } from '../../words/richHtml.ts'
import { builder, cost, type Types } from '../builder.ts'
import { documentRefs, LocalizedRef, NodeRef } from '../refs.ts'
import { Origin, TextDirection } from '../values/enums.ts'

NodeRef.implement({
  description: 'A public document. Its type and its id never change.',
  resolveType: ({ entry }) => documents[entry.card.type].typeName,
  fields: (t) => ({
    id: t.id({
      nullable: false,
      description: 'Names the document everywhere: `people:…`.',
      resolve: ({ entry }) => entry.key,
    }),
  }),
})

const FieldL10nRef = builder.objectRef<FieldL10n>('FieldL10n').implement({
  description: 'Where the words of one field came from.',
  fields: (t) => ({
    path: t.exposeString('path', {
      nullable: false,
      description:
        'The field as it stands in the answer: `charges.0.label`. A parent path (`name`) speaks for its children.',
    }),
    served: t.field({
      type: 'Locale',
      description: 'Language of the words that are delivered; null where no locale of the chain has any.',
      resolve: ({ provenance }) => provenance?.served,
    }),
    dir: t.field({
      type: TextDirection,
      nullable: false,
      description: 'Direction of the words that are delivered.',
      resolve: ({ provenance, requested }) => directionOf(provenance?.served ?? requested),
    }),
    isFallback: t.boolean({
      nullable: false,
      description: 'The words are in another language than the requested one.',
      resolve: ({ provenance }) => provenance?.isFallback ?? false,
    }),
    isStale: t.boolean({
      nullable: false,
      description: 'The words were translated from a source that has changed since.',
      resolve: ({ provenance }) => provenance?.isStale ?? false,
    }),
    origin: t.field({
      type: Origin,
      description: 'Where the words come from; null where there are none.',
      resolve: ({ provenance }) => provenance?.origin,
    }),
  }),
})

const L10n = builder.objectRef<Node>('L10n').implement({
  description: 'The truth about the language of a document as it is served.',
  fields: (t) => ({
    requested: t.field({
      type: 'Locale',
      nullable: false,
      description: 'The locale that was asked for.',
      resolve: ({ request }) => request.locale,
    }),
    chain: t.field({
      type: ['Locale'],
      nullable: false,
      description: 'The locales that words are looked for in, in order, the requested one first.',
      resolve: ({ request }) => request.chain,
    }),
    complete: t.boolean({
      nullable: false,
      description: 'Everything that `fields` lists without `paths` is served in the requested locale.',
      extensions: cost({ weight: 1 }),
      resolve: (node, _, context) => isComplete(node, context),
    }),
    fields: t.field({
      type: [FieldL10nRef],
      nullable: false,
      description: 'Field by field where the words came from. Fields without words in any locale are left out.',
      args: {
        paths: t.arg.stringList({ description: 'Only these fields and what stands below them.' }),
      },
      extensions: cost({ most: 20, mostArgument: 'paths' }),
      resolve: (node, { paths }, context) => provenances(node, paths, context),
    }),
  }),
})

const AvailableLocale = builder.objectRef<ReturnType<typeof availableLocales>[number]>('AvailableLocale').implement({
  description: 'A locale in which a document can be read without falling back.',
  fields: (t) => ({
    locale: t.expose('locale', { type: 'Locale', nullable: false, description: 'The locale.' }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      nullable: false,
      description: 'When its words last changed; those of the source where the script is derived.',
    }),
    derivedFrom: t.expose('derivedFrom', {
      type: 'Locale',
      description:
        'The locale of the same language whose words are carried over into this script; null where it has its own.',
    }),
  }),
})

const Alternate = builder.objectRef<{ node: Node; locale: string }>('Alternate').implement({
  description: 'The page of a document in one locale.',
  fields: (t) => ({
    locale: t.expose('locale', {
      type: 'Locale',
      nullable: false,
      description: 'The locale: the value of `hreflang`.',
    }),
    path: t.string({
      nullable: false,
      description: 'Path of the page on the front end.',
      resolve: ({ node, locale }) => pathOf(node, locale),
    }),
    url: t.string({
      description: 'Address of the page; null where this installation names no front end.',
      resolve: ({ node, locale }, _, context) => pageUrl(node, locale, context),
    }),
  }),
})

/** What every type says for itself: `implementDocument` adds the resolver. */
const jsonLd = {
  type: 'JSON' as const,
  nullable: false as const,
  description:
    'The document as schema.org says it, to put into a script element of type application/ld+json: written with `<` as `\\u003c`, so that no word can end the element.',
  extensions: cost({ weight: weights.derived }),
}

LocalizedRef.implement({
  interfaces: [NodeRef],
  description: 'A document with words: in which language they are served and in which others they can be had.',
  resolveType: ({ entry }) => documents[entry.card.type].typeName,
  fields: (t) => ({
    _l10n: t.field({
      type: L10n,
      nullable: false,
      description: 'Where the words of this document, as served here, came from.',
      resolve: (node) => node,
    }),
    availableLocales: t.field({
      type: [AvailableLocale],
      nullable: false,
      description: 'The locales in which the document can be read without falling back.',
      extensions: cost({ most: localeCodes.length }),
      resolve: ({ entry }) => availableLocales(entry.card),
    }),
    alternates: t.field({
      type: [Alternate],
      nullable: false,
      description: 'The pages of this document in every locale it is available in: what `hreflang` lists.',
      extensions: cost({ most: localeCodes.length }),
      resolve: (node) => availableLocales(node.entry.card).map(({ locale }) => ({ node, locale })),
    }),
    path: t.string({
      nullable: false,
      description: 'Path of the page of this document on the front end, in the requested locale.',
      resolve: (node) => pathOf(node, node.request.locale),
    }),
    jsonLd: t.field(jsonLd),
    publishedAt: t.field({
      type: 'DateTime',
      nullable: false,
      description: 'When the document was first published, or published again after it was withdrawn.',
      resolve: ({ entry }) => entry.card.publishedAt,
    }),
    updatedAt: t.field({
      type: 'DateTime',
      nullable: false,
      description: 'When anything that is public of it last changed, in any locale.',
      resolve: ({ entry }) => updatedAt(entry.card),
    }),
  }),
})

type DocumentFields<Type extends DocumentType> = {
  description: string
  /** How descriptions of its fields call it. */
  called: string
  fields: (t: PothosSchemaTypes.ObjectFieldBuilder<Types, Node<Type>>) => FieldMap
  schemaOrg: Projection<Type>
}

/** The type of a document: its own fields beside those of every document. */
export function implementDocument<Type extends DocumentType>(
  type: Type,
  { description, called, fields, schemaOrg }: DocumentFields<Type>,
): void {
  const ref: ImplementableObjectRef<Types, Node<Type>> = documentRefs[type]
  ref.implement({
    description,
    // Every document is a Node; of a type that is not named yet TypeScript cannot tell.
    interfaces: [NodeRef, LocalizedRef] as never,
    fields: (t) => ({
      localizations: t.field(localizations(t.arg, type, called)),
      jsonLd: t.field({
        ...jsonLd,
        resolve: (node, _, context) => jsonLdOf(node, schemaOrg(node, context), context),
      }),
      ...fields(t),
    }),
  })
}

/** A field of a document: the document in other locales. */
export function localizations<Type extends DocumentType>(arg: ArgBuilder<Types>, of: Type, called: string) {
  const type: ObjectRef<Types, Node<Type>> = documentRefs[of]
  return {
    // A list type is a tuple of one to Pothos.
    type: [type] as [typeof type],
    nullable: false as const,
    description: `The same ${called} in other locales: those of \`locales\` that are available, or all.`,
    args: { locales: arg({ type: ['Locale'], description: 'Which, in this order.' }) },
    extensions: cost({ most: localeCodes.length, mostArgument: 'locales' }),
    resolve: (node: Node<Type>, { locales }: { locales?: Locale[] | null }, context: GraphContext) =>
      localesShown(node, locales).map((locale) => nodeIn(node, locale, context)),
  }
}

/** Those of `locales` that are available, in that order, or all. */
function localesShown({ entry: { card } }: Node, locales: readonly Locale[] | null | undefined): Locale[] {
  if (locales) return [...new Set(locales)].filter((locale) => isAvailableIn(card, locale))
  return availableLocales(card).map(({ locale }) => locale)
}

export const LocaleInfo = builder.objectRef<LocaleRow>('LocaleInfo').implement({
  description: 'A locale of this installation.',
  fields: (t) => ({
    code: t.expose('code', { type: 'Locale', nullable: false, description: 'BCP 47 code.' }),
    name: t.exposeString('name', { nullable: false, description: 'The language in its own words.' }),
    english: t.exposeString('english', { nullable: false, description: 'The language in English.' }),
    dir: t.field({
      type: TextDirection,
      nullable: false,
      description: 'Direction of its script.',
      resolve: ({ dir }) => dir,
    }),
    fallback: t.field({
      type: ['Locale'],
      nullable: false,
      description: 'Where words are looked for next when they are missing and no `fallback` is given.',
      resolve: ({ fallback }) => fallback,
    }),
  }),
})

export const localeInfos: readonly LocaleRow[] = localeCodes.map(localeRow)
