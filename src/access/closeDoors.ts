import type { Endpoint, SanitizedConfig } from 'payload'
import { type MessageKey, message } from '#messages/message.ts'
import { languageOf } from '#messages/refused.ts'
import { type Who, whoMayCall } from './endpoints.ts'
import { faultOfForm } from './readableForm.ts'
import { closedRules, ownRules } from './rules.ts'
import { settleLocale } from './settleLocale.ts'

/** Payload's own collections, which it adds by itself and partly leaves open to everybody signed in. */
const ofPayload: Readonly<Record<string, typeof closedRules>> = {
  'payload-preferences': ownRules,
  'payload-kv': closedRules,
  'payload-migrations': closedRules,
}

/** Payload's Next handler adds an endpoint that draws pictures for anybody, unless there is one of this name. */
const openGraph: Endpoint = { method: 'get', path: '/og', handler: () => new Response(null, { status: 404 }) }

type Door = Omit<Endpoint, 'root'>

/** Every endpoint and every collection of the finished configuration answers by the tables of this folder; what they do not name is closed. */
export function closeDoors(config: SanitizedConfig): SanitizedConfig {
  return {
    ...config,
    // The sanitized type wants endpoints that are root and not root at once.
    endpoints: [...config.endpoints, openGraph].map((door) => guarded('root', door)) as SanitizedConfig['endpoints'],
    collections: config.collections.map((collection) => ({
      ...collection,
      access: { ...collection.access, ...ofPayload[collection.slug] },
      endpoints:
        collection.endpoints === false ? false : collection.endpoints.map((door) => guarded(collection.slug, door)),
    })),
  }
}

function guarded<D extends Door>(owner: string, door: D): D {
  const who = whoMayCall(owner, door.method, door.path)
  return {
    ...door,
    handler: async (req) => {
      if (!admits[who](Boolean(req.user)))
        return Response.json({ errors: [{ message: message(languageOf(req), refusals[who]) }] }, { status: 403 })
      if (door.method === 'get') settleLocale(req)
      try {
        return await door.handler(req)
      } catch (error) {
        throw faultOfForm(req, error)
      }
    },
  }
}

const admits = {
  anyone: () => true,
  staff: (isSignedIn) => isSignedIn,
  nobody: () => false,
} satisfies Record<Who, (isSignedIn: boolean) => boolean>

const refusals = {
  anyone: 'access.signInFirst',
  staff: 'access.signInFirst',
  nobody: 'access.closed',
} satisfies Record<Who, MessageKey>
