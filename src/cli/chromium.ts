import { existsSync } from 'node:fs'

const usualPlaces: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

export const howToGetChromium =
  'There is no Chromium: install it (Debian and Ubuntu: apt-get install chromium), or set CHROMIUM_PATH to one.'

/** The browser of the browser tests: CHROMIUM_PATH, or the one that is installed. */
export function findChromium(): string | null {
  const candidates = [process.env.CHROMIUM_PATH ?? '', ...usualPlaces]
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null
}
