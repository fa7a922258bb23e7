import { type MongooseAdapter, mongooseAdapter } from '@payloadcms/db-mongodb'
import { MongoClient } from 'mongodb'
import type { DatabaseAdapterObj } from 'payload'
import { ConfigurationError } from '#base/errors.ts'
import { lockDocuments } from './locks/documentMutexes.ts'
import { type BeforeSave, guardRevisions } from './revisions/revisions.ts'

const connectOptions = {
  w: 'majority',
  retryWrites: true,
  serverSelectionTimeoutMS: 5000,
  // Payload's models are indexed below, before the first use: the record's log rests on a unique index.
  autoIndex: false,
  autoCreate: false,
} as const

type Options = { patienceMs?: number; beforeSave?: BeforeSave }

/**
 * No multi-document transactions, on a replica set either: every guarantee rests on single-document writes and their
 * order, so one path runs on a laptop, in tests and in production.
 */
export function mongodb(url: string, { patienceMs, beforeSave }: Options = {}): DatabaseAdapterObj {
  const adapter = mongooseAdapter({
    url,
    connectOptions,
    transactionOptions: false,
    allowIDOnCreate: true,
    // Joins as queries of their own: the aggregation Payload writes for them needs MongoDB 5.
    useJoinAggregations: false,
  })
  return {
    ...adapter,
    init(args) {
      // mongooseAdapter promises its callers only the part that all databases share.
      const database = adapter.init(args) as MongooseAdapter
      const { connect } = database
      lockDocuments(database, patienceMs)
      guardRevisions(database, beforeSave)
      const { beginTransaction } = database
      database.connect = async (options) => {
        await askForServer(url)
        await connect?.call(database, options)
        // Connecting to a lone server puts Payload's own back.
        database.beginTransaction = beginTransaction
        await buildIndexes(database)
      }
      return database
    },
  }
}

/** Payload logs a refused connection with a stack of its own; asking first gives one sentence. */
async function askForServer(url: string): Promise<void> {
  const { serverSelectionTimeoutMS } = connectOptions
  try {
    const client = await MongoClient.connect(url, { serverSelectionTimeoutMS })
    await client.close()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ConfigurationError(
      `MongoDB does not answer at ${withoutPassword(url)} (${reason}); start it, or let DATABASE_URL name a server that runs.`,
    )
  }
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//')
}

async function buildIndexes({ collections, versions }: MongooseAdapter): Promise<void> {
  const models = [...Object.values(collections), ...Object.values(versions)]
  await Promise.all(models.map((model) => model.ensureIndexes()))
}
