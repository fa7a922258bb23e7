import { mayDo } from '#access/roles.ts'
import type { GateName } from '#publishing/gates/gates.ts'
import type { Refusal } from '#publishing/gates/wordFinding.ts'
import { findingsInWhole } from '#publishing/panel/publication.ts'
import type { RequestScope } from '#publishing/requestScope.ts'
import { workingCopyOf } from '#publishing/workingCopy.ts'
import type { Ref } from '#record/shape.ts'
import { userOf } from './tokens.ts'

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
 * Whether somebody who does not see what is internal has written in the document since a link was made. Their words wait
 * for a new link: whether the old one shows them would tell which names are withheld, word by word.
 */
export async function isWrittenByOthersSince(scope: RequestScope, key: Ref, since: string): Promise<boolean> {
  const { origins } = await workingCopyOf(scope, key)
  const stamps = Object.values(origins ?? {}).flatMap((words) => Object.values(words))
  const writers = new Set(stamps.flatMap(({ at, by }) => (at && by && at > since ? by : [])))
  for (const id of writers) if (!mayDo(await userOf(scope, id), 'readInternal')) return true
  return false
}
