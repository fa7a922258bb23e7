import { isDeepStrictEqual } from 'node:util'
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  Field,
  PayloadRequest,
} from 'payload'
import { mayManageUsers, roleNames } from '#access/roles.ts'
import { managedField, userRules } from '#access/rules.ts'
import type { Environment } from '#base/env.ts'
import { locales } from '#locales/table.ts'
import { fieldLabel } from '#messages/fieldKey.ts'
import { inAllLanguages, inOneLanguage } from '#messages/message.ts'
import { languageOf, refused } from '#messages/refused.ts'
import { askForPresentPassword, forgetPresentPassword, refuseWeakPassword } from '#signin/newPassword.ts'
import { endSessionsOfOtherRights, refreshWithin } from '#signin/sessions.ts'
import { signingIn } from '#signin/signingIn.ts'
import { described } from '../fields/described.ts'
import { deskParts, ownPart } from '../fields/deskParts.ts'
import { passwordLinkEndpoint } from './passwordLinkEndpoint.ts'

type UsersEnvironment = Pick<
  Environment,
  'STUDIO_URL' | 'STUDIO_HOST' | 'STUDIO_PORT' | 'TRUSTED_PROXIES' | 'SESSION_IDLE_MINUTES' | 'SESSION_HOURS'
>

/** Who signs in. The rights of a role are in `src/access/roles.ts`; passwords, waiting and sessions are in `src/signin`. */
export function users(env: UsersEnvironment): CollectionConfig {
  const idle = env.SESSION_IDLE_MINUTES * 60
  const { before, after } = signingIn(env)
  return {
    slug: 'users',
    dbName: 'users',
    access: userRules,
    lockDocuments: false,
    auth: {
      tokenExpiration: idle,
      // Payload locks an account for everybody, so that whoever knows an address could keep its owner out.
      maxLoginAttempts: 0,
      cookies: { sameSite: 'Strict', secure: env.STUDIO_URL?.startsWith('https:') ?? false },
    },
    labels: { singular: inOneLanguage('users.singular'), plural: inOneLanguage('users.plural') },
    admin: {
      useAsTitle: 'name',
      description: inAllLanguages('users.help'),
      defaultColumns: ['name', 'email', 'role', 'locales'],
    },
    hooks: {
      beforeOperation: [before, askForPresentPassword(), refuseManagedFields],
      beforeValidate: [refuseWeakPassword],
      beforeChange: [forgetPresentPassword, keepAnAdmin, endSessionsOfOtherRights],
      beforeDelete: [keepAnotherAdmin],
      afterLogin: [after],
      refresh: [refreshWithin({ idle, whole: env.SESSION_HOURS * 60 * 60 })],
    },
    endpoints: [passwordLinkEndpoint(env)],
    fields: described('users', fields),
  }
}

const fields: Field[] = [
  { name: 'email', type: 'email', required: true, unique: true, access: managedField },
  { name: 'name', type: 'text' },
  {
    name: 'role',
    type: 'select',
    required: true,
    defaultValue: 'reader',
    options: roleNames.map((value) => ({ value, label: inAllLanguages(`roles.${value}`) })),
    access: managedField,
  },
  {
    name: 'locales',
    type: 'select',
    hasMany: true,
    // `users_locales`, the name Payload would make, is what its SQL adapters call a table of localized words.
    dbName: 'users_assigned_locales',
    options: locales.map(({ code, name }) => ({ value: code, label: name })),
    access: managedField,
  },
  {
    name: 'presentPassword',
    type: 'text',
    // Sent with a new password and kept nowhere, so there is nothing to read; without the right to, the admin would not show it.
    virtual: true,
    admin: { disableListColumn: true, disableListFilter: true, components: { Field: deskParts.presentPassword } },
  },
  ownPart('passwordLink', 'passwordLink'),
]

/** By itself Payload would drop the field and answer "saved". */
const refuseManagedFields: CollectionBeforeOperationHook = async ({ args, operation, overrideAccess, req }) => {
  if (operation !== 'update' || overrideAccess || !req.user || mayManageUsers(req.user, 'update')) return args
  // The union of all operations is not narrowed by the operation's name.
  const { data = {} } = args as { data?: Record<string, unknown> }
  const present: Readonly<Record<string, unknown>> = { ...req.user }
  const foreign = managed.filter((name) => name in data && !isDeepStrictEqual(data[name] ?? [], present[name] ?? []))
  if (foreign.length === 0) return args
  const labels = foreign.map((name) => fieldLabel(languageOf(req), 'users', [name]))
  throw refused(req, 403, 'users.managedFields', { fields: labels.join(', ') }, { fields: foreign })
}

const managed = ['email', 'role', 'locales'] as const

const keepAnAdmin: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  if (originalDoc?.role === 'admin' && data.role !== undefined && data.role !== 'admin') {
    await refuseWithoutAdmin(req, originalDoc.id)
  }
}

const keepAnotherAdmin: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const leaving = await req.payload.findByID({ collection: 'users', id, depth: 0, disableErrors: true, req })
  if (leaving?.role === 'admin') await refuseWithoutAdmin(req, id)
}

/** The last administrator stays: nobody else could make one. */
async function refuseWithoutAdmin(req: PayloadRequest, leaving: number | string): Promise<void> {
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    where: { role: { equals: 'admin' }, id: { not_equals: leaving } },
    req,
  })
  if (totalDocs > 0) return
  throw refused(req, 409, 'users.lastAdministrator')
}
