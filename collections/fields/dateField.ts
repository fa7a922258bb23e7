import type { TextField, TextFieldSingleValidation } from 'payload'
import { parseEdtf } from '#dates/edtf.ts'
import { say } from '../wording/say.ts'
import { translated } from '../wording/translated.ts'
import { deskParts } from './deskParts.ts'

const notADate = say(
  'Not a date we can read.',
  'Такої дати не вдалося прочитати.',
  'Такую дату не удалось прочитать.',
  'Bu tarih okunamadı.',
)
const forExample = say('For example:', 'Наприклад:', 'Например:', 'Örneğin:')

const validate: TextFieldSingleValidation = (value, { req }) => {
  if (!value) return true
  const parsed = parseEdtf(value)
  if (parsed.ok) return true
  const why = req.i18n.language === 'en' ? parsed.reason : translated(notADate, req)
  return `${why} ${translated(forExample, req)} ${parsed.example}`
}

/** A date as an EDTF string (ISO 8601-2): `2018-05-21`, `2018~`, `2018-05-21/2020-09-16`. */
export function dateField(name = 'date'): TextField {
  return { name, type: 'text', validate, admin: { components: { afterInput: [deskParts.dateReading] } } }
}
