import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corners, drawn, moved, placedAt, resized, steered } from '#desk/fields/faces/regions.ts'
import { type Face, type FaceFault, faceLimits, facesIn, faultOfFaces, newFaceId, rounded } from '#media/faces.ts'

const face: Face = { id: 'one', x: 0.1, y: 0.2, width: 0.3, height: 0.4 }
const many = (count: number) => Array.from({ length: count }, () => ({ ...face, id: newFaceId() }))

describe('faces of a picture', () => {
  it.each([[null], [undefined], [[]], [[face]], [many(faceLimits.most)]])('are kept: %j', (value) => {
    expect(faultOfFaces(value)).toBeNull()
    expect(facesIn(value)).toEqual(value ?? [])
  })

  const faults: [FaceFault, unknown][] = [
    ['NOT_A_LIST', face],
    ['NOT_A_LIST', 'faces'],
    ['NOT_A_LIST', 0],
    ['TOO_MANY', many(faceLimits.most + 1)],
    ['NOT_A_FACE', [null]],
    ['NOT_A_FACE', [[0.1, 0.2, 0.3, 0.4]]],
    ['NOT_A_FACE', [{ id: 'one', x: 0.1, y: 0.2, width: 0.3 }]],
    ['NOT_A_FACE', [{ ...face, x: '0.1' }]],
    ['NOT_A_FACE', [{ ...face, x: Number.NaN }]],
    ['NOT_A_FACE', [{ ...face, width: Number.POSITIVE_INFINITY }]],
    ['NOT_A_FACE', [{ ...face, id: 7 }]],
    ['NOT_A_FACE', [{ ...face, id: '<b>' }]],
    ['NOT_A_FACE', [{ ...face, id: 'x'.repeat(37) }]],
    ['NOT_A_FACE', [{ ...face, name: 'Asan' }]],
    ['OUTSIDE', [{ ...face, x: -0.01 }]],
    ['OUTSIDE', [{ ...face, x: 0.8 }]],
    ['OUTSIDE', [{ ...face, y: 0.61 }]],
    ['OUTSIDE', [{ ...face, x: 100, y: 200, width: 300, height: 400 }]],
    ['TOO_SMALL', [{ ...face, width: 0.004 }]],
    ['TOO_SMALL', [{ ...face, height: -0.1 }]],
    ['SAME_ID', [face, { ...face, x: 0.5 }]],
  ]
  it.each(faults)('%s: %j', (fault, value) => {
    expect(faultOfFaces(value)).toBe(fault)
    if (fault !== 'TOO_SMALL') expect(facesIn(value)).toEqual([])
  })

  it('one that was kept while smaller ones were taken stays covered, what covers nothing does not', () => {
    const small = { ...face, width: 0.006 }
    expect(facesIn([small, { ...face, height: -0.1 }])).toEqual([small])
  })

  it('an id that is missing is made', () => {
    const { id: _, ...region } = face
    const [made] = facesIn([region])
    expect(made).toEqual({
      ...face,
      id: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
    })
  })

  const region = fc
    .record({
      x: fc.double({ min: 0, max: 0.99, noNaN: true }),
      y: fc.double({ min: 0, max: 0.99, noNaN: true }),
      width: fc.double({ min: faceLimits.smallest, max: 1, noNaN: true }),
      height: fc.double({ min: faceLimits.smallest, max: 1, noNaN: true }),
    })
    .filter(({ x, y, width, height }) => x + width <= 1 && y + height <= 1)
    .map((one) => ({ id: 'one', ...one }))

  it('are rounded outwards and once: nothing that was marked is left uncovered', () => {
    fc.assert(
      fc.property(region, (marked) => {
        const kept = rounded(marked)
        expect(faultOfFaces([kept])).toBeNull()
        expect(rounded(kept)).toEqual(kept)
        const slack = 1e-9
        expect(kept.x).toBeLessThanOrEqual(marked.x + slack)
        expect(kept.y).toBeLessThanOrEqual(marked.y + slack)
        expect(kept.x + kept.width).toBeGreaterThanOrEqual(marked.x + marked.width - slack)
        expect(kept.y + kept.height).toBeGreaterThanOrEqual(marked.y + marked.height - slack)
      }),
    )
  })

  it('whatever is drawn, moved or resized, can be kept', () => {
    const anywhere = fc.record({
      x: fc.double({ min: -2, max: 3, noNaN: true }),
      y: fc.double({ min: -2, max: 3, noNaN: true }),
    })
    fc.assert(
      fc.property(region, anywhere, anywhere, (marked, from, to) => {
        const made = [
          drawn('one', from, to),
          moved(marked, to),
          ...corners.map((corner) => resized(marked, corner, to)),
          placedAt('one', from, 1.5, 0.2),
        ]
        for (const one of made) expect(one && faultOfFaces([one])).toBeNull()
      }),
    )
  })
})

describe('a region under the hands', () => {
  it('is drawn from any corner, and a click draws none', () => {
    const [one, other] = [
      { x: 0.1, y: 0.6 },
      { x: 0.4, y: 0.2 },
    ]
    expect(drawn('one', one, other)).toEqual({ ...face, height: 0.4 })
    expect(drawn('one', other, one)).toEqual(drawn('one', one, other))
    expect(drawn('one', one, one)).toBeNull()
  })

  it('moves up to the edge and keeps its size', () => {
    expect(moved(face, { x: 5, y: -5 })).toEqual({ ...face, x: 0.7, y: 0 })
  })

  it('is resized at one corner, the opposite one stays', () => {
    expect(resized(face, 'nw', { x: 0.1, y: 0.1 })).toEqual({ ...face, x: 0.2, y: 0.3, width: 0.2, height: 0.3 })
    expect(resized(face, 'se', { x: 0.1, y: -0.1 })).toEqual({ ...face, width: 0.4, height: 0.3 })
  })

  it('goes by arrow keys, and with Shift changes its size', () => {
    expect(steered(face, 'ArrowRight', false, 0.01)).toEqual({ ...face, x: 0.11 })
    expect(steered(face, 'ArrowUp', true, 0.01)).toEqual({ ...face, height: 0.39 })
    expect(steered(face, 'Enter', false, 0.01)).toBeUndefined()
  })
})
