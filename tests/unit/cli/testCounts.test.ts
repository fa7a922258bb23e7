import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { addCounts, countsOf, lineOf } from '#cli/testCounts.ts'

const place = mkdtempSync(join(tmpdir(), 'holos-counts-'))
afterAll(() => rmSync(place, { recursive: true }))

const passed = { status: 'passed', assertionResults: [{ status: 'passed' }] }
const failed = { status: 'failed', assertionResults: [{ status: 'failed' }] }
const brokenFile = { status: 'failed', assertionResults: [] }

describe('the counts of a test run', () => {
  it('are those of the report', () => {
    expect(countsOf(report({ passed: 5, failed: 2, pending: 1, todo: 1 }, [passed, failed]), 1)).toEqual({
      passed: 5,
      failed: 2,
      skipped: 2,
    })
  })

  it('count a file that broke before its first test', () => {
    expect(countsOf(report({ passed: 5, failed: 0 }, [passed, brokenFile]), 1).failed).toBe(1)
  })

  it('count a bad end without a failed test', () => {
    expect(countsOf(report({ passed: 5, failed: 0 }, [passed]), 1).failed).toBe(1)
    expect(countsOf(join(place, 'none.json'), 1).failed).toBe(1)
  })

  it('end in one line that scripts read', () => {
    const sum = addCounts({ passed: 1, failed: 0, skipped: 0 }, { passed: 2, failed: 1, skipped: 0 })
    expect(lineOf(sum)).toBe('3 passed, 1 failed')
    expect(lineOf({ ...sum, skipped: 4 })).toBe('3 passed, 1 failed, 4 skipped')
  })
})

function report(
  counts: { passed: number; failed: number; pending?: number; todo?: number },
  testResults: object[],
): string {
  const file = join(place, `${Math.random()}.json`)
  const {
    passed: numPassedTests,
    failed: numFailedTests,
    pending: numPendingTests = 0,
    todo: numTodoTests = 0,
  } = counts
  writeFileSync(file, JSON.stringify({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }))
  return file
}
