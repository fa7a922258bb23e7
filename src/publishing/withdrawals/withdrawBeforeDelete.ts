import type {
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'
import { refOf } from '#record/record.ts'
import { documentTypes } from '#record/shape.ts'
import { publishAsOf } from '../form/publishAs.ts'
import { formOf, publicRow } from '../log/log.ts'
import { forgetOverrides } from '../overrides/overrides.ts'
import { withdraw } from '../publish.ts'
import type { RequestScope } from '../requestScope.ts'
import { keepNames, releaseNames } from '../withheld/keptNames.ts'
import { workingCopiesOf } from '../workingCopy.ts'

/**
 * Deleting or trashing withdraws first, inside the same request: where there are transactions both
 * happen or neither; where there are none a crash in between leaves a withdrawn working copy, never
 * a public document that nobody can reach any more.
 */
export const withdrawBeforeDelete: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  if (collection.slug === 'people' && typeof id === 'string')
    await keepNamesOfDeleted({ payload: req.payload, req }, id)
  await withdrawn(collection.slug, id, req)
}

/** Once more when it is gone: a publish that had read the working copy may have come in between. */
export const withdrawAfterDelete: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  await withdrawn(collection.slug, id, req)
  const type = documentTypes.find((one) => one === collection.slug)
  if (type) await forgetOverrides({ payload: req.payload, req }, refOf(type, String(id)))
}

export const withdrawBeforeTrash: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  if (data.deletedAt && !originalDoc?.deletedAt) await withdrawn(collection.slug, originalDoc?.id, req)
  return data
}

/** A name that is withheld when a person is deleted is withheld from then on. */
async function keepNamesOfDeleted(scope: RequestScope, id: string): Promise<void> {
  const [copy] = await workingCopiesOf(scope, 'people', [id])
  if (!copy) return
  if (publishAsOf(copy) !== 'full') await keepNames(scope, copy)
  else await releaseNames(scope, copy, formOf(await publicRow(scope, refOf('people', id))))
}

async function withdrawn(slug: string, id: unknown, req: PayloadRequest): Promise<void> {
  const type = documentTypes.find((one) => one === slug)
  // Whoever may delete has been asked already; the hook acts for the studio.
  if (type && typeof id === 'string') await withdraw({ payload: req.payload, req, key: refOf(type, id) })
}
