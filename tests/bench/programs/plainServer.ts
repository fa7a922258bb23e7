import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { buildSchema, execute, parse } from 'graphql'
import { listQuery } from '#tests/bench/queries.ts'

/**
 * What graphql-js itself costs: the list query executed over plain objects of the same shape, by
 * graphql's own default resolvers. Arguments: a file with the headers and the data of an answer, and the port.
 */
const [file = '', port = '0'] = process.argv.slice(2)
const { headers, data }: { headers: string[]; data: { people: unknown } } = JSON.parse(readFileSync(file, 'utf8'))

const schema = buildSchema(`
  type Query { person(slug: String): Person people(first: Int): People }
  type People { totalCount: Int! nodes: [Person!]! }
  type Person { id: ID! slug: String description: String name: Name quotes(first: Int): Quotes events(first: Int): Events }
  type Name { display: String }
  type Quotes { nodes: [Quote!]! }
  type Quote { id: ID! text: Text }
  type Text { text: String! locale: String! }
  type Events { nodes: [Event!]! }
  type Event { id: ID! title: String kind: String }
`)
const document = parse(listQuery)
const rootValue = { people: data.people, person: null }

createServer(async (request, response) => {
  const variables = new URLSearchParams(request.url?.split('?')[1]).get('variables')
  const result = await execute({ schema, document, rootValue, variableValues: JSON.parse(variables ?? '{}') })
  const bytes = Buffer.from(JSON.stringify(result))
  response.writeHead(200, [...headers, 'Content-Length', String(bytes.length)])
  response.end(bytes)
}).listen(Number(port), '127.0.0.1')
