// Encryption at rest: AES-256-GCM. A sealed value belongs to one place and opens nowhere else.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { NAME_BYTES, type Keys } from './keys.js'

const CIPHER = 'aes-256-gcm'
const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = 1 + NAME_BYTES + NONCE_BYTES

/** The error of a value that could not be opened: it was changed, moved from another place, or closed
 * with a key that is gone. */
export class SealError extends Error {
  override readonly name = 'SealError'
}

/**
 * Closes and opens what is stored: a version, the key's name, a nonce, the encrypted bytes and a tag. The
 * head and the place (`drafts.json.ID`) are authenticated with them.
 */
export class Vault {
  constructor(readonly keys: Keys) {}

  seal(place: string, plain: Buffer | string): Buffer {
    const { name, bytes } = this.keys.current
    const nonce = randomBytes(NONCE_BYTES)
    const head = Buffer.concat([Buffer.of(VERSION), name, nonce])
    const cipher = createCipheriv(CIPHER, bytes, nonce).setAAD(Buffer.concat([head, Buffer.from(place)]))
    const body = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([head, body, cipher.getAuthTag()])
  }

  open(place: string, sealed: Buffer): Buffer {
    const head = sealed.subarray(0, HEAD_BYTES)
    if (sealed.length < HEAD_BYTES + TAG_BYTES || head[0] !== VERSION) throw new SealError('sealed by no version known')
    const key = this.keys.named(head.subarray(1, 1 + NAME_BYTES))
    if (key === undefined) throw new SealError('sealed with a key that is not in the file of the keys')
    const cipher = createDecipheriv(CIPHER, key.bytes, head.subarray(1 + NAME_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(Buffer.concat([head, Buffer.from(place)]))
      .setAuthTag(sealed.subarray(-TAG_BYTES))
    try {
      return Buffer.concat([cipher.update(sealed.subarray(HEAD_BYTES, -TAG_BYTES)), cipher.final()])
    } catch {
      throw new SealError('changed since it was sealed, or moved from another place')
    }
  }

  /** The same, closed with the key that encrypts now. */
  reseal(place: string, sealed: Buffer): Buffer {
    return this.seal(place, this.open(place, sealed))
  }
}
