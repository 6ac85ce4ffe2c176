// What the portal keeps. Every method is done when it returns.

import type {
  Booking,
  CentreId,
  Day,
  DocumentKind,
  Event,
  Feedback,
  Ground,
  Moment,
  Notice,
  PhotoReport,
  SignatureReport,
  TimeOfDay,
} from 'qujat'
import type { FieldName } from './form.js'

/** An application that somebody is filling in: everything as it was typed, mistakes included. */
export interface Draft {
  /** The number that the application will have. */
  number: string
  /** The first question's answers; empty texts before it is answered. */
  document: DocumentKind | ''
  ground: Ground | ''
  expires: { day: string; month: string; year: string }
  fields: Partial<Record<FieldName, string>>
  /** What was found in the pictures that were handed in last. */
  photo?: PhotoReport
  signature?: SignatureReport
  slot?: ChosenSlot
}

/** When and where a card is to be picked up. */
export interface ChosenSlot {
  centre: CentreId
  day: Day
  time: TimeOfDay
}

/** The pictures of a draft or an application. */
export type PictureKind = 'photo' | 'signature'

/** An application that was filed. */
export interface Filed {
  number: string
  /** The form, as the library read it from JSON. */
  form: string
  events: Event[]
  notices: Notice[]
  slot?: ChosenSlot
}

/** Where drafts, applications, bookings and feedback are kept. */
export interface Store {
  /** What this portal signs its tokens with: the same after a restart. */
  readonly secret: Buffer
  /** Runs the work as one transaction that keeps others from writing, or undoes it if it throws. */
  atomically<T>(work: () => T): T

  /** A new number for an application of this year: `2026-000001`. */
  nextNumber(year: string): string
  draft(session: string): Draft | undefined
  saveDraft(session: string, draft: Draft, at: Moment): void
  picture(session: string, kind: PictureKind): Buffer | undefined
  /** Keeps a picture of a draft, or none in the place of the one before. */
  savePicture(session: string, kind: PictureKind, bytes: Buffer | null): void
  /** Forgets the drafts that nobody has touched since, with their pictures. */
  forgetDrafts(before: Moment): void

  /** Files the application of a session, with its pictures; the draft is gone then. */
  file(session: string, filed: Filed, pictures: Record<PictureKind, Buffer>, at: Moment): void
  /** The application that this session has filed last. */
  filedBy(session: string): Filed | undefined
  /** Adds an event, and the notices that it triggered. */
  addEvent(number: string, event: Event, notices: Notice[]): void
  /** What is booked from this day on. */
  bookings(from: Day): Booking[]

  addFeedback(feedback: Feedback): void
  feedback(): Feedback[]
  close(): void
}
