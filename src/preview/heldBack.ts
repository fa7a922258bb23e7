import { mayDo, type Staff } from '#access/roles.ts'
import { publishAsOf } from '#publishing/form/publishAs.ts'
import type { GateName } from '#publishing/gates/gates.ts'
import type { Refusal } from '#publishing/gates/wordFinding.ts'
import { findingsInWhole } from '#publishing/panel/publication.ts'
import type { RequestScope } from '#publishing/requestScope.ts'
import { workingCopyOf } from '#publishing/workingCopy.ts'
import { parseRef } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'

/**
 * These gates of publishing stand before a link too: outside the staff no preview says a name that is held back or a confidential source,
 * or shows whoever has said no.
 */
const ofLinks: readonly GateName[] = [
  'nameShown',
  'heldBackNameShown',
  'relativeNamed',
  'nameSaidElsewhere',
  'sourceConfidential',
  'confidentialSourceSaid',
  'consentWithdrawn',
  'consentOfNamed',
]

/** Where publishing a document whole would say a name that is held back in the document itself: a link shows no more of the record than there is. */
export async function heldBackNamesIn(scope: RequestScope, key: Ref): Promise<Refusal[]> {
  return (await findingsInWhole(scope, key, ofLinks)).filter(({ document }) => document === key)
}

/**
 * Whether a link that this person gives may show the document. Somebody who does not see under which name a person is
 * published gives no link to one whose name is held back: it would show the name itself.
 */
export async function isForLinksOf(scope: RequestScope, key: Ref, maker: Staff): Promise<boolean> {
  if (!mayDo(maker, 'readInternal') && parseRef(key)?.type === 'people') {
    if (publishAsOf(await workingCopyOf(scope, key)) !== 'full') return false
  }
  return (await heldBackNamesIn(scope, key)).length === 0
}
