import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'

export type Received = {
  path: string
  headers: IncomingHttpHeaders
  /** The bytes as they came. */
  body: string
  // What a webhook says has no type here: a test looks at what it expects.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  said: any
}

export type Reply = { status: number; headers?: Record<string, string>; body?: string }

export type Receiver = {
  readonly url: string
  /** Everything that came, in the order it came, whatever was answered. */
  readonly received: readonly Received[]
  /** How it answers from now on; 204 at first. */
  answers(reply: (request: Received) => Reply | Promise<Reply>): void
  /** Resolves when the condition holds after something came. */
  until(condition: (received: readonly Received[]) => boolean): Promise<void>
  /** Throws where this is not signed with the secret. */
  verify(request: Received, secret: string): void
  close(): Promise<void>
}

/** A receiver of webhooks on this machine, over real HTTP. */
export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const news = new EventEmitter()
  let reply: (request: Received) => Reply | Promise<Reply> = () => ({ status: 204 })
  const server = createServer(async (message, response) => {
    const request = await read(message)
    received.push(request)
    news.emit('came')
    const { status, headers = {}, body } = await reply(request)
    response.writeHead(status, headers).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server on a port has an address object.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answers: (next) => {
      reply = next
    },
    async until(condition) {
      while (!condition(received)) await once(news, 'came')
    },
    verify: ({ body, headers }, secret) => void new Webhook(secret).verify(body, headers as Record<string, string>),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function read(message: IncomingMessage): Promise<Received> {
  const body = await text(message)
  return { path: message.url ?? '', headers: message.headers, body, said: JSON.parse(body) }
}
