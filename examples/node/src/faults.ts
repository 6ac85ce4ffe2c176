// Technical faults: those that the operator has recorded, and the right to file on paper after one.

import type { Day, FaultInterval, FaultQuery, Moment, PaperRight, TimeOfDay } from 'qujat'
import { readFileSync } from 'node:fs'
import type { Desk } from './desk.js'
import { expiryOf } from './form.js'
import { isDay } from './journey.js'
import { newNumber } from './numbers.js'
import { PortalError } from './problems.js'
import type { Draft } from './store/store.js'

/** The number of days back that somebody can ask about, with today. */
const DAYS = 7

/** The time of the attempt to apply, in Kazakhstan. */
export interface Tried {
  day: Day
  from: TimeOfDay
  to: TimeOfDay
}

/** The days about which may be asked, the last first. */
export function askedDays(desk: Desk): Day[] {
  const today = Date.parse(`${desk.now().day}T00:00:00Z`)
  return Array.from({ length: DAYS }, (_, back) => new Date(today - back * 86_400_000).toISOString().slice(0, 10))
}

/** A typed time, `9:05` or `09:05`; `undefined` for a wrong one. */
export function timeOf(typed: string): TimeOfDay | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(typed.trim()) ?? []
  return hours && `${hours.padStart(2, '0')}:${minutes}`
}

/** The instant of a civil time, as the rules see it. */
export function instantOf({ rules }: Desk, day: Day, time: TimeOfDay): Moment {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const there = rules.civilTime(new Date(asUtc).toISOString())
  const ahead = Date.parse(`${there.day}T${there.time}:00Z`) - asUtc
  return new Date(asUtc - ahead).toISOString()
}

/**
 * The right to file on paper that a recorded fault gives a person who tried to apply. The records come
 * from a file, which is read again each time: a portal that is down cannot write down that it is. Without
 * the file nobody is told anything.
 */
export function paperRight(desk: Desk, draft: Draft, { day, from, to }: Tried): PaperRight {
  const { moment: now } = desk.now()
  const expiresOn = expiryOf(draft)
  const query: FaultQuery = {
    attempt: { from: instantOf(desk, day, from), to: instantOf(desk, day, to) },
    faults: recorded(desk),
    knownUntil: now,
    number: newNumber(),
    ...(isDay(expiresOn) && { expiresOn }),
  }
  return desk.rules.paperRight(query)
}

function recorded({ settings }: Desk): FaultInterval[] {
  try {
    return JSON.parse(readFileSync(settings.faults, 'utf8')) as FaultInterval[]
  } catch {
    throw new PortalError('FAULTS_UNKNOWN')
  }
}
