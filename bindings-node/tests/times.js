'use strict'

// Tests that depend on a machine's speed and load too, so they are no part of `make test`: `make
// test-more` runs them. node --test tests/times.js

const assert = require('node:assert/strict')
const { execFileSync } = require('node:child_process')
const crypto = require('node:crypto')
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { monitorEventLoopDelay } = require('node:perf_hooks')
const test = require('node:test')
const { promisify } = require('node:util')

const { Rulebook } = require('qujat')

const { FOLDER } = require('./operations.js')

const pbkdf2 = promisify(crypto.pbkdf2)
const rules = Rulebook.edition()
const photo = readFileSync(join(FOLDER, 'images', 'photos', 'good.png'))
const ON = '2026-02-10'

// On the loop a single check would hold it up for far longer.
const LIMIT_MS = 15
const ROUNDS = 5

/** The 99th percentile of the loop's delay, in milliseconds, while twenty of these are under way. */
async function delayDuring(work) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await Promise.all(Array.from({ length: 20 }, work))
  delay.disable()
  return delay.percentile(99) / 1e6
}

test('the event loop goes on while twenty photos are checked', async (context) => {
  await rules.checkPhoto(photo, ON)
  const found = []
  // A machine with other work lets the loop wait whatever is done: Node's own work on the same threads
  // says how long, so that a round there is no worse than that.
  while (found.length < ROUNDS && !found.some(({ own, usual }) => own < Math.max(LIMIT_MS, 1.2 * usual))) {
    const own = await delayDuring(() => rules.checkPhoto(photo, ON))
    const usual = own < LIMIT_MS ? 0 : await delayDuring(() => pbkdf2('secret', 'salt', 20_000, 64, 'sha512'))
    found.push({ own, usual })
    context.diagnostic(`p99 of the delay is ${own.toFixed(2)} ms; of Node's own work ${usual.toFixed(2)} ms`)
  }
  assert.ok(found.some(({ own, usual }) => own < Math.max(LIMIT_MS, 1.2 * usual)), JSON.stringify(found))
})

test('lists and texts without end are refused in no time', () => {
  const args = [join(__dirname, 'attacks.js'), 'lists and texts without end are refused at once']
  execFileSync(process.execPath, args, { env: { ...process.env, QUJAT_TIMES: '1' } })
})
