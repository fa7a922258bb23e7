import { isObject } from '#base/isObject.ts'

/**
 * A face that is covered in every public file. Fractions 0 to 1 of the upright picture, `x` and `y` its upper left corner. A picture
 * without any holds null or an empty list.
 */
export type Face = { id: string; x: number; y: number; width: number; height: number }

/** `smallest` is the least width and height: less covers nothing that could be recognised, and nobody could see or grasp it. */
export const faceLimits = { most: 100, smallest: 0.015, longestId: 36 } as const

/** Why a value is not taken: the messages `media.faces.fault`. */
export type FaceFault = 'NOT_A_LIST' | 'TOO_MANY' | 'NOT_A_FACE' | 'OUTSIDE' | 'TOO_SMALL' | 'SAME_ID'

/** What is wrong with what a form or a request says of faces; null where it can be kept. An id that is missing is made. */
export function faultOfFaces(value: unknown): FaceFault | null {
  if (value === null || value === undefined) return null
  if (!Array.isArray(value)) return 'NOT_A_LIST'
  if (value.length > faceLimits.most) return 'TOO_MANY'
  if (!value.every(isRegion)) return 'NOT_A_FACE'
  if (!value.every(isInside)) return 'OUTSIDE'
  if (value.some(isTooSmall)) return 'TOO_SMALL'
  const ids = value.flatMap(({ id }) => id ?? [])
  return new Set(ids).size < ids.length ? 'SAME_ID' : null
}

/**
 * The faces that a document holds, as they are kept: rounded, each with an id. What cannot be kept is none; one that was kept while smaller
 * ones were taken stays covered, and counts for no face.
 */
export function facesIn(value: unknown): Face[] {
  const fault = faultOfFaces(value)
  if ((fault !== null && fault !== 'TOO_SMALL') || !Array.isArray(value)) return []
  // `faultOfFaces` has looked at each.
  return value
    .filter(({ width, height }) => width > 0 && height > 0)
    .map((region: Region) => rounded({ ...region, id: region.id ?? newFaceId() }))
}

/** Steps of a side: a face of a picture of 10,000 pixels is kept to the pixel. */
const steps = 10_000
/** What sums of fractions are off by, in steps. */
const noise = 1e-6

/** Outwards, so that nothing of a face is left uncovered. */
export function rounded({ id, x, y, width, height }: Face): Face {
  const [left, top] = [downwards(x), downwards(y)]
  const [right, bottom] = [upwards(x + width), upwards(y + height)]
  return { id, x: left / steps, y: top / steps, width: (right - left) / steps, height: (bottom - top) / steps }
}

const downwards = (fraction: number): number => Math.max(0, Math.floor(fraction * steps + noise))
const upwards = (fraction: number): number => Math.min(steps, Math.ceil(fraction * steps - noise))

/** A UUID, in a browser that reaches the studio by plain HTTP too, where `randomUUID` is missing. */
export function newFaceId(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

type Region = Omit<Face, 'id'> & { id?: string }

function isRegion(value: unknown): value is Region {
  if (!isObject(value)) return false
  const { id, x, y, width, height, ...others } = value
  return (id === undefined || isId(id)) && [x, y, width, height].every(isNumber) && Object.keys(others).length === 0
}

const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)
const isId = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= faceLimits.longestId && /^[\w-]+$/.test(value)

function isInside({ x, y, width, height }: Region): boolean {
  const slack = noise / steps
  return x >= 0 && y >= 0 && x + width <= 1 + slack && y + height <= 1 + slack && width <= 1 && height <= 1
}

export const isTooSmall = ({ width, height }: Pick<Face, 'width' | 'height'>): boolean =>
  Math.min(width, height) < faceLimits.smallest
