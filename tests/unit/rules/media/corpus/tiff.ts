/** An entry of a directory (TIFF 6.0, section 2): its tag and one kind of value. */
export type Entry = { tag: number } & (
  | { text: string }
  | { bytes: Buffer }
  | { short: number[] }
  | { long: number[] }
  | { rational: [number, number][] }
  /** A directory elsewhere, to which the entry points. */
  | { directory: Entry[] }
  /** Bytes elsewhere, to which the entry points. */
  | { pointsTo: Buffer }
)

/** A TIFF, little endian, of these directories, one behind the other: a file, or what Exif is. */
export function tiff(...directories: Entry[][]): Buffer {
  const head = Buffer.from('II*\0\x08\0\0\0', 'latin1')
  return Buffer.concat([head, chain(directories, head.length)])
}

/** A file of one page. */
export function tiffPicture(width: number, height: number, entries: Entry[]): Buffer {
  return tiff(page(width, height, entries))
}

/** A picture without compression, and what else is said of it. */
export function page(width: number, height: number, entries: Entry[]): Entry[] {
  const pixels = Buffer.alloc(width * height * 3, 120)
  return [
    { tag: 0x0100, short: [width] },
    { tag: 0x0101, short: [height] },
    { tag: 0x0102, short: [8, 8, 8] },
    { tag: 0x0103, short: [1] },
    { tag: 0x0106, short: [2] },
    { tag: 0x0111, pointsTo: pixels },
    { tag: 0x0115, short: [3] },
    { tag: 0x0116, short: [height] },
    { tag: 0x0117, long: [pixels.length] },
    ...entries,
  ]
}

export const gps = (latitude: [number, number], longitude: [number, number]): Entry => ({
  tag: 0x8825,
  directory: [
    { tag: 1, text: 'N' },
    {
      tag: 2,
      rational: [
        [latitude[0], 1],
        [latitude[1], 1],
        [0, 1],
      ],
    },
    { tag: 3, text: 'E' },
    {
      tag: 4,
      rational: [
        [longitude[0], 1],
        [longitude[1], 1],
        [0, 1],
      ],
    },
  ],
})

function chain([first, ...others]: Entry[][], start: number): Buffer {
  const made = directory(first ?? [], start)
  if (others.length === 0) return made
  const next = start + made.length
  made.writeUInt32LE(next, 2 + (first ?? []).length * 12)
  return Buffer.concat([made, chain(others, next)])
}

function directory(entries: Entry[], start: number): Buffer {
  const sorted = [...entries].sort((one, other) => one.tag - other.tag)
  const head = Buffer.alloc(2 + sorted.length * 12 + 4)
  head.writeUInt16LE(sorted.length)
  const parts = [head]
  let end = start + head.length
  sorted.forEach((entry, at) => {
    const { type, count, data, isElsewhere } = fieldOf(entry, end)
    const place = 2 + at * 12
    head.writeUInt16LE(entry.tag, place)
    head.writeUInt16LE(type, place + 2)
    head.writeUInt32LE(count, place + 4)
    if (!isElsewhere && data.length <= 4) {
      data.copy(head, place + 8)
      return
    }
    head.writeUInt32LE(end, place + 8)
    const even = Buffer.concat([data, Buffer.alloc(data.length % 2)])
    parts.push(even)
    end += even.length
  })
  return Buffer.concat(parts)
}

function fieldOf(entry: Entry, at: number): { type: number; count: number; data: Buffer; isElsewhere?: boolean } {
  if ('text' in entry) return { type: 2, count: entry.text.length + 1, data: Buffer.from(`${entry.text}\0`, 'latin1') }
  if ('bytes' in entry) return { type: 7, count: entry.bytes.length, data: entry.bytes }
  if ('short' in entry)
    return { type: 3, count: entry.short.length, data: Buffer.from(Uint16Array.from(entry.short).buffer) }
  if ('long' in entry)
    return { type: 4, count: entry.long.length, data: Buffer.from(Uint32Array.from(entry.long).buffer) }
  if ('rational' in entry)
    return { type: 5, count: entry.rational.length, data: Buffer.from(Uint32Array.from(entry.rational.flat()).buffer) }
  if ('directory' in entry) return { type: 4, count: 1, data: directory(entry.directory, at), isElsewhere: true }
  return { type: 4, count: 1, data: entry.pointsTo, isElsewhere: true }
}
