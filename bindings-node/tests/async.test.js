'use strict'

const assert = require('node:assert/strict')
const crypto = require('node:crypto')
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { monitorEventLoopDelay } = require('node:perf_hooks')
const test = require('node:test')
const { promisify } = require('node:util')
const { Worker } = require('node:worker_threads')

const { Rulebook } = require('qujat')

const { FOLDER, ROOT } = require('./operations.js')

const pbkdf2 = promisify(crypto.pbkdf2)
const rules = Rulebook.edition()
const photo = readFileSync(join(FOLDER, 'images', 'photos', 'good.png'))
const ON = '2026-02-10'

test('a photo is checked on the thread pool, from any bytes', async () => {
  const report = await rules.checkPhoto(photo, ON)
  assert.equal(report.verdict, 'pass')
  // The same bytes as a part of a larger buffer.
  const larger = new Uint8Array(photo.length + 10)
  larger.set(photo, 5)
  assert.deepEqual(await rules.checkPhoto(larger.subarray(5, 5 + photo.length), ON), report)
  const clean = await rules.sanitizeImage(photo, ON)
  assert.ok(Buffer.isBuffer(clean))
  const picture = await rules.decodeImage(clean, ON)
  assert.equal(picture.rgb.length, picture.width * picture.height * 3)
  assert.equal((await rules.inspectImage(photo, ON)).format, 'png')
})

test('a photo is part of an assessment', async () => {
  const form = readFileSync(join(ROOT, 'examples', 'data', 'eligible.json'))
  const { photo: report, ...others } = await rules.assessWithPictures(form, ON, { photo })
  assert.deepEqual(report, await rules.checkPhoto(photo, ON))
  assert.deepEqual(others, rules.assess(form, ON))
})

test('a signal that has come already rejects with its reason', async () => {
  await assert.rejects(rules.checkPhoto(photo, ON, { signal: AbortSignal.abort() }), { name: 'AbortError' })
  const reason = new Error('the upload was given up')
  await assert.rejects(rules.checkPhoto(photo, ON, { signal: AbortSignal.abort(reason) }), reason)
})

test('a signal that comes later rejects at once, and what has not begun is left out', async () => {
  const controller = new AbortController()
  const { signal } = controller
  const whole = performance.now()
  await rules.checkPhoto(photo, ON)
  const one = performance.now() - whole
  const asked = Array.from({ length: 40 }, () => rules.checkPhoto(photo, ON, { signal }))
  const begun = performance.now()
  controller.abort()
  for (const answer of await Promise.allSettled(asked)) {
    assert.equal(answer.reason?.name, 'AbortError')
  }
  assert.ok(performance.now() - begun < Math.max(one, 50), 'the promises waited for the work')
  // The pool is free again long before it could have checked forty photos.
  await rules.inspectImage(photo, ON)
  assert.ok(performance.now() - begun < 20 * one, 'the work was done all the same')
})

test('a signal can serve many checks, and comes too late for those that are done', async () => {
  const { signal } = new AbortController()
  const warnings = []
  process.on('warning', (warning) => warnings.push(warning.name))
  let own = 0
  signal.onabort = () => (own += 1)
  const reports = await Promise.all(Array.from({ length: 12 }, () => rules.checkPhoto(photo, ON, { signal })))
  assert.deepEqual(reports[0], reports[2])
  signal.dispatchEvent(new Event('abort'))
  assert.equal(own, 1)
  assert.deepEqual(warnings, [])
})

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

test('every worker thread has its own rulebook and its own errors', async () => {
  const answers = await Promise.all([1, 2, 3, 4].map(() => new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'worker.js'), { workerData: photo })
    worker.once('message', resolve)
    worker.once('error', reject)
  })))
  for (const answer of answers) {
    assert.deepEqual(answer, { outcome: 'eligible', code: 'DATE_INVALID', isError: true, verdict: 'pass' })
  }
})
