import { describe, expect, it } from 'vitest'
import { healVersions } from '#database/revisions/healVersions.ts'
import { newPerson, openSmallStudio, versionsOf } from './smallStudio.ts'

describe('versions', () => {
  it('a version row that a crash left out is written again, with the words of the document', async () => {
    const studio = await openSmallStudio()
    const whole = await newPerson(studio, { description: 'whole' })
    const id = await newPerson(studio, { description: 'first', charges: [{ label: 'one', statute: '1' }] })
    await studio.save(id, 'l01', { description: 'second' })
    const [first, second] = await versionsOf(studio, id)
    await studio.payload.db.deleteVersions({
      collection: 'people',
      where: { and: [{ parent: { equals: id } }, { 'version.revision': { equals: 2 } }] },
    })
    expect(await healVersions(studio.payload)).toBe(1)
    const healed = await versionsOf(studio, id)
    expect(healed.map(({ revision }) => revision)).toEqual([first?.revision, second?.revision])
    expect(healed.at(-1)).toMatchObject({
      description: { l00: 'first', l01: 'second' },
      charges: [{ label: { l00: 'one' }, statute: '1' }],
    })
    expect(await healVersions(studio.payload)).toBe(0)
    expect(await versionsOf(studio, whole)).toHaveLength(1)
    await studio.close()
  })
})
