import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { missingExiftool, type Tags, tagsIn } from '#tests/harness/exiftool.ts'
import { made } from '../made.ts'
import { corpus } from './corpus.ts'
import { canary } from './telling.ts'

const credit = {
  creator: 'Олена <Фото>',
  creditText: 'Holos & friends',
  copyrightNotice: '© 2026',
  licence: 'CC BY 4.0',
}

/** What the credit is to exiftool. */
const ours = {
  'XMP-dc:Creator': [credit.creator],
  'XMP-photoshop:Credit': credit.creditText,
  'XMP-dc:Rights': credit.copyrightNotice,
  'XMP-xmpRights:UsageTerms': credit.licence,
}

/** What a file cannot be without: how its pixels are laid out and coded, and what exiftool adds from outside of the file. */
const layout: readonly RegExp[] = [
  /^(SourceFile|ExifTool:ExifToolVersion|System:\w+|Composite:(ImageSize|Megapixels))$/,
  /^File:(FileType|FileTypeExtension|MIMEType|ImageWidth|ImageHeight|EncodingProcess|BitsPerSample|ColorComponents|YCbCrSubSampling)$/,
  /^JFIF:(JFIFVersion|ResolutionUnit|XResolution|YResolution)$/,
  /^PNG:(ImageWidth|ImageHeight|BitDepth|ColorType|Compression|Filter|Interlace|Palette|Transparency)$/,
  /^PNG-pHYs:(PixelUnits|PixelsPerUnitX|PixelsPerUnitY)$/,
  /^RIFF:(VP8Version|HorizontalScale|VerticalScale|ImageWidth|ImageHeight|WebP_Flags|Alpha\w+|VP8LVersion)$/,
  /^(QuickTime|Meta|ItemProp|Track1):(MajorBrand|MinorVersion|CompatibleBrands|HandlerType|PrimaryItemReference|MetaImageSize|ImageSpatialExtent|ImageWidth|ImageHeight|ImagePixelDepth|AuxiliaryImageType|ColorProfiles|ColorPrimaries|TransferCharacteristics|MatrixCoefficients|VideoFullRangeFlag|MediaDataSize|MediaDataOffset|Av1Configuration\w*|AV1Configuration\w*|ChromaFormat|ChromaSamplePosition|SeqProfile|SeqLevelIdx0|SeqTier0|HighBitDepth|TwelveBit|InitialDelaySamples|MediaData|PixelAspectRatio)$/,
]

function beyondLayout(tags: Tags): string[] {
  return Object.entries(tags)
    .filter(([name]) => !layout.some((pattern) => pattern.test(name)))
    .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
}

const isMissing = await missingExiftool()
const folder = mkdtempSync(join(tmpdir(), 'holos-corpus-'))
const [uploads, copies] = [join(folder, 'uploads'), join(folder, 'copies')]

beforeAll(async () => {
  for (const path of [uploads, copies]) mkdirSync(path)
  for (const [at, [, make]] of corpus.entries()) writeFileSync(join(uploads, String(at)), await make())
  for (const [at, [name]] of corpus.entries()) await writeCopies(at, name)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function writeCopies(at: number, name: string): Promise<void> {
  const picture = await made(readFileSync(join(uploads, String(at))), { credit }).catch((error) => {
    throw new Error(`${name}: ${error.message}`)
  })
  for (const { data, extension, ...file } of [{ ...picture, name: 'main' }, ...picture.variants])
    writeFileSync(join(copies, `${at}-${file.name}.${extension}`), data)
}

const nameOf = (path: string): string => corpus[Number.parseInt(path.split('/').at(-1) ?? '', 10)]?.[0] ?? path

describe('clean-media: of what a picture hides nothing is in its public copies', () => {
  it('the corpus has at least sixty pictures of every kind that is taken', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(60)
    const kinds = new Set(corpus.map(([name]) => name.split(':')[0]))
    expect([...kinds]).toEqual(['JPEG', 'PNG', 'WebP', 'AVIF', 'GIF', 'TIFF', 'HEIC'])
  })

  it('no byte of it, in any encoding', () => {
    const written = [canary, canary.toLowerCase()].flatMap((word) => [
      Buffer.from(word),
      Buffer.from(word, 'utf16le'),
      Buffer.from(word, 'utf16le').swap16(),
      Buffer.from(Buffer.from(word).toString('hex')),
    ])
    const said = readdirSync(copies).filter((name) => {
      const file = readFileSync(join(copies, name))
      return written.some((word) => file.includes(word))
    })
    expect(said.map((name) => `${nameOf(name)} ${name}`)).toEqual([])
  })

  it.skipIf(isMissing)('exiftool finds the credit that was given, and nothing else', async () => {
    const found = await tagsIn(copies)
    expect(found.length).toBe(readdirSync(copies).length)
    const isOurs = (line: string) =>
      Object.entries(ours).some(([name, value]) => line === `${name} ${JSON.stringify(value)}`)
    const more = found.flatMap((tags) =>
      beyondLayout(tags)
        .filter((line) => !isOurs(line))
        .map((line) => `${nameOf(tags.SourceFile)}, ${tags.SourceFile}: ${line}`),
    )
    expect(more).toEqual([])
    for (const tags of found) expect(tags).toMatchObject(ours)
  })

  it.skipIf(isMissing)('and it would have found something in each of the uploads', async () => {
    const found = await tagsIn(uploads)
    const silent = found.filter((tags) => {
      const hidden = readFileSync(tags.SourceFile).includes(canary)
      return !hidden && beyondLayout(tags).length === 0
    })
    expect(silent.map(({ SourceFile }) => nameOf(SourceFile))).toEqual([])
    expect(found.length).toBe(corpus.length)
  })
})
