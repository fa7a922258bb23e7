import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verify } from '#publishing/log/verify.ts'
import { publish } from '#publishing/publish.ts'
import { bundle } from '#tests/harness/delivery/bundle.ts'
import { openStudio, type Studio } from '#tests/harness/studio.ts'

const kills = 20

let studio: Studio
const running = new Set<ChildProcess>()
const programs = `tests/.cache/publishStorm-${process.pid}`
beforeAll(async () => {
  await bundle({ publishStorm: 'tests/integration/publishing/publishStorm.ts' }, programs)
  studio = await openStudio()
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await studio.close()
  rmSync(programs, { recursive: true })
})

type Acknowledged = { key: string; seq: number }

/**
 * A studio process that publishes until it is killed, and the promises that it gave. The condition keeps Node 20 away
 * from lexical's top-level awaits, which on a busy machine sometimes never end.
 */
function startStorm(
  ids: string[],
  acknowledged: Acknowledged[],
): { child: ChildProcess; promised: () => number; said: () => string } {
  let count = 0
  const child = spawn(process.execPath, ['--conditions=production', join(programs, 'publishStorm.mjs')], {
    env: { ...process.env, STORM_DATABASE_URL: studio.databaseUrl, STORM_IDS: ids.join() },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let said = ''
  child.stderr?.on('data', (text) => {
    said += text
  })
  createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
    acknowledged.push(JSON.parse(line))
    count += 1
  })
  return { child, promised: () => count, said: () => said }
}

async function killedInTheMiddle(ids: string[], acknowledged: Acknowledged[]): Promise<void> {
  const { child, promised, said } = startStorm(ids, acknowledged)
  while (promised() < 2) {
    if (child.exitCode !== null) throw new Error(`A storm ended by itself (${child.exitCode}): ${said()}`)
    await sleep(5)
  }
  await sleep(randomInt(300))
  child.kill('SIGKILL')
  await once(child.stdout ?? child, 'close')
}

describe('chained: the log is contiguous and verifiable after any crash', () => {
  it(`acknowledged-is-stored: two processes publish the same five documents and are killed ${kills} times`, async () => {
    const made = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        studio.payload.create({ collection: 'organizations', locale: 'en', data: { name: `Organization ${index}` } }),
      ),
    )
    const ids = made.map(({ id }) => String(id))
    const acknowledged: Acknowledged[] = []
    const oneLife = async () => {
      for (let life = 0; life < kills / 2; life++) await killedInTheMiddle(ids, acknowledged)
    }
    await Promise.all([oneLife(), oneLife()])

    const report = await verify(studio.payload)
    expect(report.faults).toEqual([])
    const { docs } = await studio.payload.db.find<{ id: string; seq: number; key: string; form?: string | null }>({
      collection: 'changes',
      where: {},
      sort: 'seq',
      limit: 0,
      pagination: false,
    })
    expect(docs.map(({ seq }) => seq)).toEqual(docs.map((_, index) => index + 1))
    expect(docs.every(({ form }) => form === null || form === undefined)).toBe(true)
    expect(acknowledged.length).toBeGreaterThanOrEqual(kills * 2)
    for (const { key, seq } of acknowledged) expect(docs[seq - 1]).toMatchObject({ seq, key })

    const key = `organizations:${ids[0]}` as const
    await studio.payload.update({
      collection: 'organizations',
      id: ids[0] ?? '',
      locale: 'en',
      data: { name: 'After all' },
    })
    expect(await publish({ payload: studio.payload, key, facts: false, locales: ['en'] })).toMatchObject({
      seq: docs.length + 1,
    })
    expect(await verify(studio.payload)).toMatchObject({ faults: [], healed: [] })
  }, 600_000)
})
