import { type ExecutionResult, execute } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Payload } from 'payload'
import { sha256 } from '#base/digest.ts'
import type { LiveCatalog } from '#catalog/catalog.ts'
import { type Catalog, CatalogMoved } from '#graph/catalog.ts'
import type { GraphContext } from '#graph/context.ts'
import { type FaultAnswer, onOneVersion } from '#graph/request/answering.ts'
import { createPreparing, type Prepared } from '#graph/request/prepare.ts'
import { outwardErrors, statusOf } from '#graph/request/refusal.ts'
import type { GraphqlRequest } from '#graph/request/request.ts'
import { schema } from '#graph/schema.ts'
import { entries } from '#publishing/log/log.ts'
import type { RequestScope } from '#publishing/requestScope.ts'
import { type Copy, type DraftForms, draftForms } from './draftForms.ts'
import { overlaid } from './overlay.ts'
import { type PublicRecord, publicRecord } from './publicRecord.ts'

export type Answer = Pick<FaultAnswer, 'status' | 'cost' | 'retryAfter'> &
  Partial<Pick<FaultAnswer, 'errors'>> & { data?: unknown }

/** What the words of an answer depend on beside the catalog. */
export type AnswerSettings = Pick<GraphContext, 'urls' | 'defaultLocale'>

/** Overlays that stay as they are until something changes: one for each set of documents that is looked at. */
const mostOverlays = 8

/** One per process: what was parsed for one preview is kept for the next. */
const prepare = createPreparing(schema)

/** Answers as delivery would if these working copies were published whole. Throws `Refusal`. */
export async function previewAnswer(
  payload: Payload,
  copies: readonly Copy[],
  request: GraphqlRequest,
  settings: AnswerSettings,
  requestId: string,
): Promise<Answer> {
  const prepared = prepare(request)
  const memory = memoryOf(payload)
  const result = await onOneVersion(() => runOnce(memory, copies, prepared, settings))
  return answerOf(result, prepared, requestId, payload)
}

/** What a studio keeps in memory for its previews. */
type PreviewMemory = {
  scope: RequestScope
  record: PublicRecord
  forms: DraftForms
  overlays: WeakMap<LiveCatalog, LRUCache<string, Catalog>>
}
const memories = new WeakMap<Payload, PreviewMemory>()

function memoryOf(payload: Payload): PreviewMemory {
  const scope: RequestScope = { payload }
  const memory = memories.get(payload) ?? {
    scope,
    record: publicRecord(payload),
    forms: draftForms(scope),
    overlays: new WeakMap(),
  }
  memories.set(payload, memory)
  return memory
}

async function runOnce(
  memory: PreviewMemory,
  copies: readonly Copy[],
  { document, operationName, variables }: Prepared,
  settings: AnswerSettings,
): Promise<ExecutionResult | 'moved'> {
  const record = await memory.record.upToDate()
  try {
    const catalog = await overlayOf(memory, record, copies)
    const contextValue: GraphContext = {
      ...settings,
      catalog,
      tags: new Set(),
      now: () => new Date(),
      changes: (seq, count) => entries(memory.scope, { seq: { greater_than: seq } }, { sort: 'seq', limit: count }),
    }
    const result = await execute({ schema, document, operationName, variableValues: variables, contextValue })
    const hasMoved = result.errors?.some(({ originalError }) => originalError instanceof CatalogMoved)
    return hasMoved || record.seq !== catalog.seq ? 'moved' : result
  } catch (error) {
    if (error instanceof CatalogMoved) return 'moved'
    throw error
  }
}

async function overlayOf(memory: PreviewMemory, record: LiveCatalog, copies: readonly Copy[]): Promise<Catalog> {
  const { seq } = record
  const overlays = memory.overlays.get(record) ?? new LRUCache<string, Catalog>({ max: mostOverlays })
  memory.overlays.set(record, overlays)
  const name = sha256(
    `${seq} ${copies.map(({ type, id, revision, view }) => `${type}:${id}@${revision} ${view}`).join()}`,
  )
  const known = overlays.get(name)
  if (known) return known
  const forms = await memory.forms.of(copies, record)
  if (record.seq !== seq) throw new CatalogMoved('Somebody published while working copies were read.')
  const catalog = overlaid(record, forms)
  overlays.set(name, catalog)
  return catalog
}

function answerOf(
  { data, errors }: ExecutionResult,
  { cost }: Prepared,
  requestId: string,
  { logger }: Payload,
): Answer {
  if (!errors) return { status: 200, data, cost }
  const outward = outwardErrors(errors, requestId, (err) => logger.error({ err, requestId }, 'A preview failed.'))
  return { status: statusOf(outward, Boolean(data)), ...(data !== undefined && { data }), errors: outward, cost }
}
