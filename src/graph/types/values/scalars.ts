import { parseEdtf } from '#dates/edtf.ts'
import { isLocale, type Locale } from '#locales/table.ts'
import { refusal } from '../../errors.ts'
import { suggestLocales } from '../../words/suggestLocales.ts'
import { builder, type DateSpan } from '../builder.ts'

builder.scalarType('Locale', {
  description:
    'A BCP 47 code of the configured locales (`locales` lists them): `en`, `uk`, `crh-Latn`. Anything else is refused with UNKNOWN_LOCALE and suggestions.',
  serialize: (value) => value,
  parseValue: readLocale,
})

function readLocale(value: unknown): Locale {
  if (isLocale(value)) return value
  const suggestions = suggestLocales(typeof value === 'string' ? value.slice(0, 40) : '')
  const shown = JSON.stringify(typeof value === 'string' ? value.slice(0, 40) : typeof value)
  throw refusal('UNKNOWN_LOCALE', `There is no locale ${shown}. Did you mean ${suggestions.join(', ')}?`, {
    suggestions,
  })
}

builder.scalarType('Date', {
  description:
    'A calendar date, `2018-05-21`. As an argument also a month, `2018-05`, or a year, `2018`, which stand for all of their days.',
  serialize: (value) => value,
  parseValue: readDate,
})

function readDate(value: unknown): DateSpan {
  const parsed = typeof value === 'string' && /^\d{4}(-\d\d(-\d\d)?)?$/.test(value) ? parseEdtf(value) : undefined
  if (!parsed?.ok || parsed.date.earliest === null || parsed.date.latest === null) {
    throw refusal('INVALID_INPUT', 'A date is written as 2018-05-21, 2018-05 or 2018.')
  }
  return { earliest: parsed.date.earliest, latest: parsed.date.latest }
}

builder.scalarType('DateTime', {
  description: 'A moment in UTC as ISO 8601 says it, `2024-02-01T09:30:00.000Z`.',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return new Date(value).toISOString()
    throw refusal('INVALID_INPUT', 'A moment is written as 2024-02-01T09:30:00Z.')
  },
})

builder.scalarType('JSON', {
  description: 'A JSON value of the shape that the field describes.',
  serialize: (value) => value,
  parseValue: (value) => value,
})
