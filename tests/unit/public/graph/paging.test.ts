import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { build } from '#tests/build/build.ts'
import { type World, world } from '#tests/harness/queries/world.ts'

async function page({ query }: World, args: string) {
  const { data, errors } = await query(
    `{ people(${args}) { nodes { slug } edges { cursor } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
  )
  if (errors[0]) throw errors[0]
  return { ...data.people, slugs: data.people.nodes.map((node: { slug: string }) => node.slug) as string[] }
}

const names = fc.uniqueArray(
  fc.string({ minLength: 1, maxLength: 6 }).map((name) => name.replace(/\s/g, 'x')),
  { minLength: 1, maxLength: 25 },
)

describe('paging', () => {
  it('walking forward or backward meets everything once, in one order', async () => {
    await fc.assert(
      fc.asyncProperty(names, fc.integer({ min: 1, max: 7 }), async (all, size) => {
        const people = world(...all.map((name, at) => build.person({ id: `p${at}`, name: { en: name } })))
        const whole = (await page(people, 'first: 100')).slugs
        expect([...whole].sort()).toEqual(all.map((_, at) => `p${at}`).sort())
        expect(await walk(people, size, 'first', 'after', 'endCursor')).toEqual(whole)
        expect((await walk(people, size, 'last', 'before', 'startCursor')).sort()).toEqual([...whole].sort())
      }),
      { numRuns: 40 },
    )
  })

  it('a publish or withdrawal between two pages shows nobody twice and skips nobody who stayed', async () => {
    await fc.assert(
      fc.asyncProperty(names, fc.integer({ min: 1, max: 5 }), fc.array(fc.nat(24)), async (all, size, gone) => {
        const people = world(...all.map((name, at) => build.person({ id: `p${at}`, name: { en: name } })))
        const removed = gone.filter((at) => at < all.length)
        let step = 0
        const seen = await walk(people, size, 'first', 'after', 'endCursor', () => {
          const at = removed[step]
          if (at !== undefined) people.withdraw(`people:p${at}`)
          // Not for ever: who is put in before the reader at each step would keep the reader from the end.
          if (step < 10) people.publish(build.person({ id: `new${step}`, name: { en: `n${step}` } }))
          step++
        })
        expect(new Set(seen).size).toBe(seen.length)
        const stayed = all.map((_, at) => `p${at}`).filter((slug) => !removed.includes(Number(slug.slice(1))))
        expect(stayed.filter((slug) => !seen.includes(slug))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('a list that was changed in place is the list that would be sorted anew', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(9), fc.option(fc.string({ minLength: 1, maxLength: 4 })), fc.boolean())),
        async (steps) => {
          const changed = world()
          const present = new Map<number, string>()
          for (const [id, name, look] of steps) {
            if (name === null) {
              changed.withdraw(`people:p${id}`)
              present.delete(id)
            } else {
              changed.publish(build.person({ id: `p${id}`, name: { en: `x${name.replace(/\s/g, 'y')}` } }))
              present.set(id, `x${name.replace(/\s/g, 'y')}`)
            }
            if (look) await page(changed, 'first: 100')
          }
          const anew = world(...[...present].map(([id, name]) => build.person({ id: `p${id}`, name: { en: name } })))
          for (const order of ['NAME_ASC', 'NAME_DESC']) {
            expect((await page(changed, `first: 100, orderBy: ${order}`)).slugs).toEqual(
              (await page(anew, `first: 100, orderBy: ${order}`)).slugs,
            )
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('names are sorted as their readers sort', async () => {
    const people = world(
      ...['Ґалаґан', 'Гончар', 'Євген', 'Зубко', 'Іваненко', 'Їжак', 'Яковенко', 'Еней'].map((name, at) =>
        build.person({ id: `p${at}`, name: { uk: name } }),
      ),
    )
    const { data } = await people.query('{ people(locale: "uk") { nodes { name { display } } } }')
    expect(data.people.nodes.map((node: { name: { display: string } }) => node.name.display)).toEqual([
      'Гончар',
      'Ґалаґан',
      'Еней',
      'Євген',
      'Зубко',
      'Іваненко',
      'Їжак',
      'Яковенко',
    ])
  })

  it('page information says what lies on either side', async () => {
    const people = world(...['a', 'b', 'c'].map((name) => build.person({ id: name, name: { en: name } })))
    const first = await page(people, 'first: 2')
    expect(first).toMatchObject({
      slugs: ['a', 'b'],
      totalCount: 3,
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    })
    expect(first.pageInfo.endCursor).toBe(first.edges[1].cursor)
    expect(await page(people, `first: 2, after: "${first.pageInfo.endCursor}"`)).toMatchObject({
      slugs: ['c'],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    })
  })

  it('what has no date comes last in either direction', async () => {
    const events = ['2018', '2020-05', undefined].map((edtf, at) =>
      build.event({ id: `e${at}`, facts: { ...(edtf && { date: build.date(edtf) }) }, words: { en: { title: 't' } } }),
    )
    const { query } = world(...events)
    const ids = async (order: string) =>
      (await query(`{ events(orderBy: ${order}) { nodes { id } } }`)).data.events.nodes.map(
        (node: { id: string }) => node.id,
      )
    expect(await ids('DATE_ASC')).toEqual(['events:e0', 'events:e1', 'events:e2'])
    expect(await ids('DATE_DESC')).toEqual(['events:e1', 'events:e0', 'events:e2'])
  })
})

async function walk(
  people: World,
  size: number,
  count: string,
  side: string,
  cursorName: string,
  between = () => {},
): Promise<string[]> {
  const seen: string[] = []
  let cursor: string | null = null
  for (let pages = 0; pages < 60; pages++) {
    const found: Awaited<ReturnType<typeof page>> = await page(
      people,
      `${count}: ${size}${cursor ? `, ${side}: "${cursor}"` : ''}`,
    )
    seen.push(...found.slugs)
    if (!found.pageInfo[cursorName] || found.slugs.length < size) return seen
    cursor = found.pageInfo[cursorName]
    between()
  }
  return seen
}
