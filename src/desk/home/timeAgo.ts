const units = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const

/** "3 hours ago" in a language of the interface; under a minute reads "now". */
export function timeAgo(iso: string, now: Date, language: string): string {
  const seconds = Math.round((new Date(iso).getTime() - now.getTime()) / 1000)
  const row = units.find((one) => Math.abs(seconds) >= one.seconds)
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  return row ? format.format(Math.trunc(seconds / row.seconds), row.unit) : format.format(0, 'second')
}
