import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from './schema.ts'

/** The schema as `schema.graphql` holds it, types and fields in alphabetical order so that a change shows as one. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`
}

export const schemaFile = fileURLToPath(new URL('../../schema.graphql', import.meta.url))

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(schemaFile, printedSchema())
