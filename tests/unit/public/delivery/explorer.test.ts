import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ConfigurationError } from '#base/errors.ts'
import { hasExplorer, withExplorer } from '#delivery/http/explorer.ts'
import type { Route } from '#delivery/http/methods.ts'
import type { HttpServer } from '#delivery/http/server.ts'
import { saying, serverOf } from './testServer.ts'

const script = 'console.log("the explorer")'
const folder = mkdtempSync(join(tmpdir(), 'holos-explorer-'))
writeFileSync(join(folder, 'index.html'), '<title>Holos GraphQL explorer</title>')
writeFileSync(join(folder, 'explorer-ABCD2345.js'), script)
writeFileSync(join(folder, 'explorer-ABCD2345.js.gz'), gzipSync(script))
writeFileSync(join(folder, 'secret.txt'), 'not of the build')

let server: HttpServer
let url: string

beforeAll(async () => {
  const graphql: Route = { ...saying('data'), POST: saying('data').GET }
  server = serverOf(withExplorer({ '/': saying('welcome'), '/graphql': graphql }, folder))
  url = `http://127.0.0.1:${(await server.listen(0, '127.0.0.1')).port}`
})
afterAll(() => server.close(1000))

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

function get(path: string, accept = '*/*', method = 'GET'): Promise<Response> {
  return fetch(`${url}${path}`, { method, redirect: 'manual', headers: { Accept: accept } })
}

describe('the explorer', () => {
  it.each(['/', '/graphql', '/graphql?', '/graphql?x=1'])('is where a browser that opens %s is led', async (path) => {
    for (const method of ['GET', 'HEAD']) {
      const { status, headers } = await get(path, browser, method)
      expect([status, headers.get('location'), headers.get('vary')]).toEqual([307, 'explorer', 'Accept'])
    }
  })

  it.each([
    ['/', '*/*', 'welcome'],
    ['/', 'application/json', 'welcome'],
    ['/graphql', 'application/json', 'data'],
    ['/graphql', 'application/graphql-response+json, application/json;q=0.9', 'data'],
    ['/graphql?query={a}', browser, 'data'],
    ['/graphql?extensions={}', browser, 'data'],
  ])('leaves %s with Accept: %s as it was', async (path, accept, text) => {
    expect(await (await get(path, accept)).text()).toBe(text)
  })

  it('leaves other methods as they were', async () => {
    expect(await (await get('/graphql', browser, 'POST')).text()).toBe('data')
    expect((await get('/graphql', browser, 'OPTIONS')).headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS')
    expect((await get('/explorer', browser, 'OPTIONS')).status).toBe(204)
    expect((await get('/explorer', browser, 'POST')).status).toBe(405)
  })

  it('is a page that may load its own files and nothing else', async () => {
    const { status, headers } = await get('/explorer', browser)
    const policy = headers.get('content-security-policy') ?? ''
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-cache')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    const sources = policy.split(/; ?/).flatMap((directive) => directive.split(' ').slice(1))
    expect([...new Set(sources)].sort()).toEqual(["'none'", "'self'", "'unsafe-inline'", 'data:'])
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("default-src 'none';")
  })

  it('serves the files of its build for ever, gzipped for who takes that', async () => {
    for (const encoding of ['gzip', 'identity', 'br, gzip;q=0']) {
      const path = `${url}/explorer/explorer-ABCD2345.js`
      const answer = await fetch(path, { headers: { 'Accept-Encoding': encoding } })
      expect(answer.headers.get('content-encoding')).toBe(encoding === 'gzip' ? 'gzip' : null)
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
      expect(answer.headers.get('vary')).toBe('Accept-Encoding')
      expect(await answer.text()).toBe(script)
    }
    const head = await get('/explorer/explorer-ABCD2345.js', '*/*', 'HEAD')
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  it.each(['secret.txt', 'index.html', 'explorer-ABCD2345.js.gz', 'none-ABCD2345.js', '..%2f..%2fpackage.json', ''])(
    'serves no other file: %s',
    async (name) => {
      expect((await get(`/explorer/${name}`)).status).toBe(404)
    },
  )
})

describe('EXPLORER', () => {
  const local = { DELIVERY_HOST: '127.0.0.1', DELIVERY_URL: undefined, TRUSTED_DOCUMENTS: undefined } as const

  it.each([
    ['auto, only this machine', { EXPLORER: 'auto' }, true],
    ['auto, localhost', { EXPLORER: 'auto', DELIVERY_HOST: 'localhost' }, true],
    ['auto, IPv6', { EXPLORER: 'auto', DELIVERY_HOST: '::1' }, true],
    ['auto, every address', { EXPLORER: 'auto', DELIVERY_HOST: '0.0.0.0' }, false],
    ['auto, behind a proxy', { EXPLORER: 'auto', DELIVERY_URL: 'https://api.example.org' }, false],
    ['on, behind a proxy', { EXPLORER: 'on', DELIVERY_HOST: '0.0.0.0', DELIVERY_URL: 'https://api.example.org' }, true],
    ['on, registered operations only', { EXPLORER: 'on', TRUSTED_DOCUMENTS: 'operations.json' }, false],
    ['off', { EXPLORER: 'off' }, false],
  ] as const)('%s: %o', (_, settings, expected) => {
    expect(hasExplorer({ ...local, ...settings }, folder)).toBe(expected)
  })

  it('without a build is off, or says what to do', () => {
    expect(hasExplorer({ ...local, EXPLORER: 'auto' }, '/nowhere')).toBe(false)
    expect(() => hasExplorer({ ...local, EXPLORER: 'on' }, '/nowhere')).toThrow(ConfigurationError)
  })
})
