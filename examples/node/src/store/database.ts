// The file of SQLite, its tables, and what seals the personal data in them.

import Sqlite from 'better-sqlite3'
import { makePrivate } from './files.js'
import type { Keys } from './keys.js'
import { Vault } from './vault.js'

/** The version of the tables, in the file's `user_version`. */
const VERSION = 1

const TABLES = `
-- A session is known by the hash of what its cookie holds. Its visitor stays the same when the cookie
-- changes; the one before ends soon, and at once when the new one is first used.
CREATE TABLE sessions (
  hash TEXT PRIMARY KEY, visitor TEXT NOT NULL, started INTEGER NOT NULL, used INTEGER NOT NULL,
  ends INTEGER, follows TEXT
) STRICT;
CREATE INDEX sessions_by_visitor ON sessions (visitor);
CREATE INDEX sessions_by_use ON sessions (used);
CREATE INDEX sessions_by_start ON sessions (started);
CREATE INDEX sessions_by_end ON sessions (ends);

CREATE TABLE drafts (visitor TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT;
CREATE TABLE draft_pictures (
  visitor TEXT NOT NULL REFERENCES drafts ON DELETE CASCADE, kind TEXT NOT NULL, sealed BLOB NOT NULL,
  PRIMARY KEY (visitor, kind)
) STRICT;

-- Sums that limits are compared with, so that nothing is counted by reading all of it.
CREATE TABLE totals (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
INSERT INTO totals VALUES ('sessions', 0), ('draft_bytes', 0);
CREATE TRIGGER session_added AFTER INSERT ON sessions
  BEGIN UPDATE totals SET value = value + 1 WHERE name = 'sessions'; END;
CREATE TRIGGER session_gone AFTER DELETE ON sessions
  BEGIN UPDATE totals SET value = value - 1 WHERE name = 'sessions'; END;
CREATE TRIGGER picture_added AFTER INSERT ON draft_pictures
  BEGIN UPDATE totals SET value = value + length(NEW.sealed) WHERE name = 'draft_bytes'; END;
CREATE TRIGGER picture_gone AFTER DELETE ON draft_pictures
  BEGIN UPDATE totals SET value = value - length(OLD.sealed) WHERE name = 'draft_bytes'; END;

-- The rules under which applications were filed, as the file was.
CREATE TABLE rulebooks (digest TEXT PRIMARY KEY, text BLOB NOT NULL) STRICT;

-- What was erased keeps its number, so that it is given to nobody else and a restored backup loses it again.
CREATE TABLE applications (
  number TEXT PRIMARY KEY, visitor TEXT, filed_at TEXT NOT NULL, rulebook TEXT NOT NULL REFERENCES rulebooks,
  holder TEXT, open INTEGER NOT NULL, form BLOB, photo BLOB, signature BLOB, erased_at TEXT
) STRICT;
CREATE UNIQUE INDEX one_open_application ON applications (holder) WHERE open = 1;
CREATE INDEX applications_by_visitor ON applications (visitor);
CREATE INDEX applications_by_day ON applications (filed_at);

CREATE TABLE events (
  number TEXT NOT NULL REFERENCES applications, place INTEGER NOT NULL, kind TEXT NOT NULL, sealed BLOB NOT NULL,
  PRIMARY KEY (number, place)
) STRICT;
CREATE UNIQUE INDEX events_that_happen_once ON events (number, kind) WHERE kind IN ('filed', 'paid', 'registered');
CREATE TRIGGER events_are_kept BEFORE DELETE ON events
  WHEN (SELECT erased_at FROM applications WHERE number = OLD.number) IS NULL
  BEGIN SELECT RAISE(ABORT, 'events are only added'); END;
CREATE TRIGGER events_stay BEFORE UPDATE OF number, place, kind ON events
  BEGIN SELECT RAISE(ABORT, 'events are only added'); END;
CREATE TABLE notices (
  number TEXT NOT NULL REFERENCES applications, place INTEGER NOT NULL, sealed BLOB NOT NULL,
  PRIMARY KEY (number, place)
) STRICT;

-- The centre stands here as it was booked: it may leave the directory.
CREATE TABLE bookings (
  number TEXT PRIMARY KEY REFERENCES applications, centre TEXT NOT NULL, day TEXT NOT NULL, time TEXT NOT NULL,
  place TEXT NOT NULL
) STRICT;
CREATE INDEX bookings_by_day ON bookings (day);

CREATE TABLE feedback (place INTEGER PRIMARY KEY, number TEXT, day TEXT NOT NULL, sealed BLOB NOT NULL) STRICT;
CREATE INDEX feedback_by_number ON feedback (number);
CREATE INDEX feedback_by_day ON feedback (day);
-- The sums of each month, in the library's own form.
CREATE TABLE feedback_sums (month TEXT PRIMARY KEY, summary TEXT NOT NULL) STRICT;
`

/** The columns that are sealed, with the columns that name their rows. */
const SEALED = [
  { table: 'drafts', row: ['visitor'], columns: ['sealed'] },
  { table: 'draft_pictures', row: ['visitor', 'kind'], columns: ['sealed'] },
  { table: 'applications', row: ['number'], columns: ['form', 'photo', 'signature'] },
  { table: 'events', row: ['number', 'place'], columns: ['sealed'] },
  { table: 'notices', row: ['number', 'place'], columns: ['sealed'] },
  { table: 'feedback', row: ['place'], columns: ['sealed'] },
] as const

