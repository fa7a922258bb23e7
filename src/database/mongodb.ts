import { mongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseAdapterObj } from 'payload'

/**
 * No multi-document transactions, on a replica set either: every guarantee rests on single-document
 * writes and their order, so one path runs on a laptop, in tests and in production.
 */
export function mongodb(url: string): DatabaseAdapterObj {
  return mongooseAdapter({
    url,
    transactionOptions: false,
    allowIDOnCreate: true,
    connectOptions: { w: 'majority', retryWrites: true, serverSelectionTimeoutMS: 5000 },
  })
}
