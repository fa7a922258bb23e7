import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sha256 } from '#base/digest.ts'
import { tidy } from '#cli/holos/tidy.ts'
import { UsageError } from '#cli/holos/usage.ts'
import { runCommand } from '#cli/processes.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'
import { photograph } from '#tests/unit/rules/media/pictures.ts'
import { filesOf, originalsFolder, replace, sealedFile, upload } from './uploads.ts'

let studio: Studio
let editor: TestUser

beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
})
afterAll(() => studio?.close())

const edition = '0123456789abcdef-0123456789ab'

/** A file as a failed save, a crash or a rolled back deletion leaves it, of this many days of age. */
function idle(folder: string, name: string, days: number): string {
  const path = join(folder, name)
  writeFileSync(path, 'x'.repeat(1500))
  const then = Date.now() / 1000 - days * 24 * 60 * 60
  utimesSync(path, then, then)
  return path
}

/** Every file that there is looks old: only what is named keeps it. */
function age(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isFile()) utimesSync(join(folder, entry.name), 1, 1)
}

async function run(options: Parameters<typeof tidy>[1]): Promise<string> {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  try {
    await (await tidy([], options))(studio.payload)
    return said.mock.calls.flat().join('\n')
  } finally {
    said.mockRestore()
  }
}

describe('holos tidy', () => {
  it('keeps whatever a document, a version, the trash or the public record names', async () => {
    const replaced = await upload(studio, editor, await photograph(), { data: { alt: 'A' } })
    const published = await studio.rest('POST', `/media/${replaced.id}/publish`, {
      user: editor,
      body: { facts: true, locales: ['en'] },
    })
    expect(published.status).toBe(200)
    await replace(studio, editor, replaced.id, await photograph(500, 400))
    await studio.payload.db.deleteVersions({ collection: 'media', where: { parent: { equals: replaced.id } } })
    const trashed = await upload(studio, editor, await photograph())
    await studio.rest('PATCH', `/media/${trashed.id}`, { user: editor, body: { deletedAt: new Date().toISOString() } })
    const versioned = await upload(studio, editor, await photograph())
    await replace(studio, editor, versioned.id, await photograph(500, 400))
    for (const folder of [studio.mediaDir, originalsFolder(studio), studio.home]) age(folder)

    const before = [replaced, trashed, versioned].map((doc) => filesOf(studio, doc))
    const said = await run({ yes: true })
    const after = [replaced, trashed, versioned].map((doc) => filesOf(studio, doc))
    expect(after.slice(1)).toEqual(before.slice(1))
    expect(after[0]?.open).toEqual(before[0]?.open)
    // Its version is gone and the record shows no original: nothing names the first one any more.
    expect(existsSync(sealedFile(studio, replaced.original))).toBe(false)
    expect(said).toContain(`${replaced.original}.age`)
  })

  it('says what nothing names, and how much, and removes it only when told to', async () => {
    const paths = [
      idle(studio.mediaDir, `${edition}.jpg`, 40),
      idle(studio.mediaDir, `${edition}-w640.webp`, 40),
      idle(studio.mediaDir, `${edition}.jpg.0123456789ab.part`, 40),
      idle(originalsFolder(studio), `${edition}.jpg.age`, 40),
      idle(studio.home, 'originals.key.0123456789ab.part', 40),
    ]
    const said = await run({})
    for (const path of paths) expect([path, existsSync(path)]).toEqual([path, true])
    expect(said).toContain('5 files, 7.5 kB. Nothing was removed: add --yes to remove them.')
    expect(said).toMatch(new RegExp(`^ {2}originals +1\\.5 kB {2}${edition}\\.jpg\\.age$`, 'm'))
    expect(await run({ yes: true })).toContain('Removed 5 files, 7.5 kB.')
    for (const path of paths) expect([path, existsSync(path)]).toEqual([path, false])
    expect(await run({})).toMatch(/^Every file that is older than 30d is named/)
  })

  it('gives what is new its grace period', async () => {
    const path = idle(studio.mediaDir, `${edition}.png`, 10)
    expect(await run({ yes: true })).not.toContain(edition)
    expect(await run({ grace: '9d', yes: true })).toContain(edition)
    expect(existsSync(path)).toBe(false)
  })

  it('touches nothing that is not its own', async () => {
    const paths = [
      idle(studio.mediaDir, 'README.txt', 400),
      idle(studio.mediaDir, 'upload.part', 400),
      idle(originalsFolder(studio), 'opened.jsonl', 400),
      idle(studio.home, 'holos.db.part', 400),
    ]
    await run({ yes: true })
    for (const path of paths) expect([path, existsSync(path)]).toEqual([path, true])
  })

  it.each(['soon', '0d', '30', '30m', '-1d'])('a grace period of %j is refused with an example', (grace) => {
    expect(() => tidy([], { grace })).toThrow(UsageError)
    expect(() => tidy([], { grace })).toThrow(/at least 1h: --grace 30d/)
  })
})

describe('originals that lie open', () => {
  it('are sealed before a studio answers, and holos seal says how it is', async () => {
    const sent = await photograph()
    const name = `${edition}.jpg`
    const open = join(studio.mediaDir, 'originals')
    mkdirSync(open)
    writeFileSync(join(open, name), sent)
    const second = await openStudio({ databaseUrl: studio.databaseUrl, home: studio.home })
    expect(existsSync(open)).toBe(false)
    expect(readFileSync(sealedFile(second, name)).includes(sent.subarray(0, 64))).toBe(false)
    await second.payload.destroy()

    mkdirSync(open)
    writeFileSync(join(open, `${edition}.png`), sent)
    const { output, exitCode } = await holos(['seal'])
    expect(output).toMatch(/"sealed":1,"check":"opened".*Originals that lay open are sealed now\./)
    expect(output).toMatch(/\d+ originals are sealed in .*originals; none lie open\./)
    expect([exitCode, existsSync(open)]).toEqual([0, false])
  })

  it('and are opened by the door of the document that names them', async () => {
    const sent = await photograph()
    const doc = await upload(studio, editor, await photograph(500, 400))
    // As an earlier version left it: the same name, in the open folder.
    const open = join(studio.mediaDir, 'originals')
    mkdirSync(open)
    writeFileSync(join(open, doc.original), sent)
    const second = await openStudio({ databaseUrl: studio.databaseUrl, home: studio.home })
    const answer = await second.rest('GET', `/media/${doc.id}/original`, {
      user: editor,
      query: { reason: 'As a test' },
    })
    expect([answer.status, sha256(answer.bytes)]).toEqual([200, sha256(sent)])
    await second.payload.destroy()
  })
})

async function holos(args: string[]) {
  const env = {
    ...process.env,
    DATABASE_URL: studio.databaseUrl,
    DATA_DIR: studio.home,
    MEDIA_DIR: studio.mediaDir,
    HOLOS_SECRET: 'a secret of the tests, long enough to be one',
  }
  const child = spawn(process.execPath, [...runCommand, 'holos', ...args], { env })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const [exitCode] = await once(child, 'close')
  return { output, exitCode }
}
