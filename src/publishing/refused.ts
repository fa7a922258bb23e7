import { APIError } from 'payload'
import { partInWords } from '#locales/fieldInWords.ts'
import { message } from '#messages/message.ts'
import { type Asking, languageOf } from '#messages/refused.ts'
import type { Refusal } from './gates/wordFinding.ts'

/** The gates said no: every refusal at once, each with its cure. */
export class PublishRefused extends APIError<{ refusals: Refusal[] }> {
  constructor(req: Asking, refusals: Refusal[]) {
    const language = languageOf(req)
    const findings = refusals.map(({ part, message }) => `${partInWords(language, part)}: ${message}`).join(' ')
    super(message(language, 'publish.notPublished', { findings }), 422, { refusals })
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
