import { symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sha256 } from '#base/digest.ts'
import { build } from '#tests/build/build.ts'
import { openRecordWriter, type RecordWriter } from '#tests/build/recordWriter.ts'
import { openDelivery, type TestDelivery } from '#tests/harness/delivery/delivery.ts'

const bytes = Buffer.from(Array.from({ length: 1000 }, (_, n) => n % 251))

let writer: RecordWriter
let delivery: TestDelivery

beforeAll(async () => {
  writer = await openRecordWriter()
  await writer.publish(
    mediaForm('1', 'card.webp', 'card-w640.webp'),
    mediaForm('2', 'lost.webp'),
    mediaForm('3', 'link.webp'),
  )
  delivery = await openDelivery(writer.url)
  for (const name of ['card.webp', 'card-w640.webp', 'private.webp', '.hidden'])
    writeFileSync(join(delivery.mediaDir, name), bytes)
  symlinkSync('/etc/hostname', join(delivery.mediaDir, 'link.webp'))
})

afterAll(async () => {
  await delivery.stop()
  await writer.close()
})

function mediaForm(id: string, filename: string, ...variants: string[]) {
  const variant = (file: string) => ({
    name: file,
    file,
    mimeType: 'image/webp',
    width: 640,
    height: 480,
    bytes: 1000,
    sha256: sha256(bytes),
  })
  const facts = {
    filename,
    mimeType: 'image/webp',
    sha256: sha256(bytes),
    ...(variants.length > 0 && { variants: variants.map(variant) }),
  }
  return build.media({ id, facts, words: { en: { alt: 'A card.' } } })
}

async function file(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const response = await fetch(`${delivery.url}${path}`, { headers, method })
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

describe('a public file', () => {
  it('is sent as it is, to be kept by who can purge and for a day by a browser, and cannot run anything', async () => {
    for (const name of ['card.webp', 'card-w640.webp']) {
      const answer = await file(`/media/${name}`)
      expect(answer.status).toBe(200)
      expect(answer.bytes.equals(bytes)).toBe(true)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'image/webp',
        'content-length': '1000',
        'cache-control': 'public, max-age=86400',
        'cdn-cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining('sandbox'),
        'accept-ranges': 'bytes',
        'cache-tag': 'media:1',
        etag: `"${sha256(bytes)}"`,
      })
    }
  })

  it('is sent in parts, by HEAD, and not at all to who has it', async () => {
    const part = await file('/media/card.webp', { Range: 'bytes=100-199' })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe('bytes 100-199/1000')
    expect(part.bytes.equals(bytes.subarray(100, 200))).toBe(true)
    const outside = await file('/media/card.webp', { Range: 'bytes=1000-' })
    expect(outside.status).toBe(416)
    expect(outside.headers.get('content-range')).toBe('bytes */1000')
    expect((await file('/media/card.webp', { Range: 'bytes=0-9', 'If-Range': '"other"' })).status).toBe(200)
    const head = await file('/media/card.webp', {}, 'HEAD')
    expect([head.status, head.bytes.length, head.headers.get('content-length')]).toEqual([200, 0, '1000'])
    expect((await file('/media/card.webp', { Range: 'bytes=0-9' }, 'HEAD')).status).toBe(200)
    expect((await file('/media/card.webp', { 'If-None-Match': `"${sha256(bytes)}"` })).status).toBe(304)
    expect((await file('/media/card.webp', {}, 'POST')).status).toBe(405)
  })
})

describe('a public file where only some web origins may read', () => {
  it('says so to shared caches, whoever asked first', async () => {
    const closed = await openDelivery(writer.url, {
      MEDIA_DIR: delivery.mediaDir,
      CORS_ORIGINS: 'https://site.example',
    })
    const from = async (headers: Record<string, string>) =>
      (await fetch(`${closed.url}/media/card.webp`, { headers })).headers
    const strangers: Record<string, string>[] = [{}, { Origin: 'https://evil.example' }]
    for (const headers of strangers) {
      expect((await from(headers)).get('access-control-allow-origin')).toBeNull()
      expect((await from(headers)).get('vary')).toBe('Origin')
    }
    const allowed = await from({ Origin: 'https://site.example' })
    expect(allowed.get('access-control-allow-origin')).toBe('https://site.example')
    expect(allowed.get('vary')).toBe('Origin')
    await closed.stop()
  })
})

describe('draft-blind: what is not public', () => {
  it.each([
    '/media/private.webp',
    '/media/.hidden',
    '/media/lost.webp',
    '/media/link.webp',
    '/media/',
    '/media',
    '/media/nothing.webp',
    '/media/card.webp/',
    '/media/card.webp%00',
    '/media/%2e%2e%2fetc%2fpasswd',
    '/media/..%2f..%2fetc%2fpasswd',
    '/media/....//etc/passwd',
    '/media/__proto__',
    '/media/constructor',
    `/media/${'a'.repeat(5000)}`,
  ])('%s is not there', async (path) => expect((await file(path)).status).toBe(404))

  it('no path climbs out of the folder, however it is written', async () => {
    for (const path of [
      '/media/../package.json',
      '/media/../../etc/passwd',
      '/media/./card.webp',
      '//media/card.webp',
    ]) {
      expect(await rawStatus(path)).toBe(404)
    }
  })

  it('a missing file is noticed in the log', () => {
    expect(delivery.logged).toContainEqual(expect.objectContaining({ key: 'media:2', file: 'lost.webp', level: 50 }))
  })

  it('next-request: the files of a withdrawn document are gone', async () => {
    await writer.withdraw('media:1')
    await vi.waitFor(async () => expect((await file('/media/card.webp')).status).toBe(404), { timeout: 1000 })
    expect((await file('/media/card-w640.webp')).status).toBe(404)
  })
})

/** Clients tidy paths up before they send them; this one does not. */
function rawStatus(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(delivery.url).port), '127.0.0.1')
    socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
    socket.once('data', (chunk) => {
      resolve(Number(chunk.toString().slice(9, 12)))
      socket.destroy()
    })
    socket.on('error', reject)
  })
}
