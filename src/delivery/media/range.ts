/** First and last byte, both inside the file. */
export type ByteRange = { start: number; end: number }

/**
 * One range of a `Range` header (RFC 9110, 14.2). Null where the whole file is the answer: no
 * header, another unit, several ranges, nonsense. `unsatisfiable` where the range lies outside.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  const [, first = '', last = ''] = match
  const range =
    first === ''
      ? { start: Math.max(0, size - Number(last)), end: size - 1 }
      : { start: Number(first), end: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null
  return range.start < size && range.start <= range.end ? range : 'unsatisfiable'
}
