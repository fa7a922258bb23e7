import { describe, expect, it } from 'vitest'
import { parseEdtf } from '#dates/edtf.ts'
import { formatDate } from '#locales/formatDate.ts'
import { localeCodes } from '#locales/table.ts'

const expected: Record<string, Record<string, string>> = {
  en: {
    '2018': '2018',
    '2018-05': 'May 2018',
    '2018-05-21': '21 May 2018',
    '2018~': 'about 2018',
    '2018-05?': 'May 2018 (uncertain)',
    '2018-05-21%': 'about 21 May 2018 (uncertain)',
    '201X': '2010s',
    '20XX': '2000–2099',
    '2018-XX': '2018',
    '2018-05-XX': 'May 2018',
    '2018-23': 'autumn 2018',
    '2018-05-21/2020-09-16': '21 May 2018 – 16 September 2020',
    '2018-05-20/2018-05-21': '20–21 May 2018',
    '2018-05/2018-06': 'May – June 2018',
    '2018-05-20/2018-06-03': '20 May – 3 June 2018',
    '2018/2020': '2018–2020',
    '2018~/2020': 'about 2018 – 2020',
    '2018-05-21/..': 'since 21 May 2018',
    '2018/': 'from 2018, end unknown',
    '../2020': 'until 2020',
    '/2020': 'until 2020, beginning unknown',
    '[2018-05-20,2018-05-21]': 'between 20 and 21 May 2018',
    '[2018-05-31,2018-06-01]': 'between 31 May and 1 June 2018',
    '[2018-05-20,2018-05-23]': '20 or 23 May 2018',
    '[2018-05-20..2018-05-23]': 'between 20 and 23 May 2018',
    '[1667,1668,1670..1672]': '1667, 1668 or 1670–1672',
    '{2018-05-20,2018-05-21}': '20 and 21 May 2018',
    '[..2018]': '2018 or earlier',
    '[2018-05..]': 'May 2018 or later',
  },
  uk: {
    '2018-05': 'травень 2018',
    '2018-05-21': '21 травня 2018',
    '2018~': 'близько 2018',
    '2018-05~': 'близько травня 2018',
    '2018?': '2018 (непевно)',
    '201X~': 'близько 2010-х',
    '[2018-05-20,2018-05-21]': 'між 20 і 21 травня 2018',
    '[2018-05..2018-06]': 'між травнем і червнем 2018',
    '[2018-05,2018-07]': 'травень або липень 2018',
    '2018-05-21/..': 'з 21 травня 2018',
    '2018-24/..': 'із зими 2018',
    '2018-05/..': 'з травня 2018',
    '2018-05-21/2020-09-16': '21 травня 2018 – 16 вересня 2020',
  },
  ru: {
    '2018-05': 'май 2018',
    '2018-05~': 'около мая 2018',
    '2018-05-02/..': 'со 2 мая 2018',
    '2018-05-21/..': 'с 21 мая 2018',
    '[2018-05-20,2018-05-21]': 'между 20 и 21 мая 2018',
    '[2018-05..2018-09]': 'между маем и сентябрём 2018',
    '2018-21~': 'около весны 2018',
  },
  tr: {
    '2018-05-21': '21 Mayıs 2018',
    '2018~': '2018 civarı',
    '2018/..': '2018 yılından beri',
    '2018/': '2018 yılından itibaren, bitişi bilinmiyor',
    '../2018-05-21': '21 Mayıs 2018 tarihine kadar',
    '[2018-05-20,2018-05-21]': '20 ile 21 Mayıs 2018 arasında',
    '201X': '2010’lar',
    '202X': '2020’ler',
    '200X': '2000’ler',
  },
  'crh-Latn': {
    '2018-05-21': '21 mayıs 2018',
    '2018-06~': 'taqriben iyün 2018',
    '2018/..': '2018 senesinden berli',
    '2018/': '2018 senesinden başlap, soñu belli degil',
    '[2018-05-20,2018-05-21]': '20 ve 21 mayıs 2018 arasında',
  },
  'crh-Cyrl': {
    '2018-05-21': '21 майыс 2018',
    '2018-06~': 'такърибен июнь 2018',
    '2018/..': '2018 сенесинден берли',
    '2018/': '2018 сенесинден башлап, сонъу белли дегиль',
  },
  ar: {
    '2018-05-21': '21 مايو 2018',
    '2018~': 'نحو 2018',
    '[2018-05-20,2018-05-21]': 'بين 20 و21 مايو 2018',
    '2018-05-21/..': 'منذ 21 مايو 2018',
  },
}
const cases = Object.entries(expected).flatMap(([locale, labels]) =>
  Object.entries(labels).map(([edtf, label]) => [locale, edtf, label] as const),
)

describe('a date is written in the reader’s language', () => {
  it.each(cases)('%s %s', (locale, edtf, label) => {
    expect(formatDate(edtf, locale)).toBe(label)
  })

  it('a parsed date reads like its text', () => {
    const parsed = parseEdtf('2018-05~')
    expect(parsed.ok && formatDate(parsed.date, 'uk')).toBe('близько травня 2018')
  })

  it('text that is no date comes back as it is, and a date for a code that is no locale', () => {
    expect(formatDate('as soon as possible', 'uk')).toBe('as soon as possible')
    expect(formatDate('2018-05', 'de')).toBe('2018-05')
  })

  it('circa is never dropped', () => {
    for (const locale of localeCodes) expect(formatDate('2018~', locale)).not.toBe('2018')
  })
})
