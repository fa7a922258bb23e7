import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export type Reply = { status: number; etag: string; body: Buffer }

/** A keep-alive connection that sends several requests before the first is answered. */
export class Connection {
  private readonly waiting: ((reply: Reply | null) => void)[] = []
  private rest: Buffer = Buffer.alloc(0)

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk) => this.read(chunk))
    // The requests that were under way learn of it.
    socket
      .on('error', () => {})
      .on('close', () => {
        for (const tell of this.waiting.splice(0)) tell(null)
      })
  }

  static async to(port: number): Promise<Connection> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    await once(socket, 'connect')
    return new Connection(socket)
  }

  /** Null for a request that the connection did not live to see answered. */
  send(requests: readonly Buffer[]): Promise<Reply | null>[] {
    const replies = requests.map(() => new Promise<Reply | null>((tell) => this.waiting.push(tell)))
    if (this.socket.destroyed) for (const tell of this.waiting.splice(0)) tell(null)
    else this.socket.write(Buffer.concat(requests))
    return replies
  }

  close(): void {
    this.socket.destroy()
  }

  private read(chunk: Buffer): void {
    this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk])
    for (;;) {
      const end = this.rest.indexOf('\r\n\r\n')
      if (end < 0) return
      const head = this.rest.toString('latin1', 0, end)
      const whole = end + 4 + Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
      if (this.rest.length < whole) return
      const etag = /\r\netag: (\S+)/i.exec(head)?.[1] ?? ''
      const reply = { status: Number(head.slice(9, 12)), etag, body: this.rest.subarray(end + 4, whole) }
      this.rest = this.rest.subarray(whole)
      this.waiting.shift()?.(reply)
    }
  }
}

type Asked = { query: string; variables: Record<string, unknown> }

/** The bytes of a request as a GET, with the ETag of what is known where something is. */
export function getBytes({ query, variables }: Asked, etag?: string): Buffer {
  const search = new URLSearchParams({ query, variables: JSON.stringify(variables) })
  const known = etag ? `If-None-Match: ${etag}\r\n` : ''
  return Buffer.from(`GET /graphql?${search} HTTP/1.1\r\nHost: soak\r\n${known}\r\n`)
}

export function postBytes({ query, variables }: Asked): Buffer {
  const body = JSON.stringify({ query, variables })
  const length = Buffer.byteLength(body)
  return Buffer.from(
    `POST /graphql HTTP/1.1\r\nHost: soak\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`,
  )
}
