import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isMongo, newPerson, openSmallStudio, type SmallStudio, versionsOf } from './smallStudio.ts'

type Disk = {
  folder: string
  fill(studio: SmallStudio): Promise<void>
  free(studio: SmallStudio): Promise<void>
  remove(): void
}
type Acknowledged = { id: string; words: string }

const home = mkdtempSync(join(tmpdir(), 'holos-full-'))

/** A file system of 6 MB where this user may mount one, else SQLite's own limit on the size of the file. */
function smallDisk(): Disk {
  const folder = join(home, 'disk')
  mkdirSync(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return {
      folder,
      fill: (studio) => limitPages(studio, 300),
      free: (studio) => limitPages(studio, 100_000),
      remove: () => {},
    }
  }
  const ballast = join(folder, 'ballast')
  writeFileSync(ballast, Buffer.alloc(2_000_000))
  return {
    folder,
    fill: async () => undefined,
    free: async () => rmSync(ballast),
    // The driver lets go of a closed file only when its statements are collected.
    remove: () => void execFileSync('umount', ['--lazy', folder]),
  }
}

async function limitPages({ payload }: SmallStudio, pages: number): Promise<void> {
  await sqliteOf(payload.db).client.execute(`PRAGMA max_page_count = ${pages}`)
}

function sqliteOf(database: unknown): SQLiteAdapter {
  return database as SQLiteAdapter
}

describe.skipIf(isMongo())('acknowledged-is-stored: a full disk', () => {
  let disk: Disk
  let studio: SmallStudio

  beforeAll(async () => {
    disk = smallDisk()
    studio = await openSmallStudio({ url: `file:${join(disk.folder, 'holos.db')}` })
  })
  afterAll(async () => {
    await studio.close()
    disk.remove()
    rmSync(home, { recursive: true })
  })

  it('nothing is acknowledged that is not stored, nothing is torn, and with room again the studio goes on', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => newPerson(studio)))
    await disk.fill(studio)
    const saved: Acknowledged[] = []
    let refused = 0
    for (let round = 0; round < 100 && refused < 18; round++) {
      const words = `${round} ${'long words '.repeat(2000)}`
      const saves = ids.map(async (id) => {
        await studio.save(id, 'l00', { description: words, name: { given: words } })
        saved.push({ id, words })
      })
      refused += (await Promise.allSettled(saves)).filter(({ status }) => status === 'rejected').length
    }
    expect(refused).toBeGreaterThanOrEqual(18)
    expect(saved.length).toBeGreaterThan(6)
    await expectStored(studio, ids, saved)

    await disk.free(studio)
    const after = { description: 'room again', name: { given: 'room again' } }
    await studio.save(ids[0] ?? '', 'l00', after)
    saved.push({ id: ids[0] ?? '', words: 'room again' })
    const { rows } = await sqliteOf(studio.payload.db).client.execute('PRAGMA integrity_check;')
    expect(rows[0]?.integrity_check).toBe('ok')

    const again = await openSmallStudio({ url: studio.url, joins: true })
    await expectStored(again, ids, saved)
    await again.close()
  }, 120_000)
})

async function expectStored(studio: SmallStudio, ids: string[], saved: readonly Acknowledged[]): Promise<void> {
  for (const id of ids) {
    const acknowledged = saved.filter((save) => save.id === id)
    const { description, name, revision } = await studio.read(id)
    expect(description).toEqual(name.given)
    expect(description.l00).toBe(acknowledged.at(-1)?.words)
    expect(revision).toBe(1 + acknowledged.length)
    expect((await versionsOf(studio, id)).map((version) => version.revision)).toEqual(
      Array.from({ length: revision }, (_, at) => at + 1),
    )
  }
}
