import { defineConfig } from 'vitest/config'

// Vite would take the ES module of graphql where Node takes CommonJS: two copies do not know each other's schemas.
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] }

const setupFiles = ['tests/harness/noConsoleErrors.ts']
// As the commands have it: without it Node 20 sometimes never ends loading Lexical (src/cli/run.mjs).
const execArgv = ['--conditions=production']

// One integration suite, two databases: the project's name is the database (same-on-both).
const integration = (database: 'sqlite' | 'mongodb') => ({
  resolve,
  test: {
    name: database,
    include: ['tests/integration/**/*.test.ts'],
    env: { TEST_DATABASE: database },
    setupFiles,
    execArgv,
    globalSetup: database === 'mongodb' ? ['tests/harness/mongodbServer.ts'] : [],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], setupFiles, execArgv, testTimeout: 20_000 },
      },
      integration('sqlite'),
      integration('mongodb'),
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          setupFiles,
          globalSetup: ['tests/harness/builtStudio.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
