'use strict'

// Some answers are built out of numbers. They are the same as those that take the ordinary way, which
// `null` for a field that is not there leads to.

const assert = require('node:assert/strict')
const { execFileSync } = require('node:child_process')
const { readFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const test = require('node:test')

const qujat = require('qujat')

const { ROOT } = require('./operations.js')

const native = require(join(dirname(require.resolve('qujat/package.json')), 'native.js'))
const { QujatError, Rulebook, dayOf, fromEpochDays, toEpochDays } = qujat
const words = native._words()

/** Equal, and with their fields in the same order. */
function same(one, other) {
  assert.deepEqual(one, other)
  assert.equal(JSON.stringify(one), JSON.stringify(other))
}

/** The result or the exception of a call. */
function outcome(act) {
  try {
    return act()
  } catch (error) {
    assert.ok(error instanceof QujatError, error.stack)
    return { problems: error.problems }
  }
}

const days = ['2025-05-27', '2025-05-28', '2025-10-10', '2025-10-11', '2025-12-31', '2026-02-28', '2026-03-01', '1999-01-01']

test('decisions are those of the ordinary way', () => {
  for (const edition of Rulebook.editions()) {
    const rules = Rulebook.edition(edition)
    for (const today of days) {
      for (const expiresOn of [...days, '2025-11-10', '2026-03-15', '0001-01-01', '9999-12-31']) {
        for (const document of words.document) {
          for (const ground of words.ground) {
            const inquiry = { document, ground, expiresOn }
            const ordinary = outcome(() => rules.decide({ ...inquiry, status: null }, today))
            same(outcome(() => rules.decide(inquiry, today)), ordinary)
          }
        }
        for (const status of words.status) {
          const inquiry = { document: 'identity_card', ground: 'expiry', expiresOn, status }
          const ordinary = outcome(() => rules.decide({ ...inquiry, isHolder: null }, today))
          same(outcome(() => rules.decide({ ...inquiry, isHolder: undefined }, today)), ordinary)
          for (const isHolder of [true, false]) {
            const { reasons = [], problems } = outcome(() => rules.decide({ ...inquiry, isHolder }, today))
            const isNotHolder = reasons.some((reason) => reason.code === 'NOT_HOLDER')
            assert.equal(isNotHolder, !isHolder && problems === undefined)
          }
        }
      }
    }
  }
})

test('quotes are those of the ordinary way', () => {
  for (const edition of Rulebook.editions()) {
    const rules = Rulebook.edition(edition)
    for (const on of days) {
      for (const document of words.document) {
        for (const ground of words.ground) {
          for (const deliverTo of [undefined, ...words.region]) {
            const inquiry = { document, ground, on, deliverTo }
            same(outcome(() => rules.quote(inquiry)), outcome(() => rules.quote({ ...inquiry, pages: null })))
          }
        }
      }
    }
  }
})

test('ready dates are those of an assessment', () => {
  const rules = Rulebook.edition()
  const form = readFileSync(join(ROOT, 'examples', 'data', 'eligible.json'))
  for (const today of ['2026-01-27', '2026-02-10', '2026-02-20']) {
    same(rules.readyOn(today), rules.assess(form, today).ready)
    same(rules.readyOn(today, undefined), rules.readyOn(today, null))
    // The registration decides, and is no longer assumed.
    const registered = rules.readyOn('2026-01-26', today)
    same({ ...registered, reason: undefined }, { ...rules.readyOn(today), reason: undefined })
    assert.deepEqual([rules.readyOn(today).reason.code, registered.reason.code], ['READY_ASSUMED', 'READY_ON'])
  }
  assert.throws(() => rules.readyOn('1999-01-01'), { code: 'NOT_COVERED' })
  assert.throws(() => rules.readyOn('2026-02-30'), { code: 'DATE_INVALID' })
  assert.throws(() => rules.readyOn(20_000), { code: 'WRONG_TYPE' })
  assert.throws(() => rules.readyOn('2026-02-10', '2026-02-30'), { code: 'DATE_INVALID' })
})

test('what is no plain question is told so', () => {
  const rules = Rulebook.edition()
  const inquiry = { document: 'identity_card', ground: 'expiry', expiresOn: '2025-11-10' }
  const problems = (act) => outcome(act).problems?.map(({ code, pointer }) => `${code} ${pointer}`.trim())
  assert.deepEqual(problems(() => rules.decide({ ...inquiry, status: 'gone' }, '2025-10-11')), ['UNKNOWN_VALUE /status'])
  assert.deepEqual(problems(() => rules.decide({ ...inquiry, isHolder: 1 }, '2025-10-11')), ['WRONG_TYPE /isHolder'])
  assert.deepEqual(problems(() => rules.decide({ ...inquiry, stauts: 'valid' }, '2025-10-11')), ['UNKNOWN_FIELD /stauts'])
  assert.deepEqual(problems(() => rules.decide(inquiry, undefined)), ['MISSING_FIELD'])
  assert.deepEqual(problems(() => rules.decide(inquiry, new Date())), ['WRONG_TYPE'])
  assert.deepEqual(problems(() => rules.decide('identity_card', '2025-10-11')), ['WRONG_TYPE'])
  assert.deepEqual(problems(() => rules.quote({ ...inquiry })), ['UNKNOWN_FIELD /expiresOn', 'MISSING_FIELD /on'])
  assert.throws(() => Rulebook.prototype.decide.call({}, inquiry, '2025-10-11'), TypeError)
  // A property of a prototype is no field.
  const missing = ['MISSING_FIELD /document', 'MISSING_FIELD /ground', 'MISSING_FIELD /expiresOn']
  assert.deepEqual(problems(() => rules.decide(Object.create(inquiry), '2025-10-11')), missing)
})

test('what comes after a pause of the pilot is said in both ways', () => {
  const source = 'order-389-253'
  const pilot = {
    period: { from: '2026-01-01', until: '2026-01-11', source },
    second: { from: '2026-01-20', until: '2026-01-26', source },
  }
  const rules = Rulebook.load({ extends: 'service-2025', edition: 'paused', pilot })
  assert.deepEqual(rules.pilot, [{ first: '2026-01-01', last: '2026-01-10' }, { first: '2026-01-20', last: '2026-01-25' }])
  const inquiry = { document: 'identity_card', ground: 'expiry', expiresOn: '2026-01-15' }
  for (const today of ['2025-12-31', '2026-01-05', '2026-01-12', '2026-01-22', '2026-01-26']) {
    same(rules.decide(inquiry, today), rules.decide({ ...inquiry, status: null }, today))
  }
  const before = rules.decide(inquiry, '2026-01-05')
  assert.deepEqual([before.online, before.again], [rules.pilot[0], rules.pilot[1]])
  const paused = rules.decide(inquiry, '2026-01-12')
  assert.deepEqual(paused.reasons.map(({ code }) => code), ['PILOT_PAUSED'])
  assert.deepEqual([paused.online, paused.again], [rules.pilot[1], undefined])
})

test('answers are objects of their own', () => {
  const rules = Rulebook.edition()
  const inquiry = { document: 'identity_card', ground: 'expiry', expiresOn: '2025-11-10' }
  const one = rules.decide(inquiry, '2025-10-10')
  const kept = structuredClone(one)
  one.reasons[0].params.days_left = 0
  one.online.first = ''
  same(rules.decide(inquiry, '2025-10-10'), kept)
})

test('each rulebook answers for itself, however many come and go', () => {
  const text = (days) => {
    const window = { expiry: { source: 'order-389-253', opens_days_before: days, closes_days_after: 0 } }
    return JSON.stringify({ extends: 'service-2025', edition: `opens-${days}`, window })
  }
  const inquiry = { document: 'identity_card', ground: 'expiry', expiresOn: '2025-11-10' }
  const kept = [1, 5, 30].map((days) => [days, Rulebook.load(text(days))])
  for (let round = 0; round < 300; round += 1) {
    const days = round % 60
    const rules = Rulebook.load(text(days))
    const first = fromEpochDays(toEpochDays(inquiry.expiresOn) - days)
    assert.equal(rules.decide(inquiry, '2025-11-10').online.first, first)
    for (const [days, rules] of kept) {
      assert.equal(rules.decide(inquiry, '2025-11-10').online.first, fromEpochDays(toEpochDays(inquiry.expiresOn) - days))
    }
  }
})

test('two copies of the package in one process do not disturb each other', () => {
  const script = `
    const one = require('qujat')
    for (const name of Object.keys(require.cache)) if (name.endsWith('quick.js') || name.endsWith('index.js')) delete require.cache[name]
    const other = require('qujat')
    const inquiry = { document: 'identity_card', ground: 'expiry', expiresOn: '2025-11-10' }
    const said = [one, other, one].map((qujat) => JSON.stringify(qujat.Rulebook.edition().decide(inquiry, '2025-10-11')))
    console.log(one !== other, new Set(said).size, said[0].length > 100)`
  assert.equal(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }), 'true 1 true\n')
})

test('the day of an instant is that of the rulebook, on either side of midnight', () => {
  const rules = Rulebook.edition()
  for (let hour = 0; hour < 24 * 800; hour += 7) {
    const at = new Date(Date.UTC(2024, 2, 2, hour) - 1)
    assert.equal(dayOf(at), rules.civilTime(at.toISOString()).day)
    assert.equal(dayOf(at, rules), dayOf(at))
  }
  assert.throws(() => dayOf(new Date(NaN)), RangeError)
  assert.throws(() => dayOf(new Date('1900-01-01')), { code: 'NOT_COVERED' })
})
