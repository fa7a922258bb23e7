import { chmodSync, lstatSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ConfigurationError } from './errors.ts'

/** Whatever this process writes from now on is for its own user alone. */
export function forOwnUserOnly(): void {
  process.umask(0o077)
}

/** Closes a folder and everything in it to all other users, however it was left, but for the folder of public files where it lies inside. */
export function closeFolder(folder: string, publicFolder?: string): void {
  const stat = statSync(folder, { throwIfNoEntry: false })
  if (!stat || (publicFolder !== undefined && resolve(folder) === resolve(publicFolder))) return
  close(folder, stat.mode, 0o700)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) closeFolder(path, publicFolder)
    else if (entry.isFile()) closeFile(path)
  }
}

export function closeFile(path: string): void {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  if (stat?.isFile()) close(path, stat.mode, 0o600)
}

const others = 0o077

function close(path: string, present: number, mode: number): void {
  if ((present & others) === 0) return
  try {
    chmodSync(path, mode)
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (isGone) return
    throw new ConfigurationError(
      `${resolve(path)} can be read by other users and is not this user's to close: give it to the user who runs the studio.`,
    )
  }
}
