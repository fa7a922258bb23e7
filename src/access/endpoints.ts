import { documentTypes } from '#record/shape.ts'

/**
 * Every REST endpoint of the studio and who may call it: asked before anything of the request is read. What an endpoint then
 * does is decided by the rules of its collection; an endpoint that is not in this table answers nobody.
 */
export type Who =
  | 'anyone'
  | 'staff'
  | 'writers'
  | 'deleters'
  | 'publishers'
  | 'previewers'
  | 'userManagers'
  | 'webhookManagers'
  | 'nobody'
type Table = Readonly<Record<string, Who>>

const reading: Table = {
  'get /': 'staff',
  'get /count': 'staff',
  'get /:id': 'staff',
  'get /versions': 'staff',
  'get /versions/:id': 'staff',
  'post /access/:id?': 'staff',
}

const documents: Table = {
  ...reading,
  'post /': 'writers',
  'patch /': 'writers',
  'patch /:id': 'writers',
  'delete /': 'deleters',
  'delete /:id': 'deleters',
  'post /:id/duplicate': 'writers',
  'post /versions/:id': 'writers',
  'get /:id/publication': 'staff',
  'post /:id/publish': 'publishers',
  'post /:id/withdraw': 'publishers',
  'post /publish': 'publishers',
  'post /withdraw': 'publishers',
  'post /:id/preview': 'previewers',
  'get /:id/preview': 'staff',
  'delete /:id/preview/:link': 'previewers',
}

const media: Table = {
  ...documents,
  'get /file/:filename': 'staff',
  // Fetches any address from inside the network.
  'get /paste-url/:id?': 'nobody',
}

const users: Table = {
  ...reading,
  'post /': 'userManagers',
  // Everybody changes their own name and password; the rules of the collection say whose account it is.
  'patch /': 'staff',
  'patch /:id': 'staff',
  'delete /': 'userManagers',
  'delete /:id': 'userManagers',
  'post /versions/:id': 'nobody',
  'post /login': 'anyone',
  'post /logout': 'anyone',
  'get /me': 'anyone',
  'get /init': 'anyone',
  'post /refresh-token': 'staff',
  'post /unlock': 'userManagers',
  // The first user comes through the setup link, every other one from an admin; no mail is sent.
  'post /first-register': 'nobody',
  'post /forgot-password': 'nobody',
  'post /reset-password': 'nobody',
  'post /verify/:id': 'nobody',
}

const webhooks: Table = {
  ...reading,
  'post /': 'webhookManagers',
  'patch /': 'webhookManagers',
  'patch /:id': 'webhookManagers',
  'delete /': 'webhookManagers',
  'delete /:id': 'webhookManagers',
  'post /versions/:id': 'nobody',
  'post /:id/retry': 'webhookManagers',
  'get /:id/secret': 'webhookManagers',
  'post /:id/secret': 'webhookManagers',
}

/** The ones that Payload gives to collections which have no door of their own. */
const closed: Table = {
  'get /': 'nobody',
  'get /count': 'nobody',
  'get /:id': 'nobody',
  'get /versions': 'nobody',
  'get /versions/:id': 'nobody',
  'post /access/:id?': 'nobody',
  'post /': 'nobody',
  'patch /': 'nobody',
  'patch /:id': 'nobody',
  'delete /': 'nobody',
  'delete /:id': 'nobody',
  'post /:id/duplicate': 'nobody',
  'post /versions/:id': 'nobody',
}

const preferences: Table = {
  ...closed,
  'get /:key': 'staff',
  'post /:key': 'staff',
  'delete /:key': 'staff',
}

/** Asks itself who is there: a preview link opens it as a session does. */
const preview: Table = {
  'get /preview/graphql': 'anyone',
  'post /preview/graphql': 'anyone',
  'options /preview/graphql': 'anyone',
}

/** By collection; `root` is everything directly below `/api`. */
export const endpoints: Readonly<Record<string, Table>> = {
  root: { ...preview, 'get /access': 'staff', 'get /og': 'nobody' },
  ...Object.fromEntries(documentTypes.map((type) => [type, documents])),
  media,
  users,
  'payload-preferences': preferences,
  'payload-kv': closed,
  published: closed,
  changes: closed,
  previewTokens: closed,
  webhooks,
  webhookDeliveries: closed,
}

export function whoMayCall(owner: string, method: string, path: string): Who {
  return endpoints[owner]?.[`${method} ${path}`] ?? 'nobody'
}
