import type { CollectionBeforeChangeHook } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ConflictError } from '#database/merging/conflict.ts'
import { newPerson, openSmallStudio, type SmallStudio } from './smallStudio.ts'

type Words = Record<string, unknown>

/** Hooks call the local API with their req; it hands them another context than the adapter saw. */
const askAlong: CollectionBeforeChangeHook = async ({ req }) => {
  await req.payload.count({ collection: 'people', req })
}

describe('no-lost-update: two forms opened at the same revision', () => {
  let studio: SmallStudio

  beforeAll(async () => {
    studio = await openSmallStudio({ hooks: { beforeChange: [askAlong] } })
  })
  afterAll(() => studio.close())

  /** What the admin loads in one locale and posts back as a whole. */
  async function form(id: string, locale = 'l00'): Promise<Words> {
    return { ...(await studio.payload.findByID({ collection: 'people', id, locale: locale as never, depth: 0 })) }
  }

  async function conflictOf(saving: Promise<unknown>): Promise<ConflictError> {
    const failure = await saving.then(
      () => undefined,
      (refused) => refused,
    )
    expect(failure).toBeInstanceOf(ConflictError)
    return failure
  }

  it('different fields: both survive', async () => {
    const id = await newPerson(studio, { kind: 'lawyer', gender: 'other', name: { given: 'Ali', family: 'Veli' } })
    const [one, two] = [await form(id), await form(id)]
    await studio.save(id, 'l00', { ...one, kind: 'relative', name: { given: 'Alim', family: 'Veli' } })
    await studio.save(id, 'l00', { ...two, gender: 'male', name: { given: 'Ali', family: 'Veliev' } })
    expect(await studio.read(id)).toMatchObject({
      kind: 'relative',
      gender: 'male',
      name: { given: { l00: 'Alim' }, family: { l00: 'Veliev' } },
      revision: 3,
    })
  })

  it('different locales: both survive, and a translator does not revert a fact', async () => {
    const id = await newPerson(studio, { kind: 'lawyer', description: 'source' })
    const translation = await form(id, 'l01')
    await studio.save(id, 'l00', { ...(await form(id)), kind: 'relative', description: 'new source' })
    await studio.save(id, 'l01', { ...translation, description: 'translation' })
    expect(await studio.read(id)).toMatchObject({
      kind: 'relative',
      description: { l00: 'new source', l01: 'translation' },
    })
  })

  it('different rows, and different fields of one row: both survive, in order', async () => {
    const id = await newPerson(studio, {
      charges: [
        { label: 'one', statute: '1' },
        { label: 'two', statute: '2' },
      ],
    })
    const [mine, theirs] = [await form(id), await form(id)]
    const [first, second] = theirs.charges as Words[]
    await studio.save(id, 'l00', {
      ...theirs,
      charges: [
        { ...second, statute: '2a' },
        { ...first, label: 'ONE' },
      ],
    })
    await studio.save(id, 'l00', { ...mine, charges: [{ ...first, statute: '1a' }, second, { label: 'three' }] })
    expect((await studio.read(id)).charges).toMatchObject([
      { id: second?.id, label: { l00: 'two' }, statute: '2a' },
      { label: { l00: 'three' } },
      { id: first?.id, label: { l00: 'ONE' }, statute: '1a' },
    ])
  })

  it('a row that is merged keeps its words in other locales', async () => {
    const id = await newPerson(studio, { charges: [{ label: 'one' }] })
    const mine = await form(id)
    const row = (mine.charges as Words[])[0]
    await studio.save(id, 'l01', { charges: [{ ...row, label: 'bir' }] })
    await studio.save(id, 'l00', { ...mine, charges: [{ ...row, label: 'ONE', statute: '7' }] })
    expect((await studio.read(id)).charges).toMatchObject([{ label: { l00: 'ONE', l01: 'bir' }, statute: '7' }])
  })

  it('the same field: 409 with both values, and nothing is saved', async () => {
    const id = await newPerson(studio, { kind: 'lawyer', description: 'base' })
    const [mine, theirs] = [await form(id), await form(id)]
    await studio.save(id, 'l00', { ...theirs, description: 'theirs' })
    const conflict = await conflictOf(studio.save(id, 'l00', { ...mine, kind: 'relative', description: 'mine' }))
    expect(conflict.status).toBe(409)
    expect(conflict.isPublic).toBe(true)
    expect(conflict.data).toEqual({
      conflicts: [{ path: 'description', locale: 'l00', base: 'base', mine: 'mine', theirs: 'theirs' }],
      revision: 2,
    })
    expect(await studio.read(id)).toMatchObject({ kind: 'lawyer', description: { l00: 'theirs' }, revision: 2 })
  })

  it.each([
    ['mine', 'mine'],
    ['theirs', 'theirs'],
  ])('a person who has chosen %s gets it', async (side, words) => {
    const id = await newPerson(studio, { kind: 'lawyer', charges: [{ label: 'base' }] })
    const [mine, theirs] = [await form(id), await form(id)]
    const row = (mine.charges as Words[])[0]
    await studio.save(id, 'l00', { ...theirs, charges: [{ ...row, label: 'theirs' }] })
    const changed = { ...mine, kind: 'relative', charges: [{ ...row, label: 'mine' }] }
    const { data } = await conflictOf(studio.save(id, 'l00', changed))
    const path = `charges/${row?.id}/label`
    expect(data.conflicts[0]?.path).toBe(path)
    await studio.save(id, 'l00', { ...changed, resolutions: { [path]: side }, resolvedAt: data.revision })
    expect(await studio.read(id)).toMatchObject({ kind: 'relative', charges: [{ label: { l00: words } }], revision: 3 })
  })

  it('a choice holds for the value that was seen: one that moved on is asked about again', async () => {
    const id = await newPerson(studio, { description: 'base' })
    const mine = { ...(await form(id)), description: 'mine' }
    await studio.save(id, 'l00', { description: 'theirs' })
    const { data } = await conflictOf(studio.save(id, 'l00', mine))
    await studio.save(id, 'l00', { kind: 'relative' })
    await studio.save(id, 'l00', { description: 'theirs again' })
    const choice = { ...mine, resolutions: { description: 'mine' }, resolvedAt: data.revision }
    const again = await conflictOf(studio.save(id, 'l00', choice))
    expect(again.data).toMatchObject({ conflicts: [{ theirs: 'theirs again' }], revision: 4 })
    await studio.save(id, 'l00', { ...choice, resolvedAt: again.data.revision })
    expect((await studio.read(id)).description).toEqual({ l00: 'mine' })
  })

  it('a form whose base nobody knows any more asks about every difference', async () => {
    const id = await newPerson(studio, { kind: 'lawyer', gender: 'other' })
    const mine = await form(id)
    await studio.payload.db.deleteVersions({ collection: 'people', where: { parent: { equals: id } } })
    await studio.save(id, 'l00', { kind: 'relative' })
    const { data } = await conflictOf(studio.save(id, 'l00', mine))
    expect(data.conflicts).toEqual([{ path: 'kind', base: null, mine: 'lawyer', theirs: 'relative' }])
  })

  it('without a revision a save is taken as it comes, in bulk too', async () => {
    const id = await newPerson(studio, { kind: 'lawyer' })
    await studio.save(id, 'l00', { kind: 'relative' })
    await studio.payload.update({
      collection: 'people',
      where: { id: { equals: id } },
      data: { kind: 'activist' },
      depth: 0,
    })
    expect(await studio.read(id)).toMatchObject({ kind: 'activist', revision: 3 })
  })

  it('a revision that is no whole number is refused with a sentence', async () => {
    const id = await newPerson(studio)
    await expect(studio.save(id, 'l00', { revision: 'yesterday' })).rejects.toMatchObject({ status: 400 })
  })

  it('nobody learns a value from a conflict who may not change the document', async () => {
    const id = await newPerson(studio, { description: 'base' })
    await studio.save(id, 'l00', { description: 'secret' })
    const guess = { revision: 1, description: 'guess' }
    const asking = studio.payload.update({ collection: 'people', id, data: guess, overrideAccess: false, depth: 0 })
    await expect(asking).rejects.toMatchObject({ status: 403 })
  })

  it('a restored version is a save of its own and leaves the revision counting', async () => {
    const id = await newPerson(studio, { description: 'first', charges: [{ label: 'one' }] })
    await studio.save(id, 'l00', { description: 'second', charges: [] })
    await studio.save(id, 'l01', { description: 'translated' })
    const { docs } = await studio.payload.findVersions({
      collection: 'people',
      where: { and: [{ parent: { equals: id } }, { 'version.revision': { equals: 1 } }] },
    })
    await studio.payload.restoreVersion({ collection: 'people', id: String(docs[0]?.id), depth: 0 })
    expect(await studio.read(id)).toMatchObject({
      description: { l00: 'first' },
      charges: [{ label: { l00: 'one' } }],
      revision: 4,
    })
  })

  it('a duplicate starts to count anew', async () => {
    const id = await newPerson(studio, { kind: 'lawyer' })
    await studio.save(id, 'l00', { kind: 'relative' })
    const copy = await studio.payload.duplicate({ collection: 'people', id, depth: 0 })
    expect(await studio.read(String(copy.id))).toMatchObject({ kind: 'relative', revision: 1 })
  })
})
