import type { TextField, TextFieldSingleValidation } from 'payload'
import { parseEdtf } from '#dates/edtf.ts'
import { message } from '#messages/message.ts'
import { deskParts } from './deskParts.ts'

const validate: TextFieldSingleValidation = (value, { req }) => {
  if (!value) return true
  const parsed = parseEdtf(value)
  if (parsed.ok) return true
  const { language } = req.i18n
  const reason = message(language, `dates.notADate.${parsed.reason}`)
  return message(language, 'dates.refused', { reason, example: parsed.example })
}

/** A date as an EDTF string (ISO 8601-2): `2018-05-21`, `2018~`, `2018-05-21/2020-09-16`. */
export function dateField(name = 'date'): TextField {
  return { name, type: 'text', validate, admin: { components: { afterInput: [deskParts.dateReading] } } }
}
