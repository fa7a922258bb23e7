import type { Reporter, SerializedError, TestModule, TestRunEndReason } from 'vitest/node'

/**
 * Ends a run with `N passed, N failed` for scripts. A file that broke before its first test, a hook that threw and an error
 * outside of tests are failures, too: vitest counts only tests.
 */
export default class LastLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[], reason: TestRunEndReason): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]).map((test) => test.result().state)
    const suites = modules.flatMap((module) => [module, ...module.children.allSuites()])
    const broken = suites.filter((suite) => suite.errors().length > 0).length + unhandled.length
    const passed = tests.filter((state) => state === 'passed').length
    const failedTests = tests.filter((state) => state === 'failed').length
    const skipped = tests.length - passed - failedTests
    const failed = Math.max(failedTests + broken, reason === 'passed' ? 0 : 1)
    console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  }
}
