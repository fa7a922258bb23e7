import { type CollectionBeforeChangeHook, type CollectionConfig, getFieldsToSign, jwtSign } from 'payload'
import { refused } from '#messages/refused.ts'

type RefreshHook = NonNullable<NonNullable<CollectionConfig['hooks']>['refresh']>[number]
type Session = { id: string; createdAt?: Date | string | null }

/** How long a session may stand still, and how long it may last at all, in seconds. */
export type SessionLimits = { idle: number; whole: number }

/** A session that is used goes on, and ends all the same when it has lasted as long as any may. */
export function refreshWithin({ idle, whole }: SessionLimits): RefreshHook {
  return async ({ args: { collection, req }, user }) => {
    // Payload notes the session on the user it found for the token; its types do not say so.
    const { _sid: sid } = (req.user ?? {}) as { _sid?: string }
    const session = (user.sessions as Session[] | undefined)?.find(({ id }) => id === sid)
    const began = new Date(session?.createdAt ?? 0).getTime()
    const left = Math.floor((began + whole * 1000 - Date.now()) / 1000)
    if (left <= 0) throw refused(req, 401, 'signin.sessionOver')
    if (left >= idle) return
    const fieldsToSign = getFieldsToSign({
      collectionConfig: collection.config,
      email: user.email,
      sid: session?.id,
      user: req.user,
    })
    const { exp, token } = await jwtSign({ fieldsToSign, secret: req.payload.secret, tokenExpiration: left })
    return { exp, refreshedToken: token, setCookie: true, user }
  }
}

const rights = ['role', 'locales'] as const

/** Whoever may do something else from now on signs in for it: sessions that were opened with other rights end at once. */
export const endSessionsOfOtherRights: CollectionBeforeChangeHook = ({ data, originalDoc, operation }) => {
  if (operation !== 'update' || !rights.some((name) => name in data && isOther(data[name], originalDoc?.[name])))
    return data
  return { ...data, sessions: [] }
}

function isOther(now: unknown, before: unknown): boolean {
  const plain = (value: unknown) => JSON.stringify(Array.isArray(value) ? [...value].sort() : (value ?? []))
  return plain(now) !== plain(before)
}
