import { expect } from 'vitest'
import type { Refusal } from '#publishing/gates/wordFinding.ts'
import type { DocumentType, Ref } from '#record/shape.ts'
import type { Studio, TestUser } from '#tests/harness/studio.ts'

export type Made = { type: DocumentType; id: string; key: Ref }
type Outcome = { status: number; refusals: Refusal[] }

const whole = { facts: true, locales: ['en'] }

/** What an editor does with documents, over REST. */
export function editing(studio: () => Studio, editor: () => TestUser) {
  async function made(type: DocumentType, body: object, locale = 'en'): Promise<Made> {
    const query = { locale, depth: '0' }
    const answer = await studio().rest('POST', `/${type}`, { user: editor(), query, body })
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    const { id } = answer.body.doc
    return { type, id, key: `${type}:${id}` }
  }

  async function changed({ type, id }: Made, body: object, locale = 'en'): Promise<void> {
    const query = { locale, depth: '0' }
    const answer = await studio().rest('PATCH', `/${type}/${id}`, { user: editor(), query, body })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }

  async function published({ type, id }: Made, more: object = {}, user = editor()): Promise<Outcome> {
    const answer = await studio().rest('POST', `/${type}/${id}/publish`, { user, body: { ...whole, ...more } })
    return { status: answer.status, refusals: answer.body.errors?.[0].data?.refusals ?? [] }
  }

  async function madePublic(document: Made): Promise<Made> {
    const { status, refusals } = await published(document)
    expect(status, JSON.stringify(refusals)).toBe(200)
    return document
  }

  async function parts({ type, id }: Made, user = editor(), headers: Record<string, string> = {}) {
    return (await studio().rest('GET', `/${type}/${id}/publication`, { user, headers })).body.parts
  }

  async function found(document: Made, user = editor(), headers: Record<string, string> = {}): Promise<Refusal[]> {
    const all: { refusals: Refusal[]; warnings: Refusal[] }[] = await parts(document, user, headers)
    return all.flatMap(({ refusals, warnings }) => [...refusals, ...warnings])
  }

  const event = (more: object = {}) => made('events', { kind: 'hearing', title: 'A hearing', ...more })

  return { made, changed, published, madePublic, parts, found, event }
}

export const answersTo = (refusals: readonly Refusal[], reason: string) => ({
  confirm: refusals.map(({ confirm: digest }) => ({ digest, reason })),
})
