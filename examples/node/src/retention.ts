// The time for which stored data stay, and their removal.

import type { Desk } from './desk.js'
import { withdraw } from './filing.js'

/** The number of rows that are dealt with in one go, so that others can write meanwhile. */
const AT_ONCE = 200
const DAY = 86_400_000

/** The numbers of rows that a purge has erased. */
export interface Purged {
  sessions: number
  /** Applications that nobody has paid for, which were withdrawn. */
  unpaid: number
  applications: number
  feedback: number
}

/**
 * Forgets sessions that are over with their drafts, withdraws what nobody has paid for, and, if that is
 * asked for, erases applications and feedback of before `before` (by default as old as the settings say).
 */
export function purge(desk: Desk, options: { applications: boolean; before?: Date }): Purged {
  const { store, settings } = desk
  const at = desk.instant()
  const purged: Purged = { sessions: 0, unpaid: 0, applications: 0, feedback: 0 }
  for (let gone = AT_ONCE; gone === AT_ONCE; purged.sessions += gone) gone = store.sessions.purge(at, AT_ONCE)
  const unpaidSince = new Date(at - settings.limits.unpaid).toISOString()
  for (const number of store.applications.unpaid(unpaidSince, AT_ONCE)) {
    withdraw(desk, number)
    purged.unpaid += 1
  }
  if (options.applications) {
    const before = (options.before ?? new Date(at - settings.retentionDays * DAY)).toISOString()
    for (;;) {
      const numbers = store.applications.older(before, AT_ONCE)
      for (const number of numbers) erase(desk, number)
      purged.applications += numbers.length
      if (numbers.length < AT_ONCE) break
    }
    purged.feedback = store.feedback.forget(before.slice(0, 10))
  }
  if (purged.sessions + purged.applications + purged.feedback > 0) store.database.settle()
  return purged
}

/** Erases all that is stored of an application; only that there was one of this number stays. */
export function erase(desk: Desk, number: string): boolean {
  return desk.store.applications.erase(number, desk.now().moment)
}
