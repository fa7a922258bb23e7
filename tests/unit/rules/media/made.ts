import type { Look } from '#media/look.ts'
import { pictureTypeOf } from '#media/originals/signature.ts'
import { type MadePicture, makePicture } from '#media/worker/makePicture.ts'

/** What the process of its own does, here: the rules of a picture without the second that a process takes. */
export function made(bytes: Buffer, look: Partial<Look> = {}): Promise<MadePicture> {
  return makePicture(bytes, pictureTypeOf(bytes), { credit: {}, focalPoint: { x: 50, y: 50 }, faces: [], ...look })
}
