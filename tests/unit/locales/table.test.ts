import { expect, test } from 'vitest'
import { isLocale, localeCodes, localeRow, locales } from '#locales/table.ts'

test('the locales of this installation, each with its own name', () => {
  expect(localeCodes).toEqual(['en', 'uk', 'ru', 'tr', 'crh-Latn', 'crh-Cyrl', 'ar'])
  expect(new Set(locales.map(({ name }) => name)).size).toBe(locales.length)
  expect(locales.filter(({ dir }) => dir === 'rtl').map(({ code }) => code)).toEqual(['ar'])
})

test('chains lead to other locales of the table, never to themselves', () => {
  for (const { code, fallback } of locales) {
    expect(fallback.filter((next) => !isLocale(next) || next === code)).toEqual([])
    expect(fallback.length).toBeGreaterThan(0)
  }
})

test('a script is derived from the other script of the same language, and back', () => {
  for (const code of localeCodes) {
    const { derivesFrom } = localeRow(code)
    if (isLocale(derivesFrom)) expect(localeRow(derivesFrom).derivesFrom).toBe(code)
  }
})

test('each order is one that Intl knows', () => {
  for (const { collation } of locales) expect(Intl.Collator.supportedLocalesOf(collation)).toEqual([collation])
})

test('a bare crh, ua, or a code in other letters is no locale', () => {
  for (const code of ['crh', 'ua', 'EN', '', null, 'crh-latn']) expect(isLocale(code)).toBe(false)
})
