import { type Entry, gps, tiff } from './tiff.ts'

/** Stands in every hidden corner of every picture of the corpus, and may be in no public file, in no encoding. */
export const canary = 'CANARY-4503N3410E'
export const utf16 = Buffer.from(canary, 'utf16le')

export const xmp =
  '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF' +
  ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""' +
  ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/"' +
  ` exif:GPSLatitude="45,2N" exif:GPSLongitude="34,6E"><dc:subject><rdf:Bag><rdf:li>${canary}</rdf:li></rdf:Bag>` +
  '</dc:subject></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'

/** Record 2 of IPTC's IIM: keywords and caption. */
const dataset = (number: number, text: string) =>
  Buffer.concat([Buffer.from([0x1c, 2, number, 0, text.length]), Buffer.from(text)])
export const iptc = Buffer.concat([dataset(25, canary), dataset(120, canary), dataset(80, canary)])

export const photoshopResource = Buffer.concat([
  Buffer.from('8BIM\x04\x04\0\0\0\0', 'latin1'),
  Buffer.from([iptc.length >> 8, iptc.length & 255]),
  iptc,
  Buffer.alloc(iptc.length % 2),
])

export const describing: Entry[] = [
  { tag: 0x010e, text: canary },
  { tag: 0x010f, text: 'Apple' },
  { tag: 0x0110, text: canary },
  { tag: 0x0131, text: canary },
  { tag: 0x013b, text: canary },
  { tag: 0x8298, text: canary },
  { tag: 0x9c9b, bytes: utf16 },
  { tag: 0x9c9c, bytes: utf16 },
]

const exifDirectory = (...more: Entry[]): Entry => ({
  tag: 0x8769,
  directory: [
    { tag: 0x9003, text: '2018:05:21 06:00:00' },
    { tag: 0x9286, bytes: Buffer.from(`ASCII\0\0\0${canary}`) },
    { tag: 0xa420, text: canary },
    { tag: 0xa430, text: canary },
    { tag: 0xa431, text: canary },
    ...more,
  ],
})

const makerNote: Entry = { tag: 0x927c, bytes: Buffer.from(`Apple iOS\0\0\x01MM\0\x01${canary}`, 'latin1') }

/** Exif as a block: what it tells, and what may be told beside. */
export const exif = {
  texts: () => tiff(describing),
  place: () => tiff([...describing, gps([45, 2], [34, 6])]),
  camera: () => tiff([...describing, exifDirectory()]),
  makerNote: () => tiff([...describing, exifDirectory(makerNote), gps([45, 2], [34, 6])]),
  thumbnail: (jpeg: Buffer) =>
    tiff(
      [...describing, gps([45, 2], [34, 6])],
      [
        { tag: 0x0103, short: [6] },
        { tag: 0x0201, pointsTo: jpeg },
        { tag: 0x0202, long: [jpeg.length] },
      ],
    ),
  turned: (orientation: number) => tiff([...describing, { tag: 0x0112, short: [orientation] }]),
}
