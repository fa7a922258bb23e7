/** A file of items (HEIF, ISO/IEC 23008-12; AVIF and HEIC are such): pictures, and what describes them. */
export type ItemFile = {
  /** `ftyp`, as it stands. */
  brands: Buffer
  /** Boxes of `meta` in their order; those that say where the items are (`iloc`, `iinf`, `iref`) are made anew. */
  boxes: Box[]
  items: Item[]
  references: Reference[]
}

export type Item = { id: number; type: string; contentType: string; info: Buffer; data: Buffer }
type Reference = { type: string; from: number; to: number[] }
type Box = { type: string; bytes: Buffer; body: Buffer }

/** Reads a file whose boxes have sizes of 32 bits. Throws where something lies outside of the file. */
export function readItemFile(file: Buffer): ItemFile {
  const top = boxesIn(file)
  const meta = boxNamed(top, 'meta')
  const boxes = boxesIn(meta.body.subarray(4))
  const places = placesIn(boxNamed(boxes, 'iloc').body)
  const held = boxes.find(({ type }) => type === 'idat')?.body
  const items = boxesIn(boxNamed(boxes, 'iinf').body.subarray(itemCountEnd(boxNamed(boxes, 'iinf').body)))
    .filter(({ type }) => type === 'infe')
    .map((box) => readItem(box, places, file, held))
  const references = boxes.find(({ type }) => type === 'iref')
  return {
    brands: boxNamed(top, 'ftyp').bytes,
    boxes: boxes.filter(({ type }) => type !== 'idat'),
    items,
    references: references ? referencesIn(references.body) : [],
  }
}

/** The same items behind one another in one `mdat`; their bytes are not touched. */
export function writeItemFile({ brands, boxes, items, references }: ItemFile): Buffer {
  const made: Readonly<Record<string, (start: number) => Buffer>> = {
    iloc: (start) => writtenPlaces(items, start),
    iinf: () => writtenItems(items),
    iref: () => writtenReferences(references),
  }
  const names = boxes.map(({ type }) => type)
  const all = names.includes('iref') || references.length === 0 ? names : [...names, 'iref']
  const metaAt = (start: number) =>
    box('meta', Buffer.alloc(4), ...all.map((type, at) => made[type]?.(start) ?? boxes[at]?.bytes ?? Buffer.alloc(0)))
  const start = brands.length + metaAt(0).length + 8
  return Buffer.concat([brands, metaAt(start), box('mdat', ...items.map(({ data }) => data))])
}

/** `infe` of version 2 for an item that is no picture. */
export function describedItem(id: number, type: string, contentType: string, data: Buffer): Item {
  const head = Buffer.alloc(8)
  head.writeUInt8(2, 0)
  // Hidden: not to be shown as a picture.
  head.writeUInt8(1, 3)
  head.writeUInt16BE(id, 4)
  const words = Buffer.from(`${type}\0${contentType === '' ? '' : `${contentType}\0`}`, 'latin1')
  return { id, type, contentType, info: box('infe', head, words), data }
}

function boxesIn(bytes: Buffer): Box[] {
  const found: Box[] = []
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at)
    // 0: to the end of the file.
    const end = size === 0 ? bytes.length : at + size
    if (end < at + 8 || end > bytes.length) throw new RangeError('A box lies outside of its file.')
    const type = bytes.toString('latin1', at + 4, at + 8)
    found.push({ type, bytes: bytes.subarray(at, end), body: bytes.subarray(at + 8, end) })
    at = end
  }
  return found
}

function boxNamed(boxes: readonly Box[], name: string): Box {
  const found = boxes.find(({ type }) => type === name)
  if (!found) throw new RangeError(`The file has no box ${name}.`)
  return found
}

const itemCountEnd = (body: Buffer): number => (body.readUInt8(0) === 0 ? 6 : 8)

type Place = { isHeld: boolean; extents: { offset: number; length: number }[] }

/** `iloc` of the versions 0 to 2: four sizes of four bits, then the items. */
function placesIn(body: Buffer): Map<number, Place> {
  const version = body.readUInt8(0)
  const [offsets, lengths] = [body.readUInt8(4) >> 4, body.readUInt8(4) & 15]
  const [bases, indexes] = [body.readUInt8(5) >> 4, version === 0 ? 0 : body.readUInt8(5) & 15]
  let at = 6
  const next = (size: number): number => {
    at += size
    return size === 0 ? 0 : size > 6 ? Number(body.readBigUInt64BE(at - size)) : body.readUIntBE(at - size, size)
  }
  const wide = version === 2 ? 4 : 2
  const places = new Map<number, Place>()
  for (let left = next(wide); left > 0; left--) {
    const id = next(wide)
    const method = version === 0 ? 0 : next(2) & 15
    next(2)
    const base = next(bases)
    const extents = Array.from({ length: next(2) }, () => {
      next(indexes)
      return { offset: base + next(offsets), length: next(lengths) }
    })
    places.set(id, { isHeld: method === 1, extents })
  }
  return places
}

function readItem({ bytes, body }: Box, places: ReadonlyMap<number, Place>, file: Buffer, held?: Buffer): Item {
  const wide = body.readUInt8(0) >= 3 ? 4 : 2
  const id = body.readUIntBE(4, wide)
  const type = body.toString('latin1', 6 + wide, 10 + wide)
  const [, contentType = ''] = body.toString('latin1', 10 + wide).split('\0')
  const place = places.get(id)
  const source = (place?.isHeld ? held : file) ?? Buffer.alloc(0)
  const parts = (place?.extents ?? []).map(({ offset, length }) => {
    if (offset + length > source.length) throw new RangeError('An item lies outside of its file.')
    return source.subarray(offset, offset + length)
  })
  return { id, type, contentType, info: bytes, data: Buffer.concat(parts) }
}

function referencesIn(body: Buffer): Reference[] {
  const wide = body.readUInt8(0) === 0 ? 2 : 4
  return boxesIn(body.subarray(4)).map(({ type, body }) => ({
    type,
    from: body.readUIntBE(0, wide),
    to: Array.from({ length: body.readUInt16BE(wide) }, (_, at) => body.readUIntBE(wide + 2 + at * wide, wide)),
  }))
}

function box(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + body.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255])

/** Version 0: offsets and lengths of 32 bits, no base, one extent each. */
function writtenPlaces(items: readonly Item[], start: number): Buffer {
  let at = start
  const rows = items.map(({ id, data }) => {
    const extent = Buffer.alloc(8)
    extent.writeUInt32BE(at, 0)
    extent.writeUInt32BE(data.length, 4)
    at += data.length
    return Buffer.concat([u16(id), u16(0), u16(1), extent])
  })
  return box('iloc', Buffer.from([0, 0, 0, 0, 0x44, 0]), u16(items.length), ...rows)
}

function writtenItems(items: readonly Item[]): Buffer {
  return box('iinf', Buffer.alloc(4), u16(items.length), ...items.map(({ info }) => info))
}

function writtenReferences(references: readonly Reference[]): Buffer {
  if (references.length === 0) return Buffer.alloc(0)
  const rows = references.map(({ type, from, to }) => box(type, u16(from), u16(to.length), ...to.map(u16)))
  return box('iref', Buffer.alloc(4), ...rows)
}
