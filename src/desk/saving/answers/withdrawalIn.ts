import { isObject } from '#base/isObject.ts'
import type { ConsentWithdrawal } from '#publishing/withdrawals/withdrawWithConsent.ts'

/** What a save withdrew because a consent ended with it, as the studio's answer says it. */
export function withdrawalIn(answer: unknown): ConsentWithdrawal | null {
  const doc = isObject(answer) && isObject(answer.doc) ? answer.doc : {}
  // Written by `withdrawAfterSave`.
  return isObject(doc.consentWithdrawal) ? (doc.consentWithdrawal as ConsentWithdrawal) : null
}
