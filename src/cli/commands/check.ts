import { runCommand, runNode } from '../processes.ts'

const unit = 'floors and unit tests'

/** The whole gate. Every step runs, so that one look shows everything that is wrong. */
const steps: readonly { name: string; args: string[] }[] = [
  { name: 'format and lint', args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'] },
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  { name: 'dead code', args: ['node_modules/knip/bin/knip.js'] },
  { name: 'generated files', args: [...runCommand, 'generate', '--check'] },
  { name: unit, args: ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit'] },
]

/** `npm run check`; with `--before-tests` the unit tests are left to the `npm test` that follows. */
export async function main(options: string[]): Promise<number> {
  const isBeforeTests = options.includes('--before-tests')
  const failed: string[] = []
  for (const { name, args } of steps) {
    if (isBeforeTests && name === unit) continue
    console.log(`\n── ${name}`)
    await runNode(args).catch(() => failed.push(name))
  }
  console.log(failed.length === 0 ? '\nAll is well.' : `\nNot right: ${failed.join(', ')}.`)
  return failed.length === 0 ? 0 : 1
}
