import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

export type Programs = { delivery: string; studio: string; discard(): void }

/** Both planes as files that start fast, where packages are found. */
export async function buildPrograms(): Promise<Programs> {
  const folder = `tests/.cache/soak-${process.pid}`
  await build({
    entryPoints: { delivery: 'src/delivery/main.ts', studio: 'tests/soak/studioProgram.ts' },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  return {
    delivery: join(folder, 'delivery.mjs'),
    studio: join(folder, 'studio.mjs'),
    discard: () => rmSync(folder, { recursive: true }),
  }
}
