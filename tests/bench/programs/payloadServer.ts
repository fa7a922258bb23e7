import { createServer } from 'node:http'
import { configToSchema } from '@payloadcms/graphql'
import { execute, parse, validate } from 'graphql'
import { createLocalReq } from 'payload'
import { payloadListQuery } from '#tests/bench/queries.ts'
import { openPayload } from './payloadStudio.ts'

/**
 * Payload's own GraphQL, as fast as it goes: its schema and resolvers, executed by graphql-js behind
 * node:http. No Next in the way, no request parsing, and the query is parsed and validated once.
 * Arguments: the database's file and the port.
 */
const [file = '', port = '0'] = process.argv.slice(2)
const payload = await openPayload(`file:${file}`, { push: false })
const { schema } = configToSchema(payload.config)
const document = parse(payloadListQuery)
const [invalid] = validate(schema, document)
if (invalid) throw invalid

createServer(async (_, response) => {
  const req = await createLocalReq({}, payload)
  const bytes = Buffer.from(JSON.stringify(await execute({ schema, document, contextValue: { headers: {}, req } })))
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': bytes.length })
  response.end(bytes)
}).listen(Number(port), '127.0.0.1')
