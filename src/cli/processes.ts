import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { ConfigurationError } from '#base/errors.ts'

/** Arguments of Node before the name of a command; `run.mjs` says why. */
export const runCommand: readonly string[] = ['--conditions=production', 'src/cli/run.mjs']

type Options = { env?: NodeJS.ProcessEnv; quietInto?: string }

/** Runs Node with these arguments. With `quietInto` the output goes to that file, and its end is shown on failure. */
export async function runNode(args: string[], { env = process.env, quietInto }: Options = {}): Promise<void> {
  const child = quietInto ? quietly(args, env, quietInto) : spawn(process.execPath, args, { env, stdio: 'inherit' })
  endWithThis(child)
  const code = await exitCodeOf(child)
  if (code === 0) return
  if (quietInto) console.error(lastLines(quietInto, 40))
  throw new ConfigurationError(
    `${args[0]} ended with exit code ${code}${quietInto ? `; all it said is in ${quietInto}` : ''}.`,
  )
}

export function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
}

/** No child outlives this process. */
export function endWithThis(child: ChildProcess): void {
  const end = () => child.kill()
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
}

function quietly(args: string[], env: NodeJS.ProcessEnv, file: string): ChildProcess {
  mkdirSync(dirname(file), { recursive: true })
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const log = createWriteStream(file)
  child.stdout.pipe(log, { end: false })
  child.stderr.pipe(log, { end: false })
  return child
}

function lastLines(file: string, count: number): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n')
}
