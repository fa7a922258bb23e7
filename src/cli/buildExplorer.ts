import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build as bundle, type Metafile, type Plugin } from 'esbuild'
import { sha256 } from '#base/digest.ts'

/** Where the built explorer is; delivery serves this folder. */
export const explorerFolder = '.holos/explorer'

const workers = {
  'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
  'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
  'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
} as const

const common = {
  outdir: explorerFolder,
  // A name stands for one content for ever: a browser may keep it.
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  platform: 'browser',
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  metafile: true,
  logLevel: 'silent',
} as const satisfies BuildOptions

/** The explorer as static files: a page, its scripts, styles and fonts, each with a gzipped twin. No file names another host. */
export async function buildExplorer(): Promise<void> {
  rmSync(explorerFolder, { recursive: true, force: true })
  mkdirSync(explorerFolder, { recursive: true })
  const workerFiles = await buildWorkers()
  const { metafile } = await bundle({
    ...common,
    entryPoints: { explorer: 'src/explorer/main.tsx' },
    format: 'esm',
    splitting: true,
    define: { ...common.define, WORKER_FILES: JSON.stringify(workerFiles) },
    plugins: [filesOfDataUrls, noSecondStyles],
  })
  const main = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === 'src/explorer/main.tsx')
  if (!main?.[1].cssBundle) throw new Error('The explorer was built without its styles.')
  const page = { script: basename(main[0]), styles: basename(main[1].cssBundle), icon: writeIcon() }
  writeFileSync(join(explorerFolder, 'index.html'), pageOf(page))
  for (const file of Object.keys(metafile.outputs)) zipped(file)
}

/** Workers are no modules: each is one file. */
async function buildWorkers(): Promise<Record<string, string>> {
  const { metafile } = await bundle({ ...common, entryPoints: workers, format: 'iife' })
  for (const file of Object.keys(metafile.outputs)) zipped(file)
  return Object.fromEntries(entriesOf(metafile).map((file) => [file.split('.', 1)[0], file]))
}

function entriesOf({ outputs }: Metafile): string[] {
  return Object.keys(outputs)
    .filter((path) => outputs[path]?.entryPoint)
    .map((path) => basename(path))
}

function zipped(file: string): void {
  if (/\.(js|css)$/.test(file)) writeFileSync(`${file}.gz`, gzipSync(readFileSync(file)))
}

const endings: Readonly<Record<string, string>> = {
  'font/ttf': 'ttf',
  'font/woff': 'woff',
  'font/woff2': 'woff2',
  'image/svg+xml': 'svg',
  'image/png': 'png',
}

/** Writes what styles carry as data: URLs into files, so that the page's policy can allow its own files and nothing else. */
const filesOfDataUrls: Plugin = {
  name: 'files of data URLs',
  setup(build) {
    build.onResolve({ filter: /^data:(font|image)\// }, ({ path: url }) => {
      const ending = endings[/^data:([^;,]+)/.exec(url)?.[1] ?? '']
      return ending
        ? { path: `style.${ending}`, namespace: 'data-url', suffix: `#${sha256(url)}`, pluginData: url }
        : null
    })
    build.onLoad({ filter: /.*/, namespace: 'data-url' }, ({ pluginData }) => ({
      contents: contentsOf(pluginData),
      loader: 'file',
    }))
  },
}

function contentsOf(url: string): Buffer {
  const data = url.slice(url.indexOf(',') + 1)
  return /^data:[^,]*;base64,/.test(url) ? Buffer.from(data, 'base64') : Buffer.from(decodeURIComponent(data))
}

/** GraphiQL's styles hold Monaco's: the ones that Monaco's modules import would be the same again. */
const noSecondStyles: Plugin = {
  name: 'no second styles',
  setup(build) {
    build.onLoad({ filter: /monaco-editor[\\/].*\.css$/ }, () => ({ contents: '', loader: 'empty' }))
  },
}

function writeIcon(): string {
  const icon = readFileSync('src/explorer/icon.svg')
  const name = `icon-${sha256(icon).slice(0, 8).toUpperCase()}.svg`
  writeFileSync(join(explorerFolder, name), icon)
  return name
}

function pageOf({ script, styles, icon }: { script: string; styles: string; icon: string }): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Holos GraphQL explorer</title>
<link rel="icon" href="explorer/${icon}">
<link rel="stylesheet" href="explorer/${styles}">
<script type="module" src="explorer/${script}"></script>
<div id="explorer"></div>
<noscript>The explorer needs JavaScript. The schema is at <a href="schema.graphql">schema.graphql</a>.</noscript>
</html>
`
}
