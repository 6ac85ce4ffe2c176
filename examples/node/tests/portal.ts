// A portal for tests: on a day of one's own, with a database of its own, and visitors without a browser.

import type { FastifyInstance } from 'fastify'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { settingsOf } from '../src/desk.js'
import { makePortal } from '../src/server.js'

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

/** A portal whose clock and life the test holds. */
export class Portal {
  now = NOW
  logged = ''
  app!: FastifyInstance
  readonly #folder = mkdtempSync(join(tmpdir(), 'portal-'))

  static async open(): Promise<Portal> {
    const portal = new Portal()
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
    const settings = { ...settingsOf({ QUJAT_DATABASE: this.database }), clock: () => new Date(this.now) }
    this.app = await makePortal(settings, log)
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

/** What a visitor sees. */
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

  /** Sends a form with a file. */
  async upload(path: string, field: string, file: Buffer, headers: Record<string, string> = {}): Promise<Seen> {
    const boundary = 'boundary-of-the-tests'
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="token"\r\n\r\n${this.token}\r\n--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="file"\r\ncontent-type: application/octet-stream\r\n\r\n`
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
    for (const { name, value } of response.cookies) this.cookies.set(name, value)
    const { location } = response.headers
    if (location !== undefined) return this.get(String(location))
    this.token = /name="token" value="([^"]+)"/.exec(response.body)?.[1] ?? this.token
    return { status: response.statusCode, path: request.url, body: response.body, headers: response.headers }
  }
}

/** Answers to the first question that make the card fit. */
export const FITS = { document: 'identity_card', ground: 'expiry', expires: '25', month: '2', year: '2026' }

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
  return visitor.post(`/${language}/pickup`, { centre: 'astana-1', day: '2026-03-03', time: '09:30' })
}
