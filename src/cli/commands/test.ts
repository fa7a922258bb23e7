import { spawn } from 'node:child_process'
import { endWithThis, exitCodeOf } from '../processes.ts'

/** `npm test`: every suite of vitest.config.ts, or those that are named. */
export async function main(names: string[]): Promise<number> {
  const projects = names.map((name) => `--project=${name}`)
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...projects], { stdio: 'inherit' })
  endWithThis(child)
  return exitCodeOf(child)
}
