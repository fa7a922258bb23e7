/** How long something takes, in the plural form that the language has for the number: `14 років`. */
export type Durations = {
  readonly years: (count: number) => string
  readonly months: (count: number) => string
  readonly days: (count: number) => string
  /** `14 years` and `6 months`, put together. */
  readonly joined: (parts: readonly string[]) => string
}

/** For a language that Intl knows. It does not know Crimean Tatar, and would answer in that of the server. */
export function durationsByIntl(tag: string): Durations {
  const inUnits = (unit: 'year' | 'month' | 'day') => {
    const format = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' })
    return (count: number) => format.format(count)
  }
  const list = new Intl.ListFormat(tag, { type: 'conjunction', style: 'long' })
  return {
    years: inUnits('year'),
    months: inUnits('month'),
    days: inUnits('day'),
    joined: (parts) => list.format(parts),
  }
}

/** For a language whose words stay in the singular after a number, as Turkic ones do. */
export function durationsInSingular(years: string, months: string, days: string, and: string): Durations {
  const digits = new Intl.NumberFormat('fr', { useGrouping: true })
  const counted = (word: string) => (count: number) => `${digits.format(count)} ${word}`
  return { years: counted(years), months: counted(months), days: counted(days), joined: (parts) => parts.join(and) }
}
