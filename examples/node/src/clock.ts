// The only place that knows the time.

import { dayOf, type Day, type Moment, type Rulebook, type TimeOfDay } from 'qujat'

/** The clock: it tells the instant. */
export type Clock = () => Date

/** One instant, and the civil date and time that it is in Kazakhstan. */
export interface Now {
  moment: Moment
  day: Day
  time: TimeOfDay
}

/** The real clock, or one that stands still at the instant that `QUJAT_NOW` names. */
export function clockOf(environment: NodeJS.ProcessEnv): Clock {
  const fixed = environment['QUJAT_NOW']
  if (fixed === undefined || fixed === '') return () => new Date()
  const instant = new Date(fixed)
  if (Number.isNaN(instant.getTime())) {
    throw new Error('QUJAT_NOW is no instant, such as 2026-02-10T09:00:00+05:00')
  }
  return () => instant
}

/** The instant as the rules see it. */
export function nowBy(clock: Clock, rules: Rulebook): Now {
  const instant = clock()
  const moment = instant.toISOString()
  return { moment, day: dayOf(instant, rules), time: rules.civilTime(moment).time }
}
