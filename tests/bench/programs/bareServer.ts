import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

/**
 * What Node itself costs: node:http sending the same bytes with the same headers. Arguments: a file
 * with `{ headers, body }`, and the port. A POST's body is read and thrown away.
 */
const [file = '', port = '0'] = process.argv.slice(2)
const { headers, body }: { headers: string[]; body: string } = JSON.parse(readFileSync(file, 'utf8'))
const bytes = Buffer.from(body, 'base64')

createServer((request, response) => {
  const answer = () => {
    response.writeHead(200, headers.slice())
    response.end(bytes)
  }
  if (request.method === 'POST') request.on('data', () => {}).on('end', answer)
  else answer()
}).listen(Number(port), '127.0.0.1')
