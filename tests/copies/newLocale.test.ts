import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { copyOfTree } from './copyOfTree.ts'

// A code for private use, written from right to left: no table, test or configuration can know it.
const code = 'qaa'
const file = `src/locales/${code}.ts`

/** An invented language that speaks the words of an existing one. */
const invented = readFileSync('src/locales/ar.ts', 'utf8')
  .replace('const ar:', `const ${code}:`)
  .replace(/\bname: '.*'/, "name: 'Invented'")
  .replace(/\benglish: '.*'/, "english: 'Invented'")

const table = readFileSync('src/locales/table.ts', 'utf8')
  .replace(/^import /m, `import { ${code} } from './${code}.ts'\nimport `)
  .replace(/^\] as const/m, `  { code: '${code}', fallback: ['en'], ...${code} },\n] as const`)

let copy: ReturnType<typeof copyOfTree>
beforeAll(async () => {
  copy = copyOfTree()
  writeFileSync(copy.path(file), invented)
  writeFileSync(copy.path('src/locales/table.ts'), table)
  const generated = await copy.run(['--conditions=production', 'src/cli/run.mjs', 'generate'])
  expect(generated).toMatchObject({ exitCode: 0, output: expect.stringContaining('payload-types.ts') })
})
afterAll(() => copy.remove())

const typeCheck = () => copy.run(['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'])

it('a locale is one file and one row, and a label that it lacks is a type error in its file', async () => {
  writeFileSync(copy.path(file), invented.replace(/\bdied: [^}]*\},?/, ''))
  const { exitCode, output } = await typeCheck()
  expect(exitCode).not.toBe(0)
  expect(output.split('\n').filter(Boolean)).toEqual([expect.stringMatching(new RegExp(`^${file}.*'died'`))])
  writeFileSync(copy.path(file), invented)
  expect(await typeCheck()).toEqual({ exitCode: 0, output: '' })
})

it('the unit suite is green with one locale more', async () => {
  const { exitCode, output } = await copy.run(['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit'])
  expect(exitCode, output.slice(-10_000)).toBe(0)
})
