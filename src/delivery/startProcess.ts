import { pino } from 'pino'
import { readDeliveryEnvironment } from '#base/env.ts'
import { ConfigurationError } from '#base/errors.ts'
import { type Delivery, startDelivery } from './delivery.ts'

/** Exit codes: 0 stopped when asked, 1 cannot start, 2 failed while running. */
const exit = { stopped: 0, cannotStart: 1, failed: 2 } as const

/** The delivery process: starts, serves until it is told to stop, stops cleanly. */
export async function startProcess(): Promise<void> {
  try {
    const environment = readDeliveryEnvironment()
    const log = pino({ level: environment.LOG_LEVEL, base: { plane: 'delivery' } })
    const delivery = await startDelivery(environment, log)
    log.info({ url: delivery.url, seq: delivery.readiness().seq }, `GraphQL at ${delivery.url}/graphql`)
    stopOnSignals(delivery)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(exit.cannotStart)
  }
}

function stopOnSignals(delivery: Delivery): void {
  let isStopping = false
  const stop = async () => {
    // Whoever asks twice does not want to wait.
    if (isStopping) process.exit(exit.failed)
    isStopping = true
    await delivery.stop()
    process.exit(exit.stopped)
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
}
