// Filing an application, and what happens to it afterwards.

import {
  Application,
  type Assessment,
  type Event,
  type Notice,
  type NoticeKind,
  type Problem,
  type Rulebook,
} from 'qujat'
import { randomUUID } from 'node:crypto'
import type { Desk } from './desk.js'
import { formOf } from './form.js'
import { isFree } from './pickup.js'
import type { Draft, Filed } from './store.js'
import type { Visit } from './visit.js'

/** What came of filing. */
export type Filing =
  | { done: 'filed'; filed: Filed }
  /** The slot was taken meanwhile. */
  | { done: 'slot_taken' }
  /** The library has objections, such as a day that has passed. */
  | { done: 'refused'; problems: Problem[] }

/** Files the draft of a session. The library assesses all of it once more, pictures included. */
export async function file(desk: Desk, visit: Visit, draft: Draft): Promise<Filing> {
  const { rules, centres, store } = desk
  const now = desk.now()
  const photo = store.picture(visit.session, 'photo')
  const signature = store.picture(visit.session, 'signature')
  const form = formOf(draft, visit.language)
  if (photo === undefined || signature === undefined) return { done: 'refused', problems: [] }
  const assessment = await rules.assessWithPictures(form, now.day, {
    photo,
    signature,
    centres,
    bookings: store.bookings(now.day),
  })
  if (assessment.outcome !== 'accepted' || assessment.quote === undefined) {
    return { done: 'refused', problems: assessment.problems }
  }
  const due = assessment.quote.total
  const slot = draft.fields.receiving === 'pickup' ? draft.slot : undefined
  const application = new Application()
  const events: Event[] = [
    {
      id: randomUUID(),
      at: now.moment,
      action: { event: 'filed', receiving: slot ? 'pickup' : 'delivery', due, channel: 'portal' },
    },
  ]
  const notices = [...assessment.notices]
  const { state } = application.apply(events[0]!)
  if (state === 'filed') {
    const registered = registration(desk, draft.number)
    events.push(registered)
    notices.push(...noticesOf(desk, assessment, application.apply(registered).notices))
  }
  const filed: Filed = { number: draft.number, form: JSON.stringify(form), events, notices, ...(slot && { slot }) }
  // From here to the end of the transaction nobody else writes, so the slot stays free.
  return store.atomically<Filing>(() => {
    // A second click may have been quicker.
    if (store.draft(visit.session)?.number !== draft.number) return { done: 'filed', filed }
    if (slot !== undefined && !isFree(desk, slot)) return { done: 'slot_taken' }
    store.file(visit.session, filed, { photo, signature }, now.moment)
    return { done: 'filed', filed }
  })
}

/** Notes that the amount due was paid, and registers the application. A second time changes nothing. */
export function pay(desk: Desk, filed: Filed): void {
  desk.store.atomically(() => {
    const application = Application.replay(filed.events)
    const amount = application.due
    if (application.state !== 'awaiting_payment' || amount === null) return
    const paid: Event = { id: randomUUID(), at: desk.now().moment, action: { event: 'paid', amount } }
    application.apply(paid)
    desk.store.addEvent(filed.number, paid, [])
    const registered = registration(desk, filed.number)
    const { notices } = application.apply(registered)
    const { rules } = desk
    const { language, filedOn } = facts(rules, filed)
    const sent = notices.map((kind) => registeredNotice(rules, kind, filed.number, filedOn, language))
    desk.store.addEvent(filed.number, registered, sent)
  })
}

/** The language of a filed form, and the civil day on which it was filed. */
export function facts(rules: Rulebook, filed: Filed): { language: Visit['language']; filedOn: string } {
  const { language } = JSON.parse(filed.form) as { language: Visit['language'] }
  return { language, filedOn: rules.civilTime(filed.events[0]!.at).day }
}

/** A real portal registers when the migration service's system says so. */
function registration(desk: Desk, number: string): Event {
  return { id: randomUUID(), at: desk.now().moment, action: { event: 'registered', ticket: `T-${number}` } }
}

function noticesOf({ rules }: Desk, { application, on, language }: Assessment, kinds: NoticeKind[]): Notice[] {
  return kinds.map((kind) => registeredNotice(rules, kind, application ?? '', on, language))
}

function registeredNotice(
  rules: Rulebook,
  kind: NoticeKind,
  application: string,
  filedOn: string,
  language: Visit['language'],
): Notice {
  // The events that this portal makes trigger no other notice.
  if (kind !== 'registered') throw new Error(`no event of this portal triggers ${kind}`)
  const { readyOn } = rules.readyOn(filedOn)
  return rules.notice({ kind, application, readyOn }, language, filedOn)
}
