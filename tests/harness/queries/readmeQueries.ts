import { readFileSync } from 'node:fs'

export type ReadmeQuery = { title: string; query: string; data: unknown }

const block = /\*\*(?<title>[^*]+)\*\*\s+```graphql\n(?<query>[^`]+)```\s+```json\n(?<json>[^`]+)```/g

/** The queries that the README shows, each with the `data` that it promises. */
export function readmeQueries(): ReadmeQuery[] {
  const text = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
  return [...text.matchAll(block)].map(({ groups }) => ({
    title: groups?.title ?? '',
    query: groups?.query ?? '',
    data: JSON.parse(groups?.json ?? 'null'),
  }))
}
