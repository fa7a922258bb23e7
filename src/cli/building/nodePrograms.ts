import type { BuildOptions } from 'esbuild'

/**
 * How the project's programs are bundled for Node: `<outdir>/<name>.mjs`, in pieces, so that what is imported on demand is
 * loaded only where it is used. Packages are found from there, so the folder lies in the project.
 */
export const nodePrograms = {
  outExtension: { '.js': '.mjs' },
  splitting: true,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
} as const satisfies BuildOptions
