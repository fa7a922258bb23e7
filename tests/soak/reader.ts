import { Connection, getBytes, postBytes, type Reply } from './connection.ts'
import type { History } from './history.ts'
import { type Fault, faultsOf, type Read } from './reads.ts'

/** What was verified last for one question: holds for the same bytes as long as nothing changes what may be seen. */
type Verified = { body: Buffer; etag: string; stamp: number }
type Asking = { ask(reads: readonly Read[]): Promise<boolean>; close(): void }

/** Asks, and checks every answer. */
export class Reader {
  checked = 0
  notModified = 0
  readonly faults: Fault[] = []
  private turn = 0
  private readonly verified = new WeakMap<Read, Verified>()
  private readonly bytes = new WeakMap<Read, { get: Buffer; post: Buffer }>()

  constructor(private readonly history: History) {}

  /** A connection of its own; `ask` answers whether it is still alive. */
  async connect(port: number): Promise<Asking> {
    const connection = await Connection.to(port).catch(() => null)
    return {
      ask: async (reads) => connection !== null && (await this.ask(connection, reads)),
      close: () => connection?.close(),
    }
  }

  private async ask(connection: Connection, reads: readonly Read[]): Promise<boolean> {
    const sent = performance.now()
    const { stamp } = this.history
    const questions = reads.map((read) => ({ read, ...this.question(read) }))
    const replies = connection.send(questions.map(({ bytes }) => bytes))
    let isAlive = true
    for (const [at, { read, known }] of questions.entries()) {
      const reply = await replies[at]
      if (reply) this.check(read, reply, known, sent, stamp)
      else isAlive = false
    }
    return isAlive
  }

  /** In turn a GET, a POST and a GET that knows the last answer. */
  private question(read: Read): { bytes: Buffer; known?: Verified } {
    const turn = this.turn++ % 3
    const known = this.verified.get(read)
    if (turn === 2 && known) return { bytes: getBytes(read, known.etag), known }
    const kept = this.bytes.get(read) ?? { get: getBytes(read), post: postBytes(read) }
    this.bytes.set(read, kept)
    return { bytes: turn === 1 ? kept.post : kept.get }
  }

  private check(read: Read, reply: Reply, known: Verified | undefined, sent: number, stamp: number): void {
    this.checked++
    if (reply.status === 304 && known) {
      this.notModified++
      this.verify(read, known.body, known.etag, sent, stamp)
    } else if (reply.status === 200) this.verify(read, reply.body, reply.etag, sent, stamp)
    else this.faults.push({ kind: 'wrong', what: `status ${reply.status}: ${reply.body.toString().slice(0, 200)}` })
  }

  private verify(read: Read, body: Buffer, etag: string, sent: number, stamp: number): void {
    const last = this.verified.get(read)
    const isSame = last?.stamp === stamp && stamp === this.history.stamp && last.body.equals(body)
    if (isSame) return
    const faults = faultsOf(body.toString(), read, this.history, sent, performance.now())
    this.faults.push(...faults)
    if (faults.length === 0)
      this.verified.set(read, { body: Buffer.from(body), etag, stamp: this.history.stamp === stamp ? stamp : -1 })
  }
}
