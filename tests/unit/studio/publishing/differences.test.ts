import { describe, expect, it } from 'vitest'
import { fieldLabel } from '#messages/fieldKey.ts'
import { projectForm } from '#publishing/form/projectForm.ts'
import { differencesOf, type Naming } from '#publishing/panel/differences.ts'

const formOf = (facts: object) => {
  const copy = { id: 'server', sourceLocale: 'en', ...facts }
  return projectForm('people', copy, null, { facts: true, locales: [] }, '2024-01-01')
}

const readIn = (language: string): Naming => ({
  language,
  label: (path) => fieldLabel(language, 'people', path),
  document: (ref) => ref,
})

const differences = (language: string, before: object, after: object) =>
  differencesOf('people', formOf(before), formOf(after), 'facts', readIn(language)).map((one) => [
    one.label,
    one.before,
    one.after,
  ])

describe('what differs from what is public reads as the form does', () => {
  it('dates in words of the reader’s language', () => {
    const change = [{ birthDate: '1986' }, { birthDate: '1986-05-05' }] as const
    expect(differences('en', ...change)).toEqual([['Born', '1986', '5 May 1986']])
    expect(differences('uk', ...change)).toEqual([['Дата народження', '1986', '5 травня 1986']])
  })

  it('two dates that read alike are told apart by how they are written', () => {
    expect(differences('en', { birthDate: '1986' }, { birthDate: '1986-XX' })).toEqual([['Born', '1986', '1986-XX']])
  })

  it('locales by their names, controlled words by their labels', () => {
    const [gender, locale] = differences('uk', { sourceLocale: 'en' }, { sourceLocale: 'crh-Latn', gender: 'male' })
    expect([gender, locale].map((one) => one?.slice(1))).toContainEqual(['English', 'Qırımtatarca'])
    expect(JSON.stringify([gender, locale])).not.toContain('"male"')
  })
})
