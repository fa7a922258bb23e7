import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'

export type Shot = { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string }

/** What one round of load saw. `milliseconds` are the latencies, sorted. */
export type Round = { requests: number; seconds: number; statuses: Record<number, number>; milliseconds: number[] }

export type LoadOptions = {
  port: number
  /** The next request; called once per request. */
  next: () => Shot
  connections: number
  /** How long to go on. */
  seconds: number
}

/** Keep-alive connections that each send their next request when the last was answered. */
export async function load({ port, next, connections, seconds }: LoadOptions): Promise<Round> {
  const round: Round = { requests: 0, seconds: 0, statuses: {}, milliseconds: [] }
  const started = performance.now()
  const end = started + seconds * 1000
  await Promise.all(Array.from({ length: connections }, () => oneConnection(port, next, end, round)))
  round.seconds = (performance.now() - started) / 1000
  round.milliseconds.sort((a, b) => a - b)
  return round
}

async function oneConnection(port: number, next: () => Shot, end: number, round: Round): Promise<void> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  const answers = answersOf(socket)
  while (performance.now() < end) {
    const sent = performance.now()
    socket.write(textOf(next()))
    const { value: status } = await answers.next()
    if (status !== 200 && status !== 304)
      throw new Error(`Instead of an answer there was ${status ?? 'a closed connection'}.`)
    round.milliseconds.push(performance.now() - sent)
    round.requests++
    round.statuses[status] = (round.statuses[status] ?? 0) + 1
  }
  socket.destroy()
}

function textOf({ method, path, headers = {}, body }: Shot): string {
  const all = {
    Host: '127.0.0.1',
    ...headers,
    ...(body !== undefined && { 'Content-Length': String(Buffer.byteLength(body)) }),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body ?? ''}`
}

/** The status of each answer, as soon as the answer is whole. */
async function* answersOf(socket: Socket): AsyncGenerator<number> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of socket) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (;;) {
      const head = rest.indexOf('\r\n\r\n')
      if (head < 0) break
      const text = rest.toString('latin1', 0, head)
      const status = Number(text.slice(9, 12))
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? 0)
      if (rest.length < head + 4 + length) break
      rest = rest.subarray(head + 4 + length)
      yield status
    }
  }
}

const ticksPerSecond = 100

/** CPU seconds that a process has used, user and system together (Linux). */
export function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

/** Resident memory of a process in bytes (Linux). */
export function residentBytesOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) * 1024
}
