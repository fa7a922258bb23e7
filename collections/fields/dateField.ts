import type { TextField } from 'payload'
import { deskParts } from './deskParts.ts'

/** A date as an EDTF string (ISO 8601-2): `2018-05-21`, `2018~`, `2018-05-21/2020-09-16`. */
export function dateField(name = 'date'): TextField {
  return { name, type: 'text', admin: { components: { afterInput: [deskParts.dateReading] } } }
}
