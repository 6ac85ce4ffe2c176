// The store in a file of SQLite.

import Database from 'better-sqlite3'
import type { Booking, Day, Event, Feedback, Moment, Notice } from 'qujat'
import { randomBytes } from 'node:crypto'
import type { Draft, Filed, PictureKind, Store } from './store.js'

const TABLES = `
CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS numbers (year TEXT PRIMARY KEY, last INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS drafts (
  session TEXT PRIMARY KEY, touched TEXT NOT NULL, json TEXT NOT NULL, photo BLOB, signature BLOB
);
CREATE TABLE IF NOT EXISTS applications (
  number TEXT PRIMARY KEY, session TEXT NOT NULL, at TEXT NOT NULL, form TEXT NOT NULL,
  photo BLOB NOT NULL, signature BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS applications_by_session ON applications (session);
CREATE TABLE IF NOT EXISTS events (
  place INTEGER PRIMARY KEY, number TEXT NOT NULL REFERENCES applications, json TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS notices (
  place INTEGER PRIMARY KEY, number TEXT NOT NULL REFERENCES applications, json TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS bookings (
  number TEXT PRIMARY KEY REFERENCES applications, centre TEXT NOT NULL, day TEXT NOT NULL, time TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS bookings_by_day ON bookings (day);
CREATE TABLE IF NOT EXISTS feedback (place INTEGER PRIMARY KEY, json TEXT NOT NULL);
CREATE TRIGGER IF NOT EXISTS events_stay BEFORE UPDATE ON events
  BEGIN SELECT RAISE(ABORT, 'events are only added'); END;
CREATE TRIGGER IF NOT EXISTS events_are_kept BEFORE DELETE ON events
  BEGIN SELECT RAISE(ABORT, 'events are only added'); END;
`

interface Row {
  json: string
}

/** The store in SQLite. What it throws names tables and columns, never values. */
export class SqliteStore implements Store {
  readonly secret: Buffer
  readonly #database: Database.Database
  readonly #statements = new Map<string, Database.Statement>()

  private constructor(database: Database.Database) {
    this.#database = database
    this.#run("INSERT OR IGNORE INTO secrets VALUES ('tokens', ?)", randomBytes(32))
    this.secret = this.#one<{ value: Buffer }>("SELECT value FROM secrets WHERE name = 'tokens'")!.value
  }

  /** Opens the database in this file, and makes the tables that it lacks. */
  static open(file: string): SqliteStore {
    const database = new Database(file)
    database.pragma('journal_mode = WAL')
    database.pragma('foreign_keys = ON')
    database.pragma('busy_timeout = 5000')
    // A draft that is forgotten leaves no trace in the file.
    database.pragma('secure_delete = ON')
    database.exec(TABLES)
    return new SqliteStore(database)
  }

  atomically<T>(work: () => T): T {
    return this.#database.inTransaction ? work() : this.#database.transaction(work).immediate()
  }

  nextNumber(year: string): string {
    const { last } = this.#one<{ last: number }>(
      'INSERT INTO numbers VALUES (?, 1) ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last',
      year,
    )!
    return `${year}-${String(last).padStart(6, '0')}`
  }

  draft(session: string): Draft | undefined {
    const row = this.#one<Row>('SELECT json FROM drafts WHERE session = ?', session)
    return row && (JSON.parse(row.json) as Draft)
  }

  saveDraft(session: string, draft: Draft, at: Moment): void {
    this.#run(
      `INSERT INTO drafts (session, touched, json) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET touched = excluded.touched, json = excluded.json`,
      session,
      at,
      JSON.stringify(draft),
    )
  }

  picture(session: string, kind: PictureKind): Buffer | undefined {
    const row = this.#one<Record<PictureKind, Buffer | null>>(
      'SELECT photo, signature FROM drafts WHERE session = ?',
      session,
    )
    return row?.[kind] ?? undefined
  }

  savePicture(session: string, kind: PictureKind, bytes: Buffer | null): void {
    this.#run(`UPDATE drafts SET ${kind} = ? WHERE session = ?`, bytes, session)
  }

  forgetDrafts(before: Moment): void {
    this.#run('DELETE FROM drafts WHERE touched < ?', before)
  }

  file(session: string, filed: Filed, pictures: Record<PictureKind, Buffer>, at: Moment): void {
    this.atomically(() => {
      const { number, form, events, notices, slot } = filed
      this.#run(
        'INSERT INTO applications VALUES (?, ?, ?, ?, ?, ?)',
        number,
        session,
        at,
        form,
        pictures.photo,
        pictures.signature,
      )
      for (const event of events) this.addEvent(number, event, [])
      this.#addNotices(number, notices)
      if (slot !== undefined) {
        this.#run('INSERT INTO bookings VALUES (?, ?, ?, ?)', number, slot.centre, slot.day, slot.time)
      }
      this.#run('DELETE FROM drafts WHERE session = ?', session)
    })
  }

  filedBy(session: string): Filed | undefined {
    const row = this.#one<{ number: string; form: string }>(
      'SELECT number, form FROM applications WHERE session = ? ORDER BY rowid DESC LIMIT 1',
      session,
    )
    if (row === undefined) return undefined
    const { number, form } = row
    const slot = this.#one<NonNullable<Filed['slot']>>(
      'SELECT centre, day, time FROM bookings WHERE number = ?',
      number,
    )
    return {
      number,
      form,
      events: this.#list<Event>('SELECT json FROM events WHERE number = ? ORDER BY place', number),
      notices: this.#list<Notice>('SELECT json FROM notices WHERE number = ? ORDER BY place', number),
      ...(slot && { slot }),
    }
  }

  addEvent(number: string, event: Event, notices: Notice[]): void {
    this.#run('INSERT INTO events (number, json) VALUES (?, ?)', number, JSON.stringify(event))
    this.#addNotices(number, notices)
  }

  bookings(from: Day): Booking[] {
    return this.#prepared(
      'SELECT centre, day, time, count(*) AS count FROM bookings WHERE day >= ? GROUP BY centre, day, time',
    ).all(from) as Booking[]
  }

  addFeedback(feedback: Feedback): void {
    this.#run('INSERT INTO feedback (json) VALUES (?)', JSON.stringify(feedback))
  }

  feedback(): Feedback[] {
    return this.#list<Feedback>('SELECT json FROM feedback ORDER BY place')
  }

  close(): void {
    this.#database.close()
  }

  #addNotices(number: string, notices: Notice[]): void {
    for (const notice of notices) {
      this.#run('INSERT INTO notices (number, json) VALUES (?, ?)', number, JSON.stringify(notice))
    }
  }

  #prepared(sql: string): Database.Statement {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#database.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }

  #run(sql: string, ...values: unknown[]): void {
    this.#prepared(sql).run(...values)
  }

  #one<T>(sql: string, ...values: unknown[]): T | undefined {
    return this.#prepared(sql).get(...values) as T | undefined
  }

  #list<T>(sql: string, ...values: unknown[]): T[] {
    const rows = this.#prepared(sql).all(...values) as Row[]
    return rows.map((row) => JSON.parse(row.json) as T)
  }
}
