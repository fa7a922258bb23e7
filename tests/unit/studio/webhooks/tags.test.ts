import { type DocumentNode, execute, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { cacheTagOf } from '#delivery/answer/cacheTags.ts'
import type { GraphContext } from '#graph/context.ts'
import { schema } from '#graph/schema.ts'
import { localeCodes } from '#locales/table.ts'
import type { Form } from '#record/record.ts'
import { parseRef } from '#record/record.ts'
import { documents, type Ref } from '#record/shape.ts'
import { keyOf } from '#tests/build/build.ts'
import { wholeForms } from '#tests/build/wholeForms.ts'
import { world } from '#tests/harness/queries/world.ts'
import { type TaggedChange, tagsOf } from '#webhooks/tags.ts'
import { oneFieldQueries } from './oneFieldQueries.ts'

const change = (parts: Partial<TaggedChange>) =>
  tagsOf({ key: 'people:1', kind: 'publish', facts: false, locales: [], ...parts })

describe('the tags of a change', () => {
  it('are its type, its document, each locale that changed, and the log', () => {
    expect(change({ locales: ['ar', 'en'] })).toEqual(['people', 'people:1', 'people:1@ar', 'people:1@en', 'changes'])
  })

  it('name the script that is derived from the one that changed', () => {
    expect(change({ locales: ['crh-Latn'] })).toContain('people:1@crh-Cyrl')
    expect(change({ locales: ['crh-Cyrl'] })).toContain('people:1@crh-Latn')
    expect(change({ locales: ['en'] })).not.toContain('people:1@crh-Latn')
  })

  it('name every locale where the facts changed and where something was withdrawn', () => {
    const every = localeCodes.map((locale) => `people:1@${locale}`)
    expect(change({ facts: true })).toEqual(['people', 'people:1', ...every, 'changes'])
    expect(change({ kind: 'withdraw', locales: ['uk'] })).toEqual(['people', 'people:1', ...every, 'changes'])
  })
})

type Step = { what: string; form: Form | null; told: TaggedChange }

/** Everything that can become of a document: gone, in one locale less or more, each fact and each word in turn. */
function stepsOf(form: Form): Step[] {
  const key = keyOf(form)
  const all = Object.keys(form.card.words)
  const publish = { key, kind: 'publish', facts: true, locales: [] } as const
  return [
    { what: 'withdrawn', form: null, told: { key, kind: 'withdraw', facts: true, locales: all } },
    ...all.slice(1).map((locale) => ({
      what: `${locale} withdrawn`,
      form: without(form, locale),
      told: { key, kind: 'withdraw', facts: false, locales: [locale] } as const,
    })),
    {
      what: 'crh-Latn published',
      form: withLocale(form, 'crh-Latn'),
      told: { key, kind: 'publish', facts: false, locales: ['crh-Latn'] },
    },
    ...otherFacts(form).map(({ path, facts }) => ({
      what: `${path} changed`,
      form: { ...form, card: { ...form.card, facts } } as Form,
      told: publish,
    })),
    ...all.map((locale) => ({
      what: `words of ${locale} changed`,
      form: reworded(form, locale),
      told: { key, kind: 'publish', facts: false, locales: [locale] } as const,
    })),
  ]
}

function without(form: Form, locale: string): Form {
  const { [locale]: _, ...words } = form.card.words
  const parts = Object.fromEntries(Object.entries(form.card.parts).filter(([part]) => part !== locale))
  const { [locale]: ___, ...long } = form.body.words
  return { card: { ...form.card, words, parts }, body: { words: long } }
}

function withLocale(form: Form, locale: string): Form {
  const words = { ...form.card.words, [locale]: form.card.words.en ?? {} }
  const parts = { ...form.card.parts, [locale]: '2024-03-01T00:00:00.000Z' }
  return { ...form, card: { ...form.card, words, parts } }
}

function reworded(form: Form, locale: string): Form {
  const words = Object.fromEntries(
    Object.entries(form.card.words[locale] ?? {}).map(([path, one]) => [
      path,
      { ...one, value: `${one.value} anew`, digest: `${one.digest}2` },
    ]),
  )
  return { ...form, card: { ...form.card, words: { ...form.card.words, [locale]: words } } }
}

/** The facts once without each value, each row and each part of a group, and with another gender, which decides on words. */
function otherFacts({ card }: Form): { path: string; facts: object }[] {
  const gone = pathsIn(card.facts).map((path) => ({ path: path.join('/'), facts: lacking(card.facts, path) }))
  return 'gender' in card.facts ? [...gone, { path: 'gender', facts: { ...card.facts, gender: 'other' } }] : gone
}

function pathsIn(value: unknown, depth = 2): string[][] {
  if (depth === 0 || typeof value !== 'object' || value === null || 'edtf' in value) return []
  return Object.entries(value).flatMap(([name, inner]) => [
    [name],
    ...pathsIn(inner, depth - 1).map((rest) => [name, ...rest]),
  ])
}

function lacking(value: object, [name = '', ...rest]: string[]): object {
  const copy: Record<string, unknown> = { ...value }
  if (rest.length > 0) copy[name] = lacking(copy[name] as object, rest)
  else delete copy[name]
  return Array.isArray(value) ? Object.values(copy) : copy
}

type Asked = { query: string; document: DocumentNode; variables: { id: string | undefined; locale: string } }
type Answer = { text: string; tags: ReadonlySet<string> }

function ask(catalog: GraphContext['catalog'], { document, variables }: Asked): Promise<Answer> | Answer {
  const context: GraphContext = {
    catalog,
    urls: { site: 'https://example.org', delivery: 'https://api.example.org' },
    defaultLocale: 'en',
    tags: new Set(),
    now: () => new Date('2024-06-01T00:00:00Z'),
  }
  const result = execute({ schema, document, variableValues: variables, contextValue: context })
  const answered = (data: unknown) => ({ text: JSON.stringify(data), tags: context.tags })
  return result instanceof Promise ? result.then(answered) : answered(result)
}

function questions(forms: readonly Form[]): Asked[] {
  const keys = forms.map(keyOf)
  return oneFieldQueries(keys).flatMap((query) => {
    const document = parse(`query ${declared(query)} ${query}`)
    const [fault] = validate(schema, document)
    if (fault) throw new Error(`${query}: ${fault.message}`)
    const type = /\.\.\. on (\w+)/.exec(query)?.[1]
    const ids = query.includes('$id') ? keys.filter((key) => graphTypeOf(key) === type) : [undefined]
    const locales = query.includes('$locale') ? ['en', 'ar'] : ['en']
    return ids.flatMap((id) => locales.map((locale) => ({ query, document, variables: { id, locale } })))
  })
}

function declared(query: string): string {
  const used = Object.entries({ $id: 'ID!', $locale: 'Locale' }).filter(([name]) => query.includes(name))
  return used.length > 0 ? `(${used.map(([name, type]) => `${name}: ${type}`).join(', ')})` : ''
}

function graphTypeOf(key: string): string | null {
  const parsed = parseRef(key)
  return parsed && documents[parsed.type].typeName
}

/** What a cache that holds `tags` throws out when it is told to purge `purged`. */
function isPurged(tags: ReadonlySet<string>, purged: readonly string[]): boolean {
  const kept = cacheTagOf(tags).split(',')
  return purged.some((tag) => kept.includes(tag))
}

describe('whoever purges by the tags of a change purges every answer that it changed', () => {
  const forms = wholeForms()
  const asked = questions(forms)

  it.each(forms.map((form) => ({ key: keyOf(form), form })))('$key', { timeout: 60_000 }, async ({ key, form }) => {
    const { catalog, publish, withdraw } = world(...forms)
    const answers = async () => Promise.all(asked.map((one) => ask(catalog, one)))
    const put = (next: Form | null) => (next ? publish(next) : withdraw(key as Ref))
    const kept = await answers()
    const stale = new Set<string>()
    let changed = 0
    for (const { what, form: next, told } of stepsOf(form)) {
      put(next)
      const now = await answers()
      for (const [index, answer] of now.entries()) {
        const before = kept[index]
        if (!before || before.text === answer.text) continue
        changed++
        // The way there and the way back: what is published anew was not public before.
        if (!isPurged(before.tags, tagsOf(told)) || !isPurged(answer.tags, tagsOf({ ...told, kind: 'publish' })))
          stale.add(`${asked[index]?.query} after ${what}`)
      }
      put(form)
    }
    expect([...stale]).toEqual([])
    expect(changed).toBeGreaterThan(100)
  })
})
