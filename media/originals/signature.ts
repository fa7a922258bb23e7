import { type PictureRefusal, refusePicture } from '../refusals.ts'
import { isCameraRaw } from './location.ts'

export type PictureType = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'tiff' | 'heic'

type Signature = { test: (head: string, bytes: Uint8Array) => boolean } & (
  | { type: PictureType }
  | { refusal: PictureRefusal }
)

/** What the first bytes say: the name and the type that came with the upload are only claims. */
const signatures: readonly Signature[] = [
  { type: 'jpeg', test: (head) => head.startsWith('\xff\xd8\xff') },
  { type: 'png', test: (head) => head.startsWith('\x89PNG\r\n\x1a\n') },
  { type: 'gif', test: (head) => /^GIF8[79]a/.test(head) },
  { type: 'webp', test: (head) => /^RIFF[\s\S]{4}WEBP/.test(head) },
  { type: 'avif', test: (head) => brandsOf(head).some((brand) => /^avi[fs]$/.test(brand)) },
  { type: 'heic', test: (head) => brandsOf(head).some((brand) => /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand)) },
  { refusal: 'PICTURE_IS_RAW', test: (head, bytes) => isTiff(head) && isCameraRaw(bytes) },
  { type: 'tiff', test: isTiff },
  { refusal: 'RECORDING_NOT_TAKEN', test: (head) => head.slice(4, 8) === 'ftyp' },
  { refusal: 'RECORDING_NOT_TAKEN', test: (head) => recordings.some((start) => head.startsWith(start)) },
  { refusal: 'RECORDING_NOT_TAKEN', test: (head) => /^RIFF[\s\S]{4}(WAVE|AVI )/.test(head) },
  { refusal: 'PICTURE_IS_SVG', test: (_, bytes) => looksLikeSvg(bytes) },
]

// MP3 (tagged, and five bare frames), Ogg, FLAC, Matroska and WebM.
const recordings = ['ID3', '\xff\xfb', '\xff\xf3', '\xff\xf2', '\xff\xfa', '\xff\xf1', 'OggS', 'fLaC', '\x1aE\xdf\xa3']

function isTiff(head: string): boolean {
  return head.startsWith('II*\0') || head.startsWith('MM\0*')
}

/** The type of a picture, by its bytes. Throws a refusal that says what the file is instead. */
export function pictureTypeOf(bytes: Uint8Array): PictureType {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  const found = signatures.find(({ test }) => test(head, bytes))
  if (found && 'type' in found) return found.type
  throw refusePicture(found?.refusal ?? 'PICTURE_TYPE_UNKNOWN')
}

/** Brands of an ISO base media file (`ftyp`): the main one at 8, compatible ones from 16 on. */
function brandsOf(head: string): string[] {
  if (head.slice(4, 8) !== 'ftyp') return []
  return [head.slice(8, 12), ...(head.slice(16).match(/[\s\S]{4}/g) ?? [])]
}

function looksLikeSvg(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4096))
  const text = start[1] === 0 || start[0] === 0xff ? start.toString('utf16le') : start.toString('utf8')
  return /<svg[\s>:]|<!DOCTYPE\s+svg/i.test(text)
}
