import { printSchema } from 'graphql'
import type { Logger } from 'pino'
import type { DeliveryEnvironment } from '#base/env.ts'
import { ConfigurationError } from '#base/errors.ts'
import type { Follower } from '#catalog/follow.ts'
import type { GraphContext } from '#graph/context.ts'
import { limits } from '#graph/limits/table.ts'
import { checkJson, createPreparing } from '#graph/request/prepare.ts'
import { schema } from '#graph/schema.ts'
import { isLocale, type Locale, localeCodes } from '#locales/table.ts'
import { type Answers, createAnswers } from './answer/answers.ts'
import { createRunner } from './answer/run.ts'
import { hasExplorer, withExplorer } from './http/explorer.ts'
import { graphqlRoute } from './http/graphql.ts'
import { healthRoute, type Readiness, readyRoute } from './http/health.ts'
import { mediaRoute } from './http/media.ts'
import type { Route } from './http/methods.ts'
import { schemaRoute, welcomeRoute } from './http/pages.ts'
import { rateLimit } from './http/rateLimit.ts'
import { createHttpServer } from './http/server.ts'
import { type LiveRecord, liveRecord } from './live.ts'
import type { Metrics } from './metrics.ts'
import { openStore } from './store/open.ts'
import type { Store } from './store/store.ts'
import { type Tracing, untraced } from './tracing/tracing.ts'
import { readTrustedDocuments } from './trustedDocuments.ts'
import { warmInBackground } from './warm.ts'

export type Delivery = {
  /** `http://127.0.0.1:4000` */
  readonly url: string
  readonly readiness: () => Readiness
  /** Answers what is under way, then lets go of everything. */
  stop(): Promise<void>
}

/** How much memory the caches may take; the catalog itself is as large as what is public. */
const memory = { answerBytes: 64 * 1024 * 1024, bodyBytes: 64 * 1024 * 1024 } as const

/** Longer than the 60 s for which proxies commonly keep a connection: they close it, and never ask on one that we just closed. */
const idleMs = 65_000

/** How long a stopping process waits for answers that are under way. */
const drainMs = 10_000

/** Opens the record, serves it, and answers where. */
export async function startDelivery(
  environment: DeliveryEnvironment,
  log: Logger,
  tracing: Tracing = untraced,
): Promise<Delivery> {
  const defaultLocale = configuredLocale(environment.DEFAULT_LOCALE)
  const { TRUSTED_DOCUMENTS } = environment
  const trusted = TRUSTED_DOCUMENTS === undefined ? undefined : readTrustedDocuments(TRUSTED_DOCUMENTS)
  const store = await openStore(environment.DATABASE_URL)
  const record = liveRecord(store, memory.bodyBytes, log)
  await record.start()
  refuseAwayDatabase(record)
  if (record.health.message) log.warn(record.health.message)

  const report = (err: unknown, requestId: string) => log.error({ err, requestId }, 'A request failed.')
  const version = () => record.served?.version ?? 0
  const context = () => contextOf(record, store, environment, defaultLocale)
  const upToDate = tracing.catchingUp(record.upToDate)
  const lookAgain = tracing.catchingUp(record.lookAgain)
  const runner = await createRunner({ schema, version, context, lookAgain, onError: report })
  const kept = createAnswers({
    version,
    prepare: tracing.preparing(createPreparing(schema, trusted)),
    run: tracing.running(runner.run),
    maxBytes: memory.answerBytes,
    onError: (err) => log.error({ err }, 'An answer could not be compressed.'),
  })

  const served = () => record.served && { version: record.served.version, seq: record.served.head.seq }
  const answers = tracing.answering(kept, served)

  const warming = warmInBackground((ms) => record.served?.catalog.catalog.warm(ms) ?? true)
  let isStopping = false
  const readiness = () => readinessOf(record, isStopping)
  const metrics = await startMetrics(environment, answers, readiness)
  const routes = routesOf({ environment, record, upToDate, answers, readiness, log })
  const server = createHttpServer({
    routes: hasExplorer(environment) ? withExplorer(routes) : routes,
    unlimited: new Set(['/healthz', '/readyz']),
    corsOrigins: environment.CORS_ORIGINS,
    rateLimit: rateLimit(environment.RATE_LIMIT, environment.TRUSTED_PROXIES),
    timeMs: limits.milliseconds.most,
    idleMs,
    report,
    trace: tracing.serve,
    onAnswered: metrics?.answered,
  })
  const { port } = await server.listen(environment.DELIVERY_PORT, environment.DELIVERY_HOST)

  return {
    url: `http://${environment.DELIVERY_HOST}:${port}`,
    readiness,
    async stop() {
      isStopping = true
      warming.stop()
      await server.close(drainMs)
      await Promise.all([metrics?.close(), runner.stop(), record.stop()])
      await store.close()
    },
  }
}

