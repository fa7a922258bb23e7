import { type NextRequest, NextResponse } from 'next/server'

/** Pages only: the answers of the API and static files have a fixed policy (next.config.mjs). */
export const config = { matcher: ['/admin/:path*'] }

/**
 * Gives each page of the admin a Content-Security-Policy with a nonce of its own. Next puts the
 * nonce on its scripts where it finds the policy on the request.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = policyWith(crypto.randomUUID())
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
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
