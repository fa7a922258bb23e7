import type { Refusal } from '#publishing/gates/wordFinding.ts'

export type { Agreement } from '#publishing/overrides/overrides.ts'
export type { Difference as PartDifference } from '#publishing/panel/differences.ts'
export type { PartStanding, PartState, Publication } from '#publishing/panel/publication.ts'
export type { PublishAnswer } from '#publishing/publish.ts'

/** What a panel shows of a gate's word: in the reader's language, with its cure. */
export type GateMessage = Pick<
  Refusal,
  | 'gate'
  | 'document'
  | 'part'
  | 'path'
  | 'link'
  | 'message'
  | 'cure'
  | 'about'
  | 'confirm'
  | 'override'
  | 'notYours'
  | 'agreed'
  | 'confirmed'
>
