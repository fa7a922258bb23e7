import type { GateName } from '#publishing/gates.ts'
import { findingsInWhole } from '#publishing/publication.ts'
import type { RequestScope } from '#publishing/requestScope.ts'
import type { Refusal } from '#publishing/wordFinding.ts'
import type { Ref } from '#record/shape.ts'

/** These gates of publishing stand before a link too: outside the staff no preview says a name that is held back. */
const ofLinks: readonly GateName[] = ['nameShown', 'heldBackNameShown']

/** Where publishing a document whole would say a name that is held back. */
export function heldBackNamesIn(scope: RequestScope, key: Ref): Promise<Refusal[]> {
  return findingsInWhole(scope, key, ofLinks)
}
