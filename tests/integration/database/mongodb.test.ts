import type { CollectionBeforeChangeHook } from 'payload'
import { describe, expect, it } from 'vitest'
import { ConfigurationError } from '#base/errors.ts'
import { ConflictError } from '#database/merging/conflict.ts'
import { isMongo, newPerson, openSmallStudio, type SmallStudio, versionsOf } from './smallStudio.ts'

describe.runIf(isMongo())('MongoDB', () => {
  /** A studio in whose saves another studio is always faster. */
  async function overtaken(faster: (other: SmallStudio, id: string) => Promise<unknown>) {
    const other = await openSmallStudio()
    const slower: CollectionBeforeChangeHook = async ({ operation, originalDoc }) => {
      if (operation === 'update') await faster(other, String(originalDoc.id))
    }
    const studio = await openSmallStudio({ url: other.url, hooks: { beforeChange: [slower] } })
    return { studio, close: () => Promise.all([studio.close(), other.close()]) }
  }

  it('a save that another process overtakes keeps the changes of both', async () => {
    const { studio, close } = await overtaken((other, id) =>
      other.save(id, 'l00', { kind: 'relative', name: { given: 'Alim' }, sameAs: ['https://example.org'] }),
    )
    const id = await newPerson(studio, { kind: 'lawyer', name: { given: 'Ali', family: 'Veli' } })
    await studio.save(id, 'l00', { gender: 'male', name: { family: 'Veliev' } })
    expect(await studio.read(id)).toMatchObject({
      kind: 'relative',
      gender: 'male',
      name: { given: { l00: 'Alim' }, family: { l00: 'Veliev' } },
      sameAs: ['https://example.org'],
      revision: 3,
    })
    expect((await versionsOf(studio, id)).map(({ revision }) => revision)).toEqual([1, 2, 3])
    await close()
  })

  it('the same field from two processes: 409 with both values, computed ones are no question', async () => {
    const { studio, close } = await overtaken((other, id) =>
      other.save(id, 'l00', { description: 'theirs', heading: 'theirs' }),
    )
    const id = await newPerson(studio, { description: 'base', heading: 'base' })
    const saving = studio.save(id, 'l00', { description: 'mine', heading: 'mine' })
    await expect(saving).rejects.toThrow(ConflictError)
    const conflict = { path: 'description', locale: 'l00', base: 'base', mine: 'mine', theirs: 'theirs' }
    await expect(saving).rejects.toMatchObject({ status: 409, data: { conflicts: [conflict], revision: 2 } })
    await close()
  })

  it('a server that is away is one sentence that names the cure', async () => {
    const opening = openSmallStudio({ url: 'mongodb://somebody:password@127.0.0.1:1/holos' })
    await expect(opening).rejects.toThrow(ConfigurationError)
    await expect(opening).rejects.toThrow(/start it, or let DATABASE_URL name/)
    await expect(opening).rejects.not.toThrow(/password/)
  })
})
