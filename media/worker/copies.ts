import { type PictureCrop, pictureCrops } from '#base/pictureCopies.ts'
import { type CopyRow, copyTable } from '../limits.ts'
import type { FocalPoint } from '../look.ts'

export type Size = { width: number; height: number }
export type Area = Size & { left: number; top: number }

/** One size of one crop, in every format that the table names for it. */
export type PlannedCopy = Size & { name: string; crop: PictureCrop; area: Area; formats: CopyRow['formats'] }

/** The copies that the table demands of a picture of this size. */
export function plannedCopies(picture: Size, focalPoint: FocalPoint): PlannedCopy[] {
  return pictureCrops.flatMap((crop) => {
    const { ratio, widths, formats }: CopyRow = copyTable[crop]
    const area = ratio === null ? { ...picture, left: 0, top: 0 } : cropArea(picture, ratio, focalPoint)
    return fittingWidths(widths, area.width).map((width) => ({
      name: crop === 'whole' ? `w${width}` : `${crop}-w${width}`,
      crop,
      area,
      width,
      height: Math.max(1, Math.round((width * area.height) / area.width)),
      formats,
    }))
  })
}

/** Below this a copy of the picture's own width would hardly differ from the next smaller one. */
const leastGain = 1.2

/** Those that do not enlarge, and the picture's own width where it lies well above the last of them. */
function fittingWidths(widths: readonly number[], own: number): number[] {
  const fitting = widths.filter((width) => width <= own)
  const largest = fitting.at(-1)
  if (largest === undefined) return [own]
  const isOwnWorthIt = largest !== widths.at(-1) && own >= largest * leastGain
  return isOwnWorthIt ? [...fitting, own] : fitting
}

/** The largest part of this ratio that fits, as near to the focal point as the edges let it. */
function cropArea({ width, height }: Size, ratio: number, { x, y }: FocalPoint): Area {
  const isWider = width > height * ratio
  const crop = {
    width: isWider ? Math.max(1, Math.round(height * ratio)) : width,
    height: isWider ? height : Math.min(height, Math.max(1, Math.round(width / ratio))),
  }
  const start = (size: number, part: number, percent: number): number =>
    Math.round(Math.min(Math.max((size * percent) / 100 - part / 2, 0), size - part))
  return { ...crop, left: start(width, crop.width, x), top: start(height, crop.height, y) }
}

/** Whether these are the copies that the table demands today; which format stands for JPEG does not matter. */
export function areCurrent(picture: Size, variants: readonly { name: string; mimeType: string }[]): boolean {
  const fallback = (mimeType: string) => (mimeType === 'image/png' ? 'image/jpeg' : mimeType)
  const present = variants.map(({ name, mimeType }) => `${name} ${fallback(mimeType)}`)
  const wanted = plannedCopies(picture, { x: 50, y: 50 }).flatMap(({ name, formats }) =>
    formats.map((format) => `${name} image/${format}`),
  )
  return present.length === wanted.length && wanted.every((one) => present.includes(one))
}
