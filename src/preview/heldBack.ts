import type { GateName } from '#publishing/gates/gates.ts'
import type { Refusal } from '#publishing/gates/wordFinding.ts'
import { findingsInWhole } from '#publishing/panel/publication.ts'
import type { RequestScope } from '#publishing/requestScope.ts'
import type { Ref } from '#record/shape.ts'

/** These gates of publishing stand before a link too: outside the staff no preview says a name that is held back. */
const ofLinks: readonly GateName[] = ['nameShown', 'heldBackNameShown', 'relativeNamed', 'nameSaidElsewhere']

/** Where publishing a document whole would say a name that is held back in the document itself: a link shows no more of the record than there is. */
export async function heldBackNamesIn(scope: RequestScope, key: Ref): Promise<Refusal[]> {
  return (await findingsInWhole(scope, key, ofLinks)).filter(({ document }) => document === key)
}
