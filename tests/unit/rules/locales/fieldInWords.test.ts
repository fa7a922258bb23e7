import { describe, expect, it } from 'vitest'
import { fieldInWords, localeInWords } from '#locales/fieldInWords.ts'

describe('a field in a sentence', () => {
  it.each([
    ['en', 'birthDate', undefined, 'Born'],
    ['en', 'name/given', 'uk', 'Given name (Українська)'],
    ['uk', 'name.given', 'en', 'Ім’я (English)'],
    ['en', 'safety.risk', undefined, 'Risks'],
    ['en', 'charges/65f0c0ffee0000000000abcd/article', undefined, 'Charges › Article'],
    ['en', 'charges.1.label', 'ru', 'Charges 2 › In the accuser’s words (Русский)'],
    ['en', 'nobodyKnows', undefined, 'nobodyKnows'],
  ])('%s: %s %s', (language, path, locale, said) => {
    expect(fieldInWords(language, 'people', path, locale)).toBe(said)
  })

  it('a locale by its own name; a code that is not configured stands as it is', () => {
    expect(['crh-Latn', 'xx'].map(localeInWords)).toEqual(['Qırımtatarca', 'xx'])
  })
})
