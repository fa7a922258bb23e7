import { type Logger, pino } from 'pino'
import { readDeliveryEnvironment } from '#base/env.ts'
import { ConfigurationError } from '#base/errors.ts'
import { startDelivery } from './delivery.ts'
import { readTracingProtocol } from './tracing/settings.ts'

/** Exit codes: 0 stopped when asked, 1 cannot start, 2 failed while running. */
const exit = { stopped: 0, cannotStart: 1, failed: 2 } as const

/** The delivery process: starts, serves until it is told to stop, stops cleanly. */
export async function startProcess(): Promise<void> {
  try {
    const environment = readDeliveryEnvironment()
    const tracing = await startTracing(() => log)
    const log = pino({ level: environment.LOG_LEVEL, base: { plane: 'delivery' }, mixin: tracing?.logFields })
    const delivery = await startDelivery(environment, log, tracing)
    log.info({ url: delivery.url, seq: delivery.readiness().seq }, `GraphQL at ${delivery.url}/graphql`)
    stopOnSignals(async () => {
      await delivery.stop()
      await tracing?.stop()
    })
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(exit.cannotStart)
  }
}

/** Loads what exports traces only where somebody receives them. */
async function startTracing(log: () => Logger) {
  const protocol = readTracingProtocol(process.env)
  if (!protocol) return undefined
  const { exportSpans } = await import('./tracing/export.ts')
  return exportSpans(protocol, (err) => {
    if (err) log().warn({ err }, 'Traces cannot be exported; answers go on.')
    else log().info('Traces are exported again.')
  })
}

function stopOnSignals(stopAll: () => Promise<void>): void {
  let isStopping = false
  const stop = async () => {
    // A second signal ends the process at once.
    if (isStopping) process.exit(exit.failed)
    isStopping = true
    await stopAll()
    process.exit(exit.stopped)
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
}
