import type { Form } from '#record/record.ts'
import { consentOf, isClosed, livesByConsentOf } from '../form/consent.ts'
import type { RequestScope } from '../requestScope.ts'
import { findWorkingCopy } from '../workingCopy.ts'

/** Whether somebody by whose consent a public document lives has said no. */
export async function isSaidNoTo(scope: RequestScope, form: Form): Promise<boolean> {
  for (const { person } of livesByConsentOf(form)) {
    const copy = await findWorkingCopy(scope, person)
    if (copy && isClosed(consentOf(copy))) return true
  }
  return false
}
