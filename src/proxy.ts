import { type NextRequest, NextResponse } from 'next/server'

/** Pages only: the answers of the API and static files have a fixed policy (next.config.mjs). */
export const config = { matcher: ['/admin/:path*'] }

/**
 * Gives each page of the admin a Content-Security-Policy with a nonce of its own. Next puts the
 * nonce on its scripts where it finds the policy on the request.
 */
export function proxy(request: NextRequest): NextResponse {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const status = faultOfAction(request.headers)
    // The rest of the body is not waited for.
    if (status) return new NextResponse(null, { status, headers: { Connection: 'close' } })
  }
  const policy = policyWith(crypto.randomUUID())
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

/** As next.config.mjs has it for what a form sends of itself. */
const mostBytes = 4 * 1024 * 1024

/** Next reads and keeps the whole body of whatever is sent to a page. Only the admin's own forms send something, and say how much. */
function faultOfAction(headers: Headers): 405 | 411 | 413 | null {
  if (!headers.has('Next-Action')) return 405
  const length = headers.get('Content-Length')
  if (length === null) return 411
  return Number(length) > mostBytes ? 413 : null
}

const isDevelopment = process.env.NODE_ENV === 'development'

/** No third party at all. Styles are inline: Payload and the editor set `style` attributes. */
function policyWith(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
