import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { files } from '#tests/unit/repository/tree.ts'

/** The settings of one machine. */
const local = ['.env', '.env.local']

/** The working tree in a folder of its own, to be changed in ways that the repository must bear. */
export function copyOfTree() {
  const root = mkdtempSync(join(tmpdir(), 'holos-copy-'))
  for (const path of files()) if (!local.includes(path)) cpSync(path, join(root, path))
  // Package by package: an `npm ci` in the copy then removes links and not the packages of the repository.
  mkdirSync(join(root, 'node_modules'))
  for (const name of readdirSync('node_modules'))
    symlinkSync(resolve('node_modules', name), join(root, 'node_modules', name))
  return {
    path: (name: string) => join(root, name),
    run: (args: readonly string[]) => outputOf(root, args),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

async function outputOf(cwd: string, args: readonly string[]): Promise<{ exitCode: number; output: string }> {
  // A vitest in a vitest would take itself for a worker of the outer one.
  const env = { ...process.env }
  for (const name of Object.keys(env)) if (name.startsWith('VITEST')) delete env[name]
  const child = spawn(process.execPath, args, { cwd, env })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const [exitCode] = await once(child, 'close')
  return { exitCode, output }
}
