import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { behindDoor } from '#doors/behindDoor.ts'
import { inwardCookies } from '#doors/sessionCookie.ts'

const refusal = (status: number, message: string) => Response.json({ errors: [{ message }] }, { status })
const url = (path: string) => `http://127.0.0.1:3000${path}`
const sentence = async (answer: Response) => (await answer.json()).errors[0].message as string

/** A body that comes in chunks, without a length; `read` counts what was taken of it. */
function stream(chunks: number, size: number, everyMs = 0) {
  const counter = { read: 0 }
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (everyMs > 0) await new Promise((resolve) => setTimeout(resolve, everyMs))
        if (counter.read++ === chunks) controller.close()
        else controller.enqueue(new Uint8Array(size))
      },
    },
    { highWaterMark: 0 },
  )
  return { counter, body }
}
const post = (path: string, body: ReadableStream | string, headers: Record<string, string> = {}) =>
  new Request(url(path), { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

describe('a body', () => {
  const reads = behindDoor(async (request) => Response.json((await request.arrayBuffer()).byteLength), { refusal })

  it.each([
    ['/setup', 16 * 1024],
    ['/password', 16 * 1024],
    ['/api/users/login', 16 * 1024],
    ['/api/people', 4 * 1024 * 1024],
    ['/api/payload-preferences/columns', 16 * 1024],
    ['/api/media', 41 * 1024 * 1024],
    ['/api/media/abc', 41 * 1024 * 1024],
    ['/api/media/abc/publish', 4 * 1024 * 1024],
  ])('of %s is read up to %d bytes', async (path, most) => {
    const fits = await reads(post(path, stream(most / 1024, 1024).body), undefined)
    expect([fits.status, await fits.json()]).toEqual([200, most])
    const { body, counter } = stream(10 * most, 1024)
    const refused = await reads(post(path, body), undefined)
    expect(refused.status).toBe(413)
    expect(await sentence(refused)).toMatch(
      /^This is more than the studio takes at once\. The limit here is \d+ [kM]B\.$/,
    )
    expect(counter.read).toBeLessThan(most / 1024 + 50)
  })

  it('that announces too much is not read at all', async () => {
    const { body, counter } = stream(10, 1024)
    const refused = await reads(post('/api/people', body, { 'Content-Length': String(200 * 1024 * 1024) }), undefined)
    expect([refused.status, counter.read]).toEqual([413, 0])
  })

  it('that comes too slowly is given up', async () => {
    vi.useFakeTimers()
    const answer = reads(post('/api/users/login', stream(1000, 1, 1000).body), undefined)
    await vi.advanceTimersByTimeAsync(16_000)
    vi.useRealTimers()
    expect((await answer).status).toBe(408)
    expect(await sentence(await answer)).toBe('The request took longer than 15 s to arrive. Try again.')
  })

  it('that nobody may send is not read', async () => {
    const refuses = behindDoor(() => new Response(null, { status: 403 }), { refusal })
    const { body, counter } = stream(100_000, 1024)
    const answer = await refuses(post('/api/people', body), undefined)
    expect(answer.status).toBe(403)
    expect(counter.read).toBeLessThan(5)
  })
})

describe('a long question that comes as a POST', () => {
  const handler = vi.fn(async (request: Request) => Response.json(await request.text()))
  const door = (isSignedIn: boolean) => behindDoor(handler, { refusal, isSignedIn: async () => isSignedIn })
  const form = { 'X-Payload-HTTP-Method-Override': 'GET', 'Content-Type': 'application/x-www-form-urlencoded' }

  it('is read for somebody who is signed in', async () => {
    expect((await door(true)(post('/api/people', 'limit=1', form), undefined)).status).toBe(200)
  })

  it.each(['X-Payload-HTTP-Method-Override', 'X-HTTP-Method-Override'])(
    'is one when %s says so, whatever the other header says',
    async (name) => {
      handler.mockClear()
      const both = { 'X-Payload-HTTP-Method-Override': 'nope', 'X-HTTP-Method-Override': 'nope', [name]: 'GET' }
      const { body, counter } = stream(10, 1024)
      const json = { ...both, 'Content-Type': 'application/json' }
      expect((await door(false)(post('/api/people', body, json), undefined)).status).toBe(403)
      expect((await door(true)(post('/api/people', '{', json), undefined)).status).toBe(415)
      expect([counter.read, handler.mock.calls.length]).toEqual([0, 0])
    },
  )

  it('is not read for a stranger, and not as JSON', async () => {
    handler.mockClear()
    expect((await door(false)(post('/api/people', 'limit=1', form), undefined)).status).toBe(403)
    const json = { ...form, 'Content-Type': 'application/json' }
    expect((await door(true)(post('/api/people', '{', json), undefined)).status).toBe(415)
    expect(handler).not.toHaveBeenCalled()
  })
})

describe('an answer', () => {
  it('is kept by nobody, whatever the handler said', async () => {
    const answers = behindDoor(() => new Response('', { headers: { 'Cache-Control': 'public, max-age=600' } }), {
      refusal,
    })
    expect((await answers(new Request(url('/api/x')), undefined)).headers.get('Cache-Control')).toBe('no-store')
  })

  it('of what broke says no more than that', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const breaks = behindDoor(
      () => {
        throw new Error('with a name in it')
      },
      { refusal },
    )
    const answer = await breaks(new Request(url('/api/x')), undefined)
    expect([answer.status, await sentence(answer)]).toEqual([500, 'Something went wrong in the studio. Try again.'])
    expect(printed).toHaveBeenCalledOnce()
    printed.mockRestore()
  })
})

describe('the session’s cookie', () => {
  const signsIn = () =>
    behindDoor(
      () => {
        const headers = new Headers()
        headers.append('Set-Cookie', 'payload-token=abc; Path=/; Secure=true; HttpOnly=true; SameSite=Strict')
        headers.append('Set-Cookie', 'payload-lng=uk; Path=/')
        return new Response(null, { headers })
      },
      { refusal },
    )
  beforeEach(() => vi.stubEnv('STUDIO_URL', 'https://studio.example.org'))
  afterEach(() => vi.unstubAllEnvs())

  it('is bound to the host behind https, and no other cookie is renamed', async () => {
    const { headers } = await signsIn()(new Request(url('/api/users/login')), undefined)
    expect(headers.getSetCookie()).toEqual([
      '__Host-payload-token=abc; Path=/; Secure=true; HttpOnly=true; SameSite=Strict',
      'payload-lng=uk; Path=/',
    ])
  })

  it('has its plain name on this machine', async () => {
    vi.stubEnv('STUDIO_URL', '')
    const { headers } = await signsIn()(new Request(url('/api/users/login')), undefined)
    expect(headers.getSetCookie()[0]).toMatch(/^payload-token=abc;/)
  })

  it('counts under its bound name alone', () => {
    expect(inwardCookies('a=1; payload-token=planted; __Host-payload-token=mine; b=2')).toBe(
      'a=1; payload-token=mine; b=2',
    )
    expect(inwardCookies('payload-token=planted')).toBe('')
  })

  it.each([
    'payload-token =planted',
    'a=1;\tpayload-token=planted',
    'a=1;\u00a0payload-token=planted',
    'a=1; \u00a0payload-token\u00a0=planted',
    'a=1;payload-token\t=planted',
    'a=1;\ufeffpayload-token=planted',
    'a=1; \u00a0__Host-payload-token=planted',
    'a=1; payload-token',
  ])('is not found under any other spelling of its name: %j', (header) => {
    // Payload trims names so (utilities/parseCookies).
    const names = inwardCookies(header)
      .split(';')
      .map((cookie) => cookie.split('=')[0]?.trim())
    expect(names).not.toContain('payload-token')
  })

  it('keeps its value, and leaves other cookies as they are', () => {
    expect(inwardCookies('lng=uk;__Host-payload-token = a=b== ; empty=')).toBe('lng=uk; payload-token= a=b== ; empty=')
  })
})
