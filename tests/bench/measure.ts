import { cpuSecondsOf, load, type Shot } from './load.ts'
import { median, withSpread } from './statistics.ts'

/** `isMet` is null where there is no bar. */
export type Figure = { name: string; bar: string; measured: string; isMet: boolean | null }
export type Effort = { rounds: number; seconds: number }

export type Contender = { port: number; pid: number; next: () => Shot }
/** Requests a second and CPU microseconds a request, one of each for every round. */
export type Rates = { perSecond: number[]; cpuMicroseconds: number[] }

const connections = 16
/** How long a process is asked before it is measured: V8 has compiled by then what is asked often. */
const warmUpSeconds = 1.5

/** All contenders in turn, again and again: what the machine does besides hits them alike. */
export async function interleaved<Name extends string>(
  contenders: Record<Name, Contender>,
  { rounds, seconds }: Effort,
): Promise<Record<Name, Rates>> {
  // Every name gets its rates in the first round.
  const rates = {} as Record<Name, Rates>
  for (let round = -1; round < rounds; round++) {
    for (const name of Object.keys(contenders) as Name[]) {
      const { port, pid, next } = contenders[name]
      const before = cpuSecondsOf(pid)
      const isWarmUp = round < 0
      const { requests, seconds: took } = await load({
        port,
        next,
        connections,
        seconds: isWarmUp ? Math.max(warmUpSeconds, seconds) : seconds,
      })
      if (isWarmUp) continue
      rates[name] ??= { perSecond: [], cpuMicroseconds: [] }
      rates[name].perSecond.push(requests / took)
      rates[name].cpuMicroseconds.push(((cpuSecondsOf(pid) - before) * 1e6) / requests)
    }
  }
  return rates
}

export function ratios(of: Rates, to: Rates): number[] {
  return of.perSecond.map((rate, round) => rate / (to.perSecond[round] ?? Number.NaN))
}

export function atLeast(name: string, least: number, values: number[], more = ''): Figure {
  return { name, bar: `at least ${least}`, measured: `${withSpread(values)}${more}`, isMet: median(values) >= least }
}

export function atMost(name: string, most: number, unit: string, values: number[]): Figure {
  return {
    name,
    bar: `at most ${most}${unit}`,
    measured: `${withSpread(values)}${unit}`,
    isMet: median(values) <= most,
  }
}
