// The guards that every request passes before a page sees it: headers, limits, session, token.

import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Language } from 'qujat'
import type { Desk } from './desk.js'
import { Buckets, Gate, networkOf, type Ticks } from './limits.js'
import { PortalError } from './problems.js'
import { LANGUAGES } from './texts.js'
import { Visit } from './visit.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** `true` while the body is being read; an error meanwhile is the sender's mistake. */
    isParsing: boolean
    leaveGate: (() => void) | undefined
  }
}

/** The largest bodies of the server, in bytes: of an upload, and of any other form. It only guards
 * the memory, and is above the rulebook's limits, so that the library says what is too large, and
 * why. */
export const MAX_FILE = 6 << 20
export const MAX_FORM = 256 << 10

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; " +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=(), geolocation=(self), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}
/** A year: browsers that have been here come back by https only. */
const HSTS = 'max-age=31536000'

/** Pages that say nothing of a session, and are shown when it is over. */
const PUBLIC_PAGES = ['', '/', '/ended', '/fault', '/feedback', '/feedback/thanks']
/** The cost of a request in its buckets: a form is more work than a page, and a picture much more. */
const COSTS = { page: 1, form: 2, upload: 6 }
/** Of the places for uploads, one address has at most this part. */
const SHARE = 1 / 4

export function guards(app: FastifyInstance, desk: Desk, ticks: Ticks): void {
  const { https, limits } = desk.settings
  const headers = https ? { ...HEADERS, 'strict-transport-security': HSTS } : HEADERS
  const addresses = new Buckets(limits.rate, limits.burst, ticks)
  const sessions = new Buckets(limits.sessionRate, limits.sessionBurst, ticks)
  const uploads = new Gate(limits.uploads, Math.max(1, Math.floor(limits.uploads * SHARE)))
  const take = (buckets: Buckets, key: string, request: FastifyRequest): void => {
    const wait = buckets.take(key, COSTS[kindOf(request)])
    if (wait === 0) return
    desk.metrics.refused.inc({ because: 'rate' })
    throw new PortalError('TOO_MANY_REQUESTS', undefined, wait)
  }

  app.decorateRequest('visit')
  app.decorateRequest('isParsing', false)
  app.decorateRequest('leaveGate')

  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers)
    request.visit = new Visit(desk, reply, languageOf(request), request.url.replace(/^\/(kk|ru|en)(?=[/?]|$)/, ''))
    desk.metrics.begun()
    reply.raw.once('close', () => {
      desk.metrics.over()
      request.leaveGate?.()
    })
    const network = networkOf(request.ip)
    take(addresses, network, request)
    // Style sheets and the like have no visitor: a session that is over is told by the next page.
    if (namedLanguage(request.url) !== undefined) request.visit.enter(request)
    if (request.visit.visitor !== undefined) take(sessions, request.visit.visitor, request)
    if (kindOf(request) !== 'upload') return
    if (Number(request.headers['content-length'] ?? 0) > MAX_FILE + MAX_FORM) throw new PortalError('BODY_TOO_LARGE')
    request.leaveGate = uploads.enter(network)
    if (request.leaveGate === undefined) throw busy(desk)
  })

  // A visitor who comes back too late is told so, and not left with an empty form.
  app.addHook('onRequest', async ({ visit, method, routeOptions }, reply) => {
    const page = visit.path.split('?')[0]!
    if (!visit.ended || method === 'POST' || routeOptions.url === undefined || PUBLIC_PAGES.includes(page)) return
    return reply.redirect(`/${visit.language}/ended`, 303)
  })

  app.addHook('preParsing', async (request) => {
    request.isParsing = true
  })

  // Every form sends a token back: other sites cannot send one for the visitor. Browsers say it, too.
  app.addHook('preHandler', async (request) => {
    request.isParsing = false
    const { method, visit, body, headers } = request
    if (method !== 'POST') return
    const site = headers['sec-fetch-site']
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new PortalError('FORM_OUTDATED')
    if (visit.ended) throw new PortalError('SESSION_ENDED')
    if (!visit.sent(body)) throw new PortalError('FORM_OUTDATED')
  })
}

function busy(desk: Desk): PortalError {
  desk.metrics.refused.inc({ because: 'uploads' })
  return new PortalError('BUSY')
}

function kindOf({ method, headers }: FastifyRequest): keyof typeof COSTS {
  if (method !== 'POST') return 'page'
  return (headers['content-type'] ?? '').toLowerCase().includes('multipart') ? 'upload' : 'form'
}

function namedLanguage(url: string): Language | undefined {
  return LANGUAGES.find((language) => url === `/${language}` || new RegExp(`^/${language}[/?]`).test(url))
}

/** The language of the address, else the first that the browser asks for, else Kazakh. */
function languageOf(request: FastifyRequest): Language {
  const named = namedLanguage(request.url)
  if (named !== undefined) return named
  const asked = (request.headers['accept-language'] ?? '')
    .slice(0, 200)
    .split(',')
    .map((one) => one.trim().slice(0, 2).toLowerCase())
  return (
    asked.map((one) => LANGUAGES.find((language) => language === one)).find((one) => one !== undefined) ?? 'kk'
  )
}
