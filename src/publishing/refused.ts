import { APIError } from 'payload'
import type { Refusal } from './wordFinding.ts'

/** The gates said no: every refusal at once, each with its cure. */
export class PublishRefused extends APIError<{ refusals: Refusal[] }> {
  constructor(refusals: Refusal[]) {
    super(`Not published: ${refusals.map(({ part, message }) => `${part}: ${message}`).join(' ')}`, 422, { refusals })
  }
}

/** Somebody saved since: nobody publishes what they have not seen. */
export class MovedOn extends APIError<{ revision: number }> {
  constructor(revision: number) {
    super('The document was saved again since you looked at it. Look at it once more, then publish.', 409, { revision })
  }
}

export class MayNotPublish extends APIError {
  constructor() {
    super('Only editors and administrators publish and withdraw.', 403)
  }
}

export class NoSuchDocument extends APIError {
  constructor(key: string) {
    super(`There is no document ${key}, or it is in the trash.`, 404)
  }
}
