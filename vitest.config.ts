import { defineConfig } from 'vitest/config'

// Vite would take the ES module of graphql where Node takes CommonJS: two copies do not know each other's schemas.
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] }

const minutes = (count: number) => count * 60_000

const common = {
  setupFiles: ['tests/harness/vitest/noConsoleErrors.ts', 'tests/harness/vitest/failWhereMissing.ts'],
  // As the commands have it: without it Node 20 sometimes never ends loading Lexical (src/cli/run.mjs).
  execArgv: ['--conditions=production'],
}

// One integration suite, two databases: the project's name is the database (same-on-both).
const integration = (database: 'sqlite' | 'mongodb') => ({
  ...common,
  name: database,
  include: ['tests/integration/**/*.test.ts'],
  env: { TEST_DATABASE: database },
  globalSetup: database === 'mongodb' ? ['tests/harness/vitest/mongodbServer.ts'] : [],
  testTimeout: minutes(1),
  hookTimeout: minutes(2),
})

/**
 * In the order in which `npm test` runs them, one after the other. A `globalSetup` of any of them runs before the first test of
 * all: it may look for something, not build it.
 */
const suites = [
  {
    ...common,
    name: 'unit',
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    // Many wait for a process or a timer: no core is kept free.
    maxWorkers: '100%',
    testTimeout: minutes(1),
    hookTimeout: minutes(1),
  },
  integration('sqlite'),
  integration('mongodb'),
  {
    ...common,
    name: 'browser',
    include: ['tests/browser/**/*.test.ts'],
    globalSetup: ['tests/harness/vitest/chromium.ts'],
    // Every file in one worker: it starts what they all visit.
    fileParallelism: false,
    isolate: false,
    testTimeout: minutes(2),
    hookTimeout: minutes(10),
    teardownTimeout: minutes(1),
  },
  {
    ...common,
    name: 'copies',
    include: ['tests/copies/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: minutes(15),
    hookTimeout: minutes(15),
  },
]

export default defineConfig({
  test: {
    reporters: ['default', './tests/harness/vitest/lastLine.ts'],
    projects: suites.map((test, groupOrder) => ({ resolve, test: { ...test, sequence: { groupOrder } } })),
  },
})
