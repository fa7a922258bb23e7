import { describe, expect, it } from 'vitest'
import { isLocalTime, isTimeZone, readLocalTime } from '#base/time/localTime.ts'

describe('a time of day', () => {
  it.each(['00:00', '06:00', '19:59', '23:59'])('%s is one', (text) => {
    expect(isLocalTime(text)).toBe(true)
    expect(readLocalTime(text)).toBe(text)
  })
  it.each(['', '24:00', '25:99', '12:60', '0600', '6', '06:00:00', '6am', '06.00', ' 06:00', '٠٦:٠٠'])(
    '%j is none',
    (text) => {
      expect(isLocalTime(text)).toBe(false)
      expect(readLocalTime(text)).toBeUndefined()
    },
  )
  it('9:00 is read, and kept as 09:00 only', () => {
    expect(readLocalTime('9:00')).toBe('09:00')
    expect(isLocalTime('9:00')).toBe(false)
  })
})

describe('a time zone', () => {
  it.each([
    'Europe/Simferopol',
    'Europe/Kyiv',
    'Europe/Kiev',
    'America/Argentina/Buenos_Aires',
    'America/Port-au-Prince',
    'Etc/GMT+3',
    'UTC',
  ])('%s is one', (text) => expect(isTimeZone(text)).toBe(true))
  it.each([
    '',
    'Europe/Simferpool',
    'europe/simferopol',
    'EUROPE/SIMFEROPOL',
    'Simferopol',
    '+03:00',
    'GMT+3',
    'MSK',
    'Europe/',
  ])('%j is none', (text) => expect(isTimeZone(text)).toBe(false))
})
