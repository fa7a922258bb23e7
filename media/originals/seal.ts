import { Decrypter, Encrypter } from 'age-encryption'

/**
 * The age format, version 1 (age-encryption.org/v1), to one X25519 recipient: `age -d -i key` opens it anywhere.
 * A header (magic, one stanza, its MAC), then a nonce of 16 bytes and the content in pieces of 64 KiB, each with a tag of 16.
 */
export async function seal(recipient: string, bytes: Uint8Array): Promise<Buffer> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return Buffer.from(await encrypter.encrypt(bytes))
}

/** The content, or null where it was sealed to another key. Throws where the sealed file is damaged. */
export async function unseal(identity: string, sealed: Uint8Array): Promise<Buffer | null> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    return Buffer.from(await decrypter.decrypt(sealed))
  } catch (error) {
    if (error instanceof Error && /no identity matched/.test(error.message)) return null
    throw error
  }
}

const header = /^age-encryption\.org\/v1\n(?:-> [^\n]+\n(?:[A-Za-z0-9+/]{0,64}\n)+)+--- [A-Za-z0-9+/]{43}\n/
const piece = 64 * 1024
const tag = 16
const nonce = 16

/** Whether this looks like `size` bytes sealed: all that can be told without the private key. */
export function looksSealed(sealed: Buffer, size: number): boolean {
  const [head] = header.exec(sealed.toString('latin1', 0, 4096)) ?? []
  if (!head) return false
  return sealed.length === head.length + nonce + size + tag * Math.max(1, Math.ceil(size / piece))
}
