import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '#base/digest.ts'

/** One digest over the names and bytes of files and folders, so that any change of them shows. Missing ones count as empty. */
export function digestOfFiles(paths: readonly string[], except: readonly string[] = []): string {
  const files = paths.flatMap((path) => filesIn(path, except)).sort()
  return sha256(files.map((file) => `${file} ${sha256(readFileSync(file))}`).join('\n'))
}

export function filesIn(path: string, except: readonly string[] = []): string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found || except.includes(path)) return []
  if (!found.isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesIn(join(path, name), except))
}
