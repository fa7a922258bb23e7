import type { Logger } from 'pino'
import { readDeliveryEnvironment } from '#base/env.ts'
import { ConfigurationError } from '#base/errors.ts'
import { oneLine } from '#base/logs/oneLine.ts'
import { openLog } from '#base/logs/openLog.ts'
import { startDelivery } from './delivery.ts'
import { readTracingProtocol } from './tracing/settings.ts'

/** Exit codes: 0 stopped when asked, 1 cannot start, 2 failed while running. */
const exit = { stopped: 0, cannotStart: 1, failed: 2 } as const

/** The delivery process: starts, serves until it is told to stop, stops cleanly. */
export async function startProcess(): Promise<void> {
  try {
    const environment = readDeliveryEnvironment()
    const tracing = await startTracing(() => log)
    const log = openLog({ level: environment.LOG_LEVEL, base: { plane: 'delivery' }, mixin: tracing?.logFields })
    endLoudly(log)
    const delivery = await startDelivery(environment, log, tracing)
    log.info({ url: delivery.url, seq: delivery.readiness().seq }, `GraphQL at ${delivery.url}/graphql`)
    stopOnSignals(async () => {
      await delivery.stop()
      await tracing?.stop()
    })
  } catch (error) {
    if (error instanceof ConfigurationError) process.stderr.write(`${oneLine(error.message)}\n`)
    else openLog({ level: 'fatal', base: { plane: 'delivery' } }).fatal({ err: error }, 'Delivery cannot start.')
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

/** Node prints an error that nobody caught as it is, with everything its message quotes. */
function endLoudly(log: Logger): void {
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'Delivery failed.')
    process.exit(exit.failed)
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
