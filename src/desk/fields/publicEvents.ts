import type { Payload, PayloadRequest } from 'payload'
import type { Entry } from '#graph/catalog.ts'
import { formOf } from '#publishing/log/log.ts'
import type { PublishedRow } from '#record/record.ts'
import { parseRef, refOf } from '#record/record.ts'
import type { DocumentType, Ref } from '#record/shape.ts'

/** More events than a person's story has; the newest are asked first. */
const mostEvents = 200

export type PublicStory = { person: Entry<'people'> | undefined; events: Entry<'events'>[] }

/** The public form of a person and those of the events that name them, as delivery knows them. */
export async function publicStoryOf(
  payload: Payload,
  req: PayloadRequest,
  person: Ref<'people'>,
): Promise<PublicStory> {
  const { docs } = await payload.find({
    collection: 'events',
    where: { 'participants.who.value': { equals: parseRef(person)?.id } },
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
    where: { key: { in: [person, ...keys] } },
    limit: mostEvents + 1,
    pagination: false,
    depth: 0,
  })
  // The hidden collection's rows are the record's rows under the same names.
  const entries = rows.docs.flatMap((row) => entryOf(row as unknown as PublishedRow))
  return {
    person: entries.find((entry) => isOf('people', entry)),
    events: entries.filter((entry) => isOf('events', entry)),
  }
}

function entryOf(row: PublishedRow): Entry[] {
  const form = formOf(row)
  return form ? [{ key: row.key, seq: row.seq, hash: row.hash, card: form.card }] : []
}

function isOf<Type extends DocumentType>(type: Type, entry: Entry): entry is Entry<Type> {
  return entry.card.type === type
}
