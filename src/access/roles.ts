/**
 * Who may do what. Everything that is not said here is denied.
 *
 * - `documents`: the seven kinds of working copies. `translate` is an update of the assigned locales' words and of
 *   nothing else; `readInternal` covers what is never published; `publish` covers withdrawing; `preview` is
 *   giving somebody without an account a link to a working copy, and whether one may be given depends on what is internal, so
 *   it goes with `readInternal`; `overrideStrict` is letting through, with a reason, what a gate leaves to administrators.
 * - `users`: other people's accounts. Everybody reads their own and changes their own name and password.
 * - `webhooks`: who is told of public changes, and the secrets that sign it; `update` covers trying again.
 */
export const roles = {
  admin: {
    documents: [
      'create',
      'read',
      'update',
      'delete',
      'readVersions',
      'readInternal',
      'publish',
      'preview',
      'overrideStrict',
    ],
    users: ['create', 'read', 'update', 'delete'],
    webhooks: ['create', 'read', 'update', 'delete'],
  },
  editor: {
    documents: ['create', 'read', 'update', 'delete', 'readVersions', 'readInternal', 'publish', 'preview'],
    users: [],
    webhooks: [],
  },
  translator: {
    documents: ['read', 'readVersions', 'translate'],
    users: [],
    webhooks: [],
  },
  reader: {
    documents: ['read', 'readVersions'],
    users: [],
    webhooks: [],
  },
} as const satisfies Record<string, RoleRow>

type RoleRow = {
  documents: readonly DocumentRight[]
  users: readonly UserRight[]
  webhooks: readonly WebhookRight[]
}

export type DocumentRight =
  | 'create'
  | 'read'
  | 'update'
  | 'delete'
  | 'readVersions'
  | 'readInternal'
  | 'publish'
  | 'preview'
  | 'overrideStrict'
  | 'translate'
export type UserRight = 'create' | 'read' | 'update' | 'delete'
export type WebhookRight = 'create' | 'read' | 'update' | 'delete'

export type Role = keyof typeof roles
export const roleNames = Object.keys(roles) as Role[]

/** What the rules need to know of somebody who is signed in; any other shape has no rights. */
export type Staff = { id: number | string; role?: unknown; locales?: unknown }

export function mayDo(user: Staff | null | undefined, right: DocumentRight): boolean {
  return rightsOf(user).documents.includes(right)
}

export function mayManageUsers(user: Staff | null | undefined, right: UserRight): boolean {
  return rightsOf(user).users.includes(right)
}

export function mayManageWebhooks(user: Staff | null | undefined, right: WebhookRight): boolean {
  return rightsOf(user).webhooks.includes(right)
}

/** Publishing and withdrawing. */
export function mayPublish(user: Staff | null | undefined): boolean {
  return mayDo(user, 'publish')
}

/** May write something into this document: its facts, or the words of some locale. */
export function mayWrite(user: Staff | null | undefined): boolean {
  return mayDo(user, 'update') || (mayDo(user, 'translate') && assignedLocales(user).length > 0)
}

/** May write the words of this locale. */
export function mayWriteLocale(user: Staff | null | undefined, locale: string): boolean {
  return mayDo(user, 'update') || (mayDo(user, 'translate') && assignedLocales(user).includes(locale))
}

/** The locales that a translator may write. */
export function assignedLocales(user: Staff | null | undefined): string[] {
  const locales: unknown[] = Array.isArray(user?.locales) ? user.locales : []
  return locales.filter((locale) => typeof locale === 'string')
}

const noRights: RoleRow = { documents: [], users: [], webhooks: [] }

function rightsOf(user: Staff | null | undefined): RoleRow {
  return isRole(user?.role) ? roles[user.role] : noRights
}

function isRole(role: unknown): role is Role {
  return typeof role === 'string' && Object.hasOwn(roles, role)
}
