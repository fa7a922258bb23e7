import { type MaybePromise, whenReady } from '#base/turns.ts'
import { localeCodes } from '#locales/table.ts'
import type { DocumentType } from '#record/shape.ts'
import { builder, cost } from '../builder.ts'
import type { Order } from '../catalog.ts'
import type { GraphContext } from '../context.ts'
import { refusal } from '../errors.ts'
import { limits, overLimit } from '../limits.ts'
import { weights } from '../limitTable.ts'
import { noteReads, type WhereOf } from '../lists/filters/where.ts'
import { filtered } from '../lists.ts'
import { type Node, nodeOfEntry, nodeOfKey } from '../node.ts'
import { type OrderName, orders } from '../orders.ts'
import { type Page, type PageArgs, pageOf } from '../page.ts'
import { readingOf } from '../reading.ts'
import { isVisible } from '../resolveWords.ts'
import { defaultFirst, pageArgs, readingArgs, readingFrom } from './arguments.ts'
import {
  EventConnection,
  MediaConnection,
  OrganizationConnection,
  PersonConnection,
  PlaceConnection,
  QuoteConnection,
  SitemapConnection,
  SourceConnection,
} from './connections.ts'
import { LocaleInfo, localeInfos } from './localized.ts'
import { NodeRef, PersonRef } from './refs.ts'
import {
  EventOrder,
  EventWhere,
  MediaOrder,
  MediaWhere,
  OrganizationOrder,
  OrganizationWhere,
  PersonOrder,
  PersonWhere,
  PlaceOrder,
  PlaceWhere,
  QuoteOrder,
  QuoteWhere,
  SourceOrder,
  SourceWhere,
} from './where.ts'

const rootCost = cost({ page: defaultFirst, condition: weights.scanCondition })

type ListArgs<Type extends DocumentType> = PageArgs &
  Parameters<typeof readingFrom>[0] & { where?: WhereOf<Type> | null; orderBy?: OrderName | null }

function rootPage<Type extends DocumentType>(
  type: Type,
  { where, orderBy, locale, fallback, ...page }: ListArgs<Type>,
  usual: Order,
  context: GraphContext,
): MaybePromise<Page<Type>> {
  const reading = readingFrom({ locale, fallback }, context)
  context.tags.add(type)
  noteReads(type, where, context)
  const order = orderBy ? orders[orderBy] : usual
  const all = context.catalog.ordered(type, order, reading.chain)
  const found = whenReady(all, (entries) => filtered(type, entries, where, context.catalog))
  return whenReady(found, (entries) => pageOf(entries, order, reading, page, defaultFirst))
}

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