type Value = string | number | Buffer | null

/** The database. Its errors name tables and columns, never values. */
export class Database {
  readonly vault: Vault
  readonly #statements = new Map<string, Sqlite.Statement>()

  private constructor(
    readonly file: string,
    private readonly sqlite: Sqlite.Database,
    readonly keys: Keys,
  ) {
    this.vault = new Vault(keys)
  }

  /** Opens the database in this file, or makes it; only its owner may read
   * it, and the files next to it. */
  static open(file: string, keys: Keys): Database {
    makePrivate(file)
    const sqlite = new Sqlite(file)
    sqlite.pragma('busy_timeout = 5000')
    sqlite.pragma('journal_mode = WAL')
    // An acknowledged write outlives a loss of power, too.
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    // Deleted data leave no trace in the file.
    sqlite.pragma('secure_delete = ON')
    const database = new Database(file, sqlite, keys)
    // Two processes may start at once.
    database.atomically(() => {
      const version = sqlite.pragma('user_version', { simple: true })
      if (version === VERSION) return
      const tables = sqlite.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()
      if (version !== 0 || tables !== 0) throw new Error(`${file} was made by another version of the portal`)
      sqlite.exec(TABLES)
      sqlite.pragma(`user_version = ${VERSION}`)
    })
    return database
  }

  /** Runs the work as one transaction that keeps others from writing, or undoes it if it throws. */
  atomically<T>(work: () => T): T {
    return this.sqlite.inTransaction ? work() : this.sqlite.transaction(work).immediate()
  }

  run(sql: string, ...values: Value[]): number {
    return this.#prepared(sql).run(...values).changes
  }

  one<T>(sql: string, ...values: Value[]): T | undefined {
    return this.#prepared(sql).get(...values) as T | undefined
  }

  list<T>(sql: string, ...values: Value[]): T[] {
    return this.#prepared(sql).all(...values) as T[]
  }

  seal(place: string, plain: Buffer | string): Buffer {
    return this.vault.seal(place, plain)
  }

  open(place: string, sealed: Buffer): Buffer {
    return this.vault.open(place, sealed)
  }

  /** The value that was sealed as JSON. */
  openJson<T>(place: string, sealed: Buffer): T {
    return JSON.parse(this.vault.open(place, sealed).toString()) as T
  }

  /** The number of something: `sessions` or `draft_bytes`. */
  total(name: 'sessions' | 'draft_bytes'): number {
    return this.one<{ value: number }>('SELECT value FROM totals WHERE name = ?', name)!.value
  }

  /** Seals with the current key all that was sealed with another one, some rows at a time; says how many. */
  reseal(): number {
    let count = 0
    for (const { table, row, columns } of SEALED) {
      for (const column of columns) {
        const other = `SELECT ${row.join(', ')}, ${column} AS sealed FROM ${table}
          WHERE ${column} IS NOT NULL AND substr(${column}, 2, 8) <> ? LIMIT 100`
        const update = `UPDATE ${table} SET ${column} = ? WHERE ${row.map((name) => `${name} = ?`).join(' AND ')}`
        let resealed: number
        do {
          resealed = this.atomically(() => {
            const rows = this.list<Record<string, Value> & { sealed: Buffer }>(other, this.keys.current.name)
            for (const one of rows) {
              const names = row.map((name) => one[name]!)
              const place = `${table}.${column}.${names.join('.')}`
              this.run(update, this.vault.reseal(place, one.sealed), ...names)
            }
            return rows.length
          })
          count += resealed
        } while (resealed > 0)
      }
    }
    return count
  }

  /** Takes what was deleted out of the write-ahead log, too. */
  settle(): void {
    this.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  }

  /** Opens one row of each kind; an error if the keys do not fit. */
  checkKeys(): void {
    for (const { table, row, columns } of SEALED) {
      for (const column of columns) {
        const sql = `SELECT ${row.join(', ')}, ${column} AS sealed FROM ${table} WHERE ${column} IS NOT NULL LIMIT 1`
        const one = this.one<Record<string, Value> & { sealed: Buffer }>(sql)
        if (one) this.vault.open(`${table}.${column}.${row.map((name) => one[name]!).join('.')}`, one.sealed)
      }
    }
  }

  /** Puts all into the one file, which may be moved then; an error if anybody else has it open. */
  leaveAlone(): void {
    try {
      this.sqlite.pragma('busy_timeout = 0')
      this.sqlite.pragma('journal_mode = DELETE')
    } catch {
      throw new Error(`${this.file} is in use: stop the portal first`)
    }
  }

  /** Problems of the file as SQLite finds them; empty if it is sound. */
  defects(): string[] {
    const found = this.sqlite.pragma('integrity_check(10)') as { integrity_check: string }[]
    const broken = this.sqlite.pragma('foreign_key_check') as unknown[]
    const defects = found.map(({ integrity_check }) => integrity_check).filter((said) => said !== 'ok')
    return broken.length > 0 ? [...defects, `${broken.length} rows refer to nothing`] : defects
  }

  /** Copies the database while it is in use. */
  async copyTo(file: string): Promise<void> {
    makePrivate(file)
    await this.sqlite.backup(file)
  }

  close(): void {
    this.sqlite.close()
  }

  #prepared(sql: string): Sqlite.Statement {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.sqlite.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }
}
