import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Why no test of the project can run, and the cure. */
    missing: string
  }
}

/** Skips what cannot run here, loudly; where a machine is meant to run everything (CI=true), each file fails. */
export function cannotRun(project: TestProject, cure: string): void {
  const isFailure = process.env.CI === 'true'
  process.stderr.write(`\n  ${isFailure ? 'FAILED' : 'SKIPPED'}: every ${project.name} test. ${cure}\n\n`)
  if (isFailure) project.provide('missing', cure)
  else project.config.testNamePattern = /(?!)/
}
