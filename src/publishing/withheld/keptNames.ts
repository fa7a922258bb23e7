import { randomUUID } from 'node:crypto'
import { APIError } from 'payload'
import { z } from 'zod'
import { message } from '#messages/message.ts'
import { type Asking, languageOf } from '#messages/refused.ts'
import type { NameParts } from '#names/withheld/personSigns.ts'
import { type Form, refOf } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { publishAsOf } from '../form/publishAs.ts'
import type { RequestScope } from '../requestScope.ts'
import { headingOf } from '../workingCopy.ts'
import { holdsNameBack, joinedNames, realNamesOf } from './realNames.ts'

/**
 * Names that go on being withheld whatever becomes of the working copy: of people who were published so, and of those
 * who were deleted. Sealed with the studio's secret: a copy of the database says no name of somebody who is gone.
 */
export type KeptNames = { heading: string; names: NameParts }

/** Which person has kept names; another `version` is another content. */
export type KeptVersion = { key: Ref<'people'>; version: string }

const texts = z.array(z.string())
const content = z.object({
  heading: z.string(),
  names: z.object({
    given: texts,
    additional: texts,
    family: texts,
    other: texts.optional(),
    birthPlaces: texts.optional(),
    handles: texts.optional(),
    addresses: texts.optional(),
  }),
})

/** Nobody knows any more which names are withheld: until somebody does, nothing is published. */
export class NamesSealed extends APIError {
  constructor(req: Asking) {
    super(message(languageOf(req), 'publish.namesSealed'), 503, null, true)
  }
}

type Row = KeptVersion & { id: string; sealed: string }

export async function keptVersions({ payload, req }: RequestScope): Promise<KeptVersion[]> {
  const { docs } = await payload.db.find<Row>({
    collection: 'withheldNames',
    where: {},
    select: { key: true, version: true },
    pagination: false,
    limit: 0,
    req,
  })
  return docs.map(({ key, version }) => ({ key, version }))
}

export async function keptNamesOf(scope: RequestScope, key: Ref<'people'>): Promise<KeptNames | null> {
  const row = await rowOf(scope, key)
  return row && opened(scope, row)
}

/** Before a person is published withheld, before one is deleted, and before a save that loses a withheld name: from here on the names of this working copy are withheld. */
export async function keepNames(scope: RequestScope, copy: WorkingCopy): Promise<void> {
  const { payload, req } = scope
  const key = refOf('people', copy.id)
  const row = await rowOf(scope, key)
  const known = row && opened(scope, row)
  const names = known ? joinedNames(known.names, realNamesOf(copy)) : realNamesOf(copy)
  const kept: KeptNames = { heading: headingOf(copy, 'people'), names }
  if (known && JSON.stringify(known) === JSON.stringify(kept)) return
  const data = { key, version: randomUUID(), sealed: payload.encrypt(JSON.stringify(kept)) }
  const collection = 'withheldNames'
  if (row) await payload.db.updateOne({ collection, id: row.id, data: { ...data }, req, returning: false })
  else await payload.db.create({ collection, data, req, returning: false })
}

/** The person's own publish opens the name: once the public form says it, it is kept no longer. */
export async function releaseNames(scope: RequestScope, copy: WorkingCopy, published: Form | null): Promise<void> {
  if (publishAsOf(copy) !== 'full' || !published) return
  const key = refOf('people', copy.id)
  const kept = await keptNamesOf(scope, key)
  if (!kept || holdsNameBack(published, kept.names)) return
  await scope.payload.db.deleteMany({ collection: 'withheldNames', where: { key: { equals: key } }, req: scope.req })
}

async function rowOf({ payload, req }: RequestScope, key: Ref<'people'>): Promise<Row | null> {
  const row = await payload.db.findOne<Row>({ collection: 'withheldNames', where: { key: { equals: key } }, req })
  return row ?? null
}

function opened({ payload, req }: RequestScope, { sealed }: Row): KeptNames {
  try {
    // Another secret gives noise, which is no JSON.
    return content.parse(JSON.parse(payload.decrypt(sealed)))
  } catch {
    throw new NamesSealed(req)
  }
}
