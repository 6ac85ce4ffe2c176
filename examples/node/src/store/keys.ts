// The keys of stored data, from a file apart from the database's backups.
//
// A line for each key, `ID HEX` with 64 hex digits. The last one encrypts, the others still open what they
// closed. Two lines have reserved names, since they cannot change with the others: `tokens` signs what
// forms send back, `holder` makes one of each IIN that can be compared and not read.

import { createHash, createHmac, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { checkPrivate, writePrivate } from './files.js'

const LINE = /^([a-z0-9-]{1,32}) ([0-9a-f]{64})$/
const RESERVED = ['tokens', 'holder'] as const
type Reserved = (typeof RESERVED)[number]

/** The number of bytes that name a key in sealed data. */
export const NAME_BYTES = 8

/** A key, and what names it in what it closed. */
export interface Key {
  id: string
  name: Buffer
  bytes: Buffer
}

export class Keys {
  #lines: ReadonlyMap<string, Buffer>
  #version: string

  private constructor(readonly file: string) {
    this.#version = versionOf(file)
    this.#lines = read(file)
  }

  /** Reads the keys of a file, which only its owner may be able to read. */
  static open(file: string): Keys {
    return new Keys(file)
  }

  /** The keys of a file, or of a new one. */
  static openOrMake(file: string): Keys {
    if (!existsSync(file)) Keys.make(file)
    return new Keys(file)
  }

  /** Makes a file with keys; an error if there is one already. */
  static make(file: string): void {
    const lines = [...RESERVED, newId()].map((id) => lineOf(id, randomBytes(32)))
    writePrivate(file, lines.join(''), { replace: false })
  }

  /** The key that encrypts. */
  get current(): Key {
    return this.#keys().at(-1)!
  }

  /** The key that signs tokens. */
  get tokens(): Buffer {
    return this.#lines.get('tokens')!
  }

  /** The key of this name. */
  named(name: Buffer): Key | undefined {
    return this.#keys().find((key) => key.name.equals(name))
  }

  /** The key of a person in the store: equal for equal IINs, and of no use without the keys. */
  holderOf(iin: string): string {
    return createHmac('sha256', this.#lines.get('holder')!).update(iin).digest('base64url')
  }

  /** Adds a key, which encrypts from now on. */
  add(): void {
    this.#write([...this.#lines, [newId(), randomBytes(32)]])
  }

  /** Forgets all keys but the one that encrypts. */
  forgetOld(): void {
    const { id } = this.current
    this.#write([...this.#lines].filter(([one]) => one === id || isReserved(one)))
  }

  #keys(): Key[] {
    // Another process may have changed the file: nothing may be closed with a key that is about to go.
    const version = versionOf(this.file)
    if (version !== this.#version) {
      this.#lines = read(this.file)
      this.#version = version
    }
    return [...this.#lines].filter(([id]) => !isReserved(id)).map(([id, bytes]) => ({ id, name: nameOf(id), bytes }))
  }

  #write(lines: [string, Buffer][]): void {
    writePrivate(this.file, lines.map(([id, bytes]) => lineOf(id, bytes)).join(''), { replace: true })
  }
}

function isReserved(id: string): id is Reserved {
  return RESERVED.some((one) => one === id)
}

function newId(): string {
  return `k-${randomBytes(6).toString('hex')}`
}

function versionOf(file: string): string {
  const { ino, mtimeNs } = statSync(file, { bigint: true })
  return `${ino} ${mtimeNs}`
}

function nameOf(id: string): Buffer {
  return createHash('sha256').update(id).digest().subarray(0, NAME_BYTES)
}

function lineOf(id: string, bytes: Buffer): string {
  return `${id} ${bytes.toString('hex')}\n`
}

/** The keys of a file by their ids. Errors name the line, never what it holds. */
function read(file: string): ReadonlyMap<string, Buffer> {
  checkPrivate(file)
  const keys = new Map<string, Buffer>()
  for (const [place, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [, id, hex] = LINE.exec(line) ?? []
    if (id === undefined || hex === undefined || keys.has(id)) {
      throw new Error(`${file}, line ${place + 1}: a new ID and 64 hex digits are expected`)
    }
    keys.set(id, Buffer.from(hex, 'hex'))
  }
  for (const id of RESERVED) if (!keys.has(id)) throw new Error(`${file} has no line \`${id}\``)
  if (keys.size === RESERVED.length) throw new Error(`${file} has no key that encrypts`)
  return keys
}
