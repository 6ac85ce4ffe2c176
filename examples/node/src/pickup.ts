// Slots at service centres, and the appointment. What is free, the library says of what is booked.

import type { Appointment, Centre, Day, Language, Slot } from 'qujat'
import { appointmentAtCentre } from 'qujat'
import type { Desk } from './desk.js'
import type { Booked, ChosenSlot } from './store/store.js'
import type { Words } from './texts.js'

/** How many calendar days are offered from the day on which the card is ready. */
const DAYS = 14
const HANDING_OUT = 'handing_out'

/** The centres that hand cards out. */
export function pickupCentres(desk: Desk): Centre[] {
  return desk.centres.centres.filter(({ services }) => services.includes(HANDING_OUT))
}

/** The free slots of a centre for a card that is applied for today. */
export function freeSlots(desk: Desk, centre: Centre): Slot[] {
  const { readyOn } = desk.rules.readyOn(desk.now().day)
  return desk.rules.freeSlots(centre, readyOn, DAYS, desk.store.applications.bookings(readyOn))
}

/** The days of slots, in order, each with its slots. */
export function byDay(slots: Slot[]): Map<Day, Slot[]> {
  const days = new Map<Day, Slot[]>()
  for (const slot of slots) {
    days.set(slot.day, [...(days.get(slot.day) ?? []), slot])
  }
  return days
}

/** Whether this slot still has a place. */
export function isFree(desk: Desk, chosen: ChosenSlot): boolean {
  const centre = pickupCentres(desk).find(({ id }) => id === chosen.centre)
  if (centre === undefined) return false
  return freeSlots(desk, centre).some(({ day, time }) => day === chosen.day && time === chosen.time)
}

/** The appointment of a booked slot, for a calendar. */
export function appointmentOf(
  desk: Desk,
  number: string,
  { place: centre, ...slot }: Booked,
  language: Language,
  words: Words,
): Appointment {
  const offer = {
    ...slot,
    until: untilOf(centre, slot),
    free: 1,
    reason: { code: 'PICKUP_OFFERED' as const, params: { ...slot } },
  }
  return {
    ...appointmentAtCentre(offer, centre, number, desk.now().moment, language),
    summary: words.pickupSummary,
    description: words.doneBring,
  }
}

/** When a slot ends. */
function untilOf(centre: Centre, { time }: ChosenSlot): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const end = hours * 60 + minutes + centre.slotMinutes
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`
}
