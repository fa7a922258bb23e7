import { statSync } from 'node:fs'
import Database from 'libsql'

/** Statements after which something that was written is not there any more. */
const erases = /^\s*(delete|update|replace|drop|vacuum|insert\s+or\s+replace)\b|\bon\s+conflict\b/i

/** How long what was erased may lie in the log: saves that follow one another share the work. */
const patienceMs = 500

/**
 * Deleted is gone. SQLite overwrites what it frees in the file itself (`secure_delete`), but the write-ahead log still holds the
 * pages as they were, until something else is written over them: so it is emptied soon after something was erased.
 */
export class Eraser {
  readonly #database: Database.Database
  readonly #log: string
  #isDue = false
  #timer: NodeJS.Timeout | undefined

  constructor(database: Database.Database, file: string) {
    this.#database = database
    this.#log = `${file}-wal`
  }

  /** Notes what a statement does to what is stored. */
  saw(sql: string): void {
    if (erases.test(sql)) this.#isDue = true
  }

  /** After a commit. Whoever reads or writes at that moment is not disturbed: then it is tried again, until it is done. */
  settle(): void {
    if (!this.#isDue || this.#timer) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#emptyLog()
      this.settle()
    }, patienceMs)
    this.#timer.unref()
  }

  /** As the file is opened, because nobody knows what a crash left, and before it is closed. */
  settleNow(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#isDue = true
    this.#emptyLog()
  }

  /** What was committed stays committed, whatever becomes of this. */
  #emptyLog(): void {
    if (this.#database.inTransaction) return
    try {
      this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      this.#isDue = Boolean(statSync(this.#log, { throwIfNoEntry: false })?.size)
    } catch (failure) {
      if (!(failure instanceof Database.SqliteError)) throw failure
    }
  }
}
