import { readdir, readFile, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '#base/digest.ts'
import { isCode, syncFolder } from '../wholeFile.ts'
import { identityIn, recipientOf } from './key.ts'
import type { OriginalsPlace } from './place.ts'
import { looksSealed, unseal } from './seal.ts'
import { readSealed, sealOriginal } from './sealedOriginals.ts'

/** What was sealed, and how it was checked before the open file went. */
export type SealingReport = { sealed: number; bytes: number; check: 'opened' | 'header and size' }

/** Where earlier versions of Holos kept originals as they came. */
export function openFolder(mediaDir: string): string {
  return join(mediaDir, 'originals')
}

/** The originals that still lie open. */
export async function openOriginals(mediaDir: string): Promise<string[]> {
  const entries = await readdir(openFolder(mediaDir), { withFileTypes: true }).catch((error) => {
    if (isCode(error, 'ENOENT')) return []
    throw error
  })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

/**
 * Seals what lies open and removes it, file by file: the open one goes only after the sealed one was read back from the disk and
 * found right. Killed at any point it goes on from there, and two processes may do it at once.
 */
export async function sealOpenOriginals(mediaDir: string, place: OriginalsPlace): Promise<SealingReport> {
  const names = await openOriginals(mediaDir)
  const identity = place.recipient ? null : await identityAfterUse(place)
  const report: SealingReport = { sealed: 0, bytes: 0, check: identity ? 'opened' : 'header and size' }
  for (const name of names) {
    const size = await sealOne(mediaDir, place, name, identity)
    if (size === null) continue
    report.sealed += 1
    report.bytes += size
  }
  await removeIfEmpty(openFolder(mediaDir))
  return report
}

/** The private key, made if there is none yet. */
async function identityAfterUse(place: OriginalsPlace): Promise<string | null> {
  await recipientOf(place)
  return identityIn(place)
}

/** Its size; null where another process took it. */
async function sealOne(
  mediaDir: string,
  place: OriginalsPlace,
  name: string,
  identity: string | null,
): Promise<number | null> {
  const path = join(openFolder(mediaDir), name)
  const data = await readFile(path).catch((error) => {
    if (isCode(error, 'ENOENT')) return null
    throw error
  })
  if (!data) return null
  // A run that was killed may have left a sealed one that is right.
  if (!(await isSealedRight(place, name, data, identity))) {
    await sealOriginal(place, name, data)
    if (!(await isSealedRight(place, name, data, identity)))
      throw new Error(
        `The original ${name} was sealed, but what was read back is not what was written; it stays as it is.`,
      )
  }
  await rm(path, { force: true })
  await syncFolder(openFolder(mediaDir)).catch(ignoreGone)
  return data.length
}

/** Opened and compared by SHA-256; where the private key is elsewhere, by its header and size. */
async function isSealedRight(
  place: OriginalsPlace,
  name: string,
  data: Buffer,
  identity: string | null,
): Promise<boolean> {
  const sealed = await readSealed(place, name)
  if (!sealed || !looksSealed(sealed, data.length)) return false
  if (!identity) return true
  const opened = await unseal(identity, sealed).catch(() => null)
  return opened !== null && sha256(opened) === sha256(data)
}

async function removeIfEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch((error) => {
    if (!isCode(error, 'ENOENT') && !isCode(error, 'ENOTEMPTY')) throw error
  })
}

function ignoreGone(error: unknown): void {
  if (!isCode(error, 'ENOENT')) throw error
}
