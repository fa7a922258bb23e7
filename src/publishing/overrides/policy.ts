import { mayDo, type Staff } from '#access/roles.ts'
import type { MessageKey } from '#messages/message.ts'

/** Who may override a gate with a reason. With `people: 2` a second one has to agree, who is not the first. */
export type OverridePolicy = { by: 'editors' | 'administrators'; people?: 2 }

const rights = { editors: 'publish', administrators: 'overrideStrict' } as const satisfies {
  [by in OverridePolicy['by']]: string
}

/** Without a user it is the command line: whoever can run it has the whole machine. */
export function mayOverride(user: Staff | null | undefined, { by }: OverridePolicy): boolean {
  return !user || mayDo(user, rights[by])
}

/** Who may, to whoever may not: beside the finding, and by itself. */
export const refusalOf = {
  editors: { beside: 'publish.notYours.editors', alone: 'publish.mayOverride.editors' },
  administrators: { beside: 'publish.notYours.administrators', alone: 'publish.mayOverride.administrators' },
} as const satisfies { [by in OverridePolicy['by']]: { [place in 'beside' | 'alone']: MessageKey } }
