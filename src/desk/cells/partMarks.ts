import { locales } from '#locales/table.ts'
import type { Part } from '#record/record.ts'
import { type Mark, markOf, shortCode } from './strip.ts'

export type PartMark = { part: Part; short: string; name: string | null; mark: Mark }

const parts: { part: Part; short: string; name: string | null }[] = [
  { part: 'facts', short: '◆', name: null },
  ...locales.map(({ code, name }) => ({ part: code, short: shortCode(code), name })),
]

/** Facts and every locale of the table, each with how it stands; `name` is null for the facts. */
export function partMarks(document: Record<string, unknown> | undefined): PartMark[] {
  const publishedIn = partsIn(document?.publishedIn)
  const pendingIn = partsIn(document?.pendingIn)
  return parts.map((one) => ({ ...one, mark: markOf(one.part, publishedIn, pendingIn) }))
}

function partsIn(value: unknown): Part[] {
  return Array.isArray(value) ? value.filter((one): one is Part => typeof one === 'string') : []
}
