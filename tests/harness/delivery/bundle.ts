import { build } from 'esbuild'
import { nodePrograms } from '#cli/building/nodePrograms.ts'

/** Programs that start in half the time that a loader of many files takes, bundled as delivery is. esbuild makes the folder. */
export async function bundle(entryPoints: Readonly<Record<string, string>>, folder: string): Promise<void> {
  await build({ ...nodePrograms, entryPoints, outdir: folder, logLevel: 'error' })
}
