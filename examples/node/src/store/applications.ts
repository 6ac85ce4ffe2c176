// Applications that were filed, with their events, notices and bookings.

import type { Action, Booking, Centre, Day, Event, Moment, Notice, TimeOfDay } from 'qujat'
import type { Database } from './database.js'
import type { ChosenSlot, PictureKind } from './drafts.js'

/** An application that was filed. */
export interface Filed {
  number: string
  /** The form, as the library read it from JSON. */
  form: string
  /** The digest of the rulebook under which it was filed. */
  rulebook: string
  events: Event[]
  notices: Notice[]
  booked?: Booked
}

/** A slot, and the centre as it was when it was booked. */
export interface Booked extends ChosenSlot {
  place: Centre
}

/** The filed data: the application, and those that the store alone needs. */
export interface Filing {
  filed: Filed
  visitor: string
  at: Moment
  /** The keyed hash of the IIN. */
  holder: string
  pictures: Record<PictureKind, Buffer>
}

interface Row {
  number: string
  form: Buffer
  rulebook: string
}

export class Applications {
  constructor(private readonly database: Database) {}

  /** Keeps the text of a rulebook, so that what is filed under it can be read as long as it is kept. */
  keepRulebook(digest: string, text: Buffer): void {
    this.database.run('INSERT OR IGNORE INTO rulebooks VALUES (?, ?)', digest, text)
  }

  rulebook(digest: string): Buffer {
    return this.database.one<{ text: Buffer }>('SELECT text FROM rulebooks WHERE digest = ?', digest)!.text
  }

  /** `true` if somebody's application is not at its end. */
  hasOpen(holder: string): boolean {
    return this.database.one('SELECT 1 FROM applications WHERE holder = ? AND open = 1', holder) !== undefined
  }

  /** Files an application with its pictures, events, notices and booking. */
  file({ filed, visitor, at, holder, pictures }: Filing): void {
    const { number, form, rulebook, events, notices, booked } = filed
    const sealed = (column: string, plain: Buffer | string): Buffer =>
      this.database.seal(`applications.${column}.${number}`, plain)
    this.database.atomically(() => {
      this.database.run(
        `INSERT INTO applications (number, visitor, filed_at, rulebook, holder, open, form, photo, signature)
         VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?)`,
        number,
        visitor,
        at,
        rulebook,
        holder,
        sealed('form', form),
        sealed('photo', pictures.photo),
        sealed('signature', pictures.signature),
      )
      for (const event of events) this.addEvent(number, event)
      this.addNotices(number, notices)
      if (booked === undefined) return
      const { centre, day, time, place } = booked
      const values = [number, centre, day, time, JSON.stringify(place)]
      this.database.run('INSERT INTO bookings VALUES (?, ?, ?, ?, ?)', ...values)
    })
  }

  /** The application that a visitor has filed last. */
  filedBy(visitor: string): Filed | undefined {
    return this.#filed('visitor = ?', visitor)
  }

  numbered(number: string): Filed | undefined {
    return this.#filed('number = ?', number)
  }

  /** A picture of an application. */
  picture(number: string, kind: PictureKind): Buffer | undefined {
    const row = this.database.one<{ sealed: Buffer | null }>(
      `SELECT ${kind} AS sealed FROM applications WHERE number = ?`,
      number,
    )
    return row?.sealed ? this.database.open(`applications.${kind}.${number}`, row.sealed) : undefined
  }

  addEvent(number: string, event: Event): void {
    const place = this.#next('events', number)
    const sealed = this.database.seal(`events.sealed.${number}.${place}`, JSON.stringify(event))
    this.database.run('INSERT INTO events VALUES (?, ?, ?, ?)', number, place, kindOf(event.action), sealed)
  }

  addNotices(number: string, notices: Notice[]): void {
    for (const notice of notices) {
      const place = this.#next('notices', number)
      const sealed = this.database.seal(`notices.sealed.${number}.${place}`, JSON.stringify(notice))
      this.database.run('INSERT INTO notices VALUES (?, ?, ?)', number, place, sealed)
    }
  }

