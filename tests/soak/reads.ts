import type { History, Part, WordPart } from './history.ts'

/** In every text that must never leave: working copies, unpublished locales, internal fields. */
export const canary = 'CANARY'

/** In every text that may be public: which version of which part of which document it is. */
export function tokenOf(document: string, part: Part, number: number): string {
  return `tok-${document}-${part}-${number}.`
}
const tokens = /tok-([pq]\d+)-(facts|en|uk|tr)-(\d+)\./g

export type Subject = { name: string; key: string; slug: string; family: string }
export type Content = { people: Subject[]; quotes: Subject[]; secret: Subject }

/** One question and what its answer must show. */
export type Read = {
  query: string
  variables: Record<string, unknown>
  chain: readonly WordPart[]
  /** Documents that must be seen where they are public, `within` another where they stand in it. */
  shows: readonly Shown[]
}
type Shown = { document: string; within?: string; facts: boolean }

const readings: { locale: WordPart; fallback?: []; chain: readonly WordPart[] }[] = [
  { locale: 'en', chain: ['en', 'uk'] },
  { locale: 'uk', chain: ['uk', 'en'] },
  { locale: 'tr', chain: ['tr', 'en'] },
  { locale: 'en', fallback: [], chain: ['en'] },
  { locale: 'uk', fallback: [], chain: ['uk'] },
  { locale: 'tr', fallback: [], chain: ['tr'] },
]

const asked = 'locale: $locale, fallback: $fallback'
const reader = '$locale: Locale, $fallback: [Locale!]'
const personFields = 'id description biography { plainText } charges { article }'
const quoteFields = 'id text { text }'
const eitherFields = `... on Person { ${personFields} } ... on Quote { ${quoteFields} }`
const shapes = {
  page: `query (${reader}, $it: ID, $miss: String = "nobody") { miss: person(slug: $miss) { id } person(id: $it, ${asked}) { ${personFields} quotes(first: 20) { nodes { ${quoteFields} } } } }`,
  people: `query (${reader}) { people(first: 50, ${asked}) { totalCount nodes { ${personFields} } } }`,
  filtered: `query (${reader}) { people(first: 50, ${asked}, where: { kind: [PRISONER], charge: { statute: "RU-CC" } }) { nodes { ${personFields} } } }`,
  quotes: `query (${reader}) { quotes(first: 50, ${asked}) { totalCount nodes { ${quoteFields} } } }`,
  search: `query (${reader}, $text: String!) { search(text: $text, first: 20, ${asked}) { totalCount nodes { id ${eitherFields} } } }`,
  node: `query (${reader}, $it: ID!) { node(id: $it, ${asked}) { ${eitherFields} } }`,
  nodes: `query (${reader}, $ids: [ID!]!) { nodes(ids: $ids, ${asked}) { ${eitherFields} } }`,
} as const

/** Every question of the soak. */
export function readsOf({ people, quotes, secret }: Content): Read[] {
  const everyone = people.map(({ name }) => ({ document: name, facts: true }))
  const everything = quotes.map(({ name }) => ({ document: name, facts: false }))
  const keys = [...people, ...quotes, secret].map(({ key }) => key)
  return readings.flatMap(({ chain, ...reading }) => {
    const read = (shape: keyof typeof shapes, variables: Record<string, unknown>, shows: readonly Shown[]): Read => ({
      query: shapes[shape],
      variables: { ...reading, ...variables },
      chain,
      shows,
    })
    return [
      ...people.map(({ name, key }, index) => {
        const quote = quotes[index]?.name ?? ''
        return read('page', { it: key }, [
          { document: name, facts: true },
          { document: quote, within: name, facts: false },
        ])
      }),
      ...people.map(({ name, family }) => read('search', { text: family }, [{ document: name, facts: true }])),
      ...quotes.map(({ name, key }) => read('node', { it: key }, [{ document: name, facts: false }])),
      read('people', {}, everyone),
      read('filtered', {}, everyone),
      read('quotes', {}, everything),
      read('nodes', { ids: keys }, [...everyone, ...everything]),
      read('node', { it: secret.key }, []),
      read('search', { text: secret.family }, []),
      read('search', { text: canary }, []),
    ]
  })
}

/** A question that nobody asked before. */
export function unasked(read: Read, miss: string): Read {
  return { ...read, variables: { ...read.variables, miss } }
}

export type Fault = { kind: 'stale' | 'leaked' | 'wrong'; what: string }

/** Everything that is wrong about an answer, given when its request was sent and when it came. */
export function faultsOf(body: string, read: Read, history: History, sent: number, answered: number): Fault[] {
  const faults: Fault[] = []
  const note = (kind: Fault['kind'], what: string) => faults.push({ kind, what })
  if (body.includes(canary)) note('leaked', 'a canary')
  if (body.includes('"errors"')) note('wrong', 'errors')
  if (read.shows.length === 0 && body.includes('"id"')) note('leaked', 'a document that was never published')

  const seen = new Map<string, Map<Part, number>>()
  for (const [token, document = '', part, digits] of body.matchAll(tokens)) {
    const number = Number(digits)
    const allowed = history.of(document, part as Part).allowed(sent, answered)
    if (!allowed.includes(number)) {
      const isWithdrawn = allowed.every((one) => one === null)
      note(isWithdrawn ? 'leaked' : 'stale', `${token} where ${allowed.join(' or ')} may be seen`)
    }
    const known = seen.get(document) ?? new Map<Part, number>()
    if ((known.get(part as Part) ?? number) !== number) note('stale', `${token} beside ${known.get(part as Part)}`)
    seen.set(document, known.set(part as Part, number))
  }
  for (const { document, within, facts } of read.shows) {
    if (within && !seen.has(within)) continue
    const missing = missingOf(seen.get(document), document, read.chain, facts, history, sent, answered)
    if (missing) note('stale', missing)
  }
  return faults
}

/** What should have been seen of a document: words of the first locale of the chain that has any, and its facts. */
function missingOf(
  seen: ReadonlyMap<Part, number> | undefined,
  document: string,
  chain: readonly WordPart[],
  facts: boolean,
  history: History,
  sent: number,
  answered: number,
): string | null {
  for (const locale of chain) {
    if (seen?.has(locale)) {
      return !facts || seen.has('facts') ? null : `${document} without its facts`
    }
    if (!history.of(document, locale).allowed(sent, answered).includes(null)) return `${document} not in ${locale}`
  }
  return seen ? `${document} in a locale that nobody asked for` : null
}
