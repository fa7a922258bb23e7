import type { Card } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'

/** A file that belongs to a public document of media. `sha256` is absent where the record does not tell it. */
export type PublicFile = { key: Ref; name: string; mimeType: string; sha256: string | undefined }

/** Which file names are public. Whatever else lies in the folder does not exist for the public. */
export type PublicFiles = {
  /** Takes the newest card of a document of media; null where it was withdrawn. */
  replace(key: Ref, card: Card<'media'> | null): void
  find(name: string): PublicFile | undefined
}

export function createPublicFiles(): PublicFiles {
  const byName = new Map<string, PublicFile>()
  const byKey = new Map<Ref, PublicFile[]>()

  return {
    find: (name) => byName.get(name),
    replace(key, card) {
      for (const { name } of byKey.get(key) ?? []) {
        if (byName.get(name)?.key === key) byName.delete(name)
      }
      const files = card ? filesOf(key, card) : []
      byKey.set(key, files)
      for (const file of files) byName.set(file.name, file)
    },
  }
}

function filesOf(key: Ref, { facts }: Card<'media'>): PublicFile[] {
  const variants = (facts.variants ?? []).map(({ file, mimeType, sha256 }) => ({ key, name: file, mimeType, sha256 }))
  if (!facts.filename) return variants
  const { filename: name, mimeType = 'application/octet-stream', sha256 } = facts
  return [{ key, name, mimeType, sha256 }, ...variants]
}
