import type { CollectionConfig } from 'payload'
import { roleNames } from '#access/roles.ts'
import { locales } from '#locales/table.ts'

export const users: CollectionConfig = {
  slug: 'users',
  dbName: 'users',
  auth: true,
  lockDocuments: false,
  fields: [
    { name: 'name', type: 'text' },
    { name: 'role', type: 'select', options: [...roleNames], required: true, defaultValue: 'reader', saveToJWT: true },
    {
      name: 'locales',
      type: 'select',
      hasMany: true,
      // `users_locales`, the name Payload would make, is what its SQL adapters call a table of localized words.
      dbName: 'users_assigned_locales',
      saveToJWT: true,
      options: locales.map(({ code, name }) => ({ value: code, label: name })),
    },
  ],
}
