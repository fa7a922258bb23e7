import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'

/** Routes that read bodies, and cap them themselves (`behindDoor`); what Next asks of itself in development. */
const routes = /^\/(api\/|setup|password|__next)/
const without: readonly (string | undefined)[] = ['GET', 'HEAD', 'OPTIONS']

/** As next.config.mjs has it for what a form sends of itself. */
const mostBytes = 4 * 1024 * 1024

type Fault = 405 | 411 | 413

/**
 * Pages take the admin's own forms and nothing else. Next keeps the body of whatever is sent to a page and answers after all of it has come,
 * so what is no form is answered before Next hears of it.
 */
export function guardPages(server: Server): void {
  // A server has no other listeners of requests than those of this kind.
  const listeners = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    const fault = faultOfPage(request)
    if (fault) refuse(response, fault)
    else for (const listener of listeners) listener.call(server, request, response)
  })
}

function faultOfPage({ method, url = '', headers }: IncomingMessage): Fault | null {
  if (without.includes(method) || routes.test(url)) return null
  if (headers['next-action'] === undefined) return 405
  if (headers['content-length'] === undefined) return 411
  return Number(headers['content-length']) > mostBytes ? 413 : null
}

function refuse(response: ServerResponse, status: Fault): void {
  response.writeHead(status, { 'Cache-Control': 'no-store', 'Content-Length': 0 }).end()
}
