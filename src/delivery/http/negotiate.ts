import { CallerError } from '#base/errors.ts'

export type MediaType = 'application/json' | 'application/graphql-response+json'
export type Encoding = 'identity' | 'br' | 'gzip'

type Choice = { name: string; q: number }

/** `Accept` or `Accept-Encoding` as names with their weights. */
function choices(header: string): Choice[] {
  return header.split(',').map((part) => {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
    const q = parameters.find((parameter) => parameter.startsWith('q='))
    return { name, q: q === undefined ? 1 : Number(q.slice(2)) || 0 }
  })
}

/** The type of a GraphQL answer (GraphQL over HTTP, "Accept"). Without a wish it is JSON. */
export function mediaTypeFor(accept: string | undefined): MediaType {
  if (accept === undefined || accept === '*/*' || accept === 'application/json') return 'application/json'
  const wanted = choices(accept)
  const weight = (...names: string[]) =>
    Math.max(0, ...wanted.filter(({ name }) => names.includes(name)).map(({ q }) => q))
  const modern = weight('application/graphql-response+json')
  const plain = weight('application/json', 'application/*', '*/*')
  if (modern === 0 && plain === 0) {
    const message = 'Answers are application/graphql-response+json or application/json; Accept allows neither.'
    throw new CallerError('BAD_REQUEST', 406, message)
  }
  return modern >= plain ? 'application/graphql-response+json' : 'application/json'
}

/** The best kept form the caller takes. Node lower-cases header names, not values. */
export function encodingFor(accept: string | undefined): Encoding {
  if (accept === undefined || accept === 'identity') return 'identity'
  const wanted = choices(accept)
  const takes = (name: Encoding) =>
    (wanted.find((one) => one.name === name) ?? wanted.find((one) => one.name === '*'))?.q ?? 0
  if (takes('br') > 0 && takes('br') >= takes('gzip')) return 'br'
  return takes('gzip') > 0 ? 'gzip' : 'identity'
}

/** Weak comparison (RFC 9110, 13.1.2). */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  if (header === etag || header.trim() === '*') return true
  const opaque = etag.replace(/^W\//, '')
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === opaque)
}
