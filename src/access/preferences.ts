import type { PayloadRequest } from 'payload'
import { refused } from '#messages/refused.ts'
import { ofThemselves } from './rules.ts'

/** How many settings of the admin are kept for each account, and how long their names may be. How large one may be is in `src/doors/bodies.ts`. */
const preferenceLimits = { kept: 500, name: 200 } as const

const collection = 'payload-preferences'

type Handler = (req: PayloadRequest) => Promise<Response> | Response

/** Keeps a setting, and lets those go that were not touched for longest: each document that somebody opened has one. */
export function withinLimits(keep: Handler): Handler {
  return async (req) => {
    if (String(req.routeParams?.key).length > preferenceLimits.name)
      throw refused(req, 400, 'request.badAddress', { name: '/' }, { parameters: ['/'] })
    const answer = await keep(req)
    await forgetOldest(req)
    return answer
  }
}

async function forgetOldest(req: PayloadRequest): Promise<void> {
  const own = ofThemselves(req)
  if (!own) return
  const { docs } = await req.payload.find({
    collection,
    where: own,
    sort: '-updatedAt',
    limit: preferenceLimits.kept,
    page: 2,
    depth: 0,
    req,
  })
  if (docs.length === 0) return
  await req.payload.delete({ collection, where: { id: { in: docs.map(({ id }) => id) } }, depth: 0, req })
}
