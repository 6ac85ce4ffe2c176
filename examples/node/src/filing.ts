// Filing an application, and what happens to it afterwards.

import {
  Application,
  type Event,
  type Moment,
  type Notice,
  type NoticeKind,
  type Problem,
  type Rulebook,
} from 'qujat'
import { randomUUID } from 'node:crypto'
import type { Desk } from './desk.js'
import { formOf } from './form.js'
import { filedOf, pictureOf } from './journey.js'
import { newNumber } from './numbers.js'
import { firstFree, isFree } from './pickup.js'
import { PortalError } from './problems.js'
import type { Booked, Draft, Filed } from './store/store.js'
import type { Visit } from './visit.js'

/** The outcome of filing. */
export type Filing =
  | { done: 'filed' }
  /** The slot was taken meanwhile. */
  | { done: 'slot_taken' }
  /** The holder of the IIN has an application that is not at its end. */
  | { done: 'open_already' }
  /** The draft was changed meanwhile, in another window. */
  | { done: 'changed' }
  /** The library has objections, such as a day that has passed. */
  | { done: 'refused'; problems: Problem[] }

/** Files the draft of a session. The library assesses all of it once more, pictures included. */
export async function file(desk: Desk, visit: Visit, draft: Draft): Promise<Filing> {
  const { rules, centres, store, digest } = desk
  const { visitor } = visit
  const now = desk.now()
  const photo = pictureOf(desk, visit, 'photo')
  const signature = pictureOf(desk, visit, 'signature')
  if (visitor === undefined || photo === undefined || signature === undefined) return { done: 'refused', problems: [] }
  const number = newNumber()
  const form = formOf(draft, visit.language, number)
  const assessment = await rules.assessWithPictures(form, now.day, {
    photo,
    signature,
    centres,
    bookings: store.applications.bookings(now.day),
  })
  if (assessment.outcome === 'unavailable') throw new PortalError('UNAVAILABLE')
  if (assessment.outcome !== 'accepted' || assessment.quote === undefined) {
    return { done: 'refused', problems: assessment.problems }
  }
  const due = assessment.quote.total
  const booked = bookedOf(desk, draft)
  const application = new Application()
  const events: Event[] = [
    {
      id: randomUUID(),
      at: now.moment,
      action: { event: 'filed', receiving: draft.fields.receiving === 'delivery' ? 'delivery' : 'pickup', due, channel: 'portal' },
    },
  ]
  const notices = [...assessment.notices]
  const { state } = application.apply(events[0]!)
  if (state === 'filed') {
    const registered = registration(desk, number)
    events.push(registered)
    const kinds = application.apply(registered).notices
    notices.push(...kinds.map((kind) => noticeOf(rules, kind, number, application, now.day, visit.language)))
  }
  const filed: Filed = {
    number,
    form: JSON.stringify(form),
    rulebook: digest,
    events,
    notices,
    ...(booked && { booked }),
  }
  // As the library reads it: however it was typed, it is one person's.
  const holder = desk.keys.holderOf(rules.parseIin(draft.fields.iin?.trim() ?? '', now.day).iin)
  let sendCookie = (): void => undefined
  // From here to the end of the transaction nobody else writes, so the slot stays free.
  const filing = store.atomically<Filing>(() => {
    const current = store.drafts.find(visitor)
    if (current === undefined) {
      // A second click was quicker, or the session was ended meanwhile.
      if (filedOf(desk, visit) === undefined) throw new PortalError('SESSION_ENDED')
      return { done: 'filed' }
    }
    if (current.revision !== draft.revision) return { done: 'changed' }
    if (store.applications.hasOpen(holder)) return { done: 'open_already' }
    if (booked !== undefined && !isFree(desk, booked)) return { done: 'slot_taken' }
    store.applications.file({ filed, visitor, at: now.moment, holder, pictures: { photo, signature } })
    store.drafts.forget(visitor)
    sendCookie = visit.renew()
    return { done: 'filed' }
  })
  sendCookie()
  return filing
}

/** The slot of a draft whose card is picked up, with its centre. */
function bookedOf({ centres }: Desk, { fields, slot }: Draft): Booked | undefined {
  if (fields.receiving !== 'pickup' || slot === undefined) return undefined
  return { ...slot, place: centres.centre(slot.centre) }
}

/** Notes that the amount due was paid, and registers the application. A second time changes nothing. */
export function pay(desk: Desk, number: string): void {
  desk.store.atomically(() => {
    // Read here, where nobody else can pay any more.
    const filed = desk.store.applications.numbered(number)
    if (filed === undefined) return
    const application = Application.replay(filed.events)
    const amount = application.due
    if (application.state !== 'awaiting_payment' || amount === null) return
    happen(desk, filed, application, { id: randomUUID(), at: desk.now().moment, action: { event: 'paid', amount } })
    happen(desk, filed, application, registration(desk, filed.number))
    keepSlot(desk, filed, application)
  })
}

/** Withdraws an application that was not paid for: it keeps its holder from applying no longer. */
export function withdraw(desk: Desk, number: string): void {
  desk.store.atomically(() => {
    const filed = desk.store.applications.numbered(number)
    if (filed === undefined) return
    const application = Application.replay(filed.events)
    if (application.state !== 'awaiting_payment') return
    happen(desk, filed, application, { id: randomUUID(), at: desk.now().moment, action: { event: 'withdrawn' } })
    desk.store.applications.close(number)
  })
}

/** Adds an event, and the notices that it triggers. */
function happen(desk: Desk, filed: Filed, application: Application, event: Event): void {
  const { notices } = application.apply(event)
  const rules = desk.rulesOf(filed.rulebook)
  const { language } = facts(filed)
  const { day } = rules.civilTime(event.at)
  desk.store.applications.addEvent(filed.number, event)
  const sent = notices.map((kind) => noticeOf(rules, kind, filed.number, application, day, language))
  desk.store.applications.addNotices(filed.number, sent)
}

/** The language of the notices in a filed form. */
function facts({ form }: Filed): { language: Visit['language'] } {
  return JSON.parse(form) as { language: Visit['language'] }
}

/** A real portal registers when the migration service's system says so. */
function registration(desk: Desk, number: string): Event {
  const at: Moment = desk.now().moment
  return { id: randomUUID(), at, action: { event: 'registered', ticket: `T-${number}` } }
}

/**
 * The term runs from the registration: if that came later than the filing, so does the card, and a slot
 * before it is given up for the first free one at the same centre, or left open.
 */
function keepSlot(desk: Desk, { number, rulebook, booked }: Filed, application: Application): void {
  const rules = desk.rulesOf(rulebook)
  const ready = rules.applicationReadyOn(application)
  if (booked === undefined || ready === null || booked.day >= rules.pickupFrom(ready.readyOn)) return
  desk.store.applications.rebook(number, firstFree(desk, booked.place, ready.readyOn))
}

/** The notice that an event of an application triggers. */
function noticeOf(
  rules: Rulebook,
  kind: NoticeKind,
  number: string,
  application: Application,
  on: string,
  language: Visit['language'],
): Notice {
  switch (kind) {
    case 'registered': {
      const readyOn = rules.applicationReadyOn(application)?.readyOn
      if (readyOn === undefined) throw new Error('nothing is registered that was not filed')
      return rules.notice({ kind, application: number, readyOn }, language, on)
    }
    case 'withdrawn':
      return rules.notice({ kind, application: number }, language, on)
    default:
      // The events that this portal makes trigger no other notice.
      throw new Error(`no event of this portal triggers ${kind}`)
  }
}
