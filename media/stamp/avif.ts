import { describedItem, readItemFile, writeItemFile } from './itemFile.ts'

const xmpType = 'application/rdf+xml'

/** AVIF: XMP is an item of its own, which says by a reference `cdsc` what it describes (ISO/IEC 23008-12, 6.6). */
export function stampAvif(bytes: Buffer, xmp: string | null): Buffer {
  const file = readItemFile(bytes)
  const gone = new Set(file.items.filter(({ contentType }) => contentType === xmpType).map(({ id }) => id))
  const items = file.items.filter(({ id }) => !gone.has(id))
  const references = file.references.filter(({ from }) => !gone.has(from))
  if (xmp === null) return writeItemFile({ ...file, items, references })
  const id = Math.max(...items.map((item) => item.id)) + 1
  return writeItemFile({
    ...file,
    items: [...items, describedItem(id, 'mime', xmpType, Buffer.from(xmp))],
    references: [...references, { type: 'cdsc', from: id, to: [primaryItem(file.boxes)] }],
  })
}

function primaryItem(boxes: ReturnType<typeof readItemFile>['boxes']): number {
  const primary = boxes.find(({ type }) => type === 'pitm')
  if (!primary) throw new RangeError('The file names no picture.')
  return primary.body.readUInt8(0) === 0 ? primary.body.readUInt16BE(4) : primary.body.readUInt32BE(4)
}
