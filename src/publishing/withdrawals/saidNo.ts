import type { Card } from '#record/record.ts'
import { parseRef } from '#record/record.ts'
import { consentOf, isClosed, livesByConsentOf } from '../form/consent.ts'
import type { RequestScope } from '../requestScope.ts'
import { workingCopiesOf } from '../workingCopy.ts'

/** Whether somebody by whose consent a document lives has said no. */
export async function isSaidNoTo(scope: RequestScope, card: Pick<Card, 'type' | 'id' | 'facts'>): Promise<boolean> {
  const ids = livesByConsentOf(card).flatMap(({ person }) => parseRef(person)?.id ?? [])
  return (await workingCopiesOf(scope, 'people', ids)).some((copy) => isClosed(consentOf(copy)))
}
