import { type Browser, chromium } from 'playwright-core'
import { it as plain } from 'vitest'
import { type StartedHolos, startHolos } from '#tests/harness/startHolos.ts'
import { findChromium } from '#tests/harness/vitest/chromium.ts'

type BuiltHolos = Pick<StartedHolos, 'studioUrl' | 'deliveryUrl' | 'output'> & {
  /** What a command beside it is to know. */
  env: { DATABASE_URL: string; DATA_DIR: string; MEDIA_DIR: string }
  /** Where the first user is made. One test file may use it; the link works once. */
  setupLink: string
}

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let started: BuiltHolos | undefined

/** What is visited; it is there once a `beforeAll` has asked for the `browser` (a test would wait for the build with its own, shorter patience). */
export function holos(): BuiltHolos {
  if (!started) throw new Error('Holos is not started: ask for the browser first.')
  return started
}

/** `npm start`, built, with the demo content and no user, and a browser to visit it with. All files share both. */
export const it = plain
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which fixtures this one needs.
  .extend('holos', { scope: 'worker' }, async ({}, { onCleanup }): Promise<BuiltHolos> => {
    const { stop, discard, output, studioUrl, deliveryUrl, setupLink, ...places } = await startHolos()
    onCleanup(async () => {
      await stop()
      discard()
    })
    if (!setupLink) throw new Error(`npm start printed no setup link:\n${output()}`)
    const { databaseUrl, dataDir, mediaDir } = places
    const env = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, MEDIA_DIR: mediaDir }
    started = { studioUrl, deliveryUrl, output, setupLink, env }
    return started
  })
  .extend('browser', { scope: 'worker' }, async ({ holos: _ }, { onCleanup }): Promise<Browser> => {
    const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: flags })
    onCleanup(() => browser.close())
    return browser
  })
