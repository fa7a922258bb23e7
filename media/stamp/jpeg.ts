const startOfScan = 0xda
const app0 = 0xe0
const app1 = 0xe1
const namespace = Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1')
/** A segment says its length, itself included, in 16 bits. */
const longest = 0xffff - 2 - namespace.length

type Segment = { marker: number; bytes: Buffer }

/** JPEG: XMP is an APP1 segment of its own, which stands behind JFIF's (XMP Specification, Part 3, 1.1.3). */
export function stampJpeg(file: Buffer, xmp: string | null): Buffer {
  const { segments, rest } = segmentsOf(file)
  const others = segments.filter((one) => !isXmp(one))
  const at = others[0]?.marker === app0 ? 1 : 0
  const added = xmp === null ? [] : [xmpSegment(xmp)]
  const parts = [
    ...others.slice(0, at).map(({ bytes }) => bytes),
    ...added,
    ...others.slice(at).map(({ bytes }) => bytes),
  ]
  return Buffer.concat([file.subarray(0, 2), ...parts, rest])
}

/** What stands before the scan, and everything from there on. */
function segmentsOf(file: Buffer): { segments: Segment[]; rest: Buffer } {
  const segments: Segment[] = []
  let at = 2
  while (file.readUInt8(at) === 0xff && file.readUInt8(at + 1) !== startOfScan) {
    const end = at + 2 + file.readUInt16BE(at + 2)
    segments.push({ marker: file.readUInt8(at + 1), bytes: file.subarray(at, end) })
    at = end
  }
  return { segments, rest: file.subarray(at) }
}

function isXmp({ marker, bytes }: Segment): boolean {
  return marker === app1 && bytes.subarray(4, 4 + namespace.length).equals(namespace)
}

function xmpSegment(xmp: string): Buffer {
  const packet = Buffer.from(xmp)
  if (packet.length > longest) throw new RangeError('The credit does not fit into a JPEG.')
  const head = Buffer.from([0xff, app1, 0, 0])
  head.writeUInt16BE(2 + namespace.length + packet.length, 2)
  return Buffer.concat([head, namespace, packet])
}
