import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWalIndex } from '#delivery/store/walIndex.ts'

let folder: string
let path: string
let writer: Database.Database

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holos-wal-'))
  path = join(folder, 'record.db')
  writer = new Database(path)
  writer.exec('PRAGMA journal_mode = WAL; CREATE TABLE words (word TEXT)')
})

afterEach(() => {
  writer.close()
  rmSync(folder, { recursive: true })
})

const insert = () => writer.exec(`INSERT INTO words VALUES ('word')`)

describe('the header of the write-ahead index', () => {
  it('tells of every commit once, whoever makes it, and of no read', () => {
    const index = opened()
    expect(index.hasChanged()).toBe(true)
    for (let n = 0; n < 100; n++) {
      expect(index.hasChanged()).toBe(false)
      insert()
      expect(index.hasChanged()).toBe(true)
    }
    writer.prepare('SELECT count(*) FROM words').all()
    expect(index.hasChanged()).toBe(false)
    const other = new Database(path)
    other.exec(`INSERT INTO words VALUES ('another')`)
    expect(index.hasChanged()).toBe(true)
    other.close()
    index.close()
  })

  it('says nothing of what is not committed yet, or never', () => {
    const index = opened()
    index.hasChanged()
    writer.exec('BEGIN')
    insert()
    expect(index.hasChanged()).toBe(false)
    writer.exec('ROLLBACK')
    expect(index.hasChanged()).toBe(false)
    writer.exec('BEGIN')
    insert()
    writer.exec('COMMIT')
    expect(index.hasChanged()).toBe(true)
    index.close()
  })

  it('misses no commit after a checkpoint that begins the log anew', () => {
    const index = opened()
    for (let n = 0; n < 20; n++) {
      writer.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      index.hasChanged()
      insert()
      expect(index.hasChanged()).toBe(true)
    }
    index.close()
  })

  it('is not trusted where there is none, or none that is known', () => {
    expect(openWalIndex(join(folder, 'nothing.db'))).toBeNull()
    const other = join(folder, 'other.db')
    writeFileSync(`${other}-shm`, Buffer.alloc(32_768, 7))
    expect(openWalIndex(other)).toBeNull()
    truncateSync(`${other}-shm`, 10)
    expect(openWalIndex(other)).toBeNull()
  })
})

function opened() {
  const index = openWalIndex(path)
  if (!index) throw new Error('The index of a database in write-ahead mode was not found.')
  return index
}
