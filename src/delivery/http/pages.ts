import { sha256 } from '#base/digest.ts'
import type { Route } from './methods.ts'
import { matchesEtag } from './negotiate.ts'
import { send, sendEmpty } from './reply.ts'

/** What is the same for everybody until the program changes, with an ETag. */
function fixedText(type: string, body: string): Route {
  const etag = `"${sha256(body)}"`
  const policy = ['ETag', etag, 'Cache-Control', 'no-cache']
  const headers = ['Content-Type', `${type}; charset=utf-8`, ...policy]
  return {
    GET(exchange) {
      if (matchesEtag(exchange.request.headers['if-none-match'], etag)) sendEmpty(exchange, 304, policy)
      else send(exchange, 200, headers, body)
    },
  }
}

/** `/schema.graphql`: the schema as text, for editors and code generators. */
export function schemaRoute(schema: string): Route {
  return fixedText('text/plain', schema)
}

/** `/`: says what this is to whoever opens it in a browser. */
export const welcomeRoute: Route = fixedText(
  'text/html',
  `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Holos delivery</title>
<h1>Holos delivery</h1>
<p>The public GraphQL API of this installation.</p>
<ul>
<li><a href="/graphql?query=%7B%20people%20%7B%20nodes%20%7B%20slug%20name%20%7B%20display%20%7D%20%7D%20%7D%20%7D">/graphql</a>: GET and POST</li>
<li><a href="/schema.graphql">/schema.graphql</a>: the schema</li>
<li><a href="/readyz">/readyz</a>: whether the record is followed</li>
</ul>
`,
)
