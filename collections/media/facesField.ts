import { isDeepStrictEqual } from 'node:util'
import type { CollectionBeforeOperationHook, JSONField } from 'payload'
import { faceLimits, facesIn, faultOfFaces } from '#media/faces.ts'
import { message } from '#messages/message.ts'
import { languageOf } from '#messages/refused.ts'
import { deskParts } from '../fields/deskParts.ts'

/** Regions of the picture that public files cover, marked by hand. */
export const facesField: JSONField = {
  name: 'faces',
  type: 'json',
  validate: (value, { req }) => {
    const fault = faultOfFaces(value)
    const values = { most: faceLimits.most, smallest: faceLimits.smallest * 100 }
    return fault === null || message(languageOf(req), `media.faces.fault.${fault}`, values)
  },
  // What cannot be kept stays as it came, for the validation to refuse.
  hooks: { beforeValidate: [({ value }) => (Array.isArray(value) && !faultOfFaces(value) ? facesIn(value) : value)] },
  admin: {
    disableBulkEdit: true,
    disableListColumn: true,
    disableListFilter: true,
    components: { Field: deskParts.faces, Diff: deskParts.facesDifference },
  },
}

/** What is read of an update's arguments; Payload's own type is a union of all operations. */
type Arguments = { id?: string | number; data?: Record<string, unknown> }

/**
 * beforeOperation, before the picture is taken: faces were marked in the file that is there. In another file they would cover what is no
 * face, so that nobody is asked again: they go, unless the request that brings the file marks others.
 */
export const forgetFacesOfFormerFile: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  // The union of all operations is not narrowed by the operation's name.
  const { id, data } = args as unknown as Arguments
  if (operation !== 'update' || !req.file || !id || !data) return args
  const present = await req.payload.db.findOne<{ id: string; faces?: unknown }>({
    collection: 'media',
    where: { id: { equals: id } },
    req,
  })
  const isMarkedAnew = data.faces !== undefined && !isDeepStrictEqual(data.faces, present?.faces ?? null)
  if (!isMarkedAnew) data.faces = null
  return args
}
