import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { mayDo } from '#access/roles.ts'
import { isObject } from '#base/isObject.ts'
import { refused } from '#messages/refused.ts'
import { refOf } from '#record/record.ts'
import { documentTypes } from '#record/shape.ts'
import { byCommandLine, keepOpened } from '../overrides.ts'
import { openedBy } from './keepStricter.ts'
import { type Opened, protectiveFields } from './protectiveFields.ts'

/**
 * What a gate leaves to administrators nobody else takes out of its way: an embargo that has not ended is shortened by whoever may let
 * something through it. What else protects somebody is an editor's to change.
 */
export const guardSwitches: CollectionBeforeChangeHook = ({ collection, data, operation, originalDoc, req }) => {
  if (operation !== 'update' || !isObject(originalDoc)) return data
  const opened = openedBy(collection.slug, originalDoc, data)
  if (opened.includes('embargoShortened') && req.user && !mayDo(req.user, 'overrideStrict'))
    throw refused(req, 403, 'publish.embargoShortened')
  remembered(req).set(String(originalDoc.id), opened)
  return data
}

/** When it is saved: it stands in the log, and beside what was let through a gate. */
export const tellOpened: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const type = documentTypes.find((one) => one === collection.slug)
  if (!type) return doc
  const id = String(doc.id)
  const opened = remembered(req).get(id) ?? []
  remembered(req).delete(id)
  const by = req.user ? String(req.user.id) : byCommandLine
  for (const gate of opened) {
    const path = protectiveFields[gate].path.join('/')
    await keepOpened({ payload: req.payload, req }, { gate, key: refOf(type, id), path, by })
  }
  return doc
}

/** Where a request's context keeps what its saves open, by document. */
const name = 'holosOpenedSwitches'

function remembered(req: PayloadRequest): Map<string, Opened[]> {
  const kept = req.context[name]
  // Only this file writes it.
  if (kept instanceof Map) return kept as Map<string, Opened[]>
  const all = new Map<string, Opened[]>()
  req.context[name] = all
  return all
}
