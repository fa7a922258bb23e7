import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { oneLine } from '#base/logs/oneLine.ts'
import { exitCodeOf } from '../processes.ts'

export type Plane = {
  name: string
  /** Arguments of Node. */
  args: string[]
  env: NodeJS.ProcessEnv
  /** Answers below 500 once the plane serves. */
  readyUrl: string
}

type Running = { name: string; child: ChildProcess; ended: Promise<number> }

const patience = { start: 120_000, stop: 15_000 }

/**
 * Runs the planes until a signal or until one of them ends; then stops the others. Answers the exit
 * code: 0 after a signal, 1 when a plane ended by itself.
 */
export async function runPlanes(planes: readonly Plane[], whenReady: () => void): Promise<number> {
  const stopped = stopSignal()
  const over = new AbortController()
  const running = planes.map(start)
  const firstEnd = Promise.race(
    running.map(({ name, ended }) => ended.then((code) => `${name} ended by itself (exit code ${code})`)),
  )
  const outcome = await Promise.race([stopped, firstEnd, allReady(planes, whenReady, over.signal)])
  over.abort()
  if (outcome !== stop) console.error(`\n${outcome}; what it said last is above. Stopping the rest.`)
  else console.log('\nStopping …')
  await Promise.all(running.map(end))
  console.log('Stopped.')
  return outcome === stop ? 0 : 1
}

const stop = Symbol('stop')

function stopSignal(): Promise<typeof stop> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(stop))
    if (process.env.npm_lifecycle_event) whenOrphaned(() => resolve(stop))
  })
}

/** A SIGTERM to npm ends the shell between npm and this process, and the shell does not pass it on. */
function whenOrphaned(act: () => void): void {
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && act(), 200).unref()
}

function start({ name, args, env }: Plane): Running {
  const exitWithParent = new URL('./exitWithParent.mjs', import.meta.url).href
  // A group of its own: Ctrl-C reaches this process only, which then stops each plane once.
  const child = spawn(process.execPath, ['--import', exitWithParent, ...args], {
    env: { ...env, HOLOS_STARTER: String(process.pid) },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  prefix(name, child.stdout, process.stdout)
  prefix(name, child.stderr, process.stderr)
  return { name, child, ended: exitCodeOf(child) }
}

function prefix(name: string, from: Readable | null, to: NodeJS.WriteStream): void {
  if (from) createInterface({ input: from }).on('line', (line) => to.write(`${name.padEnd(8)} │ ${oneLine(line)}\n`))
}

/** Never ends by itself once all planes serve; answers a sentence when one does not come up in time. */
async function allReady(planes: readonly Plane[], whenReady: () => void, over: AbortSignal): Promise<string> {
  const late = planes.map(async (plane) => ((await isReady(plane, over)) ? null : plane.name))
  const names = (await Promise.all(late)).filter((name) => name !== null)
  if (over.aborted) return 'over'
  if (names.length > 0) return `${names.join(' and ')} did not answer within ${patience.start / 1000} s`
  whenReady()
  return new Promise(() => undefined)
}

async function isReady({ readyUrl }: Plane, over: AbortSignal): Promise<boolean> {
  const until = Date.now() + patience.start
  while (Date.now() < until && !over.aborted) {
    const answer = await fetch(readyUrl, { signal: over }).catch(() => null)
    if (answer && answer.status < 500) return true
    // One that answers badly opens its database anew each time it is asked.
    await delay(answer ? 2000 : 100)
  }
  return false
}

async function end({ child, ended }: Running): Promise<void> {
  const isGone = ended.then(() => true)
  signalGroup(child, 'SIGTERM')
  if (await Promise.race([isGone, delay(patience.stop, false, { ref: false })])) return
  signalGroup(child, 'SIGKILL')
  await ended
}

function signalGroup({ pid, exitCode, signalCode }: ChildProcess, signal: NodeJS.Signals): void {
  if (!pid || exitCode !== null || signalCode !== null) return
  try {
    process.kill(-pid, signal)
  } catch (error) {
    // It ended between the check and the signal.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
