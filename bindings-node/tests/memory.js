'use strict'

// Watches the memory of the process over a million calls: node --expose-gc tests/memory.js [CALLS]
// What takes long is called less often, as its row says.

const { readFileSync } = require('node:fs')
const { join } = require('node:path')

const qujat = require('qujat')

const { ROOT } = require('./operations.js')

const { Application, QujatError, Rulebook } = qujat
const rules = Rulebook.edition()
const form = readFileSync(join(ROOT, 'examples', 'data', 'eligible.json'))
const inquiry = { document: 'identity_card', ground: 'expiry', expiresOn: '2025-11-10' }
const fee = { document: 'identity_card', ground: 'expiry', on: '2026-02-10' }
const ready = { kind: 'registered', application: 'A-1', readyOn: '2026-03-03' }
const overlay = { extends: 'service-2025', edition: 'own', window: { expiry: { source: 'order-389-253', opens_days_before: 31, closes_days_after: 10 } } }
const event = {
  id: 'e-1',
  at: '2026-02-10T09:30:00+05:00',
  action: { event: 'filed', receiving: 'pickup', due: '0.00' },
}
const picture = readFileSync(join(ROOT, 'core', 'vectors', 'images', 'signatures', 'signature-1.png'))
const days = new Int32Array(1000).fill(qujat.toEpochDays('2025-11-10'))
const into = new Uint8Array(days.length)

function refused(act) {
  try {
    act()
  } catch (error) {
    if (error instanceof QujatError) return
    throw error
  }
  throw new Error('not refused')
}

/** The calls, and how many times less often than a decision they are made. */
const calls = [
  ['a decision', 1, () => rules.decide(inquiry, '2025-10-11')],
  ['a decision on changing days', 1, (call) => rules.decide({ ...inquiry, expiresOn: qujat.fromEpochDays(call % 3_000_000) }, '2025-10-11')],
  ['a quote', 1, () => rules.quote(fee)],
  ['a ready date', 1, () => rules.readyOn('2026-02-10')],
  ['the day of an instant', 1, (call) => qujat.dayOf(new Date(1.77e12 + call * 1000))],
  ['an error', 1, () => refused(() => rules.decide(inquiry, '2025-02-29'))],
  ['an application', 1, () => new Application().apply(event)],
  ['a validation', 10, () => rules.validate(form, '2026-02-10')],
  ['a notice', 10, () => rules.notice(ready, 'kk', '2026-02-10')],
  ['an assessment', 20, () => rules.assess(form, '2026-02-10')],
  ['a rulebook, loaded and asked', 1000, () => Rulebook.load(overlay).decide(inquiry, '2025-10-11')],
  ['a thousand rows', 10, () => rules.decideColumn(days, '2025-10-11')],
  ['a thousand rows into the same bytes', 10, () => rules.decideColumn(days, '2025-10-11', { into })],
  ['a table of a thousand rows', 10, () => rules.decideTable(days, '2025-10-11')],
  ['a picture of a signature', 1000, () => rules.checkSignature(picture, '2026-02-10')],
]

async function settled() {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc()
    await new Promise(setImmediate)
  }
  return process.memoryUsage.rss() / 2 ** 20
}

async function watch(count) {
  for (const [name, share, call] of calls) {
    const sizes = []
    const each = Math.ceil(count / share / 10)
    let time = 0
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const begun = performance.now()
      for (let done = 0; done < each; done += 1) {
        const answer = call(tenth * each + done)
        if (answer instanceof Promise) await answer
      }
      time += performance.now() - begun
      sizes.push(await settled())
    }
    const micros = (time * 1000) / each / 10
    const said = sizes.map((size) => size.toFixed(0)).join(' ')
    console.log(`${name}: ${each * 10} calls, ${micros.toFixed(2)} µs each; MB after each tenth: ${said}`)
    // The memory that the engine keeps for itself settles in the first half.
    if (sizes[9] - sizes[4] > 8) {
      throw new Error(`${name}: memory grows`)
    }
  }
}

watch(Number(process.argv[2] ?? 1_000_000))