  /** Notes that an application is at its end: its slot is free, and its holder may apply again. */
  close(number: string): void {
    this.database.run('UPDATE applications SET open = 0 WHERE number = ?', number)
    this.database.run('DELETE FROM bookings WHERE number = ?', number)
  }

  /** Books another slot at the same centre, or gives the slot up. */
  rebook(number: string, slot: { day: Day; time: TimeOfDay } | undefined): void {
    if (slot === undefined) this.database.run('DELETE FROM bookings WHERE number = ?', number)
    else this.database.run('UPDATE bookings SET day = ?, time = ? WHERE number = ?', slot.day, slot.time, number)
  }

  /** The bookings from this day on. */
  bookings(from: Day): Booking[] {
    return this.database.list<Booking>(
      'SELECT centre, day, time, count(*) AS count FROM bookings WHERE day >= ? GROUP BY centre, day, time',
      from,
    )
  }

  /** The numbers of at most so many open applications filed before, that were neither paid nor registered. */
  unpaid(before: Moment, most: number): string[] {
    const rows = this.database.list<{ number: string }>(
      `SELECT number FROM applications WHERE filed_at < ? AND open = 1 AND NOT EXISTS (
         SELECT 1 FROM events WHERE events.number = applications.number AND kind IN ('paid', 'registered')) LIMIT ?`,
      before,
      most,
    )
    return rows.map(({ number }) => number)
  }

  /** The numbers of at most so many applications that were filed before and not erased yet. */
  older(before: Moment, most: number): string[] {
    const rows = this.database.list<{ number: string }>(
      'SELECT number FROM applications WHERE filed_at < ? AND erased_at IS NULL LIMIT ?',
      before,
      most,
    )
    return rows.map(({ number }) => number)
  }

  /** Erases all of an application but its number; `false` without one of
   * that number. */
  erase(number: string, at: Moment): boolean {
    return this.database.atomically(() => {
      const erased = this.database.run(
        `UPDATE applications SET visitor = NULL, holder = NULL, open = 0, form = NULL, photo = NULL, signature = NULL,
         erased_at = coalesce(erased_at, ?) WHERE number = ?`,
        at,
        number,
      )
      for (const table of ['events', 'notices', 'bookings', 'feedback']) {
        this.database.run(`DELETE FROM ${table} WHERE number = ?`, number)
      }
      return erased > 0
    })
  }

  /** The numbers of what was erased. */
  erased(): { number: string; erased_at: Moment }[] {
    return this.database.list('SELECT number, erased_at FROM applications WHERE erased_at IS NOT NULL')
  }

  #filed(where: string, value: string): Filed | undefined {
    const row = this.database.one<Row>(
      `SELECT number, form, rulebook FROM applications WHERE ${where} AND erased_at IS NULL ORDER BY rowid DESC LIMIT 1`,
      value,
    )
    if (row === undefined) return undefined
    const { number, rulebook } = row
    const booked = this.database.one<ChosenSlot & { place: string }>(
      'SELECT centre, day, time, place FROM bookings WHERE number = ?',
      number,
    )
    return {
      number,
      form: this.database.open(`applications.form.${number}`, row.form).toString(),
      rulebook,
      events: this.#sealed<Event>('events', number),
      notices: this.#sealed<Notice>('notices', number),
      ...(booked && { booked: { ...booked, place: JSON.parse(booked.place) as Centre } }),
    }
  }

  #sealed<T>(table: 'events' | 'notices', number: string): T[] {
    const rows = this.database.list<{ place: number; sealed: Buffer }>(
      `SELECT place, sealed FROM ${table} WHERE number = ? ORDER BY place`,
      number,
    )
    return rows.map(({ place, sealed }) => this.database.openJson<T>(`${table}.sealed.${number}.${place}`, sealed))
  }

  #next(table: 'events' | 'notices', number: string): number {
    return this.database.one<{ next: number }>(
      `SELECT coalesce(max(place) + 1, 0) AS next FROM ${table} WHERE number = ?`,
      number,
    )!.next
  }
}

function kindOf({ event }: Action): string {
  return event
}