function bySlug(slug: string, asked: Parameters<typeof readingFrom>[0], context: GraphContext) {
  const reading = readingFrom(asked, context)
  const match = context.catalog.bySlug(slug)
  context.tags.add('people')
  if (!match || !isVisible(match.entry.card, reading.chain)) return null
  return { person: nodeOfEntry(match.entry, reading, context), isFormer: match.isFormer }
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
        ...readingArgs(t.arg),
      },
      resolve: (_, { id, slug, ...asked }, context) => {
        if (typeof id === 'string' && typeof slug !== 'string') {
          const node = nodeOfKey(id, readingFrom(asked, context), context)
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
      args: { slug: t.arg.string({ required: true, description: 'Present or former slug.' }), ...readingArgs(t.arg) },
      resolve: (_, { slug, ...asked }, context) => bySlug(slug, asked, context),
    }),
    people: t.field({
      type: PersonConnection,
      nullable: false,
      description: 'People, by name where no order is given.',
      args: {
        ...pageArgs(t.arg, false),
        where: t.arg({ type: PersonWhere, description: 'Which people.' }),
        orderBy: t.arg({ type: PersonOrder, description: 'In which order.' }),
        ...readingArgs(t.arg),
      },
      extensions: rootCost,
      resolve: (_, args, context) => rootPage('people', args, orders.NAME_ASC, context),
    }),
    quotes: t.field({
      type: QuoteConnection,
      nullable: false,
      description: "Quotes, in the editors' order where no other is given.",
      args: {
        ...pageArgs(t.arg, false),
        where: t.arg({ type: QuoteWhere, description: 'Which quotes.' }),
        orderBy: t.arg({ type: QuoteOrder, description: 'In which order.' }),
        ...readingArgs(t.arg),
      },
      extensions: rootCost,
      resolve: (_, args, context) => rootPage('quotes', args, orders.EDITORIAL, context),
    }),
    events: t.field({
      type: EventConnection,
      nullable: false,
      description: 'Events, the newest first where no order is given.',
      args: {
        ...pageArgs(t.arg, false),
        where: t.arg({ type: EventWhere, description: 'Which events.' }),
        orderBy: t.arg({ type: EventOrder, description: 'In which order.' }),
        ...readingArgs(t.arg),
      },
      extensions: rootCost,
      resolve: (_, args, context) => rootPage('events', args, orders.DATE_DESC, context),
    }),
    mediaItems: t.field({
      type: MediaConnection,
      nullable: false,
      description: 'Pictures and recordings, the newest first where no order is given.',
      args: {
        ...pageArgs(t.arg, false),
        where: t.arg({ type: MediaWhere, description: 'Which media.' }),
        orderBy: t.arg({ type: MediaOrder, description: 'In which order.' }),
        ...readingArgs(t.arg),
      },
      extensions: rootCost,
      resolve: (_, args, context) => rootPage('media', args, orders.DATE_DESC, context),
    }),
    organizations: t.field({
      type: OrganizationConnection,
      nullable: false,
      description: 'Organizations, by name where no order is given.',
      args: {
        ...pageArgs(t.arg, false),
        where: t.arg({ type: OrganizationWhere, description: 'Which organizations.' }),
        orderBy: t.arg({ type: OrganizationOrder, description: 'In which order.' }),
        ...readingArgs(t.arg),
      },
      extensions: rootCost,
      resolve: (_, args, context) => rootPage('organizations', args, orders.NAME_ASC, context),
    }),
    places: t.field({
      type: PlaceConnection,
      nullable: false,
      description: 'Places, by name where no order is given.',
      args: {
        ...pageArgs(t.arg, false),
        where: t.arg({ type: PlaceWhere, description: 'Which places.' }),
        orderBy: t.arg({ type: PlaceOrder, description: 'In which order.' }),
        ...readingArgs(t.arg),
      },
      extensions: rootCost,
      resolve: (_, args, context) => rootPage('places', args, orders.NAME_ASC, context),
    }),
    sources: t.field({
      type: SourceConnection,
      nullable: false,
      description: 'Sources, the newest first where no order is given.',
      args: {
        ...pageArgs(t.arg, false),
        where: t.arg({ type: SourceWhere, description: 'Which sources.' }),
        orderBy: t.arg({ type: SourceOrder, description: 'In which order.' }),
        ...readingArgs(t.arg),
      },
      extensions: rootCost,
      resolve: (_, args, context) => rootPage('sources', args, orders.DATE_DESC, context),
    }),
    node: t.field({
      type: NodeRef,
      description: 'Any document by id.',
      args: { id: t.arg.id({ required: true, description: 'Id of the document.' }), ...readingArgs(t.arg) },
      resolve: (_, { id, ...asked }, context) => nodeOfKey(id, readingFrom(asked, context), context),
    }),
    nodes: t.field({
      type: [NodeRef],
      nullable: { list: false, items: true },
      description: 'Documents by id, in the order of the ids; null where there is none.',
      args: {
        ids: t.arg.idList({ required: true, description: `Ids of documents, at most ${limits.pageSize.most}.` }),
        ...readingArgs(t.arg),
      },
      extensions: cost({ mostArgument: 'ids', most: limits.pageSize.most }),
      resolve: (_, { ids, ...asked }, context) => {
        const tooMany = overLimit('pageSize', ids.length)
        if (tooMany) throw tooMany
        const reading = readingFrom(asked, context)
        return ids.map((id) => nodeOfKey(id, reading, context))
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
        const reading = readingOf(context.defaultLocale, localeCodes)
        context.tags.add('people')
        const order = orders.UPDATED_AT_DESC
        const all = context.catalog.ordered('people', order, reading.chain)
        return whenReady(all, (entries) => pageOf(entries, order, reading, page, defaultFirst))
      },
    }),
  }),
})
