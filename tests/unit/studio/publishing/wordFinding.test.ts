import { describe, expect, it } from 'vitest'
import { wordFinding } from '#publishing/gates/wordFinding.ts'
import type { DocumentType } from '#record/shape.ts'

const gate = (name: 'requiredWords' | 'nameShown' | 'sourceLocaleFirst', type: DocumentType) =>
  ({ gate: name, severity: 'refusal', proposal: { type, copy: { id: 'one', description: 'A teacher' } } }) as const

describe('a finding in words', () => {
  it('says what is wrong and, apart from it, the cure', () => {
    const finding = { part: 'uk', path: 'description', values: { field: 'description' } } as const
    expect(wordFinding(gate('requiredWords', 'people'), finding, 'en')).toEqual({
      gate: 'requiredWords',
      document: 'people:one',
      link: '/admin/collections/people/one?locale=uk#field-description',
      part: 'uk',
      path: 'description',
      message: '“In short” is missing in this language.',
      cure: 'Fill in “In short” in this language.',
      severity: 'refusal',
    })
  })

  it('names a field as the form of its own kind of document does', () => {
    const finding = { part: 'en', values: { field: 'description' } } as const
    expect(wordFinding(gate('requiredWords', 'events'), finding, 'en').message).toBe(
      '“What happened” is missing in this language.',
    )
    expect(wordFinding(gate('requiredWords', 'events'), finding, 'en')).not.toHaveProperty('path')
  })

  it('names a field inside of a row, whatever the id of the row', () => {
    const values = { field: 'charges/65f0c0ffee/label', name: 'Asan' }
    expect(wordFinding(gate('nameShown', 'people'), { part: 'en', values }, 'en').message).toBe(
      'The name is withheld, but “In the accuser’s words” (English) gives it away: “Asan”.',
    )
  })

  it('names a locale by its name', () => {
    const said = wordFinding(gate('sourceLocaleFirst', 'people'), { part: 'en', values: { locale: 'uk' } }, 'uk')
    expect(said.message).toContain('(Українська)')
    expect(said.cure).toContain('Українська')
  })
})
