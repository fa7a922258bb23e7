import type { Part } from '#record/record.ts'

/** What `GET /api/<collection>/<id>/publication` answers: every part of one document and what a publish would do. */
export type Publication = {
  key: string
  revision: number
  parts: PartStanding[]
  lastChange: { seq: number; at: string } | null
}

export type PartState = 'never' | 'public' | 'pending' | 'withdrawn' | 'empty'

export type PartStanding = {
  part: Part
  label: string
  state: PartState
  stale: number
  differences: PartDifference[]
  refusals: GateMessage[]
  warnings: GateMessage[]
  mayPublish: boolean
  preselected: boolean
}

export type PartDifference = { path: string; label: string; before: unknown; after: unknown }

/** What a gate says about a part, in the reader's language, with the way to cure it. */
export type GateMessage = { gate: string; part: Part; path?: string; message: string; cure: string }

/** What a publish or a withdrawal answers. */
export type PublishAnswer =
  | { key: string; seq: number; unchanged: true }
  | { key: string; seq: number; at: string; facts: boolean; locales: string[]; unchanged?: false }
