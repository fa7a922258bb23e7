import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { mayDo } from '#access/roles.ts'
import { isObject } from '#base/isObject.ts'
import { refOf } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import { consentOf, hasRunOut, isClosed } from '../form/consent.ts'
import { factsOf } from '../form/facts.ts'
import { withdraw } from '../publish.ts'
import { findWorkingCopy } from '../workingCopy.ts'
import { isSaidNoTo } from './saidNo.ts'
import { toldOf, withdrawEnded } from './withdrawWithConsent.ts'

/**
 * Whoever withdraws a consent, or writes that its last day is over, withdraws what it carried, in the same request and before the save: where there are
 * transactions both happen or neither; where there are none a crash in between leaves less public than was asked for, never more.
 */
export const withdrawBeforeSave: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  const id: unknown = originalDoc?.id
  if (collection.slug === 'people' && typeof id === 'string' && hasEnded(data))
    remember(req, id, await withdrawEnded({ payload: req.payload, req }, refOf('people', id), consentOf(data)))
  return data
}

/** Once more when it is saved: a publish that had read the consent of before may have come in between. The answer of the save says what went. */
export const withdrawAfterSave: CollectionAfterChangeHook = async ({ collection, doc, previousDoc, req }) => {
  if (collection.slug !== 'people' || typeof doc.id !== 'string') return doc
  const scope = { payload: req.payload, req }
  const key = refOf('people', doc.id)
  const copy = hasEnded(doc) ? await findWorkingCopy(scope, key) : null
  if (!copy) return doc
  const withdrawn = [...remembered(req, doc.id), ...(await withdrawEnded(scope, key, consentOf(copy)))]
  const isNew = !hasEnded(isObject(previousDoc) ? previousDoc : {})
  const isTold = !req.user || mayDo(req.user, 'readInternal')
  if (!isTold || (!isNew && withdrawn.length === 0)) return doc
  return { ...doc, consentWithdrawal: await toldOf(scope, copy, withdrawn) }
}

function hasEnded(copy: { readonly [field: string]: unknown }): boolean {
  const consent = consentOf(copy)
  return isClosed(consent) || hasRunOut(consent, new Date().toISOString())
}

/** A public picture of which somebody writes only now that it shows a person who has said no, or a quote that they spoke. */
export const withdrawWhereSaidNo: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const type = collection.slug
  if ((type !== 'media' && type !== 'quotes') || typeof doc.id !== 'string') return doc
  const scope = { payload: req.payload, req }
  const facts = factsOf(type, doc)
  if (await isSaidNoTo(scope, { type, id: doc.id, facts })) await withdraw({ ...scope, key: refOf(type, doc.id) })
  return doc
}

/** Where a request's context keeps what was withdrawn before its save. */
const name = 'holosConsentWithdrawals'

function remember(req: PayloadRequest, id: string, withdrawn: Ref[]): void {
  const kept = req.context[name]
  const all = kept instanceof Map ? kept : new Map<string, Ref[]>()
  req.context[name] = all.set(id, withdrawn)
}

function remembered(req: PayloadRequest, id: string): Ref[] {
  const kept = req.context[name]
  return kept instanceof Map ? (kept.get(id) ?? []) : []
}