function configuredLocale(code: string): Locale {
  if (isLocale(code)) return code
  throw new ConfigurationError(`DEFAULT_LOCALE is ${code}; set it to one of ${localeCodes.join(', ')}.`)
}

/** An installation that is new has no record yet and gets one. A database that is away is a mistake of the setup. */
function refuseAwayDatabase({ health }: Follower<LiveRecord>): void {
  if (health.database === 'away') throw new ConfigurationError(`${health.message} Start it, or set DATABASE_URL.`)
}

function contextOf(
  { served }: Follower<LiveRecord>,
  store: Store,
  { SITE_URL, DELIVERY_URL, DELIVERY_HOST, DELIVERY_PORT }: DeliveryEnvironment,
  defaultLocale: Locale,
): GraphContext {
  if (!served) throw new Error('The public record was not read yet.')
  const { catalog, head } = served
  const delivery = DELIVERY_URL ?? `http://${DELIVERY_HOST}:${DELIVERY_PORT}`
  return {
    catalog: catalog.catalog,
    urls: { ...(SITE_URL && { site: SITE_URL }), delivery },
    defaultLocale,
    tags: new Set(),
    now: () => new Date(),
    // An entry that is newer than what is served belongs to the next version.
    changes: async (seq, count) => (await store.publicEntries(seq, count)).filter((entry) => entry.seq <= head.seq),
  }
}

function readinessOf({ health, served }: Follower<LiveRecord>, isStopping: boolean): Readiness {
  return { ...health, seq: served?.head.seq ?? null, documents: served?.catalog.catalog.size ?? 0, isStopping }
}

async function startMetrics(
  { METRICS_PORT, DELIVERY_HOST }: DeliveryEnvironment,
  answers: Answers,
  readiness: () => Readiness,
): Promise<Metrics | undefined> {
  if (METRICS_PORT === 'off') return undefined
  const { serveMetrics } = await import('./metrics.ts')
  return serveMetrics(METRICS_PORT, DELIVERY_HOST, { answers, readiness })
}

type Parts = {
  environment: DeliveryEnvironment
  record: Follower<LiveRecord>
  upToDate: () => Promise<void> | undefined
  answers: Answers
  readiness: () => Readiness
  log: Logger
}

function routesOf({ environment, record, upToDate, answers, readiness, log }: Parts) {
  return {
    '/': welcomeRoute,
    '/graphql': graphqlRoute({
      answers,
      upToDate,
      isReady: () => record.served !== null,
      limits: { bodyBytes: limits.bodyBytes.most, timeMs: limits.milliseconds.most },
      checkJson,
    }),
    '/schema.graphql': schemaRoute(printSchema(schema)),
    '/media/*': mediaRoute({
      directory: environment.MEDIA_DIR,
      find: (name) => record.served?.catalog.files.find(name),
      upToDate,
      onMissing: ({ key, name }) => log.error({ key, file: name }, 'A public file is not in MEDIA_DIR.'),
    }),
    '/healthz': healthRoute,
    '/readyz': readyRoute(readiness),
  } satisfies Record<string, Route>
}
