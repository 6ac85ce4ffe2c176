// The way of an application through the pages: what comes next, and what must be done before.

import type { Day, Decision } from 'qujat'
import type { Desk } from './desk.js'
import { centreOf, expiryOf, mistakesOf } from './form.js'
import { pickupCentres } from './pickup.js'
import { PortalError } from './problems.js'
import type { Draft, Filed, PictureKind } from './store/store.js'
import type { Visit } from './visit.js'

/** The pages of an application, in their order. */
export const STEPS = ['eligibility', 'details', 'photo', 'signature', 'pickup', 'review'] as const
export type Step = (typeof STEPS)[number]

/** The draft of a session, or a new one that is not stored yet. */
export function draftOf(desk: Desk, visit: Visit): Draft {
  const { visitor } = visit
  return (
    (visitor === undefined ? undefined : desk.store.drafts.find(visitor)) ?? {
      revision: 0,
      document: '',
      ground: '',
      expires: { day: '', month: '', year: '' },
      fields: {},
    }
  )
}

/** A picture that a draft has now; `null` takes the one before away. */
export interface Taken {
  kind: PictureKind
  bytes: Buffer | null
}

/** Changes the draft of a session, with a picture. With the first answer the session begins. */
export function saveDraft(desk: Desk, visit: Visit, change: (draft: Draft) => Draft, taken?: Taken): Draft {
  const { drafts, database } = desk.store
  return desk.store.atomically(() => {
    const visitor = visit.begin()
    const before = draftOf(desk, visit)
    const draft = { ...change(before), revision: before.revision + 1 }
    drafts.save(visitor, draft)
    if (taken === undefined) return draft
    drafts.savePicture(visitor, taken.kind, taken.bytes)
    if (database.total('draft_bytes') > desk.settings.limits.draftBytes) throw new PortalError('BUSY')
    return draft
  })
}

/** A picture of the draft of a session. */
export function pictureOf(desk: Desk, { visitor }: Visit, kind: PictureKind): Buffer | undefined {
  return visitor === undefined ? undefined : desk.store.drafts.picture(visitor, kind)
}

/** The application that a session has filed last. */
export function filedOf(desk: Desk, { visitor }: Visit): Filed | undefined {
  return visitor === undefined ? undefined : desk.store.applications.filedBy(visitor)
}

/** `true` if a typed date exists, within the years that the library knows. */
export function isDay(text: string): text is Day {
  const date = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The decision on what the first question's answers say; `undefined` while they say too little. */
export function decisionOf(desk: Desk, draft: Draft): Decision | undefined {
  const { document, ground } = draft
  const expiresOn = expiryOf(draft)
  if (document === '' || ground === '' || !isDay(expiresOn)) return undefined
  return desk.rules.decide({ document, ground, expiresOn }, desk.now().day)
}

/** `true` if a step is done, so that the next one may be shown. */
function isDone(desk: Desk, visit: Visit, draft: Draft, step: Step): boolean {
  switch (step) {
    case 'eligibility':
      return decisionOf(desk, draft)?.outcome === 'eligible'
    case 'details':
      return mistakesOf(desk, draft, visit.language).length === 0
    case 'photo':
      return draft.photo !== undefined && draft.photo.verdict !== 'fail'
    case 'signature':
      return draft.signature !== undefined && draft.signature.verdict !== 'fail'
    case 'pickup':
      // The directory of centres may have changed since.
      return draft.fields.receiving === 'delivery' || pickupCentres(desk).some(({ id }) => id === centreOf(draft))
    case 'review':
      return false
  }
}

/** The first step that is not done: nobody may be further. */
export function firstOpenStep(desk: Desk, visit: Visit, draft: Draft): Step {
  return STEPS.find((step) => !isDone(desk, visit, draft, step)) ?? 'review'
}

/** `true` if a page may be shown: all steps before it are done. */
export function isReached(desk: Desk, visit: Visit, draft: Draft, step: Step): boolean {
  return STEPS.indexOf(step) <= STEPS.indexOf(firstOpenStep(desk, visit, draft))
}

/** The pages that this application goes through: a card that is delivered is not picked up. */
export function stepsOf(draft: Draft): readonly Step[] {
  return draft.fields.receiving === 'delivery' ? STEPS.filter((step) => step !== 'pickup') : STEPS
}
