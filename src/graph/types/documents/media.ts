import { type PictureCrop, type PictureFormat, pictureFormats } from '#base/pictureCopies.ts'
import type { Variant } from '#record/shape.ts'
import type { GraphContext } from '../../context.ts'
import { imageOf } from '../../documents/jsonLd.ts'
import { filePath, fileUrl } from '../../documents/paths.ts'
import { builder, cost } from '../builder.ts'
import { pageArgs } from '../fields/arguments.ts'
import { date, fact, label, references, words } from '../fields/facts.ts'
import { referrers } from '../fields/lists.ts'
import { PersonRef } from '../refs.ts'
import { ImageCrop, ImageFormat, Sensitivity } from '../values/enums.ts'
import { implementDocument } from './localized.ts'

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
    format: t.field({
      type: ImageFormat,
      nullable: false,
      description: 'Format of the file, to choose by.',
      resolve: formatOf,
    }),
    crop: t.field({ type: ImageCrop, nullable: false, description: 'What of the picture it shows.', resolve: cropOf }),
  }),
})

const FocalPoint = builder.objectRef<{ x: number; y: number }>('FocalPoint').implement({
  description: 'What must stay visible when a picture is cropped.',
  fields: (t) => ({
    x: t.exposeFloat('x', { nullable: false, description: 'From the left edge, 0 to 100.' }),
    y: t.exposeFloat('y', { nullable: false, description: 'From the upper edge, 0 to 100.' }),
  }),
})

implementDocument('media', {
  description: 'A picture or recording. Its file carries no metadata but the credit.',
  called: 'media',
  fields: (t) => ({
    alt: t.string(
      words('alt', 'What can be seen, for those who cannot see it. Never in another language than the requested one.'),
    ),
    caption: t.string(words('caption', 'What the picture tells.')),
    filename: t.string(fact('filename', 'Name of the file.')),
    filePath: t.string({
      description: 'Path of the file on delivery.',
      resolve: ({ facts: { filename } }) => (filename === undefined ? null : filePath(filename)),
    }),
    url: t.string({
      description: 'Address of the file; null where this installation does not say its own.',
      resolve: ({ facts: { filename } }, _, context) => (filename === undefined ? null : fileUrl(filename, context)),
    }),
    mimeType: t.string(fact('mimeType', 'Format of the file.')),
    filesize: t.int(fact('filesize', 'Bytes of the file.')),
    width: t.int(fact('width', 'Pixels across.')),
    height: t.int(fact('height', 'Pixels down.')),
    focalPoint: t.field({
      type: FocalPoint,
      description: 'What must stay visible when the picture is cropped.',
      resolve: ({ facts: { focalX: x, focalY: y } }) => (x === undefined || y === undefined ? null : { x, y }),
    }),
    thumbhash: t.string(fact('thumbhash', 'A blurred placeholder as a ThumbHash in base64.')),
    sha256: t.string(fact('sha256', 'SHA-256 of the file, 64 hex digits.')),
    variants: t.field({
      type: [VariantRef],
      nullable: false,
      description: 'Its copies for front ends, smallest first; none is larger than the picture.',
      args: {
        format: t.arg({ type: ImageFormat, description: 'Only files of this format.' }),
        crop: t.arg({ type: ImageCrop, required: true, defaultValue: 'whole', description: 'What they show.' }),
      },
      extensions: cost({ most: 18 }),
      resolve: ({ facts }, { format, crop }) => chosen(facts.variants, format, crop),
    }),
    srcset: t.string({
      description: 'The copies of one format and crop as the value of `srcset`; null where there are none.',
      args: {
        format: t.arg({ type: ImageFormat, required: true, defaultValue: 'webp', description: 'Format of the files.' }),
        crop: t.arg({ type: ImageCrop, required: true, defaultValue: 'whole', description: 'What they show.' }),
      },
      resolve: ({ facts }, { format, crop }, context) => srcsetOf(chosen(facts.variants, format, crop), context),
    }),
    creator: t.string(fact('creator', 'Who made it.')),
    creditText: t.string(fact('creditText', 'How it must be credited.')),
    copyrightNotice: t.string(fact('copyrightNotice', 'Whose it is.')),
    licence: t.string(fact('licence', 'How it may be used.')),
    takenOn: t.field(date('takenOn', 'When it was taken.')),
    sensitivity: t.field({
      type: Sensitivity,
      nullable: false,
      description: 'What to mind before showing it.',
      resolve: ({ facts }) => facts.sensitivity ?? 'none',
    }),
    sensitivityLabel: t.string({
      description: 'The same in the requested language.',
      resolve: ({ facts, request }) => label('sensitivity', facts.sensitivity ?? 'none', request),
    }),
    personsShown: t.field(references('personsShown', PersonRef, 'Who can be seen.')),
    portraitOf: t.field(referrers('people', 'portrait', pageArgs(t.arg, true), 'People whose portrait it is.')),
    events: t.field(referrers('events', 'media', pageArgs(t.arg, true), 'Events that it belongs to.')),
    quotes: t.field(referrers('quotes', 'recording', pageArgs(t.arg, true), 'Quotes that it is the recording of.')),
  }),
  schemaOrg: (node, context) => imageOf(node, context),
})

/** PNG is made in the place of JPEG only: whoever asks for what everything can show gets it. */
const formatsMeant: { readonly [format in PictureFormat]: readonly PictureFormat[] } = {
  avif: ['avif'],
  webp: ['webp'],
  jpeg: ['jpeg', 'png'],
  png: ['png'],
}

function chosen(
  variants: readonly Variant[] = [],
  format: PictureFormat | null | undefined,
  crop: PictureCrop,
): readonly Variant[] {
  return variants.filter((one) => (!format || formatsMeant[format].includes(formatOf(one))) && cropOf(one) === crop)
}

const imageFormats: Readonly<Record<string, PictureFormat>> = Object.fromEntries(
  pictureFormats.map((format) => [`image/${format}`, format]),
)

/** In a form of version 1 a size says its format by its type alone, and shows the whole picture. */
function formatOf({ format, mimeType }: Variant): PictureFormat {
  return format ?? imageFormats[mimeType] ?? 'webp'
}

function cropOf({ crop }: Variant): PictureCrop {
  return crop ?? 'whole'
}

function srcsetOf(files: readonly Variant[], context: GraphContext): string | null {
  if (files.length === 0) return null
  return files.map(({ file, width }) => `${fileUrl(file, context) ?? filePath(file)} ${width}w`).join(', ')
}
