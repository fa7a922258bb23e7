import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { HttpServer } from '#delivery/http/server.ts'
import { saying, serverOf } from './testServer.ts'

const idleMs = 1000
const large = Buffer.alloc(64_000_000, 'x')
let server: HttpServer
let port: number

beforeAll(async () => {
  server = serverOf({ '/': saying('welcome'), '/large': saying(large) }, { idleMs })
  port = (await server.listen(0, '127.0.0.1')).port
})
afterAll(() => server.close(1000))

const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: a\r\n${more}\r\n`

async function opened(): Promise<{ socket: Socket; said: () => string; closed: Promise<number> }> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk
  })
  const closed = once(socket, 'close').then(() => performance.now())
  return { socket, said: () => text, closed }
}

it('a connection without a byte either way is closed after its time, and answers say that time', async () => {
  const { socket, said, closed } = await opened()
  for (let i = 0; i < 4; i++) {
    await new Promise((resolve) => setTimeout(resolve, idleMs / 2))
    socket.write(get('/'))
  }
  const asked = performance.now()
  expect((await closed) - asked).toBeGreaterThan(idleMs * 0.9)
  expect(said().match(/HTTP\/1\.1 200/g)).toHaveLength(4)
  expect(said()).toContain(`Keep-Alive: timeout=${Math.floor(idleMs / 1000)}\r\n`)
})

it('a caller that stops reading an answer is let go', async () => {
  const { socket, closed } = await opened()
  socket.write(get('/large'))
  await once(socket, 'data')
  socket.pause()
  await new Promise((resolve) => setTimeout(resolve, idleMs * 2))
  socket.resume()
  await closed
  expect(socket.bytesRead).toBeLessThan(large.length)
})

it('one connection carries requests without a body and GETs with one, in pieces or in one packet', async () => {
  const { socket, said, closed } = await opened()
  const body = 'y'.repeat(300_000)
  const withBody = get('/', `Content-Length: ${body.length}\r\n`) + body
  const chunked = `${get('/', 'Transfer-Encoding: chunked\r\n')}3\r\nabc\r\n0\r\n\r\n`
  socket.write(get('/').repeat(20) + withBody + get('/') + chunked + get('/') + withBody)
  socket.write(get('/', 'Connection: close\r\n'))
  await closed
  expect(said().match(/HTTP\/1\.1 200/g)).toHaveLength(26)
})
