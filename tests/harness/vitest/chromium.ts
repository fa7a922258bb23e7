import { existsSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { cannotRun } from './missing.ts'

const usualPlaces: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const howToGetChromium =
  'There is no Chromium: install it (Debian and Ubuntu: apt-get install chromium), or set CHROMIUM_PATH to one.'

/** The browser of the browser tests: CHROMIUM_PATH, or the one that is installed. */
export function findChromium(): string | null {
  const candidates = [process.env.CHROMIUM_PATH ?? '', ...usualPlaces]
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null
}

/** Vitest's globalSetup of the browser project. */
export default function setup(project: TestProject): void {
  if (!findChromium()) cannotRun(project, howToGetChromium)
}
