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
import { nextTurn } from '#base/turns.ts'
import { CatalogMoved } from '#graph/catalog.ts'
import type { GraphContext } from '#graph/context.ts'
import { createPlanned } from '#graph/execution/planned.ts'
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

/** A request starts over where the record moved under it; a publish storm does not outrun this many tries. */
const mostTries = 20

/** Characters that take milliseconds to write as bytes and to digest. */
const longText = 100_000

export type Runner = { run(prepared: Prepared, requestId: string): Promise<Outcome>; stop(): Promise<void> }

/** Runs prepared requests through Apollo Server, each on one version from start to end. */
export async function createRunner(options: RunOptions): Promise<Runner> {
  const documents = createHandover()
  const apollo = await startApollo(options, documents)

  async function runOnce(prepared: Prepared, requestId: string): Promise<Outcome | 'moved'> {
    const version = options.version()
    const contextValue: RunContext = {
      ...options.context(),
      run: { prepared, requestId, hasMoved: false, hasData: false, errors: [] },
    }
    const text = await execute(apollo, documents, contextValue)
    const { run, tags } = contextValue
    if (run.hasMoved || options.version() !== version) return 'moved'
    if (text.length > longText) await nextTurn()
    if (run.errors.length === 0) return { kind: 'answer', answer: createAnswer(version, text, cacheTagOf(tags)) }
    return { kind: 'errors', status: statusOf(run.errors, run.hasData), text }
  }

  return {
    async run(prepared, requestId) {
      for (let tries = 0; tries < mostTries; tries++) {
        const outcome = await runOnce(prepared, requestId)
        if (outcome !== 'moved') return outcome
        await options.lookAgain()
      }
      throw new Error('The record kept moving under a request.')
    },
    stop: () => apollo.stop(),
  }
}

async function execute(apollo: ApolloServer<RunContext>, documents: Handover, context: RunContext): Promise<string> {
  const { hash, query, document, variables, operationName } = context.run.prepared
  const given = documents.give(hash, document)
  try {
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
  } finally {
    given.takeBack()
  }
}

async function startApollo(options: RunOptions, documents: Handover): Promise<ApolloServer<RunContext>> {
  const apollo = new ApolloServer<RunContext>({
    schema: options.schema,
    documentStore: documents.store,
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

type Handover = ReturnType<typeof createHandover>

/**
 * Hands Apollo the document that was parsed and validated at the door. Apollo asks its document
 * store under `<hash of the schema>:<hash of the query>`, in the same turn of the event loop or a few later.
 */
function createHandover() {
  type Given = { document: DocumentNode; uses: number }
  const given = new Map<string, Given>()
  return {
    give(hash: string, document: DocumentNode) {
      const entry = given.get(hash) ?? { document, uses: 0 }
      entry.uses++
      given.set(hash, entry)
      return {
        takeBack() {
          if (--entry.uses === 0) given.delete(hash)
        },
      }
    },
    store: {
      get: async (key: string) => given.get(key.slice(key.lastIndexOf(':') + 1))?.document,
      set: async () => {},
      delete: async () => true,
    },
  }
}
