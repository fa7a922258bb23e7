import type { Access, CollectionConfig, FieldAccess, PayloadRequest, Where } from 'payload'
import { mayDo, mayManageUsers, mayManageWebhooks, mayWrite, roleNames, type Staff, type UserRight } from './roles.ts'

/** Every operation that Payload asks about. A collection states all of them: what is left out, Payload grants to anybody signed in. */
type Rules = Required<Pick<NonNullable<CollectionConfig['access']>, Operation>>
export const operations = ['create', 'read', 'readVersions', 'update', 'delete', 'unlock', 'admin'] as const
type Operation = (typeof operations)[number]

const nobody = () => false

/** Working copies. */
export const documentRules: Rules = {
  create: ({ req }) => mayDo(req.user, 'create'),
  read: ({ req }) => mayDo(req.user, 'read'),
  readVersions: ({ req }) => mayDo(req.user, 'readVersions'),
  update: ({ req }) => mayWrite(req.user),
  delete: ({ req }) => mayDo(req.user, 'delete'),
  unlock: nobody,
  admin: nobody,
}

/** Accounts: an admin's, and one's own. `admin` opens the studio to everybody who has a role. */
export const userRules: Rules = {
  create: ({ req }) => mayManageUsers(req.user, 'create'),
  read: othersOr('read'),
  readVersions: nobody,
  update: othersOr('update'),
  delete: ({ req }) => mayManageUsers(req.user, 'delete'),
  // No account is ever locked.
  unlock: nobody,
  admin: ({ req }) => roleNames.some((role) => role === req.user?.role),
}

/** Who is told of public changes. */
export const webhookRules: Rules = {
  create: ({ req }) => mayManageWebhooks(req.user, 'create'),
  read: ({ req }) => mayManageWebhooks(req.user, 'read'),
  readVersions: nobody,
  update: ({ req }) => mayManageWebhooks(req.user, 'update'),
  delete: ({ req }) => mayManageWebhooks(req.user, 'delete'),
  unlock: nobody,
  admin: nobody,
}

/** What only the studio's own code touches. */
export const closedRules: Rules = {
  create: nobody,
  read: nobody,
  readVersions: nobody,
  update: nobody,
  delete: nobody,
  unlock: nobody,
  admin: nobody,
}

/** Settings of the admin that each person keeps for themselves: column order, open tabs. */
export const ownRules: Rules = {
  ...closedRules,
  create: ({ req }) => Boolean(req.user),
  read: ({ req }) => ofThemselves(req),
  update: ({ req }) => ofThemselves(req),
  delete: ({ req }) => ofThemselves(req),
}

/** Fields of an account that only those who manage accounts may set. */
export const managedField: { create: FieldAccess; update: FieldAccess } = {
  create: ({ req }) => mayManageUsers(req.user, 'create'),
  update: ({ req }) => mayManageUsers(req.user, 'update'),
}

/** Fields of a document that are never published. */
export const internalField: { create: FieldAccess; read: FieldAccess; update: FieldAccess } = {
  create: ({ req }) => mayDo(req.user, 'readInternal'),
  read: ({ req }) => mayDo(req.user, 'readInternal'),
  update: ({ req }) => mayDo(req.user, 'readInternal'),
}

/** Fields that the studio computes. */
export const computedField: { create: FieldAccess; update: FieldAccess } = { create: nobody, update: nobody }

function othersOr(right: UserRight): Access {
  return ({ req }) => mayManageUsers(req.user, right) || (req.user ? { id: { equals: req.user.id } } : false)
}

export function ofThemselves(req: PayloadRequest): Where | false {
  const user: (Staff & { collection: string }) | null = req.user
  return user ? { 'user.value': { equals: user.id }, 'user.relationTo': { equals: user.collection } } : false
}
