const second = 1000

/** In milliseconds. */
const waits = { least: 5 * second, most: 3600 * second } as const

/** The longest wait is a quarter longer than its base. */
const jitter = 0.25

/**
 * How long to wait after so many failures in a row: 5 s doubled each time, a random part of up to a quarter on
 * top, never over an hour. What the receiver asks for goes first, within the same bounds.
 */
export function waitAfter(failures: number, retryAfter: number | null, random = Math.random()): number {
  if (retryAfter !== null) return Math.min(waits.most, Math.max(waits.least, retryAfter))
  const base = Math.min(waits.most / (1 + jitter), waits.least * 2 ** (failures - 1))
  return Math.round(base * (1 + jitter * random))
}

/** `Retry-After` in milliseconds: seconds or a date; null where it says neither. */
export function retryAfterOf(header: string | null, now: number): number | null {
  if (header === null) return null
  if (/^\d+$/.test(header)) return Number(header) * second
  const date = Date.parse(header)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
