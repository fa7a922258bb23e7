import type { Field, FieldAccess } from 'payload'
import { mayDo, mayWriteLocale } from '#access/roles.ts'
import { mapFields } from './structure.ts'

/**
 * Who may write each field, so that the admin shows what is not yours as read-only: facts are the
 * editors', words are also the translator's of that locale. Requests are judged before, and loudly, by
 * `refuseForeignFields`; by itself Payload would drop the field and answer "saved".
 */
export function withRules(fields: readonly Field[]): Field[] {
  return mapFields(fields, ruled)
}

function ruled(field: Field): Field {
  if ('fields' in field) return ruledParent(field)
  if (field.type === 'ui' || field.type === 'join' || !('name' in field)) return field
  return withAccess(field, isLocalized(field) ? words : facts)
}

/** A group or list of rows without any words is a fact as a whole. */
function ruledParent(field: Field): Field {
  return 'name' in field && field.name && !holdsWords(field) ? withAccess(field, facts) : field
}

function withAccess(field: Field, update: FieldAccess): Field {
  const own = 'access' in field ? field.access : undefined
  // Every kind of named field has `access`; Payload types each kind by itself.
  return { ...field, access: { update, ...own } } as Field
}

const facts: FieldAccess = ({ req }) => mayDo(req.user, 'update')
const words: FieldAccess = ({ req }) => mayWriteLocale(req.user, req.locale ?? '')

function holdsWords(field: Field): boolean {
  if (isLocalized(field)) return true
  if (field.type === 'tabs') return field.tabs.some((tab) => tab.fields.some(holdsWords))
  return 'fields' in field && field.fields.some(holdsWords)
}

function isLocalized(field: Field): boolean {
  return 'localized' in field && field.localized === true
}
