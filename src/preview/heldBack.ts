import type { Refusal } from '#publishing/gates.ts'
import type { GateName } from '#publishing/gateWording.ts'
import type { Place } from '#publishing/log.ts'
import { refusalsOf } from '#publishing/publication.ts'
import type { Ref } from '#record/shape.ts'

/** These refusals of publishing are refusals of a link too: outside the staff no preview says a name that is held back. */
const ofLinks: ReadonlySet<GateName> = new Set<GateName>(['nameShown', 'heldBackNameShown'])

/** Where publishing a document whole would say a name that is held back. */
export async function heldBackNamesIn(place: Place, key: Ref): Promise<Refusal[]> {
  return (await refusalsOf(place, key)).filter(({ gate }) => ofLinks.has(gate))
}
