// The door of every npm script: `node --conditions=production src/cli/run.mjs <command> …`. Plain
// JavaScript without a dependency, because it is what installs them; then it hands over to `commands/<command>.ts`.
//
// Without the condition Node loads Lexical through files that await an import at their top level. On
// Node 20 some of these awaits never end: one start in twenty would stop without a word (exit code 13).
import { existsSync } from 'node:fs'
import { chdir } from 'node:process'
import { fileURLToPath } from 'node:url'
import { install, isInstalled } from './install.mjs'

const [name = '', ...args] = process.argv.slice(2)
const command = new URL(`./commands/${name}.ts`, import.meta.url)

chdir(fileURLToPath(new URL('../..', import.meta.url)))
needNode(20, 20)
if (!/^[a-z]+$/.test(name) || !existsSync(command))
  fail(`There is no command "${name}". package.json lists them under "scripts".`)
if (!isInstalled()) await install().catch((error) => fail(error.message))
if (existsSync('.env')) process.loadEnvFile('.env')

const { register } = await import('tsx/esm/api')
register()
const { main } = await import(command.href)
const { report } = await import('./report.ts')
try {
  process.exitCode = (await main(args)) ?? process.exitCode
} catch (error) {
  process.exitCode = report(error)
}

/** @param {number} major @param {number} minor */
function needNode(major, minor) {
  const [hasMajor = 0, hasMinor = 0] = process.versions.node.split('.').map(Number)
  if (hasMajor > major || (hasMajor === major && hasMinor >= minor)) return
  fail(
    `Holos needs Node ${major}.${minor} or newer and this is ${process.version}: install Node 24 from https://nodejs.org.`,
  )
}

/** @param {string} sentence @returns {never} */
function fail(sentence) {
  console.error(`\n${sentence}\n`)
  process.exit(1)
}
