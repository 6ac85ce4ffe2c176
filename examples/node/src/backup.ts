// Copies of the database, and the way back to one.

import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { Applications } from './store/applications.js'
import { Database } from './store/database.js'
import { makePrivate } from './store/files.js'
import type { Keys } from './store/keys.js'

/** Copies a database while it is in use. The copy is sealed as the database is; the keys are not in it. */
export async function backUp(database: Database, file: string): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} exists already`)
  await database.copyTo(file)
}

/** The outcome of a restoration. */
export interface Restored {
  /** Applications that were erased after the backup, and are erased again. */
  erasedAgain: number
  /** The new place of the earlier database. */
  before: string | undefined
}

/**
 * Puts a backup in the place of a database that nobody has open. Nothing changes unless the backup is
 * sound and the keys open it.
 */
export function restore(from: string, to: string, keys: Keys): Restored {
  const copy = `${to}.restoring`
  rmSync(copy, { force: true })
  makePrivate(copy)
  copyFileSync(from, copy)
  let erasedAgain = 0
  const restored = Database.open(copy, keys)
  try {
    const defects = restored.defects()
    if (defects.length > 0) throw new Error(`${from} is damaged: ${defects.join(', ')}`)
    restored.checkKeys()
    if (existsSync(to)) erasedAgain = eraseAgain(to, restored, keys)
    restored.leaveAlone()
  } catch (error) {
    restored.close()
    rmSync(copy, { force: true })
    throw error
  }
  restored.close()
  const before = `${to}.before-restore`
  if (existsSync(to)) renameSync(to, before)
  renameSync(copy, to)
  return { erasedAgain, before: existsSync(before) ? before : undefined }
}

/** Erases in the restored database what the present one has erased; an error if somebody has that open. */
function eraseAgain(present: string, restored: Database, keys: Keys): number {
  const database = Database.open(present, keys)
  try {
    database.leaveAlone()
    const applications = new Applications(restored)
    return new Applications(database)
      .erased()
      .filter(({ number, erased_at }) => applications.numbered(number) !== undefined && applications.erase(number, erased_at))
      .length
  } finally {
    database.close()
  }
}
