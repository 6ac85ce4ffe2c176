// A portal as a process of its own, which can be asked over HTTP, stopped and killed.

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request, type IncomingMessage } from 'node:http'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { NOW } from './portal.js'

const MAIN = fileURLToPath(new URL('../src/main.js', import.meta.url))

/** No limit of time or rate, however slow the machine that runs the tests is. */
const PATIENT = {
  QUJAT_BURST: '1000000',
  QUJAT_SESSION_BURST: '1000000',
  QUJAT_HEADER_SECONDS: '3600',
  QUJAT_BODY_SECONDS: '3600',
  QUJAT_STOP_SECONDS: '3600',
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

export class Process {
  readonly #folder = mkdtempSync(join(tmpdir(), 'portal-process-'))
  #child!: ChildProcess
  #port = 0
  /** The exit status, once it has one. */
  ended!: Promise<number | null>

  static async start(): Promise<Process> {
    const running = new Process()
    running.#port = await freePort()
    await running.start()
    return running
  }

  get database(): string {
    return join(this.#folder, 'portal.sqlite')
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Starts it, and waits until it answers. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [MAIN, String(this.#port)], {
      env: { ...PATIENT, QUJAT_DATABASE: this.database, QUJAT_NOW: NOW },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    this.#child = child
    this.ended = once(child, 'exit').then(([code]) => code as number | null)
    while (await this.#isRefusing()) {
      if (child.exitCode !== null) throw new Error('the portal did not start')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  /** Kills it, as a loss of power would. */
  async kill(): Promise<void> {
    this.signal('SIGKILL')
    await this.ended
  }

  /** Waits until it takes no connections any more. */
  async refusing(): Promise<void> {
    while (!(await this.#isRefusing())) await new Promise((resolve) => setTimeout(resolve, 20))
  }

  visitor(): Client {
    return new Client(this)
  }

  async close(): Promise<void> {
    await this.kill()
    rmSync(this.#folder, { recursive: true })
  }

  async #isRefusing(): Promise<boolean> {
    const socket = connect(this.#port, '127.0.0.1')
    return new Promise((resolve) => {
      socket.once('connect', () => resolve(false)).once('error', () => resolve(true))
    }).then((refusing) => {
      socket.destroy()
      return refusing as boolean
    })
  }
}

/** A visitor over HTTP, who keeps one cookie and the token of the last page. */
export class Client {
  cookie = ''
  token = ''

  constructor(private readonly portal: Process) {}

  get(path: string): Promise<Answer> {
    return this.#send(path)
  }

  post(path: string, fields: Record<string, string> = {}): Promise<Answer> {
    return this.#send(path, new URLSearchParams({ token: this.token, ...fields }).toString())
  }

  /** Each request has a connection of its own. */
  async #send(path: string, form?: string): Promise<Answer> {
    const type = form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request(
        `${this.portal.address}${path}`,
        { method: form === undefined ? 'GET' : 'POST', agent: false, headers: { cookie: this.cookie, ...type } },
        resolve,
      )
        .once('error', reject)
        .end(form ?? '')
    })
    const body = await text(response)
    // Only an answer that arrived whole is known to its visitor.
    const [cookie] = response.headers['set-cookie'] ?? []
    if (cookie !== undefined) this.cookie = cookie.split(';')[0]!
    this.token = /name="token" value="([^"]+)"/.exec(body)?.[1] ?? this.token
    return { status: response.statusCode ?? 0, location: response.headers.location ?? '', body }
  }
}

export interface Answer {
  status: number
  location: string
  body: string
}
