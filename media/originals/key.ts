import { mkdir, readdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { ConfigurationError } from '#base/errors.ts'
import { isCode, writeOnce } from '../wholeFile.ts'
import type { OriginalsPlace } from './place.ts'

/** Whom originals are sealed to: ORIGINALS_RECIPIENT, or the key of this installation, which is made where there is none. */
export async function recipientOf(place: OriginalsPlace): Promise<string> {
  return place.recipient ? checked(place.recipient) : identityToRecipient(await ownIdentity(place))
}

/** The private key of this installation, or null where there is none. */
export async function identityIn({ keyFile }: OriginalsPlace): Promise<string | null> {
  const text = await readFile(keyFile, 'utf8').catch((error) => {
    if (isCode(error, 'ENOENT')) return null
    throw error
  })
  if (text === null) return null
  const [identity] = /^AGE-SECRET-KEY-1[A-Z0-9]+$/m.exec(text) ?? []
  if (identity) return identity
  throw new ConfigurationError(`${keyFile} holds no key of age: restore it from a backup.`)
}

function checked(recipient: string): string {
  try {
    new Encrypter().addRecipient(recipient)
    return recipient
  } catch {
    throw new ConfigurationError(
      'ORIGINALS_RECIPIENT is mistyped (its checksum is wrong): copy the line that `age-keygen -y` prints.',
    )
  }
}

/** Made once and never overwritten: two processes that start at once agree on the one that was first. */
async function ownIdentity(place: OriginalsPlace): Promise<string> {
  // Asked first: whoever sealed one of these had made the key before.
  const isInUse = await holdsSealed(place)
  const known = await identityIn(place)
  if (known) return known
  if (isInUse) throw lostKey(place)
  await mkdir(dirname(place.keyFile), { recursive: true, mode: 0o700 })
  await writeOnce(place.keyFile, await newKeyFile(), 0o600)
  return (await identityIn(place)) ?? ownIdentity(place)
}

async function holdsSealed({ folder }: OriginalsPlace): Promise<boolean> {
  const names = await readdir(folder).catch((): string[] => [])
  return names.some((name) => name.endsWith('.age'))
}

/** A new key in silence would hide that nobody can open the older originals any more. */
function lostKey({ folder, keyFile }: OriginalsPlace): ConfigurationError {
  return new ConfigurationError(
    `${folder} holds sealed originals, but their key ${keyFile} is gone: restore it from a backup. If it is lost for good, move the sealed files elsewhere, and a new key is made.`,
  )
}

/** As `age-keygen` writes it. */
async function newKeyFile(): Promise<string> {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  return `# created: ${new Date().toISOString()}\n# public key: ${recipient}\n${identity}\n`
}
