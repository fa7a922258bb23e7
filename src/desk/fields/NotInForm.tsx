'use client'
// Slot: admin.components.Field of a computed field that lists show and forms do not; admin.components.Diff of what no
// comparison of versions shows.
import './fields.css'

/** Payload keeps fields that are hidden out of lists as well; this one is only out of the form. */
export function NotInForm() {
  return null
}
