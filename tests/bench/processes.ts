import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { bundle } from '#tests/harness/delivery/bundle.ts'
import { type DeliveryProcess, freePort, startDeliveryProcess } from '#tests/harness/delivery/deliveryProcess.ts'

/** One for each run: two at once do not change each other's programs. */
const folder = `tests/.cache/bench-${process.pid}`
const sources = {
  delivery: 'src/delivery/main.ts',
  bare: 'tests/bench/programs/bareServer.ts',
  plain: 'tests/bench/programs/plainServer.ts',
  longestTurn: 'tests/bench/programs/longestTurn.ts',
  payloadContent: 'tests/bench/programs/payloadContent.ts',
  payloadServer: 'tests/bench/programs/payloadServer.ts',
}

/** A file among the bench's own. */
export function benchFile(name: string): string {
  return join(folder, name)
}

type Program = keyof typeof sources

/** Where each program is once it is built. */
export const programs = Object.fromEntries(
  Object.keys(sources).map((name) => [name, join(folder, `${name}.mjs`)]),
  // Each source has its program.
) as Record<Program, string>

/** Delivery is bundled as `npm run build` does it, and on its own: what is measured is what is shipped. */
export async function buildPrograms(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const { delivery, ...others } = sources
  await bundle({ delivery }, folder)
  await bundle(others, folder)
}

export function discardPrograms(): void {
  rmSync(folder, { recursive: true })
}

export function startBenchDelivery(databaseUrl: string): Promise<DeliveryProcess> {
  return startDeliveryProcess({ DATABASE_URL: databaseUrl }, [programs.delivery])
}

export type Server = { port: number; pid: number; stop(): void }

/** One of the servers to compare with, over a file that tells it what to send. */
export function startServer(name: 'bare' | 'plain', what: unknown): Promise<Server> {
  const file = benchFile(`${name}.json`)
  writeFileSync(file, JSON.stringify(what))
  return startProgram(name, file)
}

/** Payload's own GraphQL over its database. */
export function startPayloadServer(databaseFile: string): Promise<Server> {
  return startProgram('payloadServer', databaseFile)
}

async function startProgram(name: Program, file: string): Promise<Server> {
  const port = await freePort()
  const options: SpawnOptions = {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  }
  const child = spawn(process.execPath, [programs[name], file, String(port)], options)
  await answering(port, child)
  return { port, pid: child.pid ?? 0, stop: () => void child.kill() }
}

async function answering(port: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const isThere = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    )
    if (isThere) return
    await setTimeout(20)
  }
  throw new Error('A server to compare with did not start.')
}
