import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { freePort } from '#tests/harness/startHolos.ts'

const serves = 'require("http").createServer((q, s) => s.end()).listen(process.env.PORT, "127.0.0.1")'
const saysGoodbye = `${serves}; process.on("SIGTERM", () => { console.log("goodbye"); process.exit() })`
const diesSoon = `${serves}; setTimeout(() => { console.error("out of luck"); process.exit(3) }, 500)`

describe('two-commands: both planes or none', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('%s stops both planes and counts as a good end', async (signal) => {
    const run = await started({ studio: saysGoodbye, delivery: saysGoodbye })
    await run.said('READY')
    run.child.kill(signal)
    expect(await run.exitCode).toBe(0)
    expect(run.output()).toMatch(/studio {3}│ goodbye/)
    expect(run.output()).toMatch(/delivery │ goodbye/)
    expect(await run.serving()).toEqual([])
  })

  it('a signal before they are ready stops them as well', async () => {
    const run = await started({
      studio: 'console.log("here"); setInterval(() => undefined, 1000)',
      delivery: saysGoodbye,
    })
    await run.said('here')
    run.child.kill('SIGTERM')
    expect(await run.exitCode).toBe(0)
    expect(run.output()).not.toContain('READY')
  })

  it('when one plane ends by itself the other stops, with a message and exit code 1', async () => {
    const run = await started({ studio: saysGoodbye, delivery: diesSoon })
    expect(await run.exitCode).toBe(1)
    expect(run.output()).toContain('delivery │ out of luck')
    expect(run.output()).toContain('delivery ended by itself (exit code 3)')
    expect(run.output()).toContain('studio   │ goodbye')
    expect(await run.serving()).toEqual([])
  })

  it('a plane whose starter is killed ends too, and gives its port back', async () => {
    const run = await started({ studio: saysGoodbye, delivery: saysGoodbye })
    await run.said('READY')
    run.child.kill('SIGKILL')
    await run.exitCode
    await expect.poll(run.serving, { timeout: 5000 }).toEqual([])
  })
})

async function started(scripts: Record<string, string>) {
  const ports = [await freePort(), await freePort()]
  const planes = Object.entries(scripts).map(([name, script], index) => ({
    name,
    args: ['-e', script],
    env: { ...process.env, PORT: String(ports[index]) },
    readyUrl: `http://127.0.0.1:${ports[index]}`,
  }))
  const program = `
    import { runPlanes } from './src/cli/starting/planes.ts'
    process.exitCode = await runPlanes(${JSON.stringify(planes)}, () => console.log('READY'))`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program])
  return { child, ...watched(child), serving: () => serving(ports) }
}

function watched(child: ChildProcess) {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk))
  return {
    output: () => text,
    exitCode: once(child, 'close').then(([code]) => code),
    said: (wanted: string) => expect.poll(() => text, { timeout: 15_000 }).toContain(wanted),
  }
}

async function serving(ports: number[]): Promise<number[]> {
  const answers = ports.map((port) =>
    fetch(`http://127.0.0.1:${port}`).then(
      () => port,
      () => null,
    ),
  )
  return (await Promise.all(answers)).filter((port) => port !== null)
}
