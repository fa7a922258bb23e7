import { inCyrillic, nameOf, slugOf } from './content.ts'
import type { Shot } from './load.ts'

/** A list of 20 with two nested relations. `miss` makes each request a new one without more work. */
export const listQuery = `query List($miss: String = "nobody") {
  miss: person(slug: $miss) { id }
  people(first: 20) {
    totalCount
    nodes {
      id slug description name { display }
      quotes(first: 3) { nodes { id text { text locale } } }
      events(first: 3) { nodes { id title kind } }
    }
  }
}`

/** The same list in the words of Payload's own GraphQL; `select` makes it read no more than is asked for. */
export const payloadListQuery = `query List {
  People(limit: 20, locale: en, select: true) {
    totalDocs
    docs {
      id slug description name { display }
      quotes(limit: 3) { docs { id text } }
      events(limit: 3) { docs { id title kind } }
    }
  }
}`

export const personQuery = `query Page($slug: String, $miss: String = "nobody") {
  miss: person(slug: $miss) { id }
  person(slug: $slug, locale: "uk") {
    id slug path description name { display sort locale }
    biography { html plainText locale dir }
    custody { status statusLabel asOf { label } place { name } }
    charges { article label }
    quotes(first: 20) { nodes { id text { text locale dir } attributionLine } }
    timeline(first: 20) { nodes { __typename } }
    alternates { locale path url }
    availableLocales { locale publishedAt }
    _l10n { complete fields { path served isFallback isStale origin } }
    jsonLd
  }
}`

export const searchQuery = `query Search($text: String!, $miss: String = "nobody") {
  miss: person(slug: $miss) { id }
  search(text: $text, first: 20) { totalCount nodes { id ... on Person { slug name { display } } } }
}`

export function getOf(query: string, variables: Record<string, unknown> = {}): Shot {
  return { method: 'GET', path: `/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}` }
}

export function postOf(query: string, variables: Record<string, unknown> = {}): Shot {
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  }
}

let asked = 0

/** Each a request that no cache has seen. */
export const misses = {
  list: () => getOf(listQuery, { miss: `none-${asked++}` }),
  person: (people: number) => () => getOf(personQuery, { slug: slugOf(asked++ % people), miss: `none-${asked}` }),
  search: (people: number) => () => {
    const { first, family } = nameOf((asked++ * 7919) % people)
    const spelled = [family, inCyrillic(family), `${first} ${family}`, family.slice(0, -1)]
    return getOf(searchQuery, { text: spelled[asked % spelled.length], miss: `none-${asked}` })
  },
} as const
