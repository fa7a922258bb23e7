import { localeCodes } from '#locales/table.ts'
import { documentTypes } from '#record/shape.ts'
import type { GraphContext } from '../context.ts'
import { type Node, nodeOfEntry, nodeOfKey } from '../documents/node.ts'
import { refusal } from '../errors.ts'
import { limits, overLimit } from '../limits/table.ts'
import { documentLists } from '../lists/documentLists.ts'
import { orders } from '../lists/orders.ts'
import { pageOfAll } from '../lists/pages.ts'
import { localeRequest } from '../words/localeRequest.ts'
import { isVisible } from '../words/resolveWords.ts'
import { builder, cost } from './builder.ts'
import { LocaleInfo, localeInfos } from './documents/localized.ts'
import { defaultFirst, localeArgs, localeRequestFrom, pageArgs } from './fields/arguments.ts'
import { allOf, rootCost } from './fields/lists.ts'
import { SitemapConnection } from './lists/listTypes.ts'
import { NodeRef, PersonRef } from './refs.ts'

const SlugMatch = builder.objectRef<{ person: Node<'people'>; isFormer: boolean }>('SlugMatch').implement({
  description: 'The person that a slug names or named.',
  fields: (t) => ({
    person: t.expose('person', { type: PersonRef, nullable: false, description: 'The person.' }),
    isFormer: t.exposeBoolean('isFormer', {
      nullable: false,
      description: 'The slug is one that the person had before: answer with a redirect to the present one.',
    }),
    slug: t.string({
      nullable: false,
      description: 'The present slug.',
      resolve: ({ person: { entry } }) => entry.card.slug ?? entry.card.id,
    }),
  }),
})

function bySlug(slug: string, asked: Parameters<typeof localeRequestFrom>[0], context: GraphContext) {
  const request = localeRequestFrom(asked, context)
  const match = context.catalog.bySlug(slug)
  context.tags.add('people')
  if (!match || !isVisible(match.entry.card, request.chain)) return null
  return { person: nodeOfEntry(match.entry, request, context), isFormer: match.isFormer }
}

builder.queryType({
  description: 'Everything that is public. What is not public, or does not exist, is null.',
  fields: (t) => ({
    locales: t.field({
      type: [LocaleInfo],
      nullable: false,
      description: 'The locales of this installation.',
      extensions: cost({ most: localeCodes.length }),
      resolve: () => localeInfos,
    }),
    person: t.field({
      type: PersonRef,
      description: 'A person by id or by slug, present or former; exactly one of the two.',
      args: {
        id: t.arg.id({ description: 'Id of the person.' }),
        slug: t.arg.string({ description: 'Slug of the person.' }),
        ...localeArgs(t.arg),
      },
      resolve: (_, { id, slug, ...asked }, context) => {
        if (typeof id === 'string' && typeof slug !== 'string') {
          const node = nodeOfKey(id, localeRequestFrom(asked, context), context)
          // The type of a card says whose entry it is.
          return node?.entry.card.type === 'people' ? (node as Node<'people'>) : null
        }
        if (typeof slug === 'string' && typeof id !== 'string') return bySlug(slug, asked, context)?.person
        throw refusal('INVALID_INPUT', 'person needs exactly one of id and slug.')
      },
    }),
    personBySlug: t.field({
      type: SlugMatch,
      description: 'A person by slug, telling a former slug from the present one.',
      args: { slug: t.arg.string({ required: true, description: 'Present or former slug.' }), ...localeArgs(t.arg) },
      resolve: (_, { slug, ...asked }, context) => bySlug(slug, asked, context),
    }),
    ...Object.fromEntries(
      documentTypes.map((type) => [documentLists[type].field ?? type, t.field(allOf(t.arg, type))]),
    ),
    node: t.field({
      type: NodeRef,
      description: 'Any document by id.',
      args: { id: t.arg.id({ required: true, description: 'Id of the document.' }), ...localeArgs(t.arg) },
      resolve: (_, { id, ...asked }, context) => nodeOfKey(id, localeRequestFrom(asked, context), context),
    }),
    nodes: t.field({
      type: [NodeRef],
      nullable: { list: false, items: true },
      description: 'Documents by id, in the order of the ids; null where there is none.',
      args: {
        ids: t.arg.idList({ required: true, description: `Ids of documents, at most ${limits.pageSize.most}.` }),
        ...localeArgs(t.arg),
      },
      extensions: cost({ mostArgument: 'ids', most: limits.pageSize.most }),
      resolve: (_, { ids, ...asked }, context) => {
        const tooMany = overLimit('pageSize', ids.length)
        if (tooMany) throw tooMany
        const request = localeRequestFrom(asked, context)
        return ids.map((id) => nodeOfKey(id, request, context))
      },
    }),
    sitemap: t.field({
      type: SitemapConnection,
      nullable: false,
      description:
        'Every person with a page in any locale, the last changed first: `path`, `updatedAt` and `alternates` make a site map.',
      args: pageArgs(t.arg, false),
      extensions: rootCost,
      resolve: (_, page, context) => {
        const request = localeRequest(context.defaultLocale, localeCodes)
        return pageOfAll('people', page, { request, usual: orders.UPDATED_AT_DESC, defaultFirst }, context)
      },
    }),
  }),
})
