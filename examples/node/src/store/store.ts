// The data that the portal keeps. Every method is done when it returns, as
// SQLite's are.

import { Applications } from './applications.js'
import { Database } from './database.js'
import { Drafts } from './drafts.js'
import { FeedbackBox } from './feedback.js'
import type { Keys } from './keys.js'
import { Sessions, type Lifetimes } from './sessions.js'

export type { Booked, Filed } from './applications.js'
export type { ChosenSlot, Draft, PictureKind } from './drafts.js'
export type { Session } from './sessions.js'

/** The store of sessions, drafts, applications, bookings and feedback. */
export class Store {
  readonly sessions: Sessions
  readonly drafts: Drafts
  readonly applications: Applications
  readonly feedback: FeedbackBox

  constructor(
    readonly database: Database,
    lifetimes: Lifetimes,
  ) {
    this.sessions = new Sessions(database, lifetimes)
    this.drafts = new Drafts(database)
    this.applications = new Applications(database)
    this.feedback = new FeedbackBox(database)
  }

  static open(file: string, keys: Keys, lifetimes: Lifetimes): Store {
    return new Store(Database.open(file, keys), lifetimes)
  }

  /** Runs the work as one transaction that keeps others from writing, or undoes it if it throws. */
  atomically<T>(work: () => T): T {
    return this.database.atomically(work)
  }

  close(): void {
    this.database.close()
  }
}
