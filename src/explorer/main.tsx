/// <reference types="vite/client" />
import { GraphiQL, type GraphiQLProps } from 'graphiql'
import 'graphiql/style.css'
import { Kind, parse } from 'graphql'
import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker'
import JsonWorker from 'monaco-editor/esm/vs/language/json/json.worker.js?worker'
import GraphqlWorker from 'monaco-graphql/esm/graphql.worker.js?worker'
import { createRoot } from 'react-dom/client'
import { examples } from './examples.ts'
import './explorer.css'

const workers: Readonly<Record<string, new () => Worker>> = { json: JsonWorker, graphql: GraphqlWorker }

Object.assign(globalThis, {
  MonacoEnvironment: { getWorker: (_: string, label: string) => new (workers[label] ?? EditorWorker)() },
})

/** Dotless ı, typographic quotes and Cyrillic are letters here, not something to warn of. */
async function trustLetters(): Promise<void> {
  // As GraphiQL loads it: Monaco's smaller entry points would leave services unknown.
  const { editor } = await import('monaco-graphql/esm/monaco-editor.js')
  editor.onDidCreateEditor((created) => {
    created.updateOptions({ unicodeHighlight: { ambiguousCharacters: false, nonBasicASCII: false } })
  })
}

/** The API beside this page, wherever a proxy put the two. */
const endpoint = new URL('graphql', document.baseURI)

const ask: GraphiQLProps['fetcher'] = async ({ operationName, ...params }, options) => {
  const headers = { ...options?.headers, 'Content-Type': 'application/json', Accept: 'application/json' }
  const body = JSON.stringify({ ...params, ...(!hasOneOperation(params.query) && { operationName }) })
  const answer = await fetch(endpoint, { method: 'POST', headers, body })
  return answer.json()
}

/** GraphiQL learns the name of a tab's operation a moment after it opens: pressed sooner, it would ask for that of the tab before. */
function hasOneOperation(query: string): boolean {
  try {
    return parse(query).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length === 1
  } catch {
    // The server says what is wrong with it.
    return false
  }
}

function Explorer() {
  return (
    <GraphiQL fetcher={ask} defaultTabs={[...examples]} defaultEditorToolsVisibility="variables">
      <GraphiQL.Logo>Holos</GraphiQL.Logo>
    </GraphiQL>
  )
}

/** GraphiQL takes the first tab's query from `defaultTabs`, but its variables from what it kept of the last visit. */
function keepFirstExample(): void {
  const [first] = examples
  if (!first || localStorage.getItem('graphiql:tabState') !== null) return
  localStorage.setItem('graphiql:query', first.query)
  localStorage.setItem('graphiql:variables', first.variables)
}

keepFirstExample()
await trustLetters()
const root = document.getElementById('explorer')
if (!root) throw new Error('The page of the explorer has no place for it.')
createRoot(root).render(<Explorer />)
