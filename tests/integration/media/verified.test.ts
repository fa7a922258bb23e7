import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verify } from '#publishing/log/verify.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'
import { tellingJpeg } from '#tests/unit/rules/media/pictures.ts'
import { sealedFile, upload } from './uploads.ts'

let studio: Studio
let editor: TestUser
beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
})
afterAll(() => studio?.close())

const faultsOf = async (of: Studio, id: string) =>
  (await verify(of.payload)).faults.filter(({ what }) => what.startsWith(`media:${id} `)).map(({ message }) => message)

async function sealed(recipient: string, bytes: string): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return encrypter.encrypt(bytes)
}

function ownIdentity({ home }: Studio): string {
  const [identity = ''] = /AGE-SECRET-KEY-1\S+/.exec(readFileSync(join(home, 'originals.key'), 'utf8')) ?? []
  return identity
}

describe('verify looks at sealed originals', () => {
  it('and finds nothing wrong with whole ones', async () => {
    const picture = await upload(studio, editor, await tellingJpeg())
    expect(await faultsOf(studio, picture.id)).toEqual([])
    expect((await verify(studio.payload)).counts.originals).toBeGreaterThan(0)
  })

  it('and says which one is missing, damaged, another file, or sealed to another key', async () => {
    const picture = await upload(studio, editor, await tellingJpeg())
    const path = sealedFile(studio, picture.original)
    const own = await identityToRecipient(ownIdentity(studio))
    writeFileSync(path, await sealed(own, 'another file'))
    expect(await faultsOf(studio, picture.id)).toEqual([expect.stringContaining('not the file that was uploaded')])
    writeFileSync(path, (await sealed(own, 'another file')).slice(0, -3))
    expect(await faultsOf(studio, picture.id)).toEqual([expect.stringContaining('is damaged')])
    const foreign = await identityToRecipient(await generateX25519Identity())
    writeFileSync(path, await sealed(foreign, 'another file'))
    expect(await faultsOf(studio, picture.id)).toEqual([expect.stringContaining('cannot be opened with')])
    rmSync(path)
    expect(await faultsOf(studio, picture.id)).toEqual([expect.stringContaining('is not in')])
  })

  it('and, where the key is elsewhere, only whether they are there', async () => {
    const recipient = await identityToRecipient(await generateX25519Identity())
    const other = await openStudio({ recipient })
    try {
      const picture = await upload(other, await other.user('editor'), await tellingJpeg())
      expect(await faultsOf(other, picture.id)).toEqual([])
      rmSync(sealedFile(other, picture.original))
      expect(await faultsOf(other, picture.id)).toEqual([expect.stringContaining('is not in')])
    } finally {
      await other.close()
    }
  })
})
