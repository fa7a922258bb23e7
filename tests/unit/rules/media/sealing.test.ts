import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '#base/digest.ts'
import { ConfigurationError } from '#base/errors.ts'
import { identityIn, recipientOf } from '#media/originals/key.ts'
import { type OriginalsPlace, originalsPlace } from '#media/originals/place.ts'
import { looksSealed, seal, unseal } from '#media/originals/seal.ts'
import { pathOfSealed, sealOriginal, storedOriginal } from '#media/originals/sealedOriginals.ts'
import { openFolder, openOriginals, sealOpenOriginals } from '#media/originals/sealOpenOriginals.ts'

let home: string
let mediaDir: string
let place: OriginalsPlace

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'holos-sealing-'))
  mediaDir = join(home, 'media')
  place = placeWith()
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const placeWith = (recipient?: string) =>
  originalsPlace({ DATA_DIR: home, MEDIA_DIR: mediaDir, ORIGINALS_RECIPIENT: recipient })

/** Originals as earlier versions kept them; answers the SHA-256 of each. */
function lyingOpen(count: number, bytes: number): Map<string, string> {
  mkdirSync(openFolder(mediaDir), { recursive: true })
  const hashes = new Map<string, string>()
  for (let at = 0; at < count; at++) {
    const [name, data] = [`${randomBytes(8).toString('hex')}-${randomBytes(6).toString('hex')}.jpg`, randomBytes(bytes)]
    writeFileSync(join(openFolder(mediaDir), name), data)
    hashes.set(name, sha256(data))
  }
  return hashes
}

async function expectSealed(hashes: Map<string, string>): Promise<void> {
  expect(existsSync(openFolder(mediaDir))).toBe(false)
  expect(readdirSync(place.folder).sort()).toEqual([...hashes.keys()].map((name) => `${name}.age`).sort())
  for (const [name, hash] of hashes) {
    const stored = await storedOriginal(place, name)
    expect([stored?.isOpen, stored && sha256(stored.data)]).toEqual([true, hash])
    expect((statSync(pathOfSealed(place, name)).mode & 0o777).toString(8)).toBe('600')
  }
}

const sealed = () => (existsSync(place.folder) ? readdirSync(place.folder).filter((name) => name.endsWith('.age')) : [])

function startSealing(): ChildProcess {
  return fork('tests/unit/rules/media/sealProgram.ts', [home, mediaDir], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

describe('originals that earlier versions left open', () => {
  it('are sealed, read back and only then removed', async () => {
    const hashes = lyingOpen(3, 200_000)
    expect(await sealOpenOriginals(mediaDir, place)).toEqual({ sealed: 3, bytes: 600_000, check: 'opened' })
    await expectSealed(hashes)
    expect(await sealOpenOriginals(mediaDir, place)).toMatchObject({ sealed: 0 })
  })

  it('killed halfway, the next start goes on, and none is lost', async () => {
    const hashes = lyingOpen(60, 1_000_000)
    const child = startSealing()
    const ended = once(child, 'exit')
    while (sealed().length < 5 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2))
    child.kill('SIGKILL')
    expect((await ended)[1]).toBe('SIGKILL')
    const left = await openOriginals(mediaDir)
    expect([left.length > 0, left.length < 60]).toEqual([true, true])
    for (const name of hashes.keys()) expect(left.includes(name) || existsSync(pathOfSealed(place, name))).toBe(true)

    await sealOpenOriginals(mediaDir, place)
    for (const name of readdirSync(place.folder)) if (name.endsWith('.part')) rmSync(join(place.folder, name))
    await expectSealed(hashes)
  })

  it('two processes at once agree on one key and lose nothing', async () => {
    const hashes = lyingOpen(20, 200_000)
    const codes = await Promise.all(
      [startSealing(), startSealing()].map(async (child) => (await once(child, 'exit'))[0]),
    )
    expect(codes).toEqual([0, 0])
    await expectSealed(hashes)
  })

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, -100)],
    [
      'of other content',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([1 ^ (bytes.at(-1) ?? 0)])]),
    ],
    ['that is none', () => Buffer.from('age')],
  ])('a sealed file %s that a crash left is made anew', async (_, spoil) => {
    const hashes = lyingOpen(1, 100_000)
    const [name = ''] = hashes.keys()
    await sealOriginal(place, name, readFileSync(join(openFolder(mediaDir), name)))
    writeFileSync(pathOfSealed(place, name), spoil(readFileSync(pathOfSealed(place, name))))
    await sealOpenOriginals(mediaDir, place)
    await expectSealed(hashes)
  })

  it('what was sealed right before a crash is not sealed again', async () => {
    const [name = ''] = lyingOpen(1, 1000).keys()
    await sealOriginal(place, name, readFileSync(join(openFolder(mediaDir), name)))
    const before = readFileSync(pathOfSealed(place, name))
    await sealOpenOriginals(mediaDir, place)
    expect(readFileSync(pathOfSealed(place, name)).equals(before)).toBe(true)
  })

  it('with a public key alone, header and size are what is checked, and that is said', async () => {
    const identity = await generateX25519Identity()
    place = placeWith(await identityToRecipient(identity))
    const [[name = '', hash] = []] = lyingOpen(1, 70_000)
    expect(await sealOpenOriginals(mediaDir, place)).toEqual({ sealed: 1, bytes: 70_000, check: 'header and size' })
    const opened = await unseal(identity, readFileSync(pathOfSealed(place, name)))
    expect(opened && sha256(opened)).toBe(hash)
    expect(await identityIn(place)).toBeNull()
  })

  it('a link or a folder among them is left alone', async () => {
    lyingOpen(1, 10)
    symlinkSync('/etc/hostname', join(openFolder(mediaDir), 'link.jpg'))
    await sealOpenOriginals(mediaDir, place)
    expect(readdirSync(openFolder(mediaDir))).toEqual(['link.jpg'])
  })
})

