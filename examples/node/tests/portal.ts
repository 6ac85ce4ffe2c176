// A portal for tests: on a day of one's own, with a database of its own, and visitors without a browser.

import type { FastifyInstance } from 'fastify'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { makePortal } from '../src/server.js'
import { settingsOf, type Limits, type Settings } from '../src/settings.js'
import { Database } from '../src/store/database.js'
import { Keys } from '../src/store/keys.js'

const ROOT = new URL('../../../../', import.meta.url)
/** The day on which the tests' cards can be renewed, in Kazakhstan. */
export const NOW = '2026-02-10T10:00:00+05:00'

/** A file of the vectors' pictures, such as `photos/good.png`. */
export function picture(name: string): Buffer {
  return readFileSync(new URL(`core/vectors/images/${name}`, ROOT))
}

export function picturePath(name: string): string {
  return new URL(`core/vectors/images/${name}`, ROOT).pathname
}

/** Tests send more in an instant than a visitor does. */
const GENEROUS = { burst: 1e6, sessionBurst: 1e6 }

/** A portal whose clock and life the test holds. */
export class Portal {
  now = NOW
  logged = ''
  app!: FastifyInstance
  readonly #folder = mkdtempSync(join(tmpdir(), 'portal-'))

  /** Milliseconds since the start, for limits of requests. */
  ticks = 0

  private constructor(
    readonly limits: Partial<Limits>,
    readonly changes: Partial<Settings>,
  ) {}

  static async open(limits: Partial<Limits> = {}, changes: Partial<Settings> = {}): Promise<Portal> {
    const portal = new Portal(limits, changes)
    await portal.start()
    return portal
  }

  get database(): string {
    return join(this.#folder, 'portal.sqlite')
  }

  async start(): Promise<void> {
    const log = new Writable({
      write: (chunk: Buffer, _, done) => {
        this.logged += chunk.toString()
        done()
      },
    })
    const usual = settingsOf({ QUJAT_DATABASE: this.database })
    const settings = {
      ...usual,
      clock: () => new Date(this.now),
      limits: { ...usual.limits, ...GENEROUS, ...this.limits },
      ...this.changes,
    }
    this.app = await makePortal(settings, log, () => this.ticks)
  }

  /** Lets so many minutes pass. */
  pass(minutes: number): void {
    this.now = new Date(Date.parse(this.now) + minutes * 60_000).toISOString()
  }

  /** The database next to the portal, with its keys. */
  inside<T>(look: (database: Database) => T): T {
    const database = Database.open(this.database, Keys.open(`${this.database}.keys`))
    try {
      return look(database)
    } finally {
      database.close()
    }
  }

  /** Stops and starts again, as a new process would: only the database is left. */
  async restart(): Promise<void> {
    await this.app.close()
    await this.start()
  }

  async close(): Promise<void> {
    await this.app.close()
    rmSync(this.#folder, { recursive: true })
  }
}

/** A visitor's view of the portal. */
export interface Seen {
  status: number
  path: string
  body: string
  headers: Record<string, unknown>
}

/** A visitor without scripts: keeps cookies, follows redirects, sends the forms of the page before. */
export class Visitor {
  cookies = new Map<string, string>()
  token = ''

  constructor(readonly portal: Portal) {}

  async get(path: string, headers: Record<string, string> = {}): Promise<Seen> {
    return this.#send({ method: 'GET', url: path, headers: { ...headers, ...this.#cookie() } })
  }

  async post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Seen> {
    const payload = new URLSearchParams({ token: this.token, ...fields }).toString()
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    return this.#send({ method: 'POST', url: path, payload, headers: { ...type, ...headers, ...this.#cookie() } })
  }

  /** Sends a form with a file, or with a long text in its place. */
  async upload(
    path: string,
    field: string,
    file: Buffer,
    headers: Record<string, string> = {},
    asText = false,
  ): Promise<Seen> {
    const boundary = 'boundary-of-the-tests'
    const kind = asText ? '' : '; filename="file"\r\ncontent-type: application/octet-stream'
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="token"\r\n\r\n${this.token}\r\n--${boundary}\r\ncontent-disposition: form-data; name="${field}"${kind}\r\n\r\n`
    const payload = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)])
    const type = { 'content-type': `multipart/form-data; boundary=${boundary}` }
    return this.#send({ method: 'POST', url: path, payload, headers: { ...type, ...headers, ...this.#cookie() } })
  }

  #cookie(): Record<string, string> {
    return { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
  }

  async #send(request: {
    method: 'GET' | 'POST'
    url: string
    headers: Record<string, string>
    payload?: string | Buffer
  }): Promise<Seen> {
    const response = await this.portal.app.inject(request)
    for (const { name, value } of response.cookies) {
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    const { location } = response.headers
    if (location !== undefined) return this.get(String(location))
    this.token = /name="token" value="([^"]+)"/.exec(response.body)?.[1] ?? this.token
    return { status: response.statusCode, path: request.url, body: response.body, headers: response.headers }
  }
}

/** Answers to the first question that make the card fit. */
export const FITS = { document: 'identity_card', ground: 'expiry', expires: '25', month: '2', year: '2026' }

/** The form of numbers of applications. */
export const NUMBER = /[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}/

/** IINs of nobody with right check digits, each for a number from 0 to 9999. */
export function iinOf(person: number): string {
  const digits = `9001013${String(person).padStart(4, '0')}`
  const check = (shift: number): number =>
    [...digits].reduce((sum, digit, place) => sum + Number(digit) * (((place + shift) % 11) + 1), 0) % 11
  const digit = check(0) === 10 ? check(2) : check(0)
  // Some numbers have no check digit and stand for nobody.
  return digit === 10 ? iinOf(person + 5000) : `${digits}${digit}`
}

/** Details without a mistake, of nobody. */
export const DETAILS = {
  surname: 'ҮЛГІЕВ',
  given_name: 'СЕРІК',
  patronymic: 'БОЛАТҰЛЫ',
  iin: '900101300007',
  card_number: '012345678',
  phone: '+7 (701) 000-00-01',
  email: 'serik.ulgiev@example.kz',
  receiving: 'pickup',
}

export const DELIVERY = {
  ...DETAILS,
  receiving: 'delivery',
  region: 'KZ-75',
  locality: 'Алматы',
  street: 'улица Примерная',
  building: '10',
  flat: '5',
  postcode: '050000',
}

/** The six mistakes of `examples/data/six_mistakes.json`. */
export const SIX_MISTAKES = {
  ...DELIVERY,
  surname: 'ULGIEV',
  iin: '900101300008',
  card_number: '12345',
  phone: '+7 7172 00-00-01',
  email: 'Serik <serik@example.kz>',
  postcode: '0100',
}

/** Goes through all pages up to the last before filing. */
export async function toReview(
  visitor: Visitor,
  language: string,
  details: Record<string, string>,
): Promise<Seen> {
  await visitor.get(`/${language}/eligibility`)
  await visitor.post(`/${language}/eligibility`, FITS)
  await visitor.post(`/${language}/details`, details)
  await visitor.upload(`/${language}/photo`, 'photo', picture('photos/good.png'))
  await visitor.upload(`/${language}/signature`, 'signature', picture('signatures/signature-1.png'))
  if (details['receiving'] !== 'pickup') return visitor.get(`/${language}/review`)
  await visitor.get(`/${language}/pickup`)
  await visitor.post(`/${language}/near`, { page: 'pickup', region: 'KZ-71' })
  return visitor.post(`/${language}/pickup`, { centre: 'astana-1', day: '2026-03-04', time: '09:30' })
}
