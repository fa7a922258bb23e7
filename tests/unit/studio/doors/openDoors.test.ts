import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Answered = {
  headers: Record<string, string>
  seen: Record<string, string>
  mask: string
  statuses: number[]
  raw: string[]
  modes: string[]
}

/** What a server in a studio's process gets of requests, and answers, once the doors are open. */
function answered(studioUrl: string): Answered {
  const home = mkdtempSync(join(tmpdir(), 'holos-doors-'))
  const program = `
    import { mkdirSync, statSync, writeFileSync, writeSync } from 'node:fs'
    import { createServer } from 'node:http'
    import { connect } from 'node:net'
    import { join } from 'node:path'
    import { openDoors } from '#doors/openDoors.ts'
    const files = ['0123456789abcdef-0123456789ab.jpg', '0123456789abcdef-0123456789ab-w640.webp', 'x.jpg'].map((name) =>
      join(process.env.MEDIA_DIR, name),
    )
    mkdirSync(process.env.MEDIA_DIR)
    for (const file of files) writeFileSync(file, '', { mode: 0o600 })
    openDoors()
    const modes = files.map((file) => (statSync(file).mode & 0o777).toString(8))
    const server = createServer((request, response) => response.end(JSON.stringify(request.headers)))
    server.listen(0, '127.0.0.1', async () => {
      const url = 'http://127.0.0.1:' + server.address().port
      const cookie = '__Host-payload-token=mine; payload-token=planted'
      const answer = await fetch(url, { headers: { Cookie: cookie, 'X-Holos-Peer': '203.0.113.9' } })
      const raw = []
      for (const head of [
        'POST /api/../admin HTTP/1.1\\r\\nTransfer-Encoding: chunked',
        'POST /setup/../admin HTTP/1.1\\r\\nTransfer-Encoding: chunked',
        'POST /api/%2e%2e/admin HTTP/1.1\\r\\nTransfer-Encoding: chunked',
        'POST /setup-or-not HTTP/1.1\\r\\nTransfer-Encoding: chunked',
        'POST /api/./people HTTP/1.1\\r\\nContent-Length: 0',
        'GET /api/people/%ff HTTP/1.1',
        'GET /admin/%ff HTTP/1.1',
        'POST /admin HTTP/1.1\\r\\nContent-Length: 100000',
      ])
        raw.push(await new Promise((resolve) => {
          const socket = connect(server.address().port, '127.0.0.1', () => socket.write(head + '\\r\\nHost: studio\\r\\n\\r\\n'))
          socket.once('data', (data) => {
            const said = data.toString()
            socket.destroy()
            resolve(said.split(' ')[1] + (/^connection: close/im.test(said) ? ' close' : ''))
          })
        }))
      const statuses = []
      const endless = () => new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(65536)) })
      for (const [path, headers, body] of [
        ['/admin', {}, 'x'],
        ['/admin', {}, endless()],
        ['/admin', { 'Next-Action': 'a' }, endless()],
        ['/admin', { 'Next-Action': 'a' }, 'x'],
        ['/api/people', {}, 'x'],
      ]) {
        const given = await fetch(url + path, { method: 'POST', headers, body, duplex: 'half' }).catch(() => null)
        statuses.push(given?.status ?? 0)
      }
      const headers = Object.fromEntries(answer.headers)
      writeSync(3, JSON.stringify({ headers, seen: await answer.json(), mask: process.umask().toString(8), statuses, raw, modes }))
      process.exit(0)
    })`
  const { output } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      STUDIO_URL: studioUrl,
      DATA_DIR: home,
      MEDIA_DIR: join(home, 'files'),
    },
  })
  rmSync(home, { recursive: true })
  return JSON.parse(output[3] ?? '')
}

describe('the doors of a studio', () => {
  it('tell browsers behind https to stay there, and read the session from the cookie that is bound to the host alone', () => {
    const { headers, seen } = answered('https://studio.example.org')
    expect(headers['strict-transport-security']).toBe('max-age=63072000')
    expect(seen.cookie).toBe('payload-token=mine')
  })

  it('say nothing of https on this machine', () => {
    const { headers, seen } = answered('')
    expect(headers).not.toHaveProperty('strict-transport-security')
    expect(seen.cookie).toContain('payload-token=planted')
  })

  it('name who is at the other end themselves, and write for their own user alone', () => {
    const { seen, mask } = answered('')
    expect(seen['x-holos-peer']).toMatch(/^(::ffff:)?127\.0\.0\.1$/)
    expect(mask).toBe('77')
  })

  it('let nothing into a page but its own forms, and answer before the rest has come', () => {
    const { statuses } = answered('')
    expect(statuses).toEqual([405, 405, 411, 200, 200])
  })

  it('read a path as it is answered, and refuse one that nobody can read', () => {
    const { raw } = answered('')
    expect(raw.slice(0, 4)).toEqual(['405 close', '405 close', '405 close', '405 close'])
    expect(raw.slice(4, 7)).toEqual(['200', '400', '400'])
  })

  it('say that a connection ends with an answer that came before the rest of a body', () => {
    expect(answered('').raw[7]).toBe('405 close')
  })

  it('leave public pictures open to delivery, also where they lie in the data folder', () => {
    expect(answered('').modes).toEqual(['644', '644', '600'])
  })
})
