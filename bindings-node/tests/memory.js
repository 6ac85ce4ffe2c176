'use strict'

// Watches the memory of the process over a million calls: node --expose-gc tests/memory.js

const { Application, QujatError, Rulebook } = require('qujat')

const rules = Rulebook.edition()
const inquiry = { document: 'identity_card', ground: 'expiry', expiresOn: '2025-11-10' }
const fee = { document: 'identity_card', ground: 'expiry', on: '2026-02-10' }
const event = {
  id: 'e-1',
  at: '2026-02-10T09:30:00+05:00',
  action: { event: 'filed', receiving: 'pickup', due: '0.00' },
}

function refused(act) {
  try {
    act()
  } catch (error) {
    if (error instanceof QujatError) return
    throw error
  }
  throw new Error('not refused')
}

const calls = {
  decide: () => rules.decide(inquiry, '2025-10-11'),
  quote: () => rules.quote(fee),
  'an error': () => refused(() => rules.decide(inquiry, '2025-02-29')),
  'an application': () => new Application().apply(event),
}

async function settled() {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc()
    await new Promise(setImmediate)
  }
  return process.memoryUsage.rss() / 2 ** 20
}

async function watch() {
  const count = Number(process.argv[2] ?? 1_000_000)
  for (const [name, call] of Object.entries(calls)) {
    const sizes = []
    const begun = performance.now()
    for (let tenth = 0; tenth < 10; tenth += 1) {
      for (let done = 0; done < count / 10; done += 1) call()
      sizes.push(await settled())
    }
    const micros = ((performance.now() - begun) * 1000) / count
    console.log(`${name}: ${micros.toFixed(2)} µs; MB after each tenth: ${sizes.map((size) => size.toFixed(0)).join(' ')}`)
    // What the engine keeps for itself settles in the first half.
    if (sizes[9] - sizes[4] > 8) {
      throw new Error(`${name}: memory grows`)
    }
  }
}

watch()
