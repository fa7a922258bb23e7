import { localeCodes } from '#locales/table.ts'
import { mostItems } from '#record/listSizes.ts'
import type { Variant } from '#record/shape.ts'
import { builder, cost } from '../builder.ts'
import type { GraphContext } from '../context.ts'
import { nodesOf } from '../node.ts'
import { orders } from '../orders.ts'
import { filePath, fileUrl } from '../paths.ts'
import { pageArgs } from './arguments.ts'
import { EventConnection, PersonConnection, QuoteConnection } from './connections.ts'
import { Sensitivity } from './enums.ts'
import { label, told, words } from './fields.ts'
import { localizationsOf } from './localized.ts'
import { LocalizedRef, MediaRef, NodeRef, PersonRef } from './refs.ts'
import { nestedCost, referrersOf, relatedPage } from './related.ts'
import { PartialDateRef } from './text.ts'

const VariantRef = builder.objectRef<Variant>('MediaVariant').implement({
  description: 'One stored size of a picture.',
  fields: (t) => ({
    name: t.exposeString('name', { nullable: false, description: 'What the size is called.' }),
    path: t.string({
      nullable: false,
      description: 'Path of the file on delivery.',
      resolve: ({ file }) => filePath(file),
    }),
    url: t.string({
      description: 'Address of the file; null where this installation does not say its own.',
      resolve: ({ file }, _, context) => fileUrl(file, context),
    }),
    mimeType: t.exposeString('mimeType', { nullable: false, description: 'Format of the file.' }),
    width: t.exposeInt('width', { nullable: false, description: 'Pixels across.' }),
    height: t.exposeInt('height', { nullable: false, description: 'Pixels down.' }),
    bytes: t.exposeInt('bytes', { nullable: false, description: 'Size of the file.' }),
    sha256: t.exposeString('sha256', { nullable: false, description: 'SHA-256 of the file, 64 hex digits.' }),
  }),
})

const FocalPoint = builder.objectRef<{ x: number; y: number }>('FocalPoint').implement({
  description: 'What must stay visible when a picture is cropped.',
  fields: (t) => ({
    x: t.exposeFloat('x', { nullable: false, description: 'From the left edge, 0 to 100.' }),
    y: t.exposeFloat('y', { nullable: false, description: 'From the upper edge, 0 to 100.' }),
  }),
})

