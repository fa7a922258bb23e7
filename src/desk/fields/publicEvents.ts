import type { Payload, PayloadRequest } from 'payload'
import type { Entry } from '#graph/catalog.ts'
import { formOf } from '#publishing/log.ts'
import type { PublishedRow } from '#record/record.ts'
import { refOf } from '#record/record.ts'

/** More events than a person's story has; the newest are asked first. */
const mostEvents = 200

/** The public forms of the events that name a person, as delivery knows them. */
export async function publicEventsOf(
  payload: Payload,
  req: PayloadRequest,
  person: string,
): Promise<Entry<'events'>[]> {
  const { docs } = await payload.find({
    collection: 'events',
    where: { 'participants.who.value': { equals: person } },
    select: { heading: true },
    sort: '-latest',
    limit: mostEvents,
    pagination: false,
    depth: 0,
    user: req.user,
    overrideAccess: false,
  })
  const keys = [...new Set(docs.map(({ id }) => refOf('events', String(id))))]
  const rows = await payload.find({
    collection: 'published',
    where: { key: { in: keys } },
    limit: mostEvents,
    pagination: false,
    depth: 0,
  })
  // The hidden collection's rows are the record's rows under the same names.
  return rows.docs.flatMap((row) => entryOf(row as unknown as PublishedRow))
}

function entryOf(row: PublishedRow): Entry<'events'>[] {
  const form = formOf(row)
  // Only keys of events were asked for.
  return form ? [{ key: row.key, seq: row.seq, hash: row.hash, card: form.card } as Entry<'events'>] : []
}