describe('the key of an installation', () => {
  it('is made once, however many ask at once', async () => {
    const recipients = await Promise.all(Array.from({ length: 20 }, () => recipientOf(place)))
    expect(new Set(recipients).size).toBe(1)
    expect(readdirSync(home)).toEqual(['originals.key'])
  })

  it('that is lost is not replaced in silence', async () => {
    await sealOriginal(place, 'a.jpg', Buffer.from('x'))
    rmSync(place.keyFile)
    const lost = recipientOf(place)
    await expect(lost).rejects.toThrow(ConfigurationError)
    await expect(lost).rejects.toThrow(/its? key|their key .* is gone: restore it from a backup/)
    expect(existsSync(place.keyFile)).toBe(false)
  })

  it('that is no key is named', async () => {
    writeFileSync(place.keyFile, 'something')
    await expect(recipientOf(place)).rejects.toThrow(/holds no key of age: restore it from a backup/)
  })

  it('a mistyped public key is a sentence', async () => {
    const recipient = await identityToRecipient(await generateX25519Identity())
    const mistyped = recipient.replace(/.$/, (last) => (last === 'q' ? 'p' : 'q'))
    await expect(recipientOf(placeWith(mistyped))).rejects.toThrow(/^ORIGINALS_RECIPIENT is mistyped/)
  })

  it('originals never lie below the public files', () => {
    const settings = { DATA_DIR: join(mediaDir, 'data'), MEDIA_DIR: mediaDir, ORIGINALS_RECIPIENT: undefined }
    expect(() => originalsPlace(settings)).toThrow(/below the public files: set MEDIA_DIR/)
    expect(() => originalsPlace({ ...settings, DATA_DIR: mediaDir })).toThrow(ConfigurationError)
  })
})

describe('a sealed file', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 200_000])('of %i bytes is told by its header and its size', async (size) => {
    const recipient = await identityToRecipient(await generateX25519Identity())
    const bytes = await seal(recipient, randomBytes(size))
    expect(looksSealed(bytes, size)).toBe(true)
    expect(looksSealed(bytes, size + 1)).toBe(false)
    expect(looksSealed(bytes.subarray(1), size)).toBe(false)
    expect(looksSealed(randomBytes(bytes.length), size)).toBe(false)
  })
})
