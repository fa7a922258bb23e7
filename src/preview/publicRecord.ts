import type { Payload } from 'payload'
import { createCatalog, type LiveCatalog } from '#catalog/catalog.ts'
import { entries, newestEntry, type Place, publicRow, rows, unapplied } from '#publishing/log.ts'
import { type Body, type ChangeEntry, type Form, firstPrev, formVersion, type PublishedRow } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'

/** How much of the log is read at once, and the most that is followed before everything is read anew. */
const batch = 500

/** The end of the log that a catalog was built up to. */
type Head = Pick<ChangeEntry, 'seq' | 'hash'>
type Known = { catalog: LiveCatalog; head: Head }

/** The public record of a studio in the memory of this process. */
export type PublicRecord = {
  /** The catalog with everything in it that was committed before the call. */
  upToDate(): Promise<LiveCatalog>
}

export function publicRecord(payload: Payload): PublicRecord {
  const place: Place = { payload }
  let known: Known | undefined
  let looking: Promise<unknown> = Promise.resolve()

  async function look(): Promise<LiveCatalog> {
    if (!known || !(await follow(known, place))) known = await load(place)
    return known.catalog
  }

  return {
    // One look after the other: a look that began before a commit does not speak for it.
    upToDate() {
      const mine = looking.then(look, look)
      looking = mine
      return mine
    },
  }
}

async function load(place: Place): Promise<Known> {
  const catalog = createCatalog({ loadBody: (key, hash) => bodyOf(place, key, hash) })
  // What is committed while the rows are read is followed from here.
  const head = (await newestEntry(place)) ?? { seq: 0, hash: firstPrev }
  let seq = 0
  for (;;) {
    const some = await rows(place, { seq: { greater_than: seq } }, { sort: 'seq', limit: batch })
    for (const row of some) applyRow(place, catalog, row)
    if (some.length < batch) break
    seq = some.at(-1)?.seq ?? seq
  }
  for (const entry of await unapplied(place)) catalog.apply(entry)
  return { catalog, head }
}

/** False where the log does not continue from here, or too much happened: the database was replaced, or filled. */
async function follow(known: Known, place: Place): Promise<boolean> {
  const where = { seq: { greater_than_equal: known.head.seq } }
  const news = await entries(place, where, { sort: 'seq', limit: batch })
  if (news.length === batch) return false
  if (known.head.seq > 0 && news.shift()?.hash !== known.head.hash) return false
  const applied = news.filter(({ form }) => form === null).map(({ key }) => key)
  const found = applied.length > 0 ? await rows(place, { key: { in: [...new Set(applied)] } }) : []
  for (const entry of news) known.catalog.apply(entry)
  for (const row of found) applyRow(place, known.catalog, row)
  known.head = news.at(-1) ?? known.head
  return true
}

/** A row that was damaged behind our back is not shown; `verify` heals it. */
function applyRow({ payload }: Place, catalog: LiveCatalog, row: PublishedRow): void {
  try {
    if (row.formVersion > formVersion) throw new Error(`Form version ${row.formVersion} is newer than this studio.`)
    catalog.apply(row)
  } catch (err) {
    payload.logger.error({ err, key: row.key }, 'A document of the record cannot be used and is not previewed.')
    catalog.apply({ ...row, card: null })
  }
}

/** The long words of the form with this hash; null where the record holds another one by now. */
async function bodyOf(place: Place, key: Ref, hash: string): Promise<Body | null> {
  const row = await publicRow(place, key)
  // The record holds what `projectForm` made, in its row or in the entry that waits to become one.
  if (row?.hash === hash && row.body) return JSON.parse(row.body) as Body
  const waiting = (await unapplied(place)).find((entry) => entry.formHash === hash && entry.form)
  return waiting?.form ? (JSON.parse(waiting.form) as Form).body : null
}
