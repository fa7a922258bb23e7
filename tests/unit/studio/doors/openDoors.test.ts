import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** What a server in a studio's process gets of a request, and answers, once the doors are open. */
function answered(studioUrl: string): { headers: Record<string, string>; seen: Record<string, string>; mask: string } {
  const home = mkdtempSync(join(tmpdir(), 'holos-doors-'))
  const program = `
    import { createServer } from 'node:http'
    import { openDoors } from '#doors/openDoors.ts'
    openDoors()
    const server = createServer((request, response) => response.end(JSON.stringify(request.headers)))
    server.listen(0, '127.0.0.1', async () => {
      const cookie = '__Host-payload-token=mine; payload-token=planted'
      const answer = await fetch('http://127.0.0.1:' + server.address().port, {
        headers: { Cookie: cookie, 'X-Holos-Peer': '203.0.113.9' },
      })
      const said = { headers: Object.fromEntries(answer.headers), seen: await answer.json(), mask: process.umask().toString(8) }
      server.close()
      server.closeAllConnections()
      ;(await import('node:fs')).writeSync(3, JSON.stringify(said))
    })`
  const { output } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, STUDIO_URL: studioUrl, DATA_DIR: home },
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
})
