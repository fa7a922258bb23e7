import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'

/** Routes that read bodies, and cap them themselves (`behindDoor`). */
const routes = /^\/(api\/.*|setup|password)$/s
/** What Next asks of itself while it reloads. */
const ofDevelopment = /^\/__next/
const without: readonly (string | undefined)[] = ['GET', 'HEAD', 'OPTIONS']

/** As next.config.mjs has it for what a form sends of itself. */
const mostBytes = 4 * 1024 * 1024

type Fault = 400 | 405 | 411 | 413

/**
 * Pages take the admin's own forms and nothing else. Next keeps the body of whatever is sent to a page and answers after all of it has come,
 * so what is no form is answered before Next hears of it; so is a path that nobody can decode, which Next answers as a fault of its own.
 */
export function guardPages(server: Server): void {
  // A server has no other listeners of requests than those of this kind.
  const listeners = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    const fault = faultOf(request)
    if (fault) refuse(response, fault)
    else for (const listener of listeners) listener.call(server, request, response)
  })
}

function faultOf({ method, url = '', headers }: IncomingMessage): Fault | null {
  const path = pathOf(url)
  if (path === null) return 400
  if (without.includes(method) || takesBodies(path)) return null
  if (headers['next-action'] === undefined) return 405
  if (headers['content-length'] === undefined) return 411
  return Number(headers['content-length']) > mostBytes ? 413 : null
}

/** As whoever answers it reads it: without `..`, and without the host that it may begin with. Null where it cannot be read. */
function pathOf(url: string): string | null {
  try {
    const { pathname } = new URL(url.startsWith('/') ? `http://studio${url}` : url, 'http://studio')
    decodeURIComponent(pathname)
    return pathname
  } catch {
    return null
  }
}

function takesBodies(path: string): boolean {
  return routes.test(path) || (process.env.NODE_ENV !== 'production' && ofDevelopment.test(path))
}

function refuse(response: ServerResponse, status: Fault): void {
  response.writeHead(status, { 'Cache-Control': 'no-store', 'Content-Length': 0 }).end()
}
