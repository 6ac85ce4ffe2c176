// A browser for the tests: Debian's Chromium, without a window.

import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Portal } from './portal.js'

const SCREENSHOTS = new URL('../../../../build/node-example/screenshots/', import.meta.url)
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The part of axe in use, which runs in the page. */
interface Axe {
  run(): Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }>
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A portal that listens, and a browser before it. */
export class Journey {
  /** The number of audited pages. */
  audited = 0

  private constructor(
    readonly portal: Portal,
    readonly address: string,
    readonly browser: Browser,
  ) {}

  static async open(): Promise<Journey> {
    mkdirSync(SCREENSHOTS, { recursive: true })
    const portal = await Portal.open()
    const address = await portal.app.listen({ port: 0, host: '127.0.0.1' })
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: FLAGS,
    })
    return new Journey(portal, address, browser)
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.portal.close()
  }

  /** A visitor of its own, who fails the test by any error of a script or a policy. */
  async visitor(options: { width?: number; scripts?: boolean } = {}): Promise<Page> {
    const { width = 1100, scripts = true } = options
    const context: BrowserContext = await this.browser.newContext({
      viewport: { width, height: 800 },
      javaScriptEnabled: scripts,
      baseURL: this.address,
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    // Machines that do much else at the same time are slow.
    page.setDefaultTimeout(60_000)
    page.on('pageerror', (error) => assert.fail(error))
    page.on('console', (message) => {
      // Chromium calls every status of 400 and more an error of the console.
      const isStatus = message.text().startsWith('Failed to load resource')
      if (message.type() === 'error' && !isStatus) assert.fail(message.text())
    })
    return page
  }

  /** Audits a page by axe's rules, checks that nothing is wider than it, and keeps a picture of it. */
  async look(page: Page, name: string, scripts = true): Promise<void> {
    await page.screenshot({ path: new URL(`${name}.png`, SCREENSHOTS).pathname, fullPage: true })
    if (!scripts) return
    await page.evaluate(AXE)
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: Axe }
      const { violations } = await axe.run()
      return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`)
    })
    assert.deepEqual(violations, [], name)
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    assert.equal(overflow, 0, `${name} is wider than its window`)
    this.audited += 1
  }
}
