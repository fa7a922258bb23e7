import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { runCommand } from '#cli/processes.ts'

type Refusal = { what: string; args: string[]; env?: Record<string, string>; says: RegExp; code?: number }

const refusals: Refusal[] = [
  { what: 'an unknown command', args: ['nosuch'], says: /There is no command "nosuch"/ },
  {
    what: 'a broken variable',
    args: ['start'],
    env: { STUDIO_PORT: 'abc' },
    says: /STUDIO_PORT is "abc" but must be a port/,
  },
  {
    what: 'an unknown locale',
    args: ['start'],
    env: { DEFAULT_LOCALE: 'xx' },
    says: /DEFAULT_LOCALE is "xx": set it to one of en, uk/,
  },
  { what: 'one port for two planes', args: ['start'], env: { DELIVERY_PORT: '3000' }, says: /are both 3000/ },
  {
    what: 'a folder that cannot be written',
    args: ['start'],
    env: { DATA_DIR: '/dev/null/x' },
    says: /\/dev\/null\/x cannot be written/,
  },
  {
    what: 'a database that is away',
    args: ['start'],
    env: { DATABASE_URL: 'mongodb://127.0.0.1:1/holos', STUDIO_PORT: '18471', DELIVERY_PORT: '18472' },
    says: /The database does not answer \(.*ECONNREFUSED.*\): start it, or correct DATABASE_URL\./,
  },
  { what: 'holos without a command', args: ['holos'], says: /Usage: npm run holos/, code: 2 },
  {
    what: 'an unknown holos command',
    args: ['holos', 'fly'],
    says: /There is no command "fly"[\s\S]*user add --email/,
  },
  { what: 'an unknown option', args: ['holos', 'verify', '--fast'], says: /--fast[\s\S]*Usage/ },
  { what: 'a missing word', args: ['holos', 'publish'], says: /Usage: npm run holos -- publish <key>/ },
]

// Each is a process of its own, and one waits five seconds for a database.
describe.concurrent('commands say in one sentence what is wrong and how to cure it', () => {
  it.each(refusals)('$what', async ({ args, env, says, code = 1 }) => {
    const { output, exitCode } = await run(args, env)
    expect(output).toMatch(says)
    expect(output).not.toMatch(/^\s+at /m)
    expect(exitCode).toBe(code)
  })

  it('a taken port', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    const { output, exitCode } = await run(['start'], { STUDIO_PORT: String(port) })
    server.close()
    expect(output).toContain(`Port ${port} is taken by another program: stop it, or set STUDIO_PORT to a free port.`)
    expect(output).not.toMatch(/^\s+at /m)
    expect(exitCode).toBe(1)
  })
})

async function run(args: string[], env: Record<string, string> = {}): Promise<{ output: string; exitCode: number }> {
  const child = spawn(process.execPath, [...runCommand, ...args], { env: { ...process.env, ...env } })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const [exitCode] = await once(child, 'close')
  return { output, exitCode }
}
