import type { PayloadRequest } from 'payload'
import type { BeforeSave } from '#database/revisions/revisions.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { publishAsOf } from '../form/publishAs.ts'
import { keepNames } from './keptNames.ts'
import { holdsAll, realNamesOf } from './realNames.ts'

/**
 * Before any save of a person, by whichever way it comes: names that are withheld before it or after it, and that the
 * working copy no longer says to be, are kept from here on.
 */
export const keepNamesOnSave = {
  types: new Set(['people']),
  async ask({ payload, req, before, after }) {
    // What the database holds of a person is a working copy.
    const [was, is] = [before as WorkingCopy, { ...before, ...after } as WorkingCopy]
    if (publishAsOf(was) === 'full' && publishAsOf(is) === 'full') return
    if (publishAsOf(is) !== 'full' && holdsAll(realNamesOf(is), realNamesOf(was))) return
    // A transaction, a language for the refusal: `keepNames` asks a request for nothing else.
    await keepNames({ payload, req: req as PayloadRequest }, was)
  },
} satisfies BeforeSave
