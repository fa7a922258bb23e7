import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type StartedHolos = {
  studioUrl: string
  deliveryUrl: string
  databaseUrl: string
  dataDir: string
  mediaDir: string
  /** The link for the first user, as the start printed it; null where there are users. */
  setupLink: string | null
  /** Everything that was printed so far. */
  output(): string
  /** Sends the signal and answers the exit code. Files stay until `discard`. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
  discard(): void
}

export type StartOptions = {
  /** Where the repository to start is; this one by default. */
  root?: string
  env?: Record<string, string>
}

const patience = 8 * 60_000

/** `npm start` with data of its own on free ports; answers once it says that it is ready. */
export async function startHolos({ root = '.', env = {} }: StartOptions = {}): Promise<StartedHolos> {
  const place = mkdtempSync(join(tmpdir(), 'holos-start-'))
  const [studioPort, deliveryPort] = [await freePort(), await freePort()]
  const settings = {
    STUDIO_PORT: String(studioPort),
    DELIVERY_PORT: String(deliveryPort),
    DATA_DIR: join(place, 'data'),
    MEDIA_DIR: join(place, 'media'),
    DATABASE_URL: `file:${join(place, 'data', 'holos.db')}`,
    ...env,
  }
  const run = runStart(root, settings)
  await run.said('Holos is ready.', patience)
  return {
    studioUrl: `http://127.0.0.1:${settings.STUDIO_PORT}`,
    deliveryUrl: `http://127.0.0.1:${settings.DELIVERY_PORT}`,
    databaseUrl: settings.DATABASE_URL,
    dataDir: settings.DATA_DIR,
    mediaDir: settings.MEDIA_DIR,
    setupLink: /works once\): (\S+)/.exec(run.output())?.[1] ?? null,
    output: run.output,
    stop: run.stop,
    discard: () => rmSync(place, { recursive: true, force: true }),
  }
}

export type StartRun = {
  output(): string
  ended: Promise<number | null>
  said(text: string, within: number): Promise<void>
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** The bare command, for starts that are meant to fail. */
export function runStart(root: string, env: Record<string, string>): StartRun {
  const child = spawn('npm', ['start'], {
    cwd: root,
    // What the test runner sets is not part of a start by hand; Next's types want a NODE_ENV in every environment.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    output: () => text,
    ended,
    said: (wanted, within) => said(wanted, within, () => text, ended),
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
  }
}

async function said(wanted: string, within: number, text: () => string, ended: Promise<unknown>): Promise<void> {
  let isOver = false
  void ended.then(() => (isOver = true))
  const until = Date.now() + within
  while (!text().includes(wanted)) {
    if (isOver || Date.now() > until) throw new Error(`npm start never said "${wanted}". It said:\n${text()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
