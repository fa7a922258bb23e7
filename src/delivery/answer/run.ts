import {
  ApolloServer,
  type ApolloServerPlugin,
  type GraphQLRequestContext,
  type GraphQLRequestContextWillSendResponse,
  type GraphQLResponse,
  HeaderMap,
} from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { DocumentNode, GraphQLFormattedError, GraphQLSchema } from 'graphql'
import { LRUCache } from 'lru-cache'
import { nextTurn } from '#base/turns.ts'
import { CatalogMoved } from '#graph/catalog.ts'
import type { GraphContext } from '#graph/context.ts'
import { createPlanned } from '#graph/execution/planned.ts'
import { onOneVersion } from '#graph/request/answering.ts'
import type { Prepared } from '#graph/request/prepare.ts'
import { outwardErrors, statusOf } from '#graph/request/refusal.ts'
import { createAnswer } from './answer.ts'
import type { Outcome } from './answers.ts'
import { cacheTagOf } from './cacheTags.ts'

export type RunOptions = {
  schema: GraphQLSchema
  /** The version that is served right now. */
  version: () => number
  /** A fresh context over what is served right now. */
  context: () => GraphContext
  /** Brings what was committed by now into what is served: the database was met newer than the catalog. */
  lookAgain: () => Promise<void> | undefined
  /** Told of every error that is ours, with the id that the answer names. */
  onError: (error: unknown, requestId: string) => void
}

/** What Apollo carries along: the graph's context and what the answer around the data says. */
type RunContext = GraphContext & {
  run: {
    prepared: Prepared
    requestId: string
    hasMoved: boolean
    hasData: boolean
    errors: readonly GraphQLFormattedError[]
  }
}

/** Characters that take milliseconds to write as bytes and to digest. */
const longText = 100_000

export type Runner = { run(prepared: Prepared, requestId: string): Promise<Outcome>; stop(): Promise<void> }

/** Runs prepared requests through Apollo Server, each on one version from start to end. */
export async function createRunner(options: RunOptions): Promise<Runner> {
  const documents = createDocumentStore()
  const apollo = await startApollo(options, documents)

  async function runOnce(prepared: Prepared, requestId: string): Promise<Outcome | 'moved'> {
    const version = options.version()
    const contextValue: RunContext = {
      ...options.context(),
      run: { prepared, requestId, hasMoved: false, hasData: false, errors: [] },
    }
    documents.put(prepared)
    const text = await execute(apollo, contextValue)
    const { run, tags } = contextValue
    if (run.hasMoved || options.version() !== version) return 'moved'
    if (text.length > longText) await nextTurn()
    if (run.errors.length === 0) return { kind: 'answer', answer: createAnswer(version, text, cacheTagOf(tags)) }
    return { kind: 'errors', status: statusOf(run.errors, run.hasData), text }
  }

  return {
    run: (prepared, requestId) => onOneVersion(() => runOnce(prepared, requestId), options.lookAgain),
    stop: () => apollo.stop(),
  }
}

async function execute(apollo: ApolloServer<RunContext>, context: RunContext): Promise<string> {
  const { query, variables, operationName } = context.run.prepared
  const { body } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: new HeaderMap(),
      search: '',
      body: { query, variables, ...(operationName !== undefined && { operationName }) },
    },
    context: async () => context,
  })
  if (body.kind === 'complete') return body.string
  throw new Error('Apollo answered in parts.')
}

async function startApollo(options: RunOptions, documents: DocumentStore): Promise<ApolloServer<RunContext>> {
  const apollo = new ApolloServer<RunContext>({
    schema: options.schema,
    documentStore: documents,
    // Persisted queries are looked up before Apollo is asked; delivery has no cookies and no mutations to protect.
    persistedQueries: false,
    csrfPrevention: false,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    plugins: [
      // It costs a third of Apollo's time; the policy is one for all answers.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      outwardAnswers(options),
    ],
  })
  await apollo.start()
  return apollo
}

type DocumentStore = ReturnType<typeof createDocumentStore>

/** Runs what is planned, names the cost in every answer and lets out only what the closed list of codes allows. */
function outwardAnswers({ schema, onError }: RunOptions): ApolloServerPlugin<RunContext> {
  const planned = createPlanned(schema)
  const listener = {
    /** Without an answer here Apollo lets graphql-js run the request. */
    async responseForOperation({ contextValue }: GraphQLRequestContext<RunContext>): Promise<GraphQLResponse | null> {
      const data = await planned(contextValue.run.prepared, contextValue)
      return (
        data && {
          http: { status: undefined, headers: new HeaderMap() },
          body: { kind: 'single', singleResult: { data } },
        }
      )
    },

    async willSendResponse({ response, contextValue, errors }: GraphQLRequestContextWillSendResponse<RunContext>) {
      if (response.body.kind !== 'single') return
      const { singleResult } = response.body
      const { run } = contextValue
      singleResult.extensions = { cost: run.prepared.cost }
      run.hasData = Boolean(singleResult.data)
      if (!errors) return
      run.hasMoved = errors.some((error) => error.originalError instanceof CatalogMoved)
      run.errors = run.hasMoved ? [] : outwardErrors(errors, run.requestId, onError)
      singleResult.errors = run.errors
    },
  }
  return { requestDidStart: async (_: GraphQLRequestContext<RunContext>) => listener }
}

/** What runs at once is far less; what was dropped Apollo would parse and validate again. */
const mostDocuments = 50

/**
 * The documents that were parsed and validated before. Apollo asks for them under `<hash of the schema>:<hash of the
 * query>`, the hash that a prepared request names its document by.
 */
function createDocumentStore() {
  const documents = new LRUCache<string, DocumentNode>({ max: mostDocuments })
  return {
    put: ({ hash, document }: Prepared): void => void documents.set(hash, document),
    get: async (key: string) => documents.get(key.slice(key.lastIndexOf(':') + 1)),
    set: async () => {},
    delete: async () => true,
  }
}
