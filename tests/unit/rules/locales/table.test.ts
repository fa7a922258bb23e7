import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isLocale, localeCodes, localeRow, locales } from '#locales/table.ts'

it('every locale has its file and every file its row, each with a name of its own', () => {
  const files = readdirSync('src/locales').filter((name) => /^[a-z]{2,3}(-[A-Z][a-z]{3})?\.ts$/.test(name))
  expect(files).toEqual(localeCodes.map((code) => `${code}.ts`).sort())
  for (const key of ['name', 'english'] as const)
    expect(new Set(locales.map((row) => row[key])).size).toBe(locales.length)
})

it('chains lead to other locales of the table, never to themselves', () => {
  for (const { code, fallback } of locales) {
    expect(fallback.filter((next) => !isLocale(next) || next === code)).toEqual([])
    expect(fallback.length).toBeGreaterThan(0)
  }
})

it('a script is derived from the other script of the same language, and back', () => {
  for (const code of localeCodes) {
    const { derivesFrom } = localeRow(code)
    if (isLocale(derivesFrom)) expect(localeRow(derivesFrom).derivesFrom).toBe(code)
  }
})

it('each order is one that Intl knows', () => {
  for (const { collation } of locales) expect(Intl.Collator.supportedLocalesOf(collation)).toEqual([collation])
})

it('a bare crh, ua, or a code in other letters is no locale', () => {
  for (const code of ['crh', 'ua', 'EN', '', null, 'crh-latn']) expect(isLocale(code)).toBe(false)
})

it('each has twelve months in every case, and four seasons', () => {
  for (const { code, dates } of locales) {
    const months = Object.entries(dates.months).map(([wanted, names]) => [code, wanted, new Set(names).size])
    expect(months).toEqual(Object.keys(dates.months).map((wanted) => [code, wanted, 12]))
    for (const names of Object.values(dates.seasons)) expect(Object.values(names).filter(Boolean)).toHaveLength(4)
  }
})
