import type { TestProject } from 'vitest/node'
import { findChromium, howToGetChromium } from '#cli/chromium.ts'
import { startHolos } from './startHolos.ts'

/** What browser tests get from `inject('holos')`. */
export type BuiltHolos = {
  studioUrl: string
  deliveryUrl: string
  databaseUrl: string
  mediaDir: string
  /** Where the first user is made. One test file may use it; the link works once. */
  setupLink: string
  /** The installed browser, for `chromium.launch({ executablePath })` of playwright-core. */
  chromiumPath: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    holos: BuiltHolos
  }
}

/** Vitest's globalSetup of the browser project: `npm start`, built once, with the demo content and no user. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromiumPath = findChromium()
  if (!chromiumPath) throw new Error(howToGetChromium)
  const holos = await startHolos()
  const { studioUrl, deliveryUrl, databaseUrl, mediaDir, setupLink } = holos
  if (!setupLink) throw new Error(`npm start printed no setup link:\n${holos.output()}`)
  project.provide('holos', { studioUrl, deliveryUrl, databaseUrl, mediaDir, setupLink, chromiumPath })
  return async () => {
    await holos.stop()
    holos.discard()
  }
}
