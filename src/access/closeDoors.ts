import type { Endpoint, PayloadRequest, SanitizedConfig } from 'payload'
import { type MessageKey, message } from '#messages/message.ts'
import { languageOf, refused } from '#messages/refused.ts'
import { type Who, whoMayCall } from './endpoints.ts'
import { refuseOwnValues } from './fields/ownValues.ts'
import { withinLimits } from './preferences.ts'
import { refuseInternalFields } from './refuseForeignFields.ts'
import { faultOfCaller } from './requests/faultOfCaller.ts'
import { noteLocale, refuseOtherLocale } from './requests/lockedLocale.ts'
import { readBody } from './requests/readBody.ts'
import { readQuery } from './requests/readQuery.ts'
import { mayDo, mayManageUsers, mayManageWebhooks, mayPublish, mayWrite, type Staff } from './roles.ts'
import { closedRules, ownRules } from './rules.ts'

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
    hooks: { ...config.hooks, afterError: [...(config.hooks.afterError ?? []), unreadablePath] },
    collections: config.collections.map((collection) => ({
      ...collection,
      access: { ...collection.access, ...ofPayload[collection.slug] },
      hooks: {
        ...collection.hooks,
        beforeOperation: [
          noteLocale,
          refuseInternalFields,
          refuseOwnValues,
          ...(collection.hooks.beforeOperation ?? []),
        ],
        beforeChange: [...(collection.hooks.beforeChange ?? []), refuseOtherLocale],
      },
      endpoints:
        collection.endpoints === false ? false : collection.endpoints.map((door) => guarded(collection.slug, door)),
    })),
  }
}

/** The steps of every request: who asks, what the address and the body say, and only then the work. */
function guarded<D extends Door>(owner: string, door: D): D {
  const who = whoMayCall(owner, door.method, door.path)
  const isPreference = owner === 'payload-preferences' && door.method === 'post'
  const carryOut = isPreference ? withinLimits(door.handler) : door.handler
  return {
    ...door,
    handler: async (req) => {
      if (!admits[who](req.user)) return notAdmitted(req, who)
      try {
        // The preview reads its own requests, in the shapes of GraphQL.
        if (!door.path.startsWith('/preview/')) {
          readQuery(req, owner, `${door.method} ${door.path}`)
          await readBody(req)
        }
        return found(req, await carryOut(req))
      } catch (error) {
        throw faultOfCaller(req, error)
      }
    },
  }
}

const admits = {
  anyone: () => true,
  staff: Boolean,
  writers: mayWrite,
  deleters: (user) => mayDo(user, 'delete'),
  publishers: mayPublish,
  previewers: (user) => mayDo(user, 'preview'),
  userManagers: (user) => mayManageUsers(user, 'create'),
  webhookManagers: (user) => mayManageWebhooks(user, 'update'),
  nobody: () => false,
} satisfies Record<Who, (user: Staff | null) => boolean>

const refusals = {
  anyone: 'access.signInFirst',
  staff: 'access.signInFirst',
  writers: 'access.notYourRight',
  deleters: 'access.notYourRight',
  publishers: 'publish.notYours',
  previewers: 'preview.notYours',
  userManagers: 'access.notYourRight',
  webhookManagers: 'webhooks.refused.notYours',
  nobody: 'access.closed',
} satisfies Record<Who, MessageKey>

function notAdmitted(req: PayloadRequest, who: Who): Response {
  const key = req.user || who === 'nobody' ? refusals[who] : 'access.signInFirst'
  return Response.json({ errors: [{ message: message(languageOf(req), key) }] }, { status: 403 })
}

/** Payload answers 500 where a file that is asked for is not on the disk. */
function found(req: PayloadRequest, answer: Response): Response {
  if (answer.status === 500 && req.routeParams?.filename !== undefined) throw refused(req, 404, 'request.nothingHere')
  return answer
}

type AfterError = NonNullable<SanitizedConfig['hooks']['afterError']>[number]

/** The path is decoded before any endpoint of ours is asked. */
const unreadablePath: AfterError = ({ error, req }) => {
  if (!(error instanceof URIError)) return
  return {
    status: 400,
    response: { errors: [{ message: message(languageOf(req), 'request.badAddress', { name: 'path' }) }] },
  }
}
