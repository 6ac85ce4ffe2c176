'use strict'

// Attacks by plain JavaScript. `hostile.test.js` runs each in a process of its own:
//   node attacks.js NAME
// It prints `held` if the process lives and the answer is right.

const assert = require('node:assert/strict')
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { Worker } = require('node:worker_threads')

const qujat = require('qujat')

const { FOLDER, ROOT } = require('./operations.js')

const { QujatError, Rulebook } = qujat
const rules = Rulebook.edition()
const ON = '2026-02-10'
const PHOTO = join(FOLDER, 'images', 'photos', 'good.png')
const SIGNATURE = join(FOLDER, 'images', 'signatures', 'signature-1.png')
const form = readFileSync(join(ROOT, 'examples', 'data', 'eligible.json'))

/** The photo in memory that can shrink. */
function resizable() {
  const file = readFileSync(PHOTO)
  const buffer = new ArrayBuffer(file.length, { maxByteLength: file.length })
  new Uint8Array(buffer).set(file)
  return buffer
}

/** The photo in a part of WebAssembly's memory. */
function wasm(shared) {
  const file = readFileSync(PHOTO)
  const memory = new WebAssembly.Memory({ initial: Math.ceil(file.length / 65536), maximum: 1000, shared })
  const bytes = new Uint8Array(memory.buffer, 0, file.length)
  bytes.set(file)
  return { memory, bytes }
}

/** Churns memory, so that what was freed is used again. */
function churn() {
  globalThis.gc?.()
  return Array.from({ length: 50 }, () => new Uint8Array(1 << 20).fill(0xab)).length
}

/** The answers about a picture, asked for while its bytes are as they should be, are those about it. */
async function passes(bytes, act) {
  const ask = (bytes) => [rules.inspectImage(bytes, ON), rules.sanitizeImage(bytes, ON), rules.sanitizeImage(bytes, ON)]
  const answers = ask(bytes)
  act()
  churn()
  assert.deepEqual(await Promise.all(answers), await Promise.all(ask(readFileSync(PHOTO))))
}

const DAYS = 1_000_000
const EXPIRES = qujat.toEpochDays('2025-11-10')
const TODAY = '2025-10-11'

function column(buffer) {
  return new Int32Array(buffer).fill(EXPIRES)
}

function fixed() {
  return column(new ArrayBuffer(DAYS * 4))
}

function shrinkable() {
  return column(new ArrayBuffer(DAYS * 4, { maxByteLength: DAYS * 4 }))
}

/** Getters that take a column's memory away while options are read. */
const thieves = {
  resize: [shrinkable, (days) => days.buffer.resize(0)],
  transfer: [fixed, (days) => structuredClone(days.buffer, { transfer: [days.buffer] })],
}

function steal(ask, fields) {
  for (const [make, take] of Object.values(thieves)) {
    for (const field of fields) {
      for (const each of [false, true]) {
        const days = make()
        const today = each ? make() : TODAY
        let count = 0
        const options = {
          get [field]() {
            take(days)
            if (each) take(today)
            churn()
            count += 1
            return undefined
          },
        }
        const answer = ask(days, today, options)
        assert.equal(count, 1)
        assert.equal((answer.codes ?? answer).length, 0)
      }
    }
  }
}

function held(act, code) {
  try {
    act()
  } catch (error) {
    assert.ok(code === undefined ? error instanceof TypeError : error instanceof QujatError && error.code === code, error)
    return
  }
  assert.fail(`${act} was not refused`)
}

/** In `times.js`, nothing takes a quarter of a second of the processor. */
function checkCost(act, name) {
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  assert.ok(!process.env.QUJAT_TIMES || user + system < 250_000, `${name}: ${user + system} µs`)
}

/** A list that says that it is as long as a list can be. */
function endless() {
  const list = []
  list.length = 2 ** 32 - 1
  return list
}

const inquiry = { document: 'identity_card', ground: 'expiry', expiresOn: '2025-11-10' }

