import type { Endpoint } from 'payload'
import { mayManageUsers } from '#access/roles.ts'
import { studioOrigin } from '#access/setup.ts'
import type { Environment } from '#base/env.ts'
import { refused } from '#messages/refused.ts'
import { makePasswordLink, passwordLinkAt } from '#signin/passwordLink.ts'

type LinkEnvironment = Pick<Environment, 'STUDIO_URL' | 'STUDIO_HOST' | 'STUDIO_PORT'>

/** An administrator makes a link with which somebody sets a new password. */
export function passwordLinkEndpoint(env: LinkEnvironment): Omit<Endpoint, 'root'> {
  return {
    path: '/:id/link',
    method: 'post',
    handler: async (req) => {
      if (!mayManageUsers(req.user, 'update')) throw refused(req, 403, 'users.notYours')
      const id = String(req.routeParams?.id)
      const { totalDocs } = await req.payload.count({ collection: 'users', where: { id: { equals: id } }, req })
      if (totalDocs === 0) throw refused(req, 404, 'users.unknown')
      const { token, expiresAt } = await makePasswordLink(req.payload, id, req)
      return Response.json({ url: passwordLinkAt(studioOrigin(env), token), expiresAt })
    },
  }
}
