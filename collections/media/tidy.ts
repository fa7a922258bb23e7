import { readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Payload } from 'payload'
import { picturePlaces } from '#media/mediaHooks.ts'
import { editionOf } from '#media/storage.ts'
import { isCode, partialEnding } from '#media/wholeFile.ts'
import { type NamedFiles, namedFiles } from './namedFiles.ts'

/** A file that nothing names any more, or that a crash left half written. */
export type IdleFile = { folder: 'media' | 'originals' | 'data'; name: string; path: string; bytes: number }

/** Files made here that no document, no version and not the public record names, and that are at least `graceMs` old. */
export async function idleFiles(payload: Payload, graceMs: number): Promise<IdleFile[]> {
  const { directory, originals } = picturePlaces(payload.collections.media.config)
  // In this order: what is named after it was looked for is not in the list of files yet.
  const found = [
    ...(await filesIn('media', directory)),
    ...(await filesIn('originals', originals.folder)),
    ...(await filesIn('data', dirname(originals.keyFile))),
  ]
  const named = await namedFiles(payload)
  const before = Date.now() - graceMs
  return found.filter((file) => file.changed <= before && isIdle(file, named)).map(({ changed: _, ...file }) => file)
}

export async function removeIdle(files: readonly IdleFile[]): Promise<void> {
  for (const { path } of files) await rm(path, { force: true })
}

/** What somebody else put into the folders is not touched. */
function isIdle({ folder, name }: IdleFile, named: NamedFiles): boolean {
  if (name.endsWith(partialEnding)) return editionOf(name) !== undefined || name.startsWith('originals.key.')
  return folder !== 'data' && editionOf(name) !== undefined && !named[folder].has(name)
}

type Found = IdleFile & { changed: number }

async function filesIn(folder: IdleFile['folder'], path: string): Promise<Found[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error) => {
    if (isCode(error, 'ENOENT')) return []
    throw error
  })
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  const found = await Promise.all(names.map((name) => fileAt(folder, name, join(path, name))))
  return found.filter((file) => file !== null)
}

/** Null where it went meanwhile. */
async function fileAt(folder: IdleFile['folder'], name: string, path: string): Promise<Found | null> {
  try {
    const { size, mtimeMs } = await stat(path)
    return { folder, name, path, bytes: size, changed: mtimeMs }
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}
