import type { TextField, TextFieldSingleValidation } from 'payload'
import { isLocalTime, isTimeZone } from '#base/time/localTime.ts'
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

/** A time of day as it is told: `06:00`. */
export function localTime(name: string): TextField {
  return { name, type: 'text', validate: timeValidation(isLocalTime, 'localTime', 'time') }
}

/** A name of the IANA database: `Europe/Simferopol`. */
export function timeZone(name: string): TextField {
  return { name, type: 'text', validate: timeValidation(isTimeZone, 'timeZone', 'zone') }
}

/** Refused in the words of the gate, which refuses what is stored already: a translator who saves words cannot mend it. */
function timeValidation(
  isRight: (text: string) => boolean,
  gate: 'localTime' | 'timeZone',
  name: string,
): TextFieldSingleValidation {
  return (value, { req, previousValue }) => {
    if (!value || value === previousValue || isRight(value)) return true
    const { language } = req.i18n
    const wrong = message(language, `gates.${gate}.message`, { [name]: value })
    return [wrong, message(language, `gates.${gate}.cure`)].join(' ')
  }
}
