import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { closeFolder, forOwnUserOnly } from '#base/closedFiles.ts'
import { type Environment, readEnvironment } from '#base/env.ts'
import { guardStreams } from '#base/logs/guardStreams.ts'
import { openPublicFiles } from '#media/editions/openPublicFiles.ts'
import { peerHeader } from '#signin/address.ts'
import { guardPages } from './pageBodies.ts'
import { inwardCookies } from './sessionCookie.ts'

/** What a studio process does before it answers anybody. */
export function openDoors(env: Environment = readEnvironment()): void {
  guardStreams(env.LOG_LEVEL)
  forOwnUserOnly()
  closeFolder(env.DATA_DIR, env.MEDIA_DIR)
  openPublicFiles(env.MEDIA_DIR)
  const isHttps = env.STUDIO_URL?.startsWith('https:') ?? false
  const guarded = new WeakSet<Server>()
  // Node announces each request here before anybody answers it, whoever made the server.
  subscribe('http.server.request.start', (said) => {
    const { request, response, server } = said as Announced
    if (!guarded.has(server)) {
      guarded.add(server)
      guardPages(server)
    }
    closeAfterEarlyAnswer(request, response)
    request.headers[peerHeader] = request.socket.remoteAddress ?? ''
    if (isHttps) overTls(request, response)
  })
}

/** How long a caller may take to read an answer that came before the end of what they send. */
const lingerMs = 300

/**
 * What was answered before all of it had come is not read on: Node would throw the rest away, byte by byte. The answer says that the
 * connection ends with it, so that nobody sends another request into it, and it ends a moment later: a caller who still sends would
 * lose the answer otherwise.
 */
function closeAfterEarlyAnswer(request: IncomingMessage, response: ServerResponse): void {
  if (!announcesBody(request)) return
  const { socket } = request
  const { writeHead } = response
  // Node writes every head through this method. Its overloads are more than a type of arguments can say.
  response.writeHead = ((...head: Parameters<typeof writeHead>) => {
    if (!request.complete && !response.headersSent) {
      response.setHeader('Connection', 'close')
      socket.destroySoon = () => endSlowly(socket)
    }
    return writeHead.apply(response, head)
  }) as typeof writeHead
}

function announcesBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function endSlowly(socket: Socket): void {
  socket.pause()
  socket.end()
  setTimeout(() => socket.destroy(), lingerMs)
}

type Announced = { request: IncomingMessage; response: ServerResponse; server: Server }

const twoYears = 2 * 365 * 24 * 60 * 60

function overTls(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Strict-Transport-Security', `max-age=${twoYears}`)
  const { cookie } = request.headers
  if (cookie !== undefined) request.headers.cookie = inwardCookies(cookie)
}
