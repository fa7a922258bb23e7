import type { CheckboxField, NumberField, SelectField } from 'payload'
import { choicesOf } from '#locales/labels.ts'
import type { VocabularyName } from '#record/vocabularies.ts'

/** A word of a controlled list. */
export function choice(name: string, vocabulary: VocabularyName, options: { defaultValue?: string } = {}): SelectField {
  return { ...options, name, type: 'select', options: choicesOf(vocabulary) }
}

/** Several words of a controlled list. */
export function choices(name: string, vocabulary: VocabularyName): SelectField {
  return { name, type: 'select', hasMany: true, options: choicesOf(vocabulary) }
}

export function amount(name: string, options: { min?: number; max?: number } = {}): NumberField {
  return { ...options, name, type: 'number' }
}

export function yesNo(name: string): CheckboxField {
  return { name, type: 'checkbox' }
}
