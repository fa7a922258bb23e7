import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'vite'

/** The explorer as static files: a page, its scripts, styles and fonts; no file names another host. */
export async function buildExplorer(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: 'src/explorer',
    logLevel: 'error',
    plugins: [stylesOnce, fontsAsFiles],
    // The page is served at /explorer and its files under /explorer/; a proxy may put both below a path of its own.
    experimental: {
      renderBuiltUrl: (file, { hostType }) => (hostType === 'html' ? `explorer/${file}` : { relative: true }),
    },
    build: { outDir: resolve(folder), emptyOutDir: true, assetsDir: '', assetsInlineLimit: 0, target: 'es2022' },
  })
  for (const file of readdirSync(folder)) if (/\.(js|css)$/.test(file)) addGzipped(join(folder, file))
}

/** GraphiQL's styles hold Monaco's: those that Monaco's modules import are the same again. */
const stylesOnce: Plugin = {
  name: 'styles once',
  load: (id) => (/monaco-editor\/.*\.css$/.test(id) ? '' : null),
}

/** GraphiQL's styles carry 34 fonts as data, a third of a megabyte: as files only those are loaded that a page needs. */
const fontsAsFiles: Plugin = {
  name: 'fonts as files',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue
      file.source = String(file.source).replace(
        /url\(data:font\/(\w+);base64,([^)]+)\)/g,
        (_match, format: string, data: string) => {
          const source = Buffer.from(data, 'base64')
          return `url(./${this.getFileName(this.emitFile({ type: 'asset', name: `font.${format}`, source }))})`
        },
      )
    }
  },
}

function addGzipped(file: string): void {
  writeFileSync(`${file}.gz`, gzipSync(readFileSync(file)))
}
