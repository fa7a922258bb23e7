import type { Field, GroupField } from 'payload'
import { computedField, internalField } from '#access/rules.ts'
import { deskParts } from './deskParts.ts'

/** A field that the studio fills in: read-only for everybody, and never a question between two saves. */
export function computed<F extends Field>(field: F): F {
  return {
    ...field,
    access: computedField,
    custom: { ...field.custom, computed: true },
    admin: { ...field.admin, readOnly: true, disableBulkEdit: true },
  }
}

/** As `computed`, and not shown, nor in a comparison of versions, where Payload would: it serves lists and search. */
export function hidden<F extends Field>(field: F): F {
  const components = { Diff: deskParts.notInForm }
  const admin = { hidden: true, disableBulkEdit: true, disableListColumn: true, disableListFilter: true, components }
  return {
    ...field,
    access: computedField,
    custom: { ...field.custom, computed: true },
    admin: { ...field.admin, ...admin },
  }
}

/** A field for editors' eyes that is never published. */
export function internal<F extends Field>(field: F): F {
  const own = 'access' in field ? field.access : undefined
  return { ...field, access: { ...internalField, ...own }, custom: { ...field.custom, internal: true } }
}

/** The fields of an internal group, each internal by itself: a group that is denied as a whole would be emptied. */
export function internalGroup(group: GroupField): GroupField {
  return {
    ...group,
    fields: group.fields.map((field) => (field.type === 'group' ? internalGroup(field) : internal(field))),
  }
}
