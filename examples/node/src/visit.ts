// Who asks for a page: the language, the session, and the proof that a form comes from the portal.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from 'qujat'
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { WORDS, type Words } from './texts.js'

/** One request of one visitor. */
export interface Visit {
  language: Language
  words: Words
  /** What the store knows the session by: a hash, so that a copy of the database opens no session. */
  session: string
  /** What every form has to send back. */
  token: string
  /** The path after the language, with the query. */
  path: string
}

declare module 'fastify' {
  interface FastifyRequest {
    visit: Visit
  }
}

/** How long a browser keeps the session, in seconds. */
export const SESSION_SECONDS = 24 * 60 * 60
const ID = /^[\w-]{43}$/

/** What a body from a form or an upload is made of. */
export type Body = Readonly<Record<string, unknown>>

/** The visit of a request; a visitor without a session is given one. */
export function visitOf(
  request: FastifyRequest,
  reply: FastifyReply,
  language: Language,
  secret: Buffer,
  https: boolean,
): Visit {
  // With this prefix, browsers keep the cookie to https and to this host.
  const name = https ? '__Host-session' : 'session'
  let id = request.cookies[name]
  if (id === undefined || !ID.test(id)) {
    id = randomBytes(32).toString('base64url')
    reply.setCookie(name, id, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: https,
      maxAge: SESSION_SECONDS,
    })
  }
  return {
    language,
    words: WORDS[language],
    session: createHash('sha256').update(id).digest('base64url'),
    token: createHmac('sha256', secret).update(id).digest('base64url'),
    path: request.url.replace(/^\/(kk|ru|en)(?=[/?]|$)/, ''),
  }
}

/** Whether a body was sent by one of this session's forms. */
export function isOurs(visit: Visit, body: unknown): boolean {
  const token = Buffer.from(text(body, 'token'))
  const expected = Buffer.from(visit.token)
  return token.length === expected.length && timingSafeEqual(token, expected)
}

/** A field of a body as text; empty if it is not there, or no text. */
export function text(body: unknown, name: string): string {
  const value = (body as Body | null | undefined)?.[name]
  return typeof value === 'string' ? value : ''
}

/** A file of a body; `undefined` if none was chosen. */
export function file(body: unknown, name: string): Buffer | undefined {
  const value = (body as Body | null | undefined)?.[name]
  return Buffer.isBuffer(value) && value.length > 0 ? value : undefined
}
