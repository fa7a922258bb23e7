import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isCode } from '../wholeFile.ts'

/**
 * Public files are read by delivery, which may be another user. Whatever closed them (a copy, a restored backup, an earlier version,
 * which closed them where MEDIA_DIR lies in DATA_DIR) is mended. Files of a name that is not made here stay as they are.
 */
export function openPublicFiles(folder: string): void {
  for (const entry of entriesIn(folder))
    if (entry.isFile() && publicName.test(entry.name)) chmodSync(join(folder, entry.name), 0o644)
}

/** The stem and the edition, a variant's name, and the ending (`storage.ts`). A file that is still being written ends otherwise. */
const publicName = /^[0-9a-f]{16}-[0-9a-f]{12}(-[\w-]+)?\.(jpg|png|webp|avif|gif)$/

function entriesIn(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (isCode(error, 'ENOENT')) return []
    throw error
  }
}
