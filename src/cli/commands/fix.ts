import { runNode } from '../processes.ts'

/** Formats and mends what can be mended without a thought. */
export async function main(): Promise<void> {
  await runNode(['node_modules/@biomejs/biome/bin/biome', 'check', '--write', '.'])
}
