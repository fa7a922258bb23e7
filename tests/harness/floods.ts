import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { endpoints } from '#access/endpoints.ts'

/** What must be in no log: as a value, with what would forge a line or colour a terminal. */
export const canary = 'CANARY-Емене-7f3a'
const hostile = `${canary}\n\u001b[31m{"level":30,"msg":"${canary}"}\u009b\u2028`

export type Upload = { status: number | null; body: string; sent: number; ms: number }

/** Sends `bytes` of a body in chunks, as fast as they are taken, and answers what came back and how much had gone out by then. */
export function sendLarge(url: string, bytes: number, headers: Record<string, string>): Promise<Upload> {
  const since = performance.now()
  const chunk = Buffer.alloc(256 * 1024, 'a')
  return new Promise((resolve) => {
    let sent = 0
    const answer: Upload = { status: null, body: '', sent: 0, ms: 0 }
    const end = () => {
      out.destroy()
      resolve({ ...answer, sent, ms: performance.now() - since })
    }
    const out = request(url, { method: 'POST', headers }, (response) => {
      answer.status = response.statusCode ?? null
      response
        .setEncoding('utf8')
        .on('data', (text) => (answer.body += text))
        .on('end', end)
        .on('error', end)
    })
    const more = () => {
      while (!out.destroyed && sent < bytes) {
        sent += chunk.length
        if (!out.write(chunk)) return out.once('drain', more)
      }
      return out.end()
    }
    // A server that has answered may close while we still send; the answer is what counts.
    out.on('error', () => answer.status === null && setTimeout(end, 1000))
    more()
  })
}

/** Memory of a process in bytes, as the system counts it. */
export function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024
}

type Flood = { method: string; path: string; headers: Record<string, string>; body?: string }

/** Canaries wherever a request has room for them: every endpoint, in path, query, headers, and bodies of the wrong kinds. */
export function canaryRequests(): Flood[] {
  const headers = {
    // Headers are Latin-1.
    'User-Agent': 'CANARY-agent',
    'X-Forwarded-For': '203.0.113.77',
    'Accept-Language': 'en',
    Referer: `http://x.org/${encodeURIComponent(canary)}`,
    Origin: `http://${encodeURIComponent(canary)}.org`,
  }
  const text = encodeURIComponent(hostile)
  const queries = [
    `?locale=${text}`,
    `?where[${text}][equals]=${text}`,
    `?where[id][${text}]=${text}`,
    `?sort=${text}`,
    `?depth=${text}&limit=${text}&page=${text}`,
    `?select[${text}]=true&populate=${text}&joins=${text}`,
  ]
  return Object.entries(endpoints).flatMap(([owner, table]) =>
    Object.keys(table).flatMap((door) => {
      const [method = 'get', route = '/'] = door.split(' ')
      const place = route.replace(/:\w+\??/g, text).replace(/\/$/, '')
      const path = `/api${owner === 'root' ? '' : `/${owner}`}${place}`
      if (method === 'get') return queries.map((query) => ({ method: 'GET', path: `${path}${query}`, headers }))
      return bodies.map(([type, body]) => ({
        method: method.toUpperCase(),
        path: `${path}?locale=en`,
        headers: { ...headers, 'Content-Type': type },
        body,
      }))
    }),
  )
}

const fields = {
  id: { x: hostile },
  email: `${canary}@example.org`,
  password: hostile,
  name: { given: hostile, family: { x: hostile } },
  description: [hostile],
  safety: { risk: hostile, internalNotes: hostile },
  slug: hostile,
  relations: hostile,
  charges: [{ article: hostile, event: hostile }],
  title: hostile,
  facts: hostile,
  locales: [hostile],
  ids: [hostile],
  query: `{ ${canary} }`,
}
const json = JSON.stringify(fields)
const bodies: readonly [string, string][] = [
  ['application/json', json],
  ['application/json', json.slice(0, -2)],
  ['application/json', JSON.stringify(hostile)],
  [
    'application/json',
    JSON.stringify({ ...fields, name: null, email: { $ne: hostile }, description: { root: hostile } }),
  ],
  ['application/x-www-form-urlencoded', `x=${encodeURIComponent(hostile)}`],
  [
    'multipart/form-data; boundary=b',
    `--b\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n${json}\r\n--b--\r\n`,
  ],
  [
    'multipart/form-data; boundary=b',
    `--b\r\nContent-Disposition: form-data; name="file"; filename="${canary}.jpg"\r\nContent-Type: image/jpeg\r\n\r\n${canary}\r\n--b--\r\n`,
  ],
  ['multipart/form-data; boundary=b', `--b\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{${canary}`],
]
