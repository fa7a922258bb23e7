import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { DeliveryEnvironment } from '#base/env.ts'
import { CallerError, ConfigurationError } from '#base/errors.ts'
import type { Route } from './methods.ts'
import { type Exchange, type FlatHeaders, send } from './reply.ts'

/** What `npm run build` made of `src/explorer`. */
const built = '.holos/explorer'

type Settings = Pick<DeliveryEnvironment, 'EXPLORER' | 'DELIVERY_HOST' | 'DELIVERY_URL' | 'TRUSTED_DOCUMENTS'>

const loopback = /^(localhost|127(\.\d+){3}|::1)$/

/**
 * Whether the explorer is served. `auto`: on an installation that only its own machine reaches, where
 * it was built. A closed delivery has none: it would refuse every question but the registered ones.
 */
export function hasExplorer(
  { EXPLORER, DELIVERY_HOST, DELIVERY_URL, TRUSTED_DOCUMENTS }: Settings,
  folder = built,
): boolean {
  if (EXPLORER === 'off' || TRUSTED_DOCUMENTS !== undefined) return false
  const isBuilt = existsSync(join(folder, 'index.html'))
  if (EXPLORER === 'auto') return isBuilt && DELIVERY_URL === undefined && loopback.test(DELIVERY_HOST)
  if (isBuilt) return true
  throw new ConfigurationError('EXPLORER is on, but the explorer is not built. Run npm run build, or set EXPLORER=off.')
}

type Routes = Record<string, Route> & { '/': Route; '/graphql': Route }

/** The routes of the explorer, and those that lead browsers to it. */
export function withExplorer(routes: Routes, folder = built): Record<string, Route> {
  return {
    ...routes,
    '/': leadingBrowsers(routes['/']),
    '/graphql': leadingBrowsers(routes['/graphql']),
    '/explorer': pageRoute(folder),
    '/explorer/*': filesRoute(folder),
  }
}

/** An address that a browser opens shows the explorer; a query is answered. */
function leadingBrowsers(route: Route): Route {
  return {
    ...route,
    GET(exchange) {
      return isVisit(exchange) ? lead(exchange) : route.GET(exchange)
    },
  }
}

function isVisit({ request: { url = '', headers } }: Exchange): boolean {
  return !/[?&](query|extensions)=/.test(url) && /\btext\/html\b/i.test(headers.accept ?? '')
}

function lead(exchange: Exchange): void {
  send(exchange, 307, ['Location', 'explorer', 'Cache-Control', 'no-store', 'Vary', 'Accept'], '')
}

/**
 * The page's own policy in place of the one for data. Monaco, the editor, writes style elements and
 * attributes while it runs, and knows no nonce; scripts are files of ours and nothing else.
 */
const pageHeaders: FlatHeaders = [
  'X-Content-Type-Options',
  'nosniff',
  'Referrer-Policy',
  'no-referrer',
  'Content-Security-Policy',
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy',
  'same-origin',
  'Cross-Origin-Opener-Policy',
  'same-origin',
]

function pageRoute(folder: string): Route {
  return {
    async GET(exchange) {
      const page = await readFile(join(folder, 'index.html'))
      const headers = ['Content-Type', 'text/html; charset=utf-8', 'Cache-Control', 'no-cache']
      send({ ...exchange, headers: pageHeaders }, 200, headers, page)
    },
  }
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

const fileName = /^[\w.-]+-[\w-]{8}\.\w+$/

function filesRoute(folder: string): Route {
  return {
    GET(exchange) {
      return sendFile(exchange, folder)
    },
  }
}

/** Read when it is asked for. The build's names hold a hash of the content, so a browser may keep it for ever. */
async function sendFile(exchange: Exchange, folder: string): Promise<void> {
  const name = (exchange.request.url ?? '').replace(/^\/explorer\//, '').replace(/[?#].*$/s, '')
  const type = fileName.test(name) ? types[extname(name)] : undefined
  if (!type || !existsSync(join(folder, name)))
    throw new CallerError('BAD_REQUEST', 404, 'The explorer has no such file.')
  const isZipped = takesGzip(exchange) && existsSync(join(folder, `${name}.gz`))
  const bytes = await readFile(join(folder, isZipped ? `${name}.gz` : name))
  const headers = ['Content-Type', type, 'Cache-Control', 'public, max-age=31536000, immutable']
  headers.push('Vary', 'Accept-Encoding', ...(isZipped ? ['Content-Encoding', 'gzip'] : []))
  send({ ...exchange, headers: pageHeaders }, 200, headers, bytes)
}

function takesGzip({ request: { headers } }: Exchange): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\b)/i.test(String(headers['accept-encoding'] ?? ''))
}
