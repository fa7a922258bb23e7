import { mayDo } from '#access/roles.ts'
import { type GateName, refusingGates } from '#publishing/gates/gates.ts'
import type { Refusal } from '#publishing/gates/wordFinding.ts'
import { findingsInWhole } from '#publishing/panel/publication.ts'
import type { RequestScope } from '#publishing/requestScope.ts'
import { workingCopyOf } from '#publishing/workingCopy.ts'
import type { Ref } from '#record/shape.ts'
import { userOf } from './tokens.ts'

/** Refusing gates that stand before no link, with the reason: a gate that is not named here does. */
const notOfLinks: { readonly [Name in GateName]?: string } = {
  factsFirst: 'which parts go first',
  requiredWords: 'a draft may be incomplete',
  requiredFacts: 'a draft may be incomplete',
  name: 'a draft may be incomplete',
  pseudonym: 'without one the preview says no name',
  slug: 'a draft may be incomplete',
  slugLetters: 'an address for readers',
  slugTaken: 'an address for readers',
  publishAsEverywhere: 'of what is public already',
  notYet: 'a date is correct or it is not',
  futureDate: 'a date is correct or it is not',
  openEnd: 'a date is correct or it is not',
  localTime: 'a time is correct or it is not',
  timeZone: 'a time is correct or it is not',
  machineUnreviewed: 'a link is how others review it',
  allegationUnsourced: 'a link is how others check it',
  ownChange: 'who publishes, not what',
}

/** By the table as it is written: outside the staff no preview shows what would be refused to the public. */
const ofLinks: readonly GateName[] = refusingGates().filter((name) => !(name in notOfLinks))

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