MediaRef.implement({
  description: 'A picture or recording. Its file carries no metadata but the credit.',
  interfaces: [NodeRef, LocalizedRef],
  fields: (t) => ({
    alt: t.string(
      words('alt', 'What can be seen, for those who cannot see it. Never in another language than the requested one.'),
    ),
    caption: t.string(words('caption', 'What the picture tells.')),
    filename: t.string({ description: 'Name of the file.', resolve: ({ entry }) => entry.card.facts.filename }),
    filePath: t.string({
      description: 'Path of the file on delivery.',
      resolve: ({ entry: { card } }) => (card.facts.filename === undefined ? null : filePath(card.facts.filename)),
    }),
    url: t.string({
      description: 'Address of the file; null where this installation does not say its own.',
      resolve: ({ entry: { card } }, _, context) =>
        card.facts.filename === undefined ? null : fileUrl(card.facts.filename, context),
    }),
    mimeType: t.string({ description: 'Format of the file.', resolve: ({ entry }) => entry.card.facts.mimeType }),
    filesize: t.int({ description: 'Bytes of the file.', resolve: ({ entry }) => entry.card.facts.filesize }),
    width: t.int({ description: 'Pixels across.', resolve: ({ entry }) => entry.card.facts.width }),
    height: t.int({ description: 'Pixels down.', resolve: ({ entry }) => entry.card.facts.height }),
    focalPoint: t.field({
      type: FocalPoint,
      description: 'What must stay visible when the picture is cropped.',
      resolve: ({ entry: { card } }) =>
        card.facts.focalX === undefined || card.facts.focalY === undefined
          ? null
          : { x: card.facts.focalX, y: card.facts.focalY },
    }),
    thumbhash: t.string({
      description: 'A blurred placeholder as a ThumbHash in base64.',
      resolve: ({ entry }) => entry.card.facts.thumbhash,
    }),
    sha256: t.string({
      description: 'SHA-256 of the file, 64 hex digits.',
      resolve: ({ entry }) => entry.card.facts.sha256,
    }),
    variants: t.field({
      type: [VariantRef],
      nullable: false,
      description: 'Smaller sizes.',
      extensions: cost({ most: 10 }),
      resolve: ({ entry }) => entry.card.facts.variants ?? [],
    }),
    srcset: t.string({
      description: 'The smaller sizes of one format as the value of `srcset`; null where there are none.',
      args: { mimeType: t.arg.string({ description: 'Format of the files; that of the first size where absent.' }) },
      resolve: ({ entry }, { mimeType }, context) => srcsetOf(entry.card.facts.variants ?? [], mimeType, context),
    }),
    creator: t.string({ description: 'Who made it.', resolve: ({ entry }) => entry.card.facts.creator }),
    creditText: t.string({
      description: 'How it must be credited.',
      resolve: ({ entry }) => entry.card.facts.creditText,
    }),
    copyrightNotice: t.string({
      description: 'Whose it is.',
      resolve: ({ entry }) => entry.card.facts.copyrightNotice,
    }),
    licence: t.string({ description: 'How it may be used.', resolve: ({ entry }) => entry.card.facts.licence }),
    takenOn: t.field({
      type: PartialDateRef,
      description: 'When it was taken.',
      resolve: ({ entry, reading }) => told(entry.card.facts.takenOn, reading),
    }),
    sensitivity: t.field({
      type: Sensitivity,
      nullable: false,
      description: 'What to mind before showing it.',
      resolve: ({ entry }) => entry.card.facts.sensitivity ?? 'none',
    }),
    sensitivityLabel: t.string({
      description: 'The same in the requested language.',
      resolve: ({ entry, reading }) => label('sensitivity', entry.card.facts.sensitivity ?? 'none', reading),
    }),
    personsShown: t.field({
      type: [PersonRef],
      nullable: false,
      description: 'Who can be seen.',
      extensions: cost({ most: mostItems.personsShown }),
      resolve: ({ entry, reading }, _, context) => nodesOf(entry.card.facts.personsShown, reading, context),
    }),
    portraitOf: t.field({
      type: PersonConnection,
      nullable: false,
      description: 'People whose portrait it is.',
      args: pageArgs(t.arg, true),
      extensions: nestedCost,
      resolve: (media, args, context) =>
        relatedPage(
          'people',
          referrersOf(context.catalog, media, 'people', 'portrait'),
          args,
          orders.NAME_ASC,
          media,
          context,
        ),
    }),
    events: t.field({
      type: EventConnection,
      nullable: false,
      description: 'Events that it belongs to.',
      args: pageArgs(t.arg, true),
      extensions: nestedCost,
      resolve: (media, args, context) =>
        relatedPage(
          'events',
          referrersOf(context.catalog, media, 'events', 'media'),
          args,
          orders.DATE_ASC,
          media,
          context,
        ),
    }),
    quotes: t.field({
      type: QuoteConnection,
      nullable: false,
      description: 'Quotes that it is the recording of.',
      args: pageArgs(t.arg, true),
      extensions: nestedCost,
      resolve: (media, args, context) =>
        relatedPage(
          'quotes',
          referrersOf(context.catalog, media, 'quotes', 'recording'),
          args,
          orders.EDITORIAL,
          media,
          context,
        ),
    }),
    localizations: t.field({
      type: [MediaRef],
      nullable: false,
      description: 'The same media in other locales: those of `locales` that are available, or all.',
      args: { locales: t.arg({ type: ['Locale'], description: 'Which, in this order.' }) },
      extensions: cost({ most: localeCodes.length, mostArgument: 'locales' }),
      resolve: (media, { locales }, context) => localizationsOf(media, locales, context),
    }),
  }),
})

function srcsetOf(
  variants: readonly Variant[],
  mimeType: string | null | undefined,
  context: GraphContext,
): string | null {
  const format = mimeType ?? variants[0]?.mimeType
  const files = variants.filter((one) => one.mimeType === format)
  if (files.length === 0) return null
  return files.map(({ file, width }) => `${fileUrl(file, context) ?? filePath(file)} ${width}w`).join(', ')
}
