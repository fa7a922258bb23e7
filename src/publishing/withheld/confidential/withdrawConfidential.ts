import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { afterCommit } from '#database/locks/afterCommit.ts'
import { refOf } from '#record/record.ts'
import { withdraw } from '../../publish.ts'

/** A source that becomes confidential is withdrawn inside the same save. What cites it is served without it from then on. */
export const withdrawConfidential: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  if (isConfidential(collection, data) && originalDoc)
    await withdraw({ payload: req.payload, req, key: refOf('sources', originalDoc.id) })
  return data
}

/** Once more when it is stored: a publish that had read it before may have come in between. */
export const withdrawConfidentialAgain: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  if (isConfidential(collection, doc))
    await afterCommit(req, async () => {
      await withdraw({ payload: req.payload, key: refOf('sources', String(doc.id)) })
    })
  return doc
}

function isConfidential({ slug }: { slug: string }, data: { confidential?: unknown }): boolean {
  return slug === 'sources' && data.confidential === true
}
