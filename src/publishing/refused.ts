import { APIError } from 'payload'
import { groupedBy } from '#base/groupedBy.ts'
import { partInWords } from '#locales/fieldInWords.ts'
import { message } from '#messages/message.ts'
import { type Asking, languageOf } from '#messages/refused.ts'
import type { Ref } from '#record/shape.ts'
import type { Refusal } from './gates/wordFinding.ts'

/** Findings that the sentence tells one by one, and that an answer carries: no more can be confirmed at once. */
const most = { said: 10, carried: 1000 } as const

/** What stood in the way: findings document by document, how many each document has, and how many are left out here. */
export type RefusedData = { refusals: Refusal[]; documents: { document: Ref; count: number }[]; more: number }

/** The gates said no: every refusal at once, each with its cure. */
export class PublishRefused extends APIError<RefusedData> {
  constructor(req: Asking, found: readonly Refusal[]) {
    const language = languageOf(req)
    const byDocument = [...groupedBy(found, ({ document }) => document)]
    const refusals = byDocument.flatMap(([, ofDocument]) => ofDocument)
    const said = refusals.slice(0, most.said).map(({ part, message }) => `${partInWords(language, part)}: ${message}`)
    const unsaid = refusals.length - said.length
    if (unsaid > 0) said.push(message(language, 'publish.moreFindings', { count: unsaid }))
    super(message(language, 'publish.notPublished', { findings: said.join(' ') }), 422, {
      refusals: refusals.slice(0, most.carried),
      documents: byDocument.map(([document, { length: count }]) => ({ document, count })),
      more: Math.max(0, refusals.length - most.carried),
    })
  }
}

/** Somebody saved since: nobody publishes what they have not seen. */
export class MovedOn extends APIError<{ revision: number }> {
  constructor(req: Asking, revision: number) {
    super(message(languageOf(req), 'publish.movedOn'), 409, { revision })
  }
}

export class MayNotPublish extends APIError {
  constructor(req: Asking) {
    super(message(languageOf(req), 'publish.notYours'), 403)
  }
}

export class NoSuchDocument extends APIError {
  constructor(req: Asking, key: string) {
    super(message(languageOf(req), 'publish.noSuchDocument', { key }), 404)
  }
}
