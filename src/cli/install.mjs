import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** npm's own note of what it installed. */
const installedLock = 'node_modules/.package-lock.json'

/**
 * Whether node_modules holds every package of the lock file in its locked version. Of the optional
 * ones each machine has its own; an image for production has none of those for development.
 */
export function isInstalled(lock = 'package-lock.json', installed = installedLock) {
  if (!existsSync(installed)) return false
  const present = packagesOf(installed)
  const isProduction = process.env.NODE_ENV === 'production'
  return Object.entries(packagesOf(lock)).every(
    ([path, { version, optional, dev }]) =>
      path === '' || optional || (dev && isProduction) || present[path]?.version === version,
  )
}

/** Runs `npm ci`, and says every ten seconds that it still does. */
export async function install() {
  const since = Date.now()
  console.log('Installing packages (npm ci) …')
  const ticker = setInterval(() => console.log(`  … ${seconds(since)} s`), 10_000)
  const code = await npmCi().finally(() => clearInterval(ticker))
  if (code !== 0) throw new Error('The packages could not be installed: see the message of npm above, then try again.')
  console.log(`Installed in ${seconds(since)} s.`)
}

/** @returns {Promise<number | null>} */
function npmCi() {
  const npm = process.env.npm_execpath
  const [file, before] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  // NODE_ENV=production would leave out what builds and tests.
  const child = spawn(file, [...before, 'ci', '--include=dev', '--no-audit', '--no-fund'], { stdio: 'inherit' })
  return new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
}

/** @param {string} path @returns {Record<string, { version?: string, optional?: boolean, dev?: boolean }>} */
function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages
}

/** @param {number} since */
function seconds(since) {
  return Math.round((Date.now() - since) / 1000)
}
