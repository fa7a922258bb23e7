import { describe, expect, it } from 'vitest'
import { lengthInWords } from '#locales/lengthInWords.ts'
import { localeRow } from '#locales/table.ts'

describe('a length of time', () => {
  it.each([
    ['en', '14 years and 6 months', '1 month'],
    ['uk', '14 років і 6 місяців', '1 місяць'],
    ['ru', '14 лет и 6 месяцев', '1 месяц'],
    ['tr', '14 yıl ve 6 ay', '1 ay'],
    ['ar', '14 سنة و6 أشهر', 'شهر'],
    ['crh-Latn', '14 yıl 6 ay', '1 ay'],
    ['crh-Cyrl', '14 йыл 6 ай', '1 ай'],
  ])('in %s has the plural of its number', (locale, sentence, month) => {
    expect(lengthInWords({ years: 14, months: 6 }, locale)).toBe(sentence)
    expect(lengthInWords({ months: 1 }, locale)).toBe(month)
  })

  it.each([
    ['en', '1 day', '3,115 days'],
    ['uk', '1 день', '3 115 днів'],
    ['ru', '1 день', '3 115 дней'],
    ['tr', '1 gün', '3.115 gün'],
    ['ar', 'يوم', '3,115 يومًا'],
    ['crh-Latn', '1 kün', '3 115 kün'],
    ['crh-Cyrl', '1 кунь', '3 115 кунь'],
  ] as const)('in %s counts days', (locale, one, many) => {
    const { days } = localeRow(locale).durations
    // The spaces between digits are narrow and do not break.
    expect([days(1), days(3115)].map((text) => text.replace(/[\u00a0\u202f]/g, ' '))).toEqual([one, many])
  })

  it('of nothing says nothing', () => {
    expect(lengthInWords({}, 'en')).toBeNull()
    expect(lengthInWords({ years: 0, months: 0 }, 'en')).toBeNull()
  })
})
