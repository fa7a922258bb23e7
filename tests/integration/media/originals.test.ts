import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roleNames } from '#access/roles.ts'
import { sha256 } from '#base/digest.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'
import { photograph, planted, tellingJpeg } from '#tests/unit/rules/media/pictures.ts'
import { filesOf, originalsFolder, publicFile, sealedFile, upload } from './uploads.ts'

let studio: Studio
let editor: TestUser

beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
})
afterAll(() => studio?.close())

const original = (of: Studio, id: string, user: TestUser | undefined, reason?: string) =>
  of.rest('GET', `/media/${id}/original`, { ...(user && { user }), ...(reason && { query: { reason } }) })

const openings = (of: Studio) =>
  readFileSync(join(originalsFolder(of), 'opened.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** Every file below a folder. */
function below(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** GPS latitude 44° 57′ 0″ as EXIF writes it, in both orders of bytes. */
const latitude = [
  Buffer.from([44, 0, 0, 0, 1, 0, 0, 0, 57, 0, 0, 0, 1, 0, 0, 0]),
  Buffer.from([0, 0, 0, 44, 0, 0, 0, 1, 0, 0, 0, 57, 0, 0, 0, 1]),
]

describe('no file under the data folder holds a readable original', () => {
  it('neither its bytes, nor EXIF, nor a position', async () => {
    const sent = await tellingJpeg()
    expect(latitude.some((bytes) => sent.includes(bytes))).toBe(true)
    await upload(studio, editor, sent)
    const telling = [
      ...latitude,
      Buffer.from('Exif\0\0'),
      sent.subarray(0, 64),
      sent.subarray(5000, 5064),
      sent.subarray(-64),
    ]
    const files = below(studio.home)
    expect(files.length).toBeGreaterThan(3)
    for (const path of files) {
      const held = telling.filter((bytes) => readFileSync(path).includes(bytes))
      expect([path, held.length]).toEqual([path, 0])
    }
  })

  it('the key was made once, for its owner alone, and an installation that goes on keeps it', async () => {
    const file = join(studio.home, 'originals.key')
    const key = readFileSync(file, 'utf8')
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
    expect(key).toMatch(/^# created: .+\n# public key: age1[a-z0-9]{58}\nAGE-SECRET-KEY-1[A-Z0-9]{58}\n$/)
    await upload(studio, editor, await photograph())
    expect(readFileSync(file, 'utf8')).toBe(key)
  })

  it('age opens it anywhere', async () => {
    const sent = await photograph()
    const doc = await upload(studio, editor, sent)
    const key = join(studio.home, 'originals.key')
    const [identity = ''] = /AGE-SECRET-KEY-1\S+/.exec(readFileSync(key, 'utf8')) ?? []
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    const opened = await decrypter.decrypt(readFileSync(sealedFile(studio, doc.original)))
    expect(sha256(opened)).toBe(doc.originalSha256)
    const byProgram = withAge(key, sealedFile(studio, doc.original))
    if (byProgram) expect(byProgram.equals(sent)).toBe(true)
  })
})

/** Null where the program is not installed. */
function withAge(key: string, file: string): Buffer | null {
  try {
    return execFileSync('age', ['-d', '-i', key, file], { maxBuffer: 100_000_000 })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

describe('an original is opened through one door', () => {
  it('to an editor with a reason, as a file to be saved', async () => {
    const sent = await tellingJpeg()
    const doc = await upload(studio, editor, sent, { name: 'Обшук «у» Криму.jpg' })
    const answer = await original(studio, doc.id, editor, 'A court asked for it')
    expect(answer.status).toBe(200)
    expect(answer.bytes.equals(sent)).toBe(true)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="_____ ___ _____.jpg"; filename*=UTF-8''${encodeURIComponent('Обшук «у» Криму.jpg')}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'holos-original': 'open',
    })
  })

  it('who, which and why is written down before it leaves', async () => {
    const doc = await upload(studio, editor, await photograph())
    await original(studio, doc.id, editor, 'Evidence for\n\u001b[31mthe\u202e hearing')
    expect(openings(studio).at(-1)).toEqual({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      user: editor.id,
      document: `media:${doc.id}`,
      original: doc.original,
      isOpen: true,
      reason: 'Evidence for [31mthe hearing',
    })
    expect((statSync(join(originalsFolder(studio), 'opened.jsonl')).mode & 0o777).toString(8)).toBe('600')
  })

  it.each([undefined, ' ', 'x', '\u200b\u200b\u200b'])('not without a reason: %j', async (reason) => {
    const doc = await upload(studio, editor, await photograph())
    const answer = await original(studio, doc.id, editor, reason)
    expect([answer.status, answer.body.errors[0].message]).toEqual([400, expect.stringContaining('reason')])
  })

  it.each(roleNames)('a %s: only who may read what is internal', async (role) => {
    const doc = await upload(studio, editor, await photograph())
    const { status } = await original(studio, doc.id, await studio.user(role), 'A good reason')
    expect(status).toBe(['admin', 'editor'].includes(role) ? 200 : 403)
  })

  it('a stranger, another id, an original that is gone, one that is damaged: each a sentence, never a 500', async () => {
    const doc = await upload(studio, editor, await photograph())
    expect((await original(studio, doc.id, undefined, 'A good reason')).status).toBe(403)
    expect((await original(studio, 'nothing', editor, 'A good reason')).status).toBe(404)
    const sealed = readFileSync(sealedFile(studio, doc.original))
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
    writeFileSync(sealedFile(studio, doc.original), sealed)
    expect((await original(studio, doc.id, editor, 'A good reason')).status).toBe(503)
    rmSync(sealedFile(studio, doc.original))
    const gone = await original(studio, doc.id, editor, 'A good reason')
    expect([gone.status, gone.body.errors[0].message]).toEqual([
      404,
      'There is no original of this picture on the server.',
    ])
  })
})

describe('what the original would have told is for editors', () => {
  it('is read at upload: place to a hundredth of a degree, device, names', async () => {
    const doc = await upload(studio, editor, await tellingJpeg(), { name: 'IMG_2018.jpg' })
    expect(doc.originalName).toBe('IMG_2018.jpg')
    expect(doc.told).toEqual({
      place: { latitude: 44.95, longitude: 34.1 },
      device: planted,
      people: [planted],
      words: [planted],
    })
  })

  it('neither a reader nor a translator meets any of it', async () => {
    const doc = await upload(studio, editor, await tellingJpeg(), { name: 'IMG_2019.jpg' })
    for (const role of ['reader', 'translator'] as const) {
      const { body } = await studio.rest('GET', `/media/${doc.id}`, { user: await studio.user(role) })
      for (const name of ['told', 'original', 'originalName', 'originalSha256', 'hadLocation'])
        expect(body).not.toHaveProperty(name)
    }
  })

  it.each([
    ['a folder', 'C:\\Users\\olena\\IMG.jpg', 'IMG.jpg'],
    ['another folder', '/srv/olena/IMG.jpg', 'IMG.jpg'],
    ['what is not seen', 'IMG\u202egpj.exe\u200b.jpg', 'IMGgpj.exe.jpg'],
    ['great length', `${'я'.repeat(130)}.jpeg`, `${'я'.repeat(114)}….jpeg`],
  ])('the file name is kept without %s', async (_, name, kept) => {
    const doc = await upload(studio, editor, await photograph(), { name })
    expect(doc.originalName).toBe(kept)
  })

  it('the list of pictures finds it by its file name, and only for editors', async () => {
    const doc = await upload(studio, editor, await photograph(), { name: 'DSC-9931-Симферополь.jpg' })
    const { listSearchableFields } = studio.payload.collections.media.config.admin
    const query = Object.fromEntries(
      (listSearchableFields ?? []).map((name, at) => [`where[or][${at}][${name}][like]`, 'Симферополь']),
    )
    const search = async (user: TestUser) => studio.rest('GET', '/media', { user, query })
    expect((await search(editor)).body.docs.map(({ id }: { id: string }) => id)).toEqual([doc.id])
    const reader = await search(await studio.user('reader'))
    expect([reader.status, reader.body.totalDocs]).toEqual([200, 0])
    const asked = await studio.rest('GET', '/media', {
      user: await studio.user('reader'),
      query: { 'where[originalName][like]': 'Симферополь' },
    })
    expect(asked.status).toBeGreaterThanOrEqual(400)
  })
})

describe('with ORIGINALS_RECIPIENT nobody opens an original on this server', () => {
  let away: Studio
  let editorAway: TestUser
  let identity: string

  beforeAll(async () => {
    identity = await generateX25519Identity()
    away = await openStudio({ recipient: await identityToRecipient(identity) })
    editorAway = await away.user('editor')
  })
  afterAll(() => away?.close())

  it('the door sends the sealed file and says so; the private key opens it', async () => {
    const sent = await tellingJpeg()
    const doc = await upload(away, editorAway, sent, { name: 'IMG.jpg' })
    expect(readdirSync(away.home)).not.toContain('originals.key')
    const answer = await original(away, doc.id, editorAway, 'For the archive')
    expect([answer.status, answer.headers.get('holos-original')]).toEqual([200, 'sealed'])
    expect(answer.headers.get('content-disposition')).toContain('filename="IMG.jpg.age"')
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    expect(Buffer.from(await decrypter.decrypt(answer.bytes)).equals(sent)).toBe(true)
    expect(openings(away).at(-1)).toMatchObject({ isOpen: false, reason: 'For the archive' })
  })

  it('another credit is written into the files without the original', async () => {
    const doc = await upload(away, editorAway, await tellingJpeg(), { data: { creator: 'First' } })
    const { status, body } = await away.rest('PATCH', `/media/${doc.id}`, {
      user: editorAway,
      body: { creator: 'Second' },
    })
    expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
    const main = publicFile(away, body.doc.filename)
    expect([main.includes('Second'), main.includes('First'), main.includes(planted)]).toEqual([true, false, false])
    expect([body.doc.sha256, body.doc.original]).toEqual([sha256(main), doc.original])
    for (const { file, sha256: hash } of body.doc.variants) expect(sha256(publicFile(away, file))).toBe(hash)
    expect(filesOf(away, doc).sealed).toEqual([`${doc.original}.age`])
  })
})
