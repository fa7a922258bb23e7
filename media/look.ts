import { type Face, facesIn, faultOfFaces } from './faces.ts'
import { refusePicture } from './refusals.ts'
import { type Credit, creditOf, sameCredit } from './stamp/credit.ts'

/** In percent of the upright picture, as Payload keeps it. */
export type FocalPoint = { x: number; y: number }

/** What of a document its public files are made by. */
export type Look = { credit: Credit; focalPoint: FocalPoint; faces: readonly Face[] }

const middle = 50

export function lookOf(document: Record<string, unknown>): Look {
  const { focalX, focalY, faces } = document
  return {
    credit: creditOf(document),
    focalPoint: { x: percent(focalX), y: percent(focalY) },
    faces: facesOf(faces),
  }
}

const percent = (value: unknown): number => (typeof value === 'number' && value >= 0 && value <= 100 ? value : middle)

/** What cannot be read is refused: a region that is left out would be a face that is shown. */
function facesOf(value: unknown): Face[] {
  if (faultOfFaces(value) !== null) throw refusePicture('FACES_UNREADABLE')
  return facesIn(value)
}

export function sameLook(one: Look, other: Look): boolean {
  return sameCredit(one.credit, other.credit) && samePixels(one, other)
}

/** Apart from the credit, which is exchanged in the containers. */
export function samePixels(one: Look, other: Look): boolean {
  return (
    one.focalPoint.x === other.focalPoint.x &&
    one.focalPoint.y === other.focalPoint.y &&
    sameFaces(one.faces, other.faces)
  )
}

export function sameFaces(one: readonly Face[], other: readonly Face[]): boolean {
  return coversAll(one, other) && coversAll(other, one)
}

/** Whether each of these regions lies inside one that is covered. */
export function coversAll(covered: readonly Face[], regions: readonly Face[]): boolean {
  return regions.every((region) => covered.some((cover) => isInside(region, cover)))
}

/** Numbers that went through a database and a browser. */
const smallest = 1e-9

function isInside(region: Face, cover: Face): boolean {
  return (
    region.x >= cover.x - smallest &&
    region.y >= cover.y - smallest &&
    region.x + region.width <= cover.x + cover.width + smallest &&
    region.y + region.height <= cover.y + cover.height + smallest
  )
}
