import { readFileSync } from 'node:fs'
import { connect } from 'node:net'

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

/**
 * Keep-alive connections that each send their next request when the last was answered. They read no more of an
 * answer than where it ends: who loads a server must cost less than the server, or it is itself what is measured.
 */
export async function load({ port, next, connections, seconds }: LoadOptions): Promise<Round> {
  const round: Round = { requests: 0, seconds: 0, statuses: {}, milliseconds: [] }
  const started = performance.now()
  const end = started + seconds * 1000
  await Promise.all(Array.from({ length: connections }, () => oneConnection(port, next, end, round)))
  round.seconds = (performance.now() - started) / 1000
  round.milliseconds.sort((a, b) => a - b)
  return round
}

function oneConnection(port: number, next: () => Shot, end: number, round: Round): Promise<void> {
  return new Promise((resolve, reject) => {
    let sent = 0
    const send = () => {
      sent = performance.now()
      socket.write(textOf(next()))
    }
    const answered = (status: number) => {
      if (status !== 200 && status !== 304)
        return socket.destroy(new Error(`Instead of an answer there was ${status}.`))
      const now = performance.now()
      round.milliseconds.push(now - sent)
      round.requests++
      round.statuses[status] = (round.statuses[status] ?? 0) + 1
      if (now < end) return send()
      resolve()
      socket.destroy()
    }
    const read = answerReader(answered)
    const onread = {
      buffer: Buffer.allocUnsafe(65_536),
      callback: (size: number, bytes: Uint8Array) => read(bytes, size),
    }
    const socket = connect({ port, host: '127.0.0.1', noDelay: true, onread }, send)
    socket
      .on('error', reject)
      .on('close', () => reject(new Error('Instead of an answer there was a closed connection.')))
  })
}

const texts = new WeakMap<Shot, string>()

function textOf(shot: Shot): string {
  const known = texts.get(shot)
  if (known !== undefined) return known
  const { method, path, headers = {}, body } = shot
  const all = {
    Host: '127.0.0.1',
    ...headers,
    ...(body !== undefined && { 'Content-Length': String(Buffer.byteLength(body)) }),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  const text = `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body ?? ''}`
  texts.set(shot, text)
  return text
}

const lengthNames = ['\r\nContent-Length: ', '\r\ncontent-length: ']

/** Takes the bytes of one answer after the other, and tells the status of each as soon as it is whole. */
function answerReader(answered: (status: number) => void): (bytes: Uint8Array, size: number) => true {
  let head: Buffer = Buffer.alloc(0)
  let status = 0
  let missing = 0

  function begin(bytes: Buffer): void {
    head = head.length === 0 ? bytes : Buffer.concat([head, bytes])
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) {
      head = Buffer.from(head)
      return
    }
    status = Number(head.toString('latin1', 9, 12))
    missing = lengthIn(head) - (head.length - end - 4)
    head = Buffer.alloc(0)
    if (missing <= 0) answered(status)
  }

  return (bytes, size) => {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, size)
    if (missing <= 0) begin(chunk)
    else {
      missing -= size
      if (missing <= 0) answered(status)
    }
    return true
  }
}

function lengthIn(head: Buffer): number {
  for (const name of lengthNames) {
    const at = head.indexOf(name)
    if (at >= 0) return Number.parseInt(head.toString('latin1', at + name.length, at + name.length + 12), 10)
  }
  return 0
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
