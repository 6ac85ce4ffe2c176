// The questions of those who run the portal: its life, its readiness, and its figures.

import type { FastifyInstance } from 'fastify'
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Desk } from './desk.js'
import { PortalError } from './problems.js'
import { purge } from './retention.js'

/** The interval at which ended sessions are forgotten, with their drafts. */
const PURGE_EVERY = 60_000

export function operation(app: FastifyInstance, desk: Desk): void {
  // The process answers at all; a database that is locked is no reason to restart it.
  app.get('/health', async () => ({ status: 'ok' }))

  app.get('/ready', async (_, reply) => {
    const missing = missingFor(desk)
    return missing.length === 0
      ? { status: 'ready' }
      : reply.code(503).send({ status: 'not ready', missing })
  })

  const { metricsToken } = desk.settings
  if (metricsToken !== undefined) {
    desk.metrics.withProcess()
    app.get('/metrics', async (request, reply) => {
      if (!same(request.headers.authorization ?? '', `Bearer ${metricsToken}`)) throw new PortalError('NOT_FOUND')
      return reply.type(desk.metrics.registry.contentType).send(await desk.metrics.registry.metrics())
    })
  }

  const timer = setInterval(() => {
    try {
      purge(desk, { applications: false })
    } catch (error) {
      app.log.error({ error: (error as Error).name }, 'purge')
    }
  }, PURGE_EVERY)
  timer.unref()
  app.addHook('onClose', async () => clearInterval(timer))
}

/** The reasons that keep the portal from serving; empty if it can. */
function missingFor(desk: Desk): string[] {
  const able = (work: () => unknown): boolean => {
    try {
      work()
      return true
    } catch {
      return false
    }
  }
  const needed = {
    database: () => desk.store.atomically(() => desk.store.database.total('sessions')),
    keys: () => desk.store.database.open('ready', desk.store.database.seal('ready', 'ready')),
    rules: () => {
      const { day: on } = desk.now()
      return [desk.rules.readyOn(on), desk.rules.quote({ document: 'identity_card', ground: 'expiry', on })]
    },
  }
  return Object.entries(needed)
    .filter(([, work]) => !able(work))
    .map(([name]) => name)
}

function same(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
