import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'

export type DeliveryProcess = {
  readonly url: string
  readonly port: number
  readonly pid: number
  /** Everything that was written to stdout and stderr so far. */
  output(): string
  /** The exit code, once the process has ended. */
  exited: Promise<number | null>
  signal(signal: NodeJS.Signals): void
  stop(): Promise<void>
}

/** Starts delivery as a process of its own and does not wait for anything. */
export function spawnDelivery(port: number, env: Record<string, string>, args = fromSource): DeliveryProcess {
  const child = spawn(process.execPath, args, { env: { ...quietEnvironment(), DELIVERY_PORT: String(port), ...env } })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  const exited = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null)
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid ?? 0,
    output: () => output,
    exited,
    signal: (signal) => void child.kill(signal),
    stop: () => stop(child, exited),
  }
}

/** Starts delivery and waits until it answers. */
export async function startDeliveryProcess(env: Record<string, string>, args = fromSource): Promise<DeliveryProcess> {
  const delivery = spawnDelivery(await freePort(), env, args)
  for (let tries = 0; tries < 600; tries++) {
    if (await isAlive(delivery.url)) return delivery
    await Promise.race([setTimeout(50), delivery.exited])
    if (delivery.pid && !isRunning(delivery.pid)) break
  }
  throw new Error(`Delivery did not start: ${delivery.output()}`)
}

const fromSource = ['--import', 'tsx', 'src/delivery/main.ts']

/** What the test run's own environment says about databases and ports is not delivery's. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, METRICS_PORT: __, NODE_ENV: ___, ...rest } = process.env
  return { ...rest, NODE_ENV: 'production', RATE_LIMIT: 'off', LOG_LEVEL: 'warn' }
}

async function stop(child: ChildProcess, exited: Promise<number | null>): Promise<void> {
  child.kill('SIGTERM')
  const isStopped = await Promise.race([exited.then(() => true), setTimeout(5000, false, { ref: false })])
  if (!isStopped) child.kill('SIGKILL')
  await exited
}

function isAlive(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  )
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
