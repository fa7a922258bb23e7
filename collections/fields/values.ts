import type { CheckboxField, DateField, DateFieldValidation, NumberField, SelectField } from 'payload'
import { choicesOf } from '#locales/labels.ts'
import { message } from '#messages/message.ts'
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

const validateInstant: DateFieldValidation = (value, { req }) =>
  !value || value instanceof Date || isInstant(value) || message(req.i18n.language, 'dates.noZone')

/** A point in time, as a form and REST give it: with its offset from UTC. It is kept in UTC. */
export function instant(name: string): DateField {
  return { name, type: 'date', validate: validateInstant, admin: { date: { pickerAppearance: 'dayAndTime' } } }
}

/** ISO 8601 with the offset: without one the time would be that of whatever machine reads it. */
function isInstant(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value)
}
