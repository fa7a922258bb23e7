import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Figure } from '#tests/bench/measure.ts'
import type { NameCheck } from '#tests/bench/programs/nameCheck.ts'
import { median, withSpread } from '#tests/bench/statistics.ts'

/** People of the record, five documents for each, and those whose names are withheld. */
const sizes = { people: 2000, withheld: 200, times: 21 } as const

const mostMilliseconds = 100
const mostFirstSeconds = 10

/** What looking for withheld names adds to a publish. */
export async function nameFigures(): Promise<Figure[]> {
  const { documents, withheld, first, person, document } = await checked()
  const over = `${documents} public documents, ${withheld} withheld names`
  const each = (name: string, values: number[]): Figure => ({
    name: `${name}, ${over}`,
    bar: `under ${mostMilliseconds} ms`,
    measured: `${withSpread(values, 0)} ms`,
    isMet: median(values) < mostMilliseconds,
  })
  return [
    each('check of names when a person is published withheld', person),
    each('check of names when a long text is published', document),
    {
      name: `the first check after a start, ${over}`,
      bar: `under ${mostFirstSeconds} s`,
      measured: `${(first / 1000).toFixed(1)} s`,
      isMet: first < mostFirstSeconds * 1000,
    },
  ]
}

async function checked(): Promise<NameCheck> {
  const { people, withheld, times } = sizes
  const program = ['--conditions=production', '--import', 'tsx', 'tests/bench/programs/nameCheck.ts']
  const { stdout } = await promisify(execFile)(process.execPath, [...program, ...[people, withheld, times].map(String)])
  // The program's only line.
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as NameCheck
}
