import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { closeFolder, forOwnUserOnly } from '#base/closedFiles.ts'
import { type Environment, readEnvironment } from '#base/env.ts'
import { guardStreams } from '#base/logs/guardStreams.ts'
import { peerHeader } from '#signin/address.ts'
import { guardPages } from './pageBodies.ts'
import { inwardCookies } from './sessionCookie.ts'

/** What a studio process does before it answers anybody. */
export function openDoors(env: Environment = readEnvironment()): void {
  guardStreams(env.LOG_LEVEL)
  forOwnUserOnly()
  closeFolder(env.DATA_DIR)
  const isHttps = env.STUDIO_URL?.startsWith('https:') ?? false
  const guarded = new WeakSet<Server>()
  // Node announces each request here before anybody answers it, whoever made the server.
  subscribe('http.server.request.start', (said) => {
    const { request, response, server } = said as Announced
    if (!guarded.has(server)) {
      guarded.add(server)
      guardPages(server)
    }
    response.once('finish', () => setImmediate(() => endUnread(request)))
    request.headers[peerHeader] = request.socket.remoteAddress ?? ''
    if (isHttps) overTls(request, response)
  })
}

/** How long a caller may take to read an answer that came before the end of what they send. */
const lingerMs = 300

/**
 * What was answered before all of it had come is not read on: Node would throw the rest away, byte by byte. Nor is the connection
 * ended at once, because a caller who still sends would lose the answer with it.
 */
function endUnread({ complete, socket }: IncomingMessage): void {
  if (complete || socket.destroyed) return
  socket.pause()
  setTimeout(() => socket.destroy(), lingerMs)
}

type Announced = { request: IncomingMessage; response: ServerResponse; server: Server }

const twoYears = 2 * 365 * 24 * 60 * 60

function overTls(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Strict-Transport-Security', `max-age=${twoYears}`)
  const { cookie } = request.headers
  if (cookie !== undefined) request.headers.cookie = inwardCookies(cookie)
}
