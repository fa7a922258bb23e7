import { defineConfig } from 'vitest/config'

// One integration suite, two databases: the project's name is the database (same-on-both).
const integration = (database: 'sqlite' | 'mongodb') => ({
  test: {
    name: database,
    include: ['tests/integration/**/*.test.ts'],
    env: { TEST_DATABASE: database },
    globalSetup: database === 'mongodb' ? ['tests/harness/mongodbServer.ts'] : [],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})

export default defineConfig({
  test: {
    setupFiles: [],
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
      integration('sqlite'),
      integration('mongodb'),
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/harness/builtStudio.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
