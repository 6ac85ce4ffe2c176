// Slots at service centres, and the appointment. The library finds the free slots among the booked
// ones.

import type { Appointment, Centre, Day, Language, Slot } from 'qujat'
import { appointmentAtCentre, QujatError } from 'qujat'
import type { Desk } from './desk.js'
import { REGIONS, type Near } from './near.js'
import type { ChosenSlot, Draft, Filed } from './store/store.js'

/** The number of calendar days that are offered, from the first with a free slot. */
const DAYS = 14
/** The services of centres: giving cards to their holders, and taking applications on paper. */
export const HANDING_OUT = 'handing_out'
export const FILING = 'filing'

/** The place where the applicant wants to pick the card up, as far as it is known. */
export function placeOf(desk: Desk, { near, fields, slot }: Draft): Near | undefined {
  if (near !== undefined) return near
  // An applicant who wanted delivery has given the address.
  const region = REGIONS.find((one) => one === fields.region)
  if (region !== undefined) return { region }
  const chosen = pickupCentres(desk).find(({ id }) => id === slot?.centre)
  return chosen && { region: chosen.region }
}

/** The centres that hand cards out. */
export function pickupCentres(desk: Desk): Centre[] {
  return desk.centres.centres.filter(({ services }) => services.includes(HANDING_OUT))
}

/** The first free slot of a centre for a card that is ready on a day. */
export function firstFree({ rules, store }: Desk, centre: Centre, readyOn: Day): Slot | undefined {
  try {
    return rules.firstFreeSlot(centre, readyOn, store.applications.bookings(readyOn))
  } catch (error) {
    if (error instanceof QujatError && error.code === 'NO_FREE_SLOT') return undefined
    throw error
  }
}

/** The day on which a card is ready that is applied for today. */
function readyOn({ rules, now }: Desk): Day {
  return rules.readyOn(now().day).readyOn
}

/** `true` if a centre has a free slot at all. */
export function hasFreeSlot(desk: Desk, centre: Centre): boolean {
  return firstFree(desk, centre, readyOn(desk)) !== undefined
}

/** The free slots of a centre for a card that is applied for today. */
export function freeSlots(desk: Desk, centre: Centre): Slot[] {
  const first = firstFree(desk, centre, readyOn(desk))?.day
  return first === undefined ? [] : desk.rules.freeSlots(centre, first, DAYS, desk.store.applications.bookings(first))
}

/** The days of slots, in order, each with its slots. */
export function byDay(slots: Slot[]): Map<Day, Slot[]> {
  const days = new Map<Day, Slot[]>()
  for (const slot of slots) {
    days.set(slot.day, [...(days.get(slot.day) ?? []), slot])
  }
  return days
}

/** `true` if this slot still has a place. */
export function isFree(desk: Desk, chosen: ChosenSlot): boolean {
  const centre = pickupCentres(desk).find(({ id }) => id === chosen.centre)
  if (centre === undefined) return false
  return freeSlots(desk, centre).some(({ day, time }) => day === chosen.day && time === chosen.time)
}

/** The appointment of a filed application, for a calendar; the library says what to bring. */
export function appointmentOf(desk: Desk, filed: Filed, language: Language): Appointment | undefined {
  if (filed.booked === undefined) return undefined
  const { place: centre, ...slot } = filed.booked
  const { kk, ru, en } = centre.name
  const offer = {
    ...slot,
    until: untilOf(centre, slot),
    free: 1,
    reason: { code: 'PICKUP_OFFERED' as const, params: { ...slot, name_kk: kk, name_ru: ru, name_en: en } },
  }
  return {
    ...appointmentAtCentre(offer, centre, filed.number, desk.now().moment, language),
    // Slots are only moved by events, so that a calendar keeps the later of two files.
    sequence: filed.events.length - 1,
  }
}

/** The end of a slot. */
function untilOf(centre: Centre, { time }: ChosenSlot): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const end = hours * 60 + minutes + centre.slotMinutes
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`
}
