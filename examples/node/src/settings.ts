// The settings with which the portal is started.

import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { fileURLToPath } from 'node:url'
import { clockOf, type Clock } from './clock.js'
import { checkPrivate } from './store/files.js'

/** The folder of the rules and the invented service centres of the examples. */
const EXAMPLES = new URL('../../../', import.meta.url)

export interface Settings {
  /** The file of the database; made if it is missing. */
  database: string
  /** The file of the keys; without one that is named, see `openKeys`. */
  keys: { file: string; named: boolean }
  /** The file of the rulebook. */
  rulebook: string
  /** The file of the service centres. */
  centres: string
  /** The file in which the operator's monitoring records technical faults. */
  faults: string
  clock: Clock
  /** The address to listen on. */
  host: string
  /** Browsers reach the portal by https. Needed on any address but loopback. */
  https: boolean
  /** The proxies whose `X-Forwarded-For` is believed. */
  proxies: string[]
  /** The token that a scraper of metrics has to show; without it there are
   * no metrics. */
  metricsToken: string | undefined
  /** The age at which `purge` erases an application, in days. */
  retentionDays: number
  limits: Limits
}

/** Bounds of what the portal takes from all visitors and from each. */
export interface Limits {
  /** After so many milliseconds without a request a session ends, and after so many in any case. */
  idle: number
  session: number
  /** Sessions and drafts at once, and the bytes of all drafts' pictures. */
  sessions: number
  draftBytes: number
  /** Requests per second in the long run, and at once, of one address and of one session. */
  rate: number
  burst: number
  sessionRate: number
  sessionBurst: number
  /** Uploads that are taken and checked at once. */
  uploads: number
  /** Connections at once. */
  connections: number
  /** Milliseconds to send the head of a request, to send all of it, and between two requests. */
  head: number
  request: number
  keepAlive: number
  /** Milliseconds that requests under way are given after SIGTERM. */
  stop: number
  /** An application that nobody has paid for after so many milliseconds no longer keeps others away. */
  unpaid: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The settings that the environment names. */
export function settingsOf(environment: NodeJS.ProcessEnv): Settings {
  const text = (name: string): string | undefined => environment[name] || undefined
  const count = (name: string, usual: number, greatest = 1e9): number => {
    const typed = text(name)
    if (typed === undefined) return usual
    const value = Number(typed)
    if (!/^\d+$/.test(typed) || value < 1 || value > greatest) {
      throw new Error(`${name} must be a whole number from 1 to ${greatest}`)
    }
    return value
  }
  const database = text('QUJAT_DATABASE') ?? 'qujat-portal.sqlite'
  const named = text('QUJAT_KEYS')
  const tokenFile = text('QUJAT_METRICS_TOKEN_FILE')
  return {
    database,
    keys: { file: named ?? `${database}.keys`, named: named !== undefined },
    rulebook: text('QUJAT_RULEBOOK') ?? fileURLToPath(new URL('rulebooks/extended-example.json', EXAMPLES)),
    centres: text('QUJAT_CENTRES') ?? fileURLToPath(new URL('data/centres.json', EXAMPLES)),
    faults: text('QUJAT_FAULTS') ?? fileURLToPath(new URL('data/faults.json', EXAMPLES)),
    clock: clockOf(environment),
    host: text('QUJAT_HOST') ?? '127.0.0.1',
    https: environment['QUJAT_HTTPS'] === '1',
    proxies: (text('QUJAT_PROXIES') ?? '').split(',').map((one) => one.trim()).filter(Boolean),
    metricsToken: tokenFile === undefined ? undefined : tokenIn(tokenFile),
    retentionDays: count('QUJAT_RETENTION_DAYS', 365, 36_500),
    limits: {
      idle: count('QUJAT_IDLE_MINUTES', 30, 1440) * MINUTE,
      session: count('QUJAT_SESSION_HOURS', 12, 168) * HOUR,
      sessions: count('QUJAT_SESSIONS', 10_000),
      draftBytes: count('QUJAT_DRAFT_MEGABYTES', 20_000) * 1e6,
      rate: count('QUJAT_RATE', 20),
      burst: count('QUJAT_BURST', 200),
      sessionRate: count('QUJAT_SESSION_RATE', 2),
      sessionBurst: count('QUJAT_SESSION_BURST', 120),
      uploads: count('QUJAT_UPLOADS', 16),
      connections: count('QUJAT_CONNECTIONS', 1000),
      head: count('QUJAT_HEADER_SECONDS', 10) * 1000,
      request: count('QUJAT_BODY_SECONDS', 60) * 1000,
      keepAlive: count('QUJAT_KEEP_ALIVE_SECONDS', 5) * 1000,
      stop: count('QUJAT_STOP_SECONDS', 30) * 1000,
      unpaid: count('QUJAT_UNPAID_HOURS', 72) * HOUR,
    },
  }
}

/** `true` if this address is reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

/** Refuses settings under which others could read or forge what citizens send. */
export function checkSettings({ host, https, keys }: Settings): void {
  if (isLoopback(host)) return
  if (!keys.named) throw new Error('QUJAT_KEYS must name the file of the keys, unless QUJAT_HOST is a loopback address')
  if (!https) throw new Error('QUJAT_HTTPS must be 1, unless QUJAT_HOST is a loopback address')
}

function tokenIn(file: string): string {
  checkPrivate(file)
  const token = readFileSync(file, 'utf8').trim()
  if (token.length < 16) throw new Error('the token in QUJAT_METRICS_TOKEN_FILE must have at least 16 characters')
  return token
}
