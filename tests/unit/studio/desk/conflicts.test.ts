import type { ClientField, FormState } from 'payload'
import { describe, expect, it } from 'vitest'
import { conflictIn, resolutionOf, undecided } from '#desk/saving/conflicts.ts'
import { placeOf } from '#desk/saving/fieldPlaces.ts'

const conflict = {
  revision: 8,
  conflicts: [
    { path: 'description', locale: 'uk', base: 'a', mine: 'b', theirs: 'c' },
    { path: 'charges/c2/label', locale: 'uk', base: 'a', mine: 'b', theirs: 'c' },
  ],
}

describe('a save that collides', () => {
  it('is told by its answer, and no other refusal is taken for it', () => {
    expect(conflictIn({ errors: [{ message: 'Somebody else', data: conflict }] })).toEqual(conflict)
    expect(conflictIn({ errors: [{ message: 'moved on', data: { revision: 9 } }] })).toBeNull()
    expect(conflictIn(null)).toBeNull()
  })

  it('goes again with a side for each field and the revision that was compared', () => {
    const choices = { description: { side: 'theirs' }, 'charges/c2/label': { side: 'mine', edited: 'both' } } as const
    expect(undecided(conflict, { description: { side: 'theirs' } })).toBe(1)
    expect(resolutionOf(conflict, choices)).toEqual({
      resolutions: { description: 'theirs', 'charges/c2/label': 'mine' },
      resolvedAt: 8,
    })
  })
})

describe('a word path in a form', () => {
  // Only what the search reads of a client field.
  const fields = [
    {
      type: 'tabs',
      tabs: [
        {
          fields: [
            {
              name: 'name',
              type: 'group',
              label: 'Name',
              fields: [{ type: 'row', fields: [{ name: 'given', type: 'text', label: 'Given' }] }],
            },
          ],
        },
        {
          fields: [
            {
              name: 'charges',
              type: 'array',
              label: 'Charges',
              fields: [{ name: 'label', type: 'text', label: 'Label' }],
            },
          ],
        },
      ],
    },
  ] as unknown as ClientField[]
  const state: FormState = { charges: { rows: [{ id: 'c1' }, { id: 'c2' }] } }

  it('finds the field, its place by row number and its labels', () => {
    const place = placeOf(fields, state, 'charges/c2/label')
    expect(place.formPath).toBe('charges.1.label')
    expect(place.field?.type).toBe('text')
    expect(place.labels).toEqual([{ label: 'Charges', row: 2 }, { label: 'Label' }])
    expect(placeOf(fields, state, 'name/given').formPath).toBe('name.given')
  })

  it('keeps the bare name of a field that this form does not have', () => {
    expect(placeOf(fields, state, 'unknown').labels).toEqual([{ label: 'unknown' }])
  })
})
