// Figures of the running portal for Prometheus. Labels are routes, statuses and outcomes, nothing that was sent.

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Store } from './store/store.js'

/** From a page out of memory to a photo that is checked on a busy machine, in seconds. */
const SECONDS = [0.005, 0.02, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const METHODS = ['GET', 'HEAD', 'POST']

export class Metrics {
  readonly registry = new Registry()
  readonly filings: Counter<'outcome'>
  readonly refused: Counter<'because'>
  readonly #requests: Counter<'method' | 'route' | 'status'>
  readonly #seconds: Histogram<'route'>
  readonly #open: Gauge

  constructor(store: Store) {
    const registers = [this.registry]
    this.filings = new Counter({
      name: 'portal_filings_total',
      help: 'Attempts to file an application, by what came of them',
      labelNames: ['outcome'],
      registers,
    })
    this.refused = new Counter({
      name: 'portal_refused_total',
      help: 'Requests that were refused to protect the others: by rate, or since all places are taken',
      labelNames: ['because'],
      registers,
    })
    this.#requests = new Counter({
      name: 'portal_requests_total',
      help: 'Requests that were answered',
      labelNames: ['method', 'route', 'status'],
      registers,
    })
    this.#seconds = new Histogram({
      name: 'portal_request_seconds',
      help: 'How long requests took',
      labelNames: ['route'],
      buckets: SECONDS,
      registers,
    })
    this.#open = new Gauge({ name: 'portal_requests_open', help: 'Requests that are not answered yet', registers })
    const total = (name: string, help: string, of: 'sessions' | 'draft_bytes'): Gauge =>
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(store.database.total(of))
        },
      })
    total('portal_sessions', 'Sessions that are kept', 'sessions')
    total('portal_draft_bytes', 'Bytes of the pictures of all drafts', 'draft_bytes')
  }

  /** Adds figures of the process. */
  withProcess(): void {
    collectDefaultMetrics({ register: this.registry })
  }

  begun(): void {
    this.#open.inc()
  }

  /** Answered, or given up by the visitor. */
  over(): void {
    this.#open.dec()
  }

  answered(method: string, route: string, status: number, milliseconds: number): void {
    this.#requests.inc({ method: METHODS.includes(method) ? method : 'other', route, status })
    this.#seconds.observe({ route }, milliseconds / 1000)
  }
}
