import { setTimeout } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { createAnswer } from '#delivery/answer/answer.ts'
import { type AnswersOptions, createAnswers, type Outcome } from '#delivery/answer/answers.ts'
import { cacheTagOf } from '#delivery/answer/cacheTags.ts'
import type { Prepared } from '#graph/request/prepare.ts'
import type { GraphqlRequest } from '#graph/request/request.ts'
import { eventually } from '#tests/harness/eventually.ts'

const request = (query: string): GraphqlRequest => ({
  query,
  operationName: undefined,
  variables: {},
  persistedHash: undefined,
})

/** Answers over a record whose version a test moves; requests with one text are one key. */
function answersOver(run: (version: number) => Promise<Outcome>, options: Partial<AnswersOptions> = {}) {
  const record = { version: 1 }
  const answers = createAnswers({
    version: () => record.version,
    // Only the key is looked at.
    prepare: ({ query = '' }) => ({ key: query.trim() }) as Prepared,
    run: () => run(record.version),
    maxBytes: 1_000_000,
    onError: (error) => {
      throw error
    },
    ...options,
  })
  const ask = async (query: string) => {
    const outcome = await answers.answer(query, () => request(query), 'id')
    return outcome.kind === 'answer' ? outcome.answer.bytes.identity.toString() : outcome.text
  }
  return { record, answers, ask }
}

const text = (version: number): Outcome => ({ kind: 'answer', answer: createAnswer(version, `version ${version}`, '') })

describe('the response cache', () => {
  it('computes one key once, however many ask for it at once', async () => {
    const run = vi.fn(async (version: number) => {
      await setTimeout(5)
      return text(version)
    })
    const { answers, ask } = answersOver(run)
    const all = await Promise.all(Array.from({ length: 1000 }, () => ask('{ a }')))
    expect(new Set(all)).toEqual(new Set(['version 1']))
    expect(run).toHaveBeenCalledTimes(1)
    expect(answers.counts).toEqual({ hits: 0, misses: 1, joined: 999 })
    expect(await ask('{ a }')).toBe('version 1')
    expect(answers.counts.hits).toBe(1)
  })

  it('next-request: what was kept before a publish is never answered after it', async () => {
    const { record, answers, ask } = answersOver(async (version) => text(version))
    await ask('{ a }')
    expect(answers.recall('{ a }')?.bytes.identity.toString()).toBe('version 1')
    record.version = 2
    expect(answers.recall('{ a }')).toBeUndefined()
    expect(await ask('{ a }')).toBe('version 2')
  })

  it('next-request: who asks after a publish does not join a computation that began before it', async () => {
    const { record, ask } = answersOver(async (version) => {
      await setTimeout(version === 1 ? 20 : 1)
      return text(version)
    })
    const slow = ask('{ a }')
    record.version = 2
    expect(await ask('{ a }')).toBe('version 2')
    expect(await slow).toBe('version 1')
    expect(await ask('{ a }')).toBe('version 2')
  })

  it('shares one answer between requests that mean the same', async () => {
    const run = vi.fn(async (version: number) => text(version))
    const { ask } = answersOver(run)
    await ask('{ a }')
    await ask('{ a } ')
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('keeps no answer with errors', async () => {
    const run = vi.fn(async (): Promise<Outcome> => ({ kind: 'errors', status: 400, text: 'wrong' }))
    const { answers, ask } = answersOver(run)
    expect(await ask('{ a }')).toBe('wrong')
    expect(await ask('{ a }')).toBe('wrong')
    expect(run).toHaveBeenCalledTimes(2)
    expect(answers.size.answers).toBe(0)
  })

  it('bounded: holds no more bytes than it may', async () => {
    const { answers, ask } = answersOver(
      async (version) => ({ kind: 'answer', answer: createAnswer(version, 'x'.repeat(10_000), '') }),
      { maxBytes: 100_000 },
    )
    for (let n = 0; n < 100; n++) await ask(`{ a${n} }`)
    expect(answers.size.bytes).toBeLessThanOrEqual(100_000)
    expect(answers.size.answers).toBeGreaterThan(2)
  })

  it('compresses an answer in the background when it is asked for again', async () => {
    const { answers, ask } = answersOver(async (version) => ({
      kind: 'answer',
      answer: createAnswer(version, 'words and words '.repeat(500), ''),
    }))
    await ask('{ a }')
    expect(answers.recall('{ a }')?.bytes.br).toBeUndefined()
    await eventually(() => expect(answers.recall('{ a }')?.bytes.br?.length).toBeLessThan(1000))
    expect(answers.recall('{ a }')?.bytes.gzip?.length).toBeLessThan(1000)
  })
})

describe('Cache-Tag', () => {
  it('names documents and their served locales', () => {
    expect(cacheTagOf(new Set(['people:2', 'people:1@uk', 'people:1']))).toBe('people:2,people:1@uk,people:1')
    // A header holds ASCII, and commas separate its values.
    expect(cacheTagOf(new Set(['organizations:я-org', 'people:a,b']))).toBe('organizations:%D1%8F-org,people:a%2Cb')
  })

  it('names documents, then types, where there are too many', () => {
    const tags = (count: number) =>
      new Set(Array.from({ length: count }, (_, n) => [`people:${n}`, `people:${n}@en`]).flat())
    expect(cacheTagOf(tags(200))).toContain('people:199')
    expect(cacheTagOf(tags(200))).not.toContain('@')
    expect(cacheTagOf(tags(2000))).toBe('people')
  })
})
