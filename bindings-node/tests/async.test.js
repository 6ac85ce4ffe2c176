'use strict'

const assert = require('node:assert/strict')
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const test = require('node:test')
const { Worker } = require('node:worker_threads')

const { Rulebook } = require('qujat')

const { FOLDER, ROOT } = require('./operations.js')

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
  // Without its bytes, it is told as unchecked.
  const without = rules.assess(form, ON)
  const problems = without.problems.filter((problem) => problem.code !== 'PHOTO_UNCHECKED')
  assert.equal(problems.length, without.problems.length - 1)
  assert.deepEqual(others, { ...without, problems })
})

test('a signal that has come already rejects with its reason', async () => {
  await assert.rejects(rules.checkPhoto(photo, ON, { signal: AbortSignal.abort() }), { name: 'AbortError' })
  const reason = new Error('the upload was given up')
  await assert.rejects(rules.checkPhoto(photo, ON, { signal: AbortSignal.abort(reason) }), reason)
})

/** The processor time of this process, in microseconds, its pool's threads included. */
function spent() {
  const { user, system } = process.cpuUsage()
  return user + system
}

test('a signal that comes later rejects at once, and what has not begun is left out', async () => {
  const controller = new AbortController()
  const { signal } = controller
  await rules.checkPhoto(photo, ON)
  const before = spent()
  await rules.checkPhoto(photo, ON)
  const one = spent() - before
  const asked = Array.from({ length: 40 }, () => rules.checkPhoto(photo, ON, { signal }))
  const begun = spent()
  controller.abort()
  // Before the next turn of the loop, in which at the earliest a check could be done.
  const turn = new Promise((resolve) => setImmediate(resolve, 'the promises waited for the work'))
  const answers = await Promise.race([Promise.allSettled(asked), turn])
  for (const answer of answers) {
    assert.equal(answer.reason?.name, 'AbortError', answers)
  }
  await rules.checkPhoto(photo, ON)
  // As many as there are threads had begun, four of forty.
  assert.ok(spent() - begun < 20 * one, 'the work was done all the same')
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
