// Files that nobody but their owner may read.

import { closeSync, constants, fstatSync, openSync, renameSync, writeSync, fsyncSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** The bits of a mode that let the group or others in. */
const OTHERS = 0o077

/** Refuses a file that others than its owner may read or write. */
export function checkPrivate(file: string): void {
  if ((statSync(file).mode & OTHERS) !== 0) {
    throw new Error(`${file} can be read by others than its owner: chmod 600 it`)
  }
}

/** Makes an empty file that only its owner may read, unless there is one; that one is made so. */
export function makePrivate(file: string): void {
  const made = openSync(file, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, 0o600)
  try {
    if ((fstatSync(made).mode & OTHERS) !== 0) {
      throw new Error(`${file} can be read by others than its owner: chmod 600 it`)
    }
  } finally {
    closeSync(made)
  }
}

/** Writes a file that only its owner may read; whoever looks sees the file before or the whole new one. */
export function writePrivate(file: string, text: string, options: { replace: boolean }): void {
  const to = options.replace ? `${file}.new` : file
  const made = openSync(to, 'wx', 0o600)
  try {
    writeSync(made, text)
    fsyncSync(made)
  } finally {
    closeSync(made)
  }
  if (!options.replace) return
  renameSync(to, file)
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}
