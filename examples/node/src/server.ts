// The portal as a Fastify application.

import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Language } from 'qujat'
import type { Writable } from 'node:stream'
import { assets } from './assets.js'
import { openDesk, type Settings } from './desk.js'
import type { Html } from './html.js'
import { detailsPage } from './pages/details.js'
import { donePages } from './pages/done.js'
import { eligibilityPages } from './pages/eligibility.js'
import { feedbackPages } from './pages/feedback.js'
import { paymentPages } from './pages/payment.js'
import { photoPages } from './pages/photo.js'
import { pickupPages } from './pages/pickup.js'
import { reviewPages } from './pages/review.js'
import { signaturePages } from './pages/signature.js'
import { startPage } from './pages/start.js'
import { answerError, PortalError } from './problems.js'
import { LANGUAGES } from './texts.js'
import { isOurs, visitOf } from './visit.js'

declare module 'fastify' {
  interface FastifyReply {
    html(page: Html): FastifyReply
  }
}

/** What the server takes at all, in bytes: of an upload, and of any other form. It only guards the memory,
 * and is above the rulebook's limits, so that the library says what is too large, and why. */
const MAX_FILE = 6 << 20
const MAX_FORM = 1 << 20

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; " +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
}

/** Builds the portal and opens its database; closing it closes that. Its log goes to `log`. */
export async function makePortal(settings: Settings, log: Writable): Promise<FastifyInstance> {
  const desk = openDesk(settings)
  const app = Fastify({
    // One line of our own for each request: addresses and headers lead to persons.
    logController: new LogController({ disableRequestLogging: true }),
    logger: { stream: log, base: null, serializers: { req: () => ({}), res: () => ({}) } },
    bodyLimit: MAX_FILE + MAX_FORM,
    exposeHeadRoutes: true,
  })
  app.addHook('onClose', async () => desk.store.close())
  app.decorateReply('html', function (this: FastifyReply, page: Html) {
    return this.type('text/html; charset=utf-8').send(page.text)
  })
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: MAX_FORM })
  await app.register(multipart, {
    attachFieldsToBody: 'keyValues',
    limits: { fileSize: MAX_FILE, files: 1, fields: 10, fieldSize: MAX_FORM },
  })

  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(HEADERS)
    request.visit = visitOf(request, reply, languageOf(request), desk.store.secret, settings.https)
  })
  // Every form sends the session's token back: other sites cannot send one for the visitor.
  app.addHook('preHandler', async ({ method, visit, body }) => {
    if (method === 'POST' && !isOurs(visit, body)) throw new PortalError('FORM_OUTDATED')
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    request.log.info({
      method,
      route: routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
  app.setErrorHandler((error: Error, request, reply) => answerError(desk, error, request, reply))
  app.setNotFoundHandler((request, reply) => answerError(desk, new PortalError('NOT_FOUND'), request, reply))

  assets(app)
  app.get('/', async ({ visit }, reply) => reply.redirect(`/${visit.language}`, 302))
  app.get('/health', async () => {
    desk.store.bookings(desk.now().day)
    return { status: 'ok' }
  })
  for (const language of LANGUAGES) {
    await app.register(
      async (pages) => {
        startPage(pages, desk)
        eligibilityPages(pages, desk)
        detailsPage(pages, desk)
        photoPages(pages, desk)
        signaturePages(pages, desk)
        pickupPages(pages, desk)
        reviewPages(pages, desk)
        paymentPages(pages, desk)
        donePages(pages, desk)
        feedbackPages(pages, desk)
      },
      { prefix: `/${language}` },
    )
  }
  return app
}

/** The language of the address, else the first that the browser asks for, else Kazakh. */
function languageOf(request: FastifyRequest): Language {
  const named = LANGUAGES.find((language) => new RegExp(`^/${language}([/?]|$)`).test(request.url))
  if (named !== undefined) return named
  const asked = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((one) => one.trim().slice(0, 2).toLowerCase())
  return (
    asked.map((one) => LANGUAGES.find((language) => language === one)).find((one) => one !== undefined) ?? 'kk'
  )
}
