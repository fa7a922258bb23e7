import { type Face, faceLimits, rounded } from '#media/faces.ts'

/** A place in the picture, as fractions of its width and height. */
export type Point = { x: number; y: number }

/** Corners by which a region is resized: rows, then columns. */
export const corners = ['nw', 'ne', 'sw', 'se'] as const
export type Corner = (typeof corners)[number]

type Region = Omit<Face, 'id'>

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

/** Between two opposite corners, in whatever direction it was drawn; null where that is too small to be meant. */
export function drawn(id: string, from: Point, to: Point): Face | null {
  const [x, y] = [within(Math.min(from.x, to.x), 0, 1), within(Math.min(from.y, to.y), 0, 1)]
  const [right, bottom] = [within(Math.max(from.x, to.x), 0, 1), within(Math.max(from.y, to.y), 0, 1)]
  const region = { x, y, width: right - x, height: bottom - y }
  return isLargeEnough(region) ? rounded({ id, ...region }) : null
}

/** Up to the edges of the picture. */
export function moved(face: Face, by: Point): Face {
  const { width, height } = face
  return rounded({ ...face, x: within(face.x + by.x, 0, 1 - width), y: within(face.y + by.y, 0, 1 - height) })
}

/** The corner goes with the pointer, the opposite one stays; no further than the smallest region allows. */
export function resized(face: Face, corner: Corner, by: Point): Face {
  const { smallest } = faceLimits
  const [right, bottom] = [face.x + face.width, face.y + face.height]
  const left = corner.endsWith('w') ? within(face.x + by.x, 0, right - smallest) : face.x
  const top = corner.startsWith('n') ? within(face.y + by.y, 0, bottom - smallest) : face.y
  const newRight = corner.endsWith('e') ? within(right + by.x, face.x + smallest, 1) : right
  const newBottom = corner.startsWith('s') ? within(bottom + by.y, face.y + smallest, 1) : bottom
  return rounded({ ...face, x: left, y: top, width: newRight - left, height: newBottom - top })
}

/** A tenth of what is seen, around its middle: `ratio` is width by height, so that it looks square. */
export function placedAt(id: string, middle: Point, ratio: number, share: number): Face {
  const width = within(share, faceLimits.smallest, 1)
  const height = within(share * ratio, faceLimits.smallest, 1)
  const region = {
    x: within(middle.x - width / 2, 0, 1 - width),
    y: within(middle.y - height / 2, 0, 1 - height),
    width,
    height,
  }
  return rounded({ id, ...region })
}

const directions: { readonly [key: string]: Point } = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** What an arrow key makes of a region: moved, or with Shift resized at its lower right; undefined for any other key. */
export function steered(face: Face, key: string, isShift: boolean, step: number): Face | undefined {
  const direction = directions[key]
  if (!direction) return undefined
  const by = { x: direction.x * step, y: direction.y * step }
  return isShift ? resized(face, 'se', by) : moved(face, by)
}

const isLargeEnough = ({ width, height }: Region): boolean => Math.min(width, height) >= faceLimits.smallest
