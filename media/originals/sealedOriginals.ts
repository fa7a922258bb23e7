import { chmod, mkdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isCode, writeWhole } from '../wholeFile.ts'
import { identityIn, recipientOf } from './key.ts'
import type { OriginalsPlace } from './place.ts'
import { seal, unseal } from './seal.ts'

/** An original as it can be handed out: opened, or still sealed where its private key is not on this machine. */
export type StoredOriginal = { isOpen: boolean; data: Buffer }

export const sealedEnding = '.age'

/** `name` is the document's `original`; the sealed file has the ending `.age` behind it. */
export function pathOfSealed({ folder }: OriginalsPlace, name: string): string {
  return join(folder, `${name}${sealedEnding}`)
}

export async function sealOriginal(place: OriginalsPlace, name: string, data: Uint8Array): Promise<void> {
  const sealed = await seal(await recipientOf(place), data)
  await ownFolder(place)
  await writeWhole(pathOfSealed(place, name), sealed, 0o600)
}

/** Nobody but this user, however the folder was made. */
async function ownFolder({ folder }: OriginalsPlace): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
}

/** The original of this name, or null where there is none. */
export async function storedOriginal(place: OriginalsPlace, name: unknown): Promise<StoredOriginal | null> {
  const sealed = typeof name === 'string' ? await readSealed(place, name) : null
  if (!sealed) return null
  const identity = await identityIn(place)
  const opened = identity ? await unseal(identity, sealed) : null
  return opened ? { isOpen: true, data: opened } : { isOpen: false, data: sealed }
}

export async function readSealed(place: OriginalsPlace, name: string): Promise<Buffer | null> {
  if (basename(name) !== name) return null
  try {
    return await readFile(pathOfSealed(place, name))
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}
