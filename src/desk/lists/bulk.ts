import type { GateMessage } from '../publish/publication.ts'

/** What became of one document of a bulk action, as `POST /api/<collection>/publish` and `/withdraw` answer it. */
export type BulkResult = {
  id: string
  seq?: number
  unchanged?: boolean
  refusals?: GateMessage[]
  message?: string
}

export type BulkAnswer = { results: BulkResult[] }

/** So many documents go in one request: progress is seen, and a closed tab loses little. */
export const bulkSize = 10

export function inChunks<Item>(items: readonly Item[], size = bulkSize): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}

export function isRefused(result: BulkResult): boolean {
  return result.message !== undefined || (result.refusals?.length ?? 0) > 0
}

export function tallyOf(results: readonly BulkResult[]): { published: number; unchanged: number; refused: number } {
  const refused = results.filter(isRefused).length
  const unchanged = results.filter((one) => !isRefused(one) && one.unchanged).length
  return { published: results.length - refused - unchanged, unchanged, refused }
}
