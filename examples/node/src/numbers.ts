// Numbers and names that nobody can guess.

import { randomBytes, randomInt } from 'node:crypto'

/** Crockford's base 32: no letter looks like a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The number of a new application, 75 random bits: `K7Q29-XJM4T-8WPN3`. */
export function newNumber(): string {
  const letters = Array.from({ length: 15 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return letters.replace(/(.{5})(?=.)/g, '$1-')
}

/** 256 random bits as text. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}
