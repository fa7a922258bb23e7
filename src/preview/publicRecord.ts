import type { Payload } from 'payload'
import { createCatalog, type LiveCatalog } from '#catalog/catalog.ts'
import { follow } from '#catalog/follow.ts'
import { bodiesOf, bodyOfForm, emptyLog, type RecordStore } from '#catalog/store.ts'
import { NotNow } from '#graph/request/answering.ts'
import { entries, newestEntry, publicRow, rows, unapplied } from '#publishing/log/log.ts'
import type { RequestScope } from '#publishing/requestScope.ts'

/** Rows that are read at once. */
const batch = 500

/** The public record of a studio in the memory of this process. */
export type PublicRecord = {
  /** The catalog with everything in it that was committed before the call. */
  upToDate(): Promise<LiveCatalog>
}

export function publicRecord(payload: Payload): PublicRecord {
  const store = payloadStore({ payload })
  const record = follow({
    store,
    createCatalog: () => createCatalog({ loadBody: bodiesOf(store) }),
    // `verify` heals it.
    onDefect: (key, err) =>
      payload.logger.error({ err, key }, 'A document of the record cannot be used and is not previewed.'),
    onHealth: () => {},
  })
  return {
    async upToDate() {
      await record.lookAgain()
      const { served, health } = record
      if (served && health.database === 'ok') return served.catalog
      // Why is for the log: a database's words are not for everybody.
      throw new NotNow('The public record cannot be read just now.', {
        cause: new Error(health.message ?? 'not read yet'),
      })
    },
  }
}

/** The record as the studio's own database holds it. */
function payloadStore(scope: RequestScope): RecordStore {
  return {
    mayHaveChanged: () => true,
    onChange: () => {},
    newest: async () => (await newestEntry(scope)) ?? emptyLog,
    unapplied: () => unapplied(scope),
    entriesAfter: (seq, limit) => entries(scope, { seq: { greater_than: seq } }, { sort: 'seq', limit }),

    async rows(each) {
      for (let seq = 0, isMore = true; isMore; ) {
        const some = await rows(scope, { seq: { greater_than: seq } }, { sort: 'seq', limit: batch })
        each(some)
        seq = some.at(-1)?.seq ?? seq
        isMore = some.length === batch
      }
    },

    async rowsOf(keys) {
      const found = []
      // A database takes so many values in one condition.
      for (let from = 0; from < keys.length; from += batch)
        found.push(...(await rows(scope, { key: { in: keys.slice(from, from + batch) } })))
      return found
    },

    async body(key, hash) {
      const row = await publicRow(scope, key)
      if (row?.hash === hash && row.body) return row.body
      const waiting = (await unapplied(scope)).find((entry) => entry.formHash === hash)
      return waiting?.form ? bodyOfForm(waiting.form) : null
    },
  }
}
