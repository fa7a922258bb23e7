import { describe, expect, it } from 'vitest'
import { files } from './tree.ts'

/** As many names as a reader takes in at one look. */
const most = 12

const roots: readonly string[] = ['src', 'collections', 'media', 'tests']
/** `src` itself is the list of floors, `src/locales` has a file for each locale, and the others are written by tools. */
const exempt = /^(src|src\/locales|src\/generated|src\/database\/migrations)$/

describe('rooms', () => {
  it('a folder has at most twelve files or sub-rooms', () => {
    const crowded = [...roomsIn(files())].filter(([, entries]) => entries.size > most)
    expect(crowded.map(([folder, { size }]) => `${folder}: ${size}`)).toEqual([])
  })
})

function roomsIn(paths: readonly string[]): Map<string, Set<string>> {
  const rooms = new Map<string, Set<string>>()
  for (const path of paths) {
    const names = path.split('/')
    if (!roots.includes(names[0] ?? '')) continue
    for (const [depth, name] of names.entries()) {
      const folder = names.slice(0, depth).join('/')
      if (folder === '' || exempt.test(folder)) continue
      rooms.set(folder, (rooms.get(folder) ?? new Set()).add(name))
    }
  }
  return rooms
}
