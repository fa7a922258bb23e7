import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { DeliveryEnvironment } from '#base/env.ts'
import { startDelivery } from '#delivery/delivery.ts'

export type Answer = {
  status: number
  headers: Headers
  // The answers of an API have no type: a test looks at what it expects.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  body: any
}

export type AskOptions = {
  variables?: unknown
  operationName?: string
  headers?: Record<string, string>
  method?: 'GET' | 'POST'
}

export type TestDelivery = {
  readonly url: string
  readonly mediaDir: string
  /** Lines that were logged, as objects. */
  readonly logged: Record<string, unknown>[]
  ask(query: string, options?: AskOptions): Promise<Answer>
  get(path: string, headers?: Record<string, string>, method?: string): Promise<Answer>
  stop(): Promise<void>
}

/** A delivery in this process, on a port of its own, over the record at `databaseUrl`. */
export async function openDelivery(
  databaseUrl: string,
  overrides: Partial<DeliveryEnvironment> = {},
): Promise<TestDelivery> {
  const mediaDir = overrides.MEDIA_DIR ?? mkdtempSync(join(tmpdir(), 'holos-media-'))
  const logged: Record<string, unknown>[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(JSON.parse(line)) })
  const environment: DeliveryEnvironment = {
    DATABASE_URL: databaseUrl,
    STUDIO_PORT: 3000,
    STUDIO_HOST: '127.0.0.1',
    DELIVERY_PORT: 0,
    DELIVERY_HOST: '127.0.0.1',
    METRICS_PORT: 'off',
    STUDIO_URL: undefined,
    DELIVERY_URL: undefined,
    SITE_URL: undefined,
    DATA_DIR: 'data',
    MEDIA_DIR: mediaDir,
    DEFAULT_LOCALE: 'en',
    RATE_LIMIT: 'off',
    CORS_ORIGINS: '*',
    TRUSTED_PROXIES: 0,
    TRUSTED_DOCUMENTS: undefined,
    EXPLORER: 'off',
    LOG_LEVEL: 'warn',
    ...overrides,
  }
  const delivery = await startDelivery(environment, log)
  const get = (path: string, headers?: Record<string, string>, method = 'GET') =>
    answerTo(fetch(`${delivery.url}${path}`, { method, ...(headers && { headers }) }))
  return {
    url: delivery.url,
    mediaDir,
    logged,
    get,
    ask: (query, options = {}) => answerTo(fetch(...requestOf(delivery.url, query, options))),
    stop: delivery.stop,
  }
}

/** The arguments of `fetch` for one GraphQL request. */
export function requestOf(url: string, query: string, options: AskOptions): [string, RequestInit] {
  const { variables, operationName, headers = {}, method = 'POST' } = options
  if (method === 'POST') {
    const body = JSON.stringify({ query, variables, operationName })
    return [`${url}/graphql`, { method, headers: { 'Content-Type': 'application/json', ...headers }, body }]
  }
  const search = new URLSearchParams({ query })
  if (variables !== undefined) search.set('variables', JSON.stringify(variables))
  if (operationName !== undefined) search.set('operationName', operationName)
  return [`${url}/graphql?${search}`, { headers }]
}

export async function answerTo(sent: Promise<Response>): Promise<Answer> {
  const response = await sent
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: parsed(text) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
