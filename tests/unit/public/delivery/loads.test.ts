import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { nodePrograms } from '#cli/building/nodePrograms.ts'

/** Packages that a file brings along whether it uses them or not: what is imported on demand is not among them. */
async function packagesLoadedBy(entry: string): Promise<string[]> {
  const { metafile } = await build({
    ...nodePrograms,
    entryPoints: [entry],
    outdir: 'nowhere',
    write: false,
    metafile: true,
  })
  const files = Object.entries(metafile.outputs).filter(([, { entryPoint }]) => entryPoint === entry)
  const reached = new Set(files.map(([path]) => path))
  const packages = new Set<string>()
  for (const path of reached) {
    for (const { path: target, kind, external } of metafile.outputs[path]?.imports ?? []) {
      if (kind !== 'import-statement') continue
      if (external) packages.add(target)
      else reached.add(target)
    }
  }
  return [...packages].sort()
}

describe('a delivery that nobody configured further', () => {
  it('loads no tracing, no metrics, no database driver and no part of the explorer', async () => {
    const packages = await packagesLoadedBy('src/delivery/startProcess.ts')
    expect(packages).toContain('graphql')
    const onDemand = /^(@opentelemetry\/.*|prom-client|mongodb|libsql|graphiql|monaco-.*|react.*)$/
    expect(packages.filter((name) => onDemand.test(name))).toEqual([])
  })
})
