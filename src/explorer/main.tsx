import { GraphiQL, type GraphiQLProps } from 'graphiql'
import 'graphiql/style.css'
import { createRoot } from 'react-dom/client'
import { examples } from './examples.ts'
import './explorer.css'

/** File names of the editors' workers, by what Monaco calls them; the build puts them in. */
declare const WORKER_FILES: Readonly<Record<'editor' | 'graphql' | 'json', string>>

const workerFiles: Readonly<Record<string, string>> = WORKER_FILES

Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker: (_: string, label: string) =>
      new Worker(new URL(workerFiles[label] ?? WORKER_FILES.editor, import.meta.url)),
  },
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

const ask: GraphiQLProps['fetcher'] = async (params, options) => {
  const headers = { ...options?.headers, 'Content-Type': 'application/json', Accept: 'application/json' }
  const answer = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(params) })
  return answer.json()
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
