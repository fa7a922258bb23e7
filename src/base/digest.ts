import { createHash } from 'node:crypto'
import { isObject } from './isObject.ts'

/**
 * JSON with sorted keys and without `undefined`, so that equal values have equal bytes on every
 * database and machine. Every hash of the public record is taken over this text.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value))
}

/** SHA-256 of UTF-8 text or bytes, 64 hex digits: what `sha256sum` prints. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/**
 * Digest of one field's words, 16 hex digits. Two texts that differ only in Unicode normalization
 * have one digest; block keys (`$`) and other editor state do not count.
 */
export function digestOf(words: unknown): string {
  return sha256(canonicalJson(normalized(words))).slice(0, 16)
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => sorted(item ?? null))
  if (!isObject(value)) return value
  const keys = Object.keys(value).filter((key) => value[key] !== undefined)
  return Object.fromEntries(keys.sort().map((key) => [key, sorted(value[key])]))
}

function normalized(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').trim()
  if (Array.isArray(value)) return value.map(normalized)
  if (!isObject(value)) return value
  const keys = Object.keys(value).filter((key) => key !== '$')
  return Object.fromEntries(keys.map((key) => [key, normalized(value[key])]))
}
