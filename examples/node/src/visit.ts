// The visitor who asks for a page: the language, the session, and the proof that a form comes from the
// portal.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from 'qujat'
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Desk } from './desk.js'
import { newSecret } from './numbers.js'
import { PortalError } from './problems.js'
import type { Session } from './store/store.js'
import { WORDS, type Words } from './texts.js'

declare module 'fastify' {
  interface FastifyRequest {
    visit: Visit
  }
}

/**
 * The contents of the cookie of a visitor without a session: the proof that the portal gave it out, and
 * the time. Nothing is stored for it, and nothing can be reached with it; it only ties forms to the
 * browser that got them.
 */
const PASS = /^(p\.([0-9a-z]{1,10})\.[\w-]{43})\.([\w-]{43})$/
/** The contents of the cookie of a session. */
const ID = /^[\w-]{43}$/

/** One request of one visitor. */
export class Visit {
  readonly words: Words
  /** The cookie is one of a session that is over, or never was. */
  ended = false
  /** The session; absent before the first answer. */
  session: Session | undefined
  #pass: string | undefined

  constructor(
    private readonly desk: Desk,
    private readonly reply: FastifyReply,
    readonly language: Language,
    /** The path after the language, with the query. */
    readonly path: string,
  ) {
    this.words = WORDS[language]
  }

  /** The owner of drafts and applications. */
  get visitor(): string | undefined {
    return this.session?.visitor
  }

  /** The token that every form has to send back. A visitor who has no cookie yet gets one with it. */
  get token(): string {
    if (this.session === undefined && this.#pass === undefined) this.#giveOut()
    return this.#expected()!
  }

  /** Knows the visitor by the cookie. Only what this portal has given out counts. */
  enter(request: FastifyRequest): void {
    const cookie = request.cookies[this.#name]
    if (cookie === undefined) return
    const at = this.desk.instant()
    if (ID.test(cookie)) {
      const session = this.desk.store.sessions.find(hashOf(cookie), at)
      // After its successor was given out, an old cookie only finishes what was under way.
      if (session !== undefined && (!session.replaced || request.method === 'POST')) this.session = session
      else this.#end()
      return
    }
    const [, pass, issued, proof] = PASS.exec(cookie) ?? []
    if (pass === undefined || issued === undefined || proof === undefined) return
    const age = at - Number.parseInt(issued, 36)
    if (same(proof, this.#signed('pass', pass)) && age <= this.desk.settings.limits.session) this.#pass = pass
  }

  /** `true` if a body was sent by one of the forms that this visitor got. */
  sent(body: unknown): boolean {
    const expected = this.#expected()
    return expected !== undefined && same(text(body, 'token'), expected)
  }

  /** The visitor, with a session from now on: called when the first answer is stored. */
  begin(): string {
    if (this.session === undefined) {
      const { store, settings } = this.desk
      if (store.database.total('sessions') >= settings.limits.sessions) throw new PortalError('BUSY')
      const [id, visitor] = [newSecret(), newSecret()]
      store.sessions.begin(hashOf(id), visitor, this.desk.instant())
      this.#take(id, visitor)
    }
    return this.session!.visitor
  }

  /**
   * Renews the cookie's id, as what it opens has changed: to be called within the transaction that changes
   * it. Gives what sends the new cookie after that.
   */
  renew(): () => void {
    const { session } = this
    if (session === undefined) return () => undefined
    const id = newSecret()
    this.desk.store.sessions.renew(session, hashOf(id), this.desk.instant())
    return () => this.#take(id, session.visitor)
  }

  /** Ends the session and forgets the draft. Filed applications stay. */
  end(): void {
    const { store } = this.desk
    const { visitor } = this
    if (visitor !== undefined) {
      store.atomically(() => {
        store.sessions.end(visitor)
        store.drafts.forget(visitor)
      })
    }
    this.#end()
  }

  // With this prefix browsers keep the cookie to https and to this host; on loopback there is no https.
  get #name(): string {
    return this.desk.settings.https ? '__Host-session' : 'session'
  }

  #expected(): string | undefined {
    if (this.session !== undefined) return this.#signed('form', this.session.visitor)
    return this.#pass && this.#signed('form', this.#pass)
  }

  #signed(purpose: string, text: string): string {
    return createHmac('sha256', this.desk.keys.tokens).update(`${purpose} ${text}`).digest('base64url')
  }

  #giveOut(): void {
    this.#pass = `p.${this.desk.instant().toString(36)}.${newSecret()}`
    this.#setCookie(`${this.#pass}.${this.#signed('pass', this.#pass)}`)
  }

  #take(id: string, visitor: string): void {
    this.session = { hash: hashOf(id), visitor, replaced: false }
    this.#setCookie(id)
  }

  /** The cookie goes when the browser is closed; when the session ends is known here. */
  #setCookie(value: string): void {
    const { https } = this.desk.settings
    this.reply.setCookie(this.#name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure: https })
  }

  #end(): void {
    this.ended = true
    this.session = undefined
    this.reply.clearCookie(this.#name, { path: '/', httpOnly: true, sameSite: 'lax', secure: this.desk.settings.https })
  }
}

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url')
}

function same(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** The parts of a body from a form or an upload. */
export type Body = Readonly<Record<string, unknown>>

/** A field of a body as text; empty if it is not there, or no text. */
export function text(body: unknown, name: string): string {
  const fields = body as Body | null | undefined
  const value = fields != null && Object.hasOwn(fields, name) ? fields[name] : undefined
  return typeof value === 'string' ? value : ''
}

/** A file of a body; `undefined` if it has no such file. */
export function file(body: unknown, name: string): Buffer | undefined {
  const value = (body as Body | null | undefined)?.[name]
  return Buffer.isBuffer(value) && value.length > 0 ? value : undefined
}
