import { describedItem, type Item, type ItemFile, readItemFile, writeItemFile } from '#media/stamp/itemFile.ts'

/**
 * A HEIC of 64 × 48: blue, its upper left quarter red. No encoder of HEVC comes with Node, so that the coded picture is kept here; it was
 * made for these tests (x265 by libheif). The telephone around it is built below.
 */
const coded = [
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAX1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9j',
  'AAAAAERAAAEAAQAAAAABoQABAAAAAAAAAEgAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAA5waXRtAAAAAAABAAAA/Wlw',
  'cnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQAqQgEBA3AA',
  'AAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAA',
  'QAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAAAAAAAv////AAAAACAAAAEHBpeGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWB',
  'AgMFhAAAAFBtZGF0AAAARCgBrxOA5TH3/6nE/41k/x3JmTqDEKLGs+4eG/ucixBuN2S6T5Xf49wzn/VNmmCwebwfK4sFKLkzTlz9PE5JvBZe',
  'g0WA',
].join('')

export type Telephone = {
  exif?: Buffer
  xmp?: string
  icc?: Buffer
  /** Quarter turns against the clock (`irot`). */
  turns?: number
  /** 0: about a vertical axis, 1: about a horizontal one (`imir`). */
  mirror?: number
}

/** As a telephone writes it: with Exif and XMP as items, a profile and what turns the picture as properties. */
export function heic({ exif, xmp, icc, turns, mirror }: Telephone = {}): Buffer {
  const file = readItemFile(Buffer.from(coded, 'base64'))
  const described: Item[] = []
  if (exif) described.push(describedItem(50, 'Exif', '', Buffer.concat([headerDistance(exif), exif])))
  if (xmp) described.push(describedItem(51, 'mime', 'application/rdf+xml', Buffer.from(xmp)))
  const references = described.map(({ id }) => ({ type: 'cdsc', from: id, to: [1] }))
  const added = [
    ...(icc ? [box('colr', Buffer.concat([Buffer.from('prof'), icc]))] : []),
    ...(turns === undefined ? [] : [box('irot', Buffer.from([turns]))]),
    ...(mirror === undefined ? [] : [box('imir', Buffer.from([mirror]))]),
  ]
  return writeItemFile({ ...withProperties(file, added), items: [...file.items, ...described], references })
}

/** How far behind these four bytes the header of TIFF stands (ISO/IEC 23008-12, A.2.1). */
function headerDistance(exif: Buffer): Buffer {
  return Buffer.from([0, 0, 0, exif.toString('latin1', 0, 4) === 'Exif' ? 6 : 0])
}

/** Appends properties to `ipco` and names them for the one picture in `ipma`, in this order. */
function withProperties(file: ItemFile, added: readonly Buffer[]): ItemFile {
  const boxes = file.boxes.map((one) => (one.type === 'iprp' ? propertiesWith(one.body, added) : one))
  return { ...file, boxes }
}

function propertiesWith(iprp: Buffer, added: readonly Buffer[]): ItemFile['boxes'][number] {
  const split = iprp.readUInt32BE(0)
  const [present, named] = [iprp.subarray(8, split), iprp.subarray(split)]
  const count = countBoxes(present)
  // `ipma`: version and flags, one entry: the id, how many properties, an index for each of them.
  const entry = named.subarray(12 + 4)
  const indexes = [...entry.subarray(2 + 1), ...added.map((_, at) => count + at + 1)]
  const head = Buffer.concat([named.subarray(8, 16), entry.subarray(0, 2), Buffer.from([indexes.length])])
  const body = Buffer.concat([
    box('ipco', Buffer.concat([present, ...added])),
    box('ipma', Buffer.concat([head, Buffer.from(indexes)])),
  ])
  return { type: 'iprp', body, bytes: box('iprp', body) }
}

function countBoxes(bytes: Buffer): number {
  let count = 0
  for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at)) count++
  return count
}

function box(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + body.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}
