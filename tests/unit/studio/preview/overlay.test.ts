import { describe, expect, it } from 'vitest'
import { overlaid } from '#preview/overlay.ts'
import type { Form } from '#record/record.ts'
import type { Facts, Ref } from '#record/shape.ts'
import { build } from '#tests/build/build.ts'
import { rowOf } from '#tests/build/rows.ts'
import { world } from '#tests/harness/queries/world.ts'

const at = '2024-05-01T00:00:00.000Z'

const publicForms: Form[] = [
  build.person({ id: 'anna', name: { en: 'Anna Berg', uk: 'Анна Берг' } }),
  build.person({ id: 'boris', name: { en: 'Boris Cherny' } }),
  build.person({ id: 'clara', name: { en: 'Clara Dovh' }, formerSlugs: ['clara-old'] }),
  build.place({ id: 'jail', words: { en: { name: 'Old jail' } } }),
  said('q1', 'people:anna', 'I am well'),
  said('q2', 'people:boris', 'Nothing else'),
  event('e1', 'people:anna', { custodyStatus: 'pretrialDetention', place: 'places:jail' }),
]

/** As publishing would write them: a new name and slug, a new person, a quote that moved, somebody released. */
const workingForms: Form[] = [
  build.person({
    id: 'anna',
    name: { en: 'Zoya Novak', tr: 'Zoya Novak' },
    slug: 'zoya',
    formerSlugs: ['anna'],
    at,
    body: { en: { biography: build.richText('A story nobody has read') } },
  }),
  build.person({ id: 'dora', name: { en: 'Dora Ember' }, at }),
  said('q2', 'people:anna', 'Nothing else at all'),
  event('e2', 'people:anna', { custodyStatus: 'released' }, '2024-02-02'),
]

function said(id: string, speaker: Ref<'people'>, text: string): Form {
  return build.quote({ id, at, facts: { speaker, about: [speaker] }, words: { en: { text } } })
}

function event(id: string, who: Ref<'people'>, outcome: Facts<'events'>['outcome'], edtf = '2023-01-01'): Form {
  const facts: Facts<'events'> = { date: build.date(edtf), participants: [{ id: 'r1', who, role: 'victim' }], outcome }
  return build.event({ id, at, facts, words: { en: { title: id } } })
}

const questions = [
  '{ people { totalCount nodes { id slug name { display sort } updatedAt } } }',
  '{ people(orderBy: NAME_DESC, locale: "tr", fallback: []) { nodes { id } } }',
  '{ people(where: { custodyStatus: [RELEASED] }) { nodes { id } } }',
  '{ person(slug: "zoya") { id custody { status } biography { plainText } } }',
  '{ person(slug: "anna") { id quotes(first: 9) { nodes { id text { text } } } events(first: 9) { nodes { id } } } }',
  '{ personBySlug(slug: "anna") { isFormer slug } old: personBySlug(slug: "clara-old") { isFormer slug } }',
  '{ person(id: "people:boris") { quotes(first: 9) { totalCount } } }',
  '{ search(text: "Zoya") { nodes { id } } gone: search(text: "Berg") { totalCount } }',
  '{ nodes(ids: ["people:dora", "quotes:q2", "people:nobody"]) { id } }',
]

describe('an overlay', () => {
  it.each(questions)('answers what delivery would after publishing: %s', async (question) => {
    const before = world(...publicForms)
    const after = world(...publicForms)
    for (const one of workingForms) after.publish(one)
    const preview = await before.query(question, {}, { catalog: laidOver(before.catalog) })
    expect(preview.errors).toEqual([])
    expect(preview.data).toEqual((await after.query(question)).data)
    expect(preview.data).not.toEqual((await before.query(question)).data)
  })

  it.each(questions)('leaves no trace in what is public: %s', async (question) => {
    const one = world(...publicForms)
    await one.query(question, {}, { catalog: laidOver(one.catalog) })
    expect((await one.query(question)).data).toEqual((await world(...publicForms).query(question)).data)
  })

  it('belongs to one version of what is public', () => {
    const one = world(...publicForms)
    const preview = laidOver(one.catalog)
    one.publish(build.person({ id: 'late', name: { en: 'Late Comer' } }))
    expect(preview.seq).toBe(one.catalog.seq - 1)
  })
})

function laidOver(base: Parameters<typeof overlaid>[0]) {
  return overlaid(
    base,
    workingForms.map((one) => {
      const { key, hash } = rowOf(one, 0)
      return { entry: { key, seq: 0, hash, card: one.card }, body: one.body }
    }),
  )
}
