// Sessions: who may come back with which cookie, and until when.

import type { Database } from './database.js'

/** The life of a session, in milliseconds. */
export interface Lifetimes {
  /** Without a request. */
  idle: number
  /** From its beginning on, whatever happens. */
  session: number
}

/** A session that is alive. */
export interface Session {
  /** The hash of what the cookie holds. */
  hash: string
  /** The owner of drafts and applications. */
  visitor: string
  /** `true` if a newer cookie was given out, which may have got lost on its way. */
  replaced: boolean
}

/** The precision of the last use: not every request writes. */
const EXACTNESS = 60_000
/** The time for which a cookie whose successor has not been seen yet still sends forms. */
export const GRACE = 120_000

interface Row {
  visitor: string
  started: number
  used: number
  ends: number | null
  follows: string | null
}

export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly lifetimes: Lifetimes,
  ) {}

  begin(hash: string, visitor: string, at: number): void {
    this.#insert(hash, visitor, at, at, null)
  }

  /** The session of a cookie, if it is alive. */
  find(hash: string, at: number): Session | undefined {
    const row = this.database.one<Row>('SELECT * FROM sessions WHERE hash = ?', hash)
    if (row === undefined) return undefined
    const { visitor, started, used, ends, follows } = row
    const { idle, session } = this.lifetimes
    if (at - used > idle || at - started > session || (ends !== null && at > ends)) return undefined
    if (follows !== null || at - used > EXACTNESS) this.#use(hash, follows, at)
    return { hash, visitor, replaced: ends !== null }
  }

  /** Gives a session a new cookie. The old one is over when the new one is used, or after the grace. */
  renew({ hash, visitor }: Session, successor: string, at: number): void {
    const { started } = this.database.one<Row>('SELECT * FROM sessions WHERE hash = ?', hash) ?? { started: at }
    this.#insert(successor, visitor, started, at, hash)
    this.database.run('UPDATE sessions SET ends = coalesce(ends, ?) WHERE hash = ?', at + GRACE, hash)
  }

  /** Ends all sessions of a visitor. */
  end(visitor: string): void {
    this.database.run('DELETE FROM sessions WHERE visitor = ?', visitor)
  }

  /** Forgets at most so many sessions that are over, and the drafts that only they led to; says how many. */
  purge(at: number, most = 500): number {
    const { idle, session } = this.lifetimes
    return this.database.atomically(() => {
      const gone = this.database.list<{ visitor: string }>(
        `DELETE FROM sessions WHERE hash IN (
           SELECT hash FROM sessions WHERE used < ? OR started < ? OR ends < ? LIMIT ?) RETURNING visitor`,
        at - idle,
        at - session,
        at,
        most,
      )
      for (const { visitor } of gone) {
        this.database.run(
          'DELETE FROM drafts WHERE visitor = ? AND NOT EXISTS (SELECT 1 FROM sessions WHERE visitor = ?)',
          visitor,
          visitor,
        )
      }
      return gone.length
    })
  }

  #insert(hash: string, visitor: string, started: number, used: number, follows: string | null): void {
    const values = [hash, visitor, started, used, follows]
    this.database.run('INSERT INTO sessions (hash, visitor, started, used, follows) VALUES (?, ?, ?, ?, ?)', ...values)
  }

  #use(hash: string, follows: string | null, at: number): void {
    this.database.atomically(() => {
      this.database.run('UPDATE sessions SET used = ?, follows = NULL WHERE hash = ?', at, hash)
      if (follows !== null) this.database.run('DELETE FROM sessions WHERE hash = ?', follows)
    })
  }
}
