import { Mutex } from 'async-mutex'
import type { Payload, Where } from 'payload'
import { createPeopleIndex } from '#names/withheld/peopleIndex.ts'
import { type PersonSigns, personSigns } from '#names/withheld/personSigns.ts'
import { type Form, parseRef, refOf } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { publishAsOf } from '../form/publishAs.ts'
import { formOf, publicRow } from '../log/log.ts'
import type { RequestScope } from '../requestScope.ts'
import { headingOf, workingCopiesOf } from '../workingCopy.ts'
import { type KeptNames, type KeptVersion, keptNamesOf, keptVersions } from './keptNames.ts'
import { holdsNameBack, joinedNames, namesWithoutFamily, realNamesOf, withOpenNames } from './realNames.ts'
import { createRecordIndex, type RecordIndex } from './recordIndex.ts'

/** Somebody whose name is said nowhere. */
export type WithheldPerson = {
  key: Ref<'people'>
  /** What staff call them. */
  heading: string
  signs: PersonSigns
  /** What tells the person from relatives of the same family name. */
  ownSigns: PersonSigns
}

/** Everything that is known of withheld names and of the public record at one moment. */
export type NameMemory = {
  record: RecordIndex
  people: ReadonlyMap<Ref, WithheldPerson>
  whoMayBeIn(words: Iterable<string>): ReadonlySet<Ref>
}

/**
 * Kept in this process and brought up to date at each call: the record by its log, people by the revisions of their
 * working copies and the versions of kept names.
 */
export async function nameMemory(scope: RequestScope): Promise<NameMemory> {
  const memory = memories.get(scope.payload) ?? newMemory()
  memories.set(scope.payload, memory)
  await memory.mutex.runExclusive(async () => {
    await memory.record.refresh(scope)
    await refreshPeople(scope, memory)
  })
  return memory
}

type Memory = NameMemory & {
  mutex: Mutex
  people: Map<Ref, WithheldPerson>
  put(person: WithheldPerson): void
  remove(key: Ref): void
  /** What each person was read from. */
  stamps: Map<Ref<'people'>, string>
}

const memories = new WeakMap<Payload, Memory>()

function newMemory(): Memory {
  const people = new Map<Ref, WithheldPerson>()
  const index = createPeopleIndex<Ref>()
  return {
    mutex: new Mutex(),
    record: createRecordIndex(),
    people,
    stamps: new Map(),
    whoMayBeIn: (words) => index.whoMayBeIn(words),
    put(person) {
      people.set(person.key, person)
      index.put(person.key, person.signs)
    },
    remove(key) {
      people.delete(key)
      index.remove(key)
    },
  }
}

async function refreshPeople(scope: RequestScope, memory: Memory): Promise<void> {
  // In this order: a deletion keeps the names before it deletes.
  const chosen = await revisionsWhere(scope, {
    and: [{ 'safety.publishAs': { exists: true } }, { 'safety.publishAs': { not_equals: 'full' } }],
  })
  const kept = await keptVersions(scope)
  const now = await stampsOf(scope, memory.record, chosen, kept)
  const isKept = new Set(kept.map(({ key }) => key))
  for (const key of memory.stamps.keys()) if (!now.has(key)) memory.remove(key)
  const changed = [...now].filter(([key, stamp]) => memory.stamps.get(key) !== stamp).map(([key]) => key)
  for (let from = 0; from < changed.length; from += batch) {
    const some = changed.slice(from, from + batch)
    const copies = new Map(
      (await workingCopiesOf(scope, 'people', some.map(idOf))).map((copy) => [refOf('people', copy.id), copy]),
    )
    for (const key of some) {
      const copy = copies.get(key)
      const kept = isKept.has(key) || !copy ? await keptNamesOf(scope, key) : null
      const isPublic = memory.record.linksOf(key) !== undefined
      const published = isPublic ? formOf(await publicRow(scope, key)) : null
      const person = personIn(key, copy, kept, published)
      if (person && isHeldBack(kept, copy, published)) memory.put(person)
      else memory.remove(key)
    }
  }
  memory.stamps = now
}

const batch = 100

type Revision = { id: string; revision?: number | null; updatedAt?: string }

/** Everybody who may be withheld, with what would have to change for that to change. */
async function stampsOf(
  scope: RequestScope,
  record: RecordIndex,
  chosen: readonly Revision[],
  kept: readonly KeptVersion[],
): Promise<Map<Ref<'people'>, string>> {
  const stampedBy = (key: Ref<'people'>, copy: Revision | undefined): [Ref<'people'>, string] => [
    key,
    `${copy?.revision} ${copy?.updatedAt} ${record.seqOf(key)}`,
  ]
  const stamps = new Map(chosen.map((copy) => stampedBy(refOf('people', copy.id), copy)))
  const open = kept.filter(({ key }) => !stamps.has(key)).map(({ key }) => idOf(key))
  const copies = new Map<Ref, Revision>()
  for (let from = 0; from < open.length; from += batch)
    for (const copy of await revisionsWhere(scope, { id: { in: open.slice(from, from + batch) } }))
      copies.set(refOf('people', copy.id), copy)
  for (const { key, version } of kept) {
    const own = stamps.get(key) ?? stampedBy(key, copies.get(key))[1]
    stamps.set(key, `${own} ${version}`)
  }
  return stamps
}

async function revisionsWhere({ payload, req }: RequestScope, where: Where): Promise<Revision[]> {
  const { docs } = await payload.db.find<Revision>({
    collection: 'people',
    where,
    select: { revision: true, updatedAt: true },
    pagination: false,
    limit: 0,
    req,
  })
  return docs
}

/** With the names of the working copy and those that are kept. What a draft calls a pseudonym opens nothing. */
function personIn(
  key: Ref<'people'>,
  copy: WorkingCopy | undefined,
  kept: KeptNames | null,
  published: Form | null,
): WithheldPerson | null {
  const own = copy && realNamesOf(copy)
  const all = kept && own ? joinedNames(kept.names, own) : (own ?? kept?.names)
  if (!all) return null
  const names = withOpenNames(all, published)
  const heading = copy ? headingOf(copy, 'people') : (kept?.heading ?? key)
  return { key, heading, signs: personSigns(names), ownSigns: namesWithoutFamily(names) }
}

/** By the draft, or because the name is kept and the person's own public form does not say it. */
function isHeldBack(kept: KeptNames | null, copy: WorkingCopy | undefined, published: Form | null): boolean {
  if (copy && publishAsOf(copy) !== 'full') return true
  return kept !== null && (!published || holdsNameBack(published, kept.names))
}

const idOf = (key: Ref): string => parseRef(key)?.id ?? ''
