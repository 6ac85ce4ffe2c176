// The portal as a Fastify application.

import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import Fastify, { LogController, type FastifyInstance, type FastifyReply } from 'fastify'
import type { Writable } from 'node:stream'
import { assets } from './assets.js'
import { openDesk, type Desk } from './desk.js'
import { guards, MAX_FILE, MAX_FORM } from './guards.js'
import type { Html } from './html.js'
import type { Ticks } from './limits.js'
import { operation } from './operation.js'
import { detailsPage } from './pages/details.js'
import { donePages } from './pages/done.js'
import { eligibilityPages } from './pages/eligibility.js'
import { endedPages } from './pages/ended.js'
import { faultPages } from './pages/fault.js'
import { feedbackPages } from './pages/feedback.js'
import { nearPages } from './pages/near.js'
import { paymentPages } from './pages/payment.js'
import { photoPages } from './pages/photo.js'
import { pickupPages } from './pages/pickup.js'
import { reviewPages } from './pages/review.js'
import { signaturePages } from './pages/signature.js'
import { startPage } from './pages/start.js'
import { answerError, PortalError } from './problems.js'
import type { Settings } from './settings.js'
import { LANGUAGES } from './texts.js'

declare module 'fastify' {
  interface FastifyReply {
    html(page: Html): FastifyReply
  }
}

/** Builds the portal and opens its database; closing it closes that. Its log goes to `log`. */
export async function makePortal(
  settings: Settings,
  log: Writable,
  ticks: Ticks = () => performance.now(),
): Promise<FastifyInstance> {
  const desk = openDesk(settings)
  const { limits } = settings
  const app = Fastify({
    // One line of our own for each request: addresses and headers lead to persons.
    logController: new LogController({ disableRequestLogging: true }),
    logger: { stream: log, base: null, serializers: { req: () => ({}), res: () => ({}) } },
    bodyLimit: MAX_FORM,
    exposeHeadRoutes: true,
    trustProxy: settings.proxies.length > 0 ? settings.proxies : false,
    // Nobody holds a connection by sending little or nothing.
    requestTimeout: limits.request,
    connectionTimeout: limits.request,
    keepAliveTimeout: limits.keepAlive,
    http: {
      requestTimeout: limits.request,
      headersTimeout: Math.min(limits.head, limits.request),
      connectionsCheckingInterval: Math.min(1000, limits.head),
    },
    // A connection that waits for the next request is let go when the portal stops; one that waits for
    // an answer gets it.
    forceCloseConnections: 'idle',
    clientErrorHandler: (_, socket) => socket.destroy(),
  })
  app.server.maxConnections = limits.connections
  app.addHook('onClose', async () => desk.store.close())
  app.decorateReply('html', function (this: FastifyReply, page: Html) {
    return this.type('text/html; charset=utf-8').send(page.text)
  })
  await app.register(cookie)
  await app.register(formbody)
  guards(app, desk, ticks)
  await app.register(multipart, {
    attachFieldsToBody: 'keyValues',
    limits: { fileSize: MAX_FILE, files: 1, fields: 10, parts: 11, fieldSize: MAX_FORM, fieldNameSize: 100, headerPairs: 20 },
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const route = routeOptions.url ?? 'none'
    request.log.info({ method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) })
    desk.metrics.answered(method, route, reply.statusCode, reply.elapsedTime)
  })
  app.setErrorHandler((error: Error, request, reply) => answerError(desk, error, request, reply))
  app.setNotFoundHandler((request, reply) => answerError(desk, new PortalError('NOT_FOUND'), request, reply))

  assets(app)
  operation(app, desk)
  await pagesOf(app, desk)
  return app
}

async function pagesOf(app: FastifyInstance, desk: Desk): Promise<void> {
  app.get('/', async ({ visit }, reply) => reply.redirect(`/${visit.language}`, 302))
  for (const language of LANGUAGES) {
    await app.register(
      async (pages) => {
        startPage(pages, desk)
        eligibilityPages(pages, desk)
        detailsPage(pages, desk)
        photoPages(pages, desk)
        signaturePages(pages, desk)
        nearPages(pages, desk)
        pickupPages(pages, desk)
        reviewPages(pages, desk)
        paymentPages(pages, desk)
        donePages(pages, desk)
        faultPages(pages, desk)
        feedbackPages(pages, desk)
        endedPages(pages, desk)
      },
      { prefix: `/${language}` },
    )
  }
}
