import { randomBytes } from 'node:crypto'
import { link, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** What a crash may leave of a file that was being written; `holos tidy` removes it. */
export const partialEnding = '.part'

/** Whole or not at all, and on the disk before it is acknowledged. */
export async function writeWhole(path: string, data: Uint8Array | string, mode: number): Promise<void> {
  await throughPartial(path, data, mode, (partial) => rename(partial, path))
}

/** As `writeWhole`, but never over a file that is there: of two processes that write at once, the first one's stays. */
export async function writeOnce(path: string, data: Uint8Array | string, mode: number): Promise<void> {
  await throughPartial(path, data, mode, async (partial) => {
    await link(partial, path).catch((error) => {
      if (!isCode(error, 'EEXIST')) throw error
    })
    await rm(partial, { force: true })
  })
}

async function throughPartial(
  path: string,
  data: Uint8Array | string,
  mode: number,
  putInPlace: (partial: string) => Promise<void>,
): Promise<void> {
  // A name of its own: two processes may write the same file at once.
  const partial = `${path}.${randomBytes(6).toString('hex')}${partialEnding}`
  try {
    await written(partial, data, mode)
    await putInPlace(partial)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

async function written(path: string, data: Uint8Array | string, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode)
  try {
    // The umask of a studio takes rights away that a public file needs.
    await file.chmod(mode)
    await file.writeFile(data)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A name that was given or taken away is on the disk once its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
