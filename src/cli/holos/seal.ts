import { readdir } from 'node:fs/promises'
import { picturePlaces } from '#media/mediaHooks.ts'
import { sealedEnding } from '#media/originals/sealedOriginals.ts'
import { openOriginals } from '#media/originals/sealOpenOriginals.ts'
import type { Work } from './usage.ts'

/** Opening the studio has sealed whatever lay open, and has said so; this says how it is now. */
export function sealOriginals(): Work {
  return async (payload) => {
    const { directory, originals } = picturePlaces(payload.collections.media.config)
    const open = await openOriginals(directory)
    const names = await readdir(originals.folder).catch((): string[] => [])
    const sealed = names.filter((name) => name.endsWith(sealedEnding)).length
    console.log(`${sealed} originals are sealed in ${originals.folder}; ${open.length || 'none'} lie open.`)
    return open.length === 0 ? 0 : 1
  }
}
