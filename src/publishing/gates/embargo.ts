import { type Part, refOf } from '#record/record.ts'
import type { DocumentType } from '#record/shape.ts'
import type { Finding, Proposal } from './gates.ts'

/** Nothing of a document goes out before the moment that it waits for. */
export function embargoed({ type, copy, parts, at }: Proposal): Finding[] {
  const until = instantIn(copy.embargoedUntil)
  if (!until || until <= at) return []
  const about = refOf<DocumentType>(type, copy.id)
  const shipped: Part[] = [...(parts.facts ? ['facts'] : []), ...parts.locales]
  return shipped.map((part) => ({
    part,
    path: 'embargoedUntil',
    values: { until },
    overridable: { about, text: until },
  }))
}

/** In UTC, as one database answers a text and another a date. */
function instantIn(value: unknown): string | undefined {
  const instant = typeof value === 'string' || value instanceof Date ? new Date(value) : undefined
  return instant && !Number.isNaN(instant.getTime()) ? instant.toISOString() : undefined
}
