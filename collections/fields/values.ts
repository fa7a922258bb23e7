import type {
  CheckboxField,
  DateField,
  DateFieldValidation,
  NumberField,
  NumberFieldSingleValidation,
  SelectField,
  TextField,
  TextFieldManyValidation,
  TextFieldSingleValidation,
} from 'payload'
import { choicesOf } from '#locales/labels.ts'
import { type MessageKey, message } from '#messages/message.ts'
import type { VocabularyName } from '#record/vocabularies.ts'
import { webAddress } from '#record/webAddress.ts'

/** A word of a controlled list. */
export function choice(name: string, vocabulary: VocabularyName, options: { defaultValue?: string } = {}): SelectField {
  return { ...options, name, type: 'select', options: choicesOf(vocabulary) }
}

/** Several words of a controlled list. */
export function choices(name: string, vocabulary: VocabularyName): SelectField {
  return { name, type: 'select', hasMany: true, options: choicesOf(vocabulary) }
}

type Bounds = { min: number; max: number }

/** A number with a fraction. */
export function amount(name: string, bounds: Bounds): NumberField {
  return { ...bounds, name, type: 'number', validate: within(bounds, () => true, 'errors.amount') }
}

/** A whole number. Every bound lies within what GraphQL and both databases hold. */
export function wholeAmount(name: string, bounds: Bounds): NumberField {
  return { ...bounds, name, type: 'number', validate: within(bounds, Number.isInteger, 'errors.wholeAmount') }
}

function within({ min, max }: Bounds, isFit: (value: number) => boolean, key: MessageKey): NumberFieldSingleValidation {
  return (value, { req }) => {
    if (value === null || value === undefined) return true
    const isGood = typeof value === 'number' && value >= min && value <= max && isFit(value)
    return isGood || message(req.i18n.language, key, { min, max })
  }
}

const validateAddress: TextFieldSingleValidation = (value, { req }) =>
  !value?.trim() || webAddress(value) !== null || message(req.i18n.language, 'errors.address', { address: value })

const validateAddresses: TextFieldManyValidation = (values, { req }) => {
  const wrong = values?.find((value) => webAddress(value) === null)
  return wrong === undefined || message(req.i18n.language, 'errors.address', { address: wrong })
}

/** The address of a page. */
export function address(name: string): TextField {
  return { name, type: 'text', validate: validateAddress }
}

/** Addresses of pages. */
export function addresses(name: string): TextField {
  return { name, type: 'text', hasMany: true, validate: validateAddresses }
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
