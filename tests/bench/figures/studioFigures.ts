import { execFileSync } from 'node:child_process'
import type { Figure } from '#tests/bench/measure.ts'
import { median } from '#tests/bench/statistics.ts'

type Change = { save: number[]; publish: number[] }
type Times = { signIn: { known: number[]; unknown: number[] }; change: { erased: Change; left: Change } }

/** What the studio's doors cost, and what they give away. */
export function studioFigures(): Figure[] {
  const args = ['--conditions=production', '--import', 'tsx', 'tests/bench/programs/studioTimes.ts']
  const { TEST_DATABASE: _, ...env } = process.env
  const said = execFileSync(process.execPath, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  const { signIn, change }: Times = JSON.parse(said)
  return [signInFigure(signIn), eraseFigure('save', change), eraseFigure('publish', change)]
}

function signInFigure({ known, unknown }: Times['signIn']): Figure {
  const ratio = median(unknown) / median(known)
  return {
    name: 'signing in with a wrong password, nobody against somebody',
    bar: 'medians within 10 %',
    measured: `${ratio.toFixed(2)} (${median(unknown).toFixed(0)} ms to ${median(known).toFixed(0)} ms, ${known.length} of each in turn)`,
    isMet: ratio > 0.9 && ratio < 1.1,
  }
}

function eraseFigure(what: keyof Change, { erased, left }: Times['change']): Figure {
  const ratio = median(erased[what]) / median(left[what])
  return {
    name: `${what} with what is erased gone from file and log, against SQLite by itself`,
    bar: 'at most 1.25 times',
    measured: `${ratio.toFixed(2)} (${median(erased[what]).toFixed(1)} ms to ${median(left[what]).toFixed(1)} ms)`,
    isMet: ratio <= 1.25,
  }
}
