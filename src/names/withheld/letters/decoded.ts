import { domainToUnicode } from 'node:url'

/** Text as it is shown where it was written in code: percent signs, punycode, escapes of programs and of HTML. */
export function decoded(text: string): string {
  let read = text
  for (let times = 0; times < mostTimes && coded.test(read); times++) read = decodedOnce(read)
  return read.replace(punycode, (label) => domainToUnicode(label) || label)
}

/** A text that shrinks at each reading is read through after these; nobody's browser reads as often. */
const mostTimes = 4
const coded = /%[0-9a-f]{2}|[%\\]u[0-9a-f{]|&#?\w/i
const punycode = /xn--[a-z0-9-]{1,59}/giu

/** Whether there is anything to decode. */
export const isCoded = (text: string): boolean => coded.test(text)

const decodedOnce = (text: string): string =>
  text
    // Encoded any number of times over: %252525D0.
    .replace(/%(?:25)+(?=[0-9a-f]{2}|u[0-9a-f]{4})/gi, '%')
    .replace(/[%\\]u(?:([0-9a-f]{4})|\{([0-9a-f]{1,6})\})/gi, (_, short, long) => letter(short ?? long, 16))
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi, (_, hex, decimal) => letter(hex ?? decimal, hex ? 16 : 10))
    .replace(/&([a-z]{2,6});/gi, (entity, name) => entities[name.toLowerCase()] ?? entity)
    .replace(/(?:%[0-9a-f]{2})+/gi, percentDecoded)

/** What may stand inside a word without being a letter; others are signs between words as they are. */
const entities: Readonly<Record<string, string>> = {
  shy: '',
  zwj: '',
  zwnj: '',
  lrm: '',
  rlm: '',
  wbr: '',
  nbsp: ' ',
  amp: '&',
  apos: "'",
  rsquo: "'",
}

function letter(digits: string, base: number): string {
  const code = Number.parseInt(digits, base)
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
const anyUtf8 = new TextDecoder('utf-8')
const windows1251 = new TextDecoder('windows-1251')

/** Bytes of UTF-8; where they are not, what of them is, and the Cyrillic of older pages. */
function percentDecoded(encoded: string): string {
  const bytes = Buffer.from(encoded.replaceAll('%', ''), 'hex')
  try {
    return utf8.decode(bytes)
  } catch {
    return `${anyUtf8.decode(bytes)} ${windows1251.decode(bytes)}`
  }
}
