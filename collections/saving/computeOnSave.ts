import type { FieldHook, PayloadRequest } from 'payload'
import { isObject } from '#base/isObject.ts'
import { lastChangesAfter } from '#publishing/form/lastChanges.ts'
import { standingOf } from '#publishing/form/standing.ts'
import { formOf, publicRow } from '#publishing/log/log.ts'
import { changesSwitches } from '#publishing/overrides/switches/keepStricter.ts'
import { withoutConfidential } from '#publishing/withheld/confidential/citations.ts'
import { type Origin, origins, refOf } from '#record/record.ts'
import type { DocumentType } from '#record/shape.ts'
import { stampOrigins } from '#record/stampOrigins.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { computedValues } from './computed.ts'
import { slugsAfter } from './slugsAfter.ts'
import { wholeCopy } from './wholeCopy.ts'

/**
 * Everything that follows from a document is computed here, once for each save, from the document in
 * all locales. It is the hook of a field because only fields are shown the stored document in all
 * locales, a restored version's and a duplicate's included. The value is that of `origins`; the
 * other computed fields are set beside it, before Payload merges the locales.
 */
export function computeOnSave(type: DocumentType): FieldHook {
  return async ({ collection, context, operation, originalDoc, req, siblingData, siblingDocWithLocales }) => {
    const stored = isObject(siblingDocWithLocales) ? siblingDocWithLocales : {}
    const locale = req.locale ?? ''
    const fields = collection?.flattenedFields ?? []
    if (type === 'people') Object.assign(siblingData, slugsAfter(originalDoc, siblingData, operation === 'create'))
    const copy = wholeCopy(fields, stored, siblingData, locale)
    Object.assign(siblingData, computedValues(type, copy, locale))
    const before = isWorkingCopy(stored) ? stored : null
    const after = wholeCopy(fields, stored, siblingData, locale)
    const at = new Date().toISOString()
    const { by, origin } = byWhom(req)
    const stamps = stampOrigins({ type, before, after, at, ...(by && { by }), ...(origin && { origin }) })
    const id = typeof originalDoc?.id === 'string' ? originalDoc.id : ''
    const published = id ? formOf(await publicRow({ payload: req.payload, req }, refOf(type, id))) : null
    const now = { ...after, id, origins: stamps }
    const present = context.isRestoringVersion ? await presentCopy(req, type, id) : before
    const changesAll = present !== null && changesSwitches(type, present, now)
    const saved = { before: present, after: now, published, changesAll }
    const changedBy = lastChangesAfter(type, saved, { at, ...(by && { by }) })
    const [citing = now] = await withoutConfidential({ payload: req.payload, req }, type, [now])
    Object.assign(siblingData, standingOf(type, citing, published), { changedBy })
    return stamps
  }
}

/** What a restored version replaces: the hook is shown the version as what is stored. */
function presentCopy(req: PayloadRequest, type: DocumentType, id: string): Promise<WorkingCopy | null> {
  return req.payload.db.findOne<WorkingCopy>({ collection: type, where: { id: { equals: id } }, req })
}

function isWorkingCopy(stored: { [name: string]: unknown }): stored is { [name: string]: unknown } & WorkingCopy {
  return typeof stored.id === 'string'
}

/** Who saves, and where the words come from: an import or a machine says so in the request's context. */
function byWhom({ user, context }: Parameters<FieldHook>[0]['req']): { by?: string; origin?: Origin } {
  const origin = origins.find((one) => one === context.origin)
  return { ...(user && { by: String(user.id) }), ...(origin && { origin }) }
}
