import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { LocaleCode } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'

type Written = { collection: 'people' | 'quotes'; locale: 'en' | 'uk' | 'tr'; data: Record<string, unknown> }

/** What a studio process is told to do, in this order. */
export type Order = {
  key?: Ref
  create?: Written
  save?: Written[]
  publish?: { facts: boolean; locales: LocaleCode[] }
  withdraw?: { locales?: LocaleCode[] }
}
export type Done = { ready: true } | { id: string }

/** A studio process; one order at a time. */
export class StudioProcess {
  private readonly child: ChildProcess
  private readonly ready: Promise<void>
  private said = ''
  private waiting: { done: (done: Done | null) => void } | null = null

  constructor(program: string, databaseUrl: string) {
    this.child = spawn(process.execPath, ['--conditions=production', program], {
      env: { ...process.env, SOAK_DATABASE_URL: databaseUrl },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const { stdin, stdout, stderr } = this.child
    if (!stdin || !stdout || !stderr) throw new Error('A process with pipes has pipes.')
    stderr.on('data', (text) => {
      this.said += text
    })
    // A kill breaks the pipe; the order then has no answer, which is what tells.
    stdin.on('error', () => {})
    createInterface({ input: stdout }).on('line', (line) => this.settle(JSON.parse(line)))
    this.child.once('close', () => this.settle(null))
    this.ready = this.answer().then((done) => {
      if (!done) throw new Error(`A studio process did not start: ${this.said}`)
    })
    // Reported by the first order; a process that is killed before has no order.
    this.ready.catch(() => {})
  }

  /** Null where the process was killed before it acknowledged. */
  async order(order: Order): Promise<{ id: string } | null> {
    await this.ready
    const answer = this.answer()
    this.child.stdin?.write(`${JSON.stringify(order)}\n`)
    const done = await answer
    if (done && 'id' in done) return done
    if (this.child.signalCode === 'SIGKILL') return null
    throw new Error(`A studio process ended by itself: ${this.said}`)
  }

  async isReady(): Promise<void> {
    await this.ready
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    this.child.kill('SIGKILL')
    await once(this.child, 'close')
  }

  private answer(): Promise<Done | null> {
    return new Promise((done) => {
      this.waiting = { done }
    })
  }

  private settle(done: Done | null): void {
    this.waiting?.done(done)
    this.waiting = null
  }
}
