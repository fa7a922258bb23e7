import exifReader from 'exifreader'

/**
 * What an original would have told whoever got it. Kept for the words that editors read and for nothing else: places are rounded to a
 * hundredth of a degree (about a kilometre), texts are cut short; the sealed original holds the rest.
 */
export type Told = {
  place?: { latitude: number; longitude: number }
  /** EDTF, the day as the camera's clock had it. */
  takenOn?: string
  device?: string
  software?: string
  serials?: string[]
  /** Names that stand as maker, owner or shown. */
  people?: string[]
  /** Titles, captions, keywords, names of places. */
  words?: string[]
}

/** Tags of EXIF, IPTC, XMP and PNG by what they tell. */
const tags = {
  takenOn: ['DateTimeOriginal', 'DateTimeDigitized', 'DateCreated', 'Date Created', 'CreateDate', 'DateTime'],
  make: ['Make'],
  model: ['Model'],
  software: ['Software', 'CreatorTool', 'HostComputer'],
  serials: ['BodySerialNumber', 'LensSerialNumber', 'SerialNumber', 'InternalSerialNumber', 'ImageUniqueID'],
  people: [
    'Artist',
    'CameraOwnerName',
    'OwnerName',
    'XPAuthor',
    'By-line',
    'creator',
    'PersonInImage',
    'Author',
    'Writer/Editor',
  ],
  words: [
    ...['ImageDescription', 'XPTitle', 'XPComment', 'XPSubject', 'XPKeywords', 'UserComment'],
    ...['Object Name', 'Headline', 'Caption/Abstract', 'Keywords', 'City', 'Sub-location', 'Province/State'],
    ...['title', 'description', 'subject', 'Location', 'Title', 'Description', 'Comment'],
  ],
} as const

type Described = { description?: unknown; value?: unknown }
type Groups = Record<string, Record<string, Described | Described[] | undefined> | undefined>

const groups = ['exif', 'iptc', 'xmp', 'png', 'pngText'] as const

/** Null where it tells nothing, or nothing that can be read. */
export function toldBy(original: Uint8Array): Told | null {
  const found = readTags(original)
  if (!found) return null
  const read = (names: readonly string[]) => textsOf(found, names)
  const told: Told = {
    place: placeOf(found),
    takenOn: read(tags.takenOn).map(dayOf).find(Boolean),
    device: deviceOf(read(tags.make)[0], read(tags.model)[0]),
    software: read(tags.software)[0],
    serials: read(tags.serials),
    people: read(tags.people),
    words: read(tags.words),
  }
  const said = Object.entries(told).filter(
    ([, value]) => value !== undefined && (!Array.isArray(value) || value.length > 0),
  )
  return said.length > 0 ? Object.fromEntries(said) : null
}

function readTags(original: Uint8Array): Groups | null {
  try {
    // The library types each tag by itself; here every tag is something with a description, or several.
    return exifReader.load(Buffer.from(original), { expanded: true }) as unknown as Groups
  } catch {
    // Metadata that a reader cannot make out: the pipeline decides whether the picture is usable.
    return null
  }
}

const most = 6
const longest = 120

function textsOf(found: Groups, names: readonly string[]): string[] {
  const texts = names.flatMap((name) =>
    groups.flatMap((group) => [found[group]?.[name] ?? []].flat().map(({ description }) => lineOf(description))),
  )
  return [...new Set(texts.filter((text) => text !== ''))].slice(0, most)
}

function lineOf(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  const line = String(value).normalize('NFC').replace(/\s+/g, ' ').replace(/\p{C}/gu, '').trim()
  const letters = [...line]
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : line
}

/** EXIF writes `2018:05:21 10:03:22`, XMP and IPTC `2018-05-21…`. */
function dayOf(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[:-]?(\d{2})[:-]?(\d{2})/.exec(text) ?? []
  const isDay =
    Number(year) > 1800 && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
  return isDay ? `${year}-${month}-${day}` : undefined
}

/** Many makers stand in the name of their models already. */
function deviceOf(make = '', model = ''): string | undefined {
  const name = model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`
  return name.trim() || undefined
}

function placeOf({ gps, xmp }: Groups): Told['place'] {
  // The library's own sum of degrees, minutes and seconds; its type is hidden by `Groups`.
  const { Latitude, Longitude } = (gps ?? {}) as { Latitude?: unknown; Longitude?: unknown }
  const latitude = degrees(Latitude) ?? degreesOfXmp(xmp?.GPSLatitude)
  const longitude = degrees(Longitude) ?? degreesOfXmp(xmp?.GPSLongitude)
  if (latitude === undefined || longitude === undefined) return undefined
  return { latitude: rounded(latitude), longitude: rounded(longitude) }
}

function degrees(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 180 ? value : undefined
}

/** `45,2.5N`, or `45,2,30N` (XMP Specification, Part 2, GPSCoordinate). */
function degreesOfXmp(tag: Described | Described[] | undefined): number | undefined {
  const [, whole, minutes = '0', seconds = '0', side = ''] =
    /^(\d+),([\d.]+)(?:,([\d.]+))?([NSEW])$/.exec(String([tag ?? {}].flat()[0]?.value ?? '')) ?? []
  if (whole === undefined) return undefined
  const sum = Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600
  return degrees('SW'.includes(side) ? -sum : sum)
}

const rounded = (value: number): number => Math.round(value * 100) / 100
