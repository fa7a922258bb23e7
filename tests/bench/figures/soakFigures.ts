import type { Figure } from '#tests/bench/measure.ts'
import { buildPrograms } from '#tests/soak/programs.ts'
import { type SoakReport, soak } from '#tests/soak/soak.ts'

type Size = { reads: number; changes: number; deliveryKills: number; studioKills: number }

/** What stood in answers that should not have, over a random history of a whole installation. */
export async function soakFigures(databaseUrl: string, graceMs: number, seed: number, size: Size): Promise<Figure[]> {
  const programs = await buildPrograms()
  const options = { databaseUrl, programs, seed, deliveries: 3, graceMs, ...size }
  const report = await soak(options).finally(programs.discard)
  for (const { kind, what } of report.faults.slice(0, 20)) console.error(`${kind}: ${what} (seed ${seed})`)
  const stale = report.faults.filter(({ kind }) => kind !== 'leaked').length
  const leaked = report.faults.length - stale
  const where = graceMs === 0 ? '' : ' (MongoDB)'
  const late = graceMs === 0 ? '' : ', one second later'
  return [
    row(
      `stale reads after an acknowledged change${late}, random history under kills${where}`,
      stale,
      historyOf(report),
    ),
    row(`draft and withdrawn canaries in any answer of it${where}`, leaked, `${report.reads} reads`),
  ]
}

function row(name: string, faults: number, history: string): Figure {
  return { name, bar: '0', measured: `${faults} in ${history}`, isMet: faults === 0 }
}

function historyOf({ reads, notModified, changes, deliveryKills, studioKills, seed, seconds }: SoakReport): string {
  const counts = [
    `${reads} reads by three processes (${notModified} of them 304)`,
    `${changes} publishes, withdrawals and drafts`,
    `${deliveryKills} kills of deliveries and ${studioKills} of studios at work`,
    `seed ${seed}`,
    `${seconds.toFixed(0)} s`,
  ]
  return counts.join(', ')
}