const attacks = {
  async 'a picture is resized while it is checked'() {
    const buffer = resizable()
    await passes(new Uint8Array(buffer), () => buffer.resize(0))
  },

  async 'a picture is transferred while it is checked'() {
    for (const options of [{}, { maxByteLength: 1 << 24 }]) {
      const buffer = new ArrayBuffer(readFileSync(PHOTO).length, options)
      const bytes = new Uint8Array(buffer)
      bytes.set(readFileSync(PHOTO))
      await passes(bytes, () => {
        const { port1, port2 } = new MessageChannel()
        port1.postMessage(buffer, [buffer])
        port1.close()
        port2.close()
      })
    }
  },

  async 'a picture is cloned away while it is checked'() {
    const bytes = Uint8Array.from(readFileSync(PHOTO))
    await passes(bytes, () => structuredClone(bytes, { transfer: [bytes.buffer] }))
  },

  async 'a picture in memory of WebAssembly, which grows'() {
    const { memory, bytes } = wasm(false)
    await passes(bytes, () => memory.grow(100))
    assert.equal(bytes.length, 0)
    const shared = wasm(true)
    await passes(shared.bytes, () => shared.memory.grow(100))
  },

  async 'a shared picture is overwritten while it is checked'() {
    const file = readFileSync(PHOTO)
    const bytes = new Uint8Array(new SharedArrayBuffer(file.length))
    bytes.set(file)
    await passes(bytes, () => bytes.fill(0))
    bytes.set(file)
    // Another thread writes all the time: whatever is read, it is read once.
    const worker = new Worker('const { workerData } = require("node:worker_threads"); for (let byte = 0; ; byte += 1) workerData.fill(byte)', {
      eval: true,
      workerData: bytes,
    })
    for (let round = 0; round < 20; round += 1) {
      await Promise.allSettled([rules.inspectImage(bytes, ON), rules.sanitizeImage(bytes, ON), rules.checkSignature(bytes, ON)])
    }
    await worker.terminate()
  },

  async 'pictures of an assessment are taken away'() {
    const file = readFileSync(SIGNATURE)
    const buffer = new ArrayBuffer(file.length, { maxByteLength: file.length })
    const signature = new Uint8Array(buffer)
    signature.set(file)
    const answer = rules.assessWithPictures(form, ON, { signature, bookings: [] })
    buffer.resize(0)
    churn()
    assert.equal((await answer).signature.verdict, 'pass')
    // A field that is read later cannot take away what was read before.
    const other = new ArrayBuffer(file.length, { maxByteLength: file.length })
    new Uint8Array(other).set(file)
    const stolen = await rules.assessWithPictures(form, ON, {
      signature: new Uint8Array(other),
      get bookings() {
        other.resize(0)
        return undefined
      },
    })
    assert.deepEqual(stolen.signature.checks.map(({ reason }) => reason.code).includes('IMAGE_EMPTY'), true)
  },

  async 'bytes that are gone, or out of bounds'() {
    const buffer = resizable()
    const bytes = new Uint8Array(buffer)
    const part = new Uint8Array(buffer, 100, 200)
    buffer.resize(150)
    for (const gone of [part, new Uint8Array(0)]) {
      await assert.rejects(rules.inspectImage(gone, ON), { code: 'IMAGE_EMPTY' })
      assert.throws(() => qujat.readEvent(gone), { code: 'JSON_SYNTAX' })
    }
    await assert.rejects(rules.inspectImage(bytes, ON), QujatError)
    for (const bad of [Object.create(Uint8Array.prototype), new Uint16Array(9), new DataView(buffer), buffer, 'photo', [1]]) {
      await assert.rejects(rules.inspectImage(bad, ON), TypeError)
    }
    // A file that is larger than any rulebook allows is not even copied.
    const large = new Uint8Array(1 << 30)
    // A decimal is at most 1000.
    const params = { size: 1 << 30, limit: 5 << 20, size_mb: '1000', limit_mb: '5' }
    await assert.rejects(rules.inspectImage(large, ON), { code: 'IMAGE_TOO_LARGE', params })
    assert.ok(process.memoryUsage.rss() < 400 << 20)
  },

  'a getter of an option takes the column away, decideColumn'() {
    steal((...args) => rules.decideColumn(...args), ['document', 'ground', 'into'])
  },

  'a getter of an option takes the column away, decideTable'() {
    steal((...args) => rules.decideTable(...args), ['document', 'ground'])
  },

  'a getter of an option takes the column away, reminderColumn'() {
    steal((days, _, options) => rules.reminderColumn(days, TODAY, options), ['lastRun', 'status', 'into'])
  },

  'a word that is no text takes the column away'() {
    const days = shrinkable()
    const ground = new Proxy({}, {
      ownKeys() {
        days.buffer.resize(0)
        return []
      },
    })
    held(() => rules.decideTable(days, TODAY, { ground }), 'WRONG_TYPE')
    held(() => rules.decideColumn(days, TODAY, { ground }), 'WRONG_TYPE')
  },

  'a column lies about its length and its memory'() {
    const days = fixed().subarray(0, 1000)
    Object.defineProperty(days, 'length', { value: 1e9 })
    Object.defineProperty(days, 'buffer', { value: new ArrayBuffer(8) })
    Object.defineProperty(days, 'slice', { value: () => 'x' })
    assert.equal(rules.decideColumn(days, TODAY).length, 1000)
    // Bytes in the very memory of the question.
    const expected = rules.decideColumn(days, TODAY)
    const into = new Uint8Array(Object.getPrototypeOf(Int32Array.prototype).subarray.call(days).buffer, 4, 1000)
    Object.defineProperty(into, 'buffer', { value: new ArrayBuffer(8) })
    rules.decideColumn(days, TODAY, { into })
    assert.deepEqual(Uint8Array.from(into), expected)
  },

  'the memory of questions and answers is nobody else\'s'() {
    // A rulebook opens a session for every caller, but hands no memory out and takes none.
    for (const place of [0, 1, 2 ** 32 - 1, -1, new Int32Array(256)]) {
      try {
        Rulebook.load({ extends: 'service-2025', edition: 'own' })._session(place)
      } catch (error) {
        assert.equal(error.code, 'NumberExpected')
      }
    }
    assert.equal(rules.decide(inquiry, TODAY).outcome, 'eligible')
    for (const name of Object.keys(qujat)) assert.ok(!name.startsWith('_'), name)
  },

  'columns of every kind of memory'() {
    const shared = column(new SharedArrayBuffer(4000))
    const growable = column(new SharedArrayBuffer(4000, { maxByteLength: 8000 }))
    const memory = new WebAssembly.Memory({ initial: 1 })
    const inWasm = new Int32Array(memory.buffer, 0, 1000).fill(EXPIRES)
    const expected = rules.decideColumn(column(new ArrayBuffer(4000)), TODAY)
    for (const days of [shared, growable, inWasm]) {
      assert.deepEqual(rules.decideColumn(days, TODAY), expected)
      assert.deepEqual(rules.decideTable(days, TODAY).codes, expected)
      const into = new Uint8Array(new SharedArrayBuffer(1000))
      rules.decideColumn(days, TODAY, { into })
      assert.deepEqual(Uint8Array.from(into), expected)
    }
    memory.grow(1)
    assert.equal(rules.decideColumn(inWasm, TODAY).length, 0)
    const buffer = new ArrayBuffer(4000, { maxByteLength: 4000 })
    const tracking = column(buffer)
    const part = new Int32Array(buffer, 400, 100)
    buffer.resize(800)
    assert.equal(rules.decideColumn(tracking, TODAY).length, 200)
    buffer.resize(500)
    assert.equal(rules.decideColumn(part, TODAY).length, 0)
    assert.equal(rules.decideTable(part, TODAY).codes.length, 0)
  },

  'what somebody put into Object.prototype decides nothing'() {
    const decision = rules.decide(inquiry, TODAY)
    const quote = rules.quote({ document: 'identity_card', ground: 'expiry', on: ON })
    const assessed = rules.assess(form, ON)
    const days = column(new ArrayBuffer(40))
    const codes = rules.decideColumn(days, TODAY)
    const polluted = {
      status: 'lost', isHolder: false, document: 'passport', ground: 'loss', exemption: 'disability', deliverTo: 'KZ-75',
      into: new Uint8Array(3), register: {}, bookings: 7, signal: AbortSignal.abort(), toString: undefined, value: 1, get: 1,
      pointer: 'x', lines: 1, nextEvents: 1, problems: 1, 0: 'zero', rules: 7, language: 'ru', text: 'x', word: 'x',
    }
    for (const [name, value] of Object.entries(polluted)) {
      Object.defineProperty(Object.prototype, name, { __proto__: null, value, enumerable: true, configurable: true, writable: true })
      try {
        const asked = [
          rules.decide(inquiry, TODAY), rules.quote({ document: 'identity_card', ground: 'expiry', on: ON }), rules.assess(form, ON),
          rules.decideColumn(days, TODAY), rules.decideColumn(days, TODAY, {}),
        ].map((value) => JSON.stringify(value))
        delete Object.prototype[name]
        assert.deepEqual(asked, [decision, quote, assessed, codes, codes].map((value) => JSON.stringify(value)), name)
      } finally {
        delete Object.prototype[name]
      }
    }
    // The ordinary way too, which a class of one's own takes.
    class Asked {
      constructor() {
        Object.assign(this, inquiry)
      }
    }
    Asked.prototype.status = 'lost'
    Asked.prototype.strange = 1
    assert.deepEqual(rules.decide(new Asked(), TODAY), decision)
    held(() => rules.decide(Object.create(inquiry), TODAY), 'MISSING_FIELD')
    assert.deepEqual(rules.decide(Object.freeze(Object.assign(Object.create(null), inquiry)), TODAY), decision)
  },

  'lists and texts without end are refused at once'() {
    const long = 'x'.repeat(3_000_000)
    const bytes = new Uint8Array(300_000)
    const asks = [
      [() => rules.decide(long, TODAY), 'WRONG_TYPE'],
      [() => rules.decide(bytes, TODAY), 'MISSING_FIELD'],
      [() => rules.quote(long), 'WRONG_TYPE'],
      [() => rules.quote(bytes), 'MISSING_FIELD'],
      [() => rules.decide(new Array(300_000).fill(0), TODAY), 'LIST_LENGTH'],
      [() => rules.decide({ ...inquiry, ground: bytes }, TODAY), 'WRONG_TYPE'],
      [() => rules.decide({ ...inquiry, ground: long }, TODAY), 'UNKNOWN_VALUE'],
      [() => rules.explain(endless(), 'en'), 'LIST_LENGTH'],
      [() => rules.explain({ problems: endless() }, 'en'), 'LIST_LENGTH'],
      [() => qujat.summaryOfRatings(endless()), 'LIST_LENGTH'],
      [() => qujat.summaryOfRatings(bytes), 'WRONG_TYPE'],
      [() => qujat.Application.replay(endless()), 'LIST_LENGTH'],
      [() => new qujat.CentreDirectory(endless()), 'LIST_LENGTH'],
      [() => new qujat.CentreDirectory(bytes), 'WRONG_TYPE'],
      [() => rules.validate(endless(), ON)],
      [() => rules.validate({ applicant: endless() }, ON)],
      [() => rules.validate({ applicant: bytes }, ON)],
      [() => qujat.readEvent(new ArrayBuffer(300_000))],
      [() => qujat.parseIin('1'.repeat(64 << 20)), 'JSON_TOO_LARGE'],
      [() => qujat.readEvent('1'.repeat(64 << 20)), 'JSON_TOO_LARGE'],
      [() => rules.decide(inquiry, long), 'DATE_INVALID'],
      [() => rules.decide(inquiry, bytes), 'WRONG_TYPE'],
    ]
    for (const [act, code] of asks) {
      held(act, code)
      checkCost(() => held(act, code), String(act))
    }
    checkCost(() => qujat.dayOf(`${'['.repeat(200_000)}\n`), 'dayOf')
    // An input that is too long is not even begun.
    let count = 0
    const list = endless()
    Object.defineProperty(list, 0, { get: () => (count += 1) })
    held(() => qujat.summaryOfRatings(list), 'LIST_LENGTH')
    held(() => rules.validate(list, ON))
    assert.equal(count, 0)
  },

  'strange objects are refused or read, and nothing else'() {
    const cyclic = { ...inquiry }
    cyclic.ground = cyclic
    let deep = 'x'
    for (let level = 0; level < 100_000; level += 1) deep = level % 2 ? [deep] : { ground: deep }
    const thrower = { ...inquiry, get ground() { throw new RangeError('mine') } }
    const liar = new Proxy({}, { ownKeys: () => ['document', 'document2'], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }) })
    const dead = Proxy.revocable({}, {})
    dead.revoke()
    held(() => rules.decide(cyclic, TODAY), 'JSON_TOO_DEEP')
    held(() => rules.validate(cyclic, ON))
    held(() => rules.decide(deep, TODAY), 'JSON_TOO_DEEP')
    held(() => rules.validate(deep, ON), 'JSON_TOO_DEEP')
    assert.throws(() => rules.decide(thrower, TODAY), RangeError)
    assert.throws(() => rules.validate(thrower, ON), RangeError)
    held(() => rules.decide(liar, TODAY), 'MISSING_FIELD')
    held(() => rules.decide(dead.proxy, TODAY))
    held(() => rules.validate(dead.proxy, ON))
    for (const value of [Symbol('x'), 10n, () => {}, new Date(NaN), new Map([['ground', 'expiry']]), new Set(), /x/, new Error('x'), Promise.resolve()]) {
      held(() => rules.decide({ ...inquiry, ground: value }, TODAY), 'WRONG_TYPE')
      held(() => rules.decide(value, TODAY), 'MISSING_FIELD')
    }
    for (const value of [NaN, Infinity, -Infinity, 1e308, 0.5, 2 ** 53, -(2 ** 63)]) {
      held(() => rules.calendar.addWorkingDays(ON, value), 'WRONG_TYPE')
    }
    assert.equal(rules.calendar.addWorkingDays(ON, -0), ON)
    assert.equal(rules.decide({ ...inquiry, [Symbol('x')]: 1, status: undefined }, TODAY).outcome, 'eligible')
    held(() => rules.validate(10n, ON))
    assert.deepEqual(rules.decide.call(rules, inquiry, TODAY), rules.decide(inquiry, TODAY))
    for (const self of [{}, null, Object.create(Rulebook.prototype), qujat.Application, 7]) {
      for (const name of ['decide', 'quote', 'readyOn', 'validate', 'decideColumn', 'explain']) {
        assert.throws(() => rules[name].call(self, inquiry, TODAY))
      }
    }
  },

  async 'workers come and go, with work in the pool'() {
    const script = `
      const { parentPort, workerData } = require('node:worker_threads')
      const { Rulebook, decisionCodes } = require(workerData.qujat)
      const rules = Rulebook.edition()
      const own = Rulebook.load({ extends: 'service-2025', edition: 'own' })
      for (const rulebook of [rules, own]) rulebook.decide(${JSON.stringify(inquiry)}, '${TODAY}')
      try { rules.decide(7, 7) } catch (error) { if (!error.code) throw error }
      for (let count = 0; count < 6; count += 1) rules.sanitizeImage(workerData.photo, '${ON}').then(() => {})
      parentPort.postMessage(rules.decide(${JSON.stringify(inquiry)}, '${TODAY}').outcome)
      if (workerData.exits) process.exit(0)`
    const workerData = { qujat: require.resolve('qujat'), photo: readFileSync(PHOTO) }
    for (let round = 0; round < 8; round += 1) {
      const workers = [0, 1, 2].map((number) => new Worker(script, { eval: true, workerData: { ...workerData, exits: number === 2 } }))
      await Promise.all(workers.map(async (worker) => {
        const [answer] = await require('node:events').once(worker, 'message')
        assert.equal(answer, 'eligible')
        await worker.terminate()
      }))
      // The kept objects are still those of this environment.
      assert.equal(rules.decide(inquiry, TODAY).outcome, 'eligible')
      held(() => rules.decide(7, 7), 'WRONG_TYPE')
    }
  },

  async 'the process exits with work in the pool'() {
    for (let count = 0; count < 12; count += 1) rules.sanitizeImage(readFileSync(PHOTO), ON)
    await new Promise((resolve) => setTimeout(resolve, 20))
    process.stdout.write('held', () => process.exit(0))
    await new Promise(() => {})
  },
}

module.exports = { names: Object.keys(attacks) }

if (require.main === module) {
  const name = process.argv[2]
  Promise.resolve(attacks[name]()).then(() => process.stdout.write('held'))
}
