'use strict'

const assert = require('node:assert/strict')
const test = require('node:test')
const { Worker } = require('node:worker_threads')

const qujat = require('qujat')

const { QujatError, Rulebook, decisionCodes, fromEpochDays, noDay, toEpochDays } = qujat
const rules = Rulebook.edition()
const EXPIRES = '2025-11-10'

function thrownBy(act) {
  try {
    act()
  } catch (error) {
    assert.ok(error instanceof QujatError, error.stack)
    return `${error.code} ${error.pointer}`.trim()
  }
  return assert.fail('nothing was thrown')
}

/** The answer of `decide` for one card, in the form of a row. */
function row(days, today, kind = { document: 'identity_card', ground: 'expiry' }) {
  const decision = rules.decide({ ...kind, expiresOn: fromEpochDays(days) }, today)
  const refused = decision.outcome === 'refused' ? decision.reasons.map((reason) => reason.code) : []
  return {
    code: refused[0] ?? 'ELIGIBLE',
    failed: refused.reduce((bits, code) => bits | (1 << (decisionCodes.indexOf(code) - 1)), 0),
    daysLeft: decision.daysLeft,
    firstDay: decision.online ? toEpochDays(decision.online.first) : noDay,
    lastDay: decision.online ? toEpochDays(decision.online.last) : noDay,
  }
}

function rowsOf(table) {
  return Array.from(table.codes, (code, at) => ({
    code: decisionCodes[code],
    failed: table.failed[at],
    daysLeft: table.daysLeft[at],
    firstDay: table.firstDays[at],
    lastDay: table.lastDays[at],
  }))
}

/** Every day from so many before a day to so many after it. */
function around(day, days) {
  return Int32Array.from({ length: 2 * days + 1 }, (_, at) => toEpochDays(day) - days + at)
}

test('days are counted from 1970-01-01, and back', () => {
  assert.equal(toEpochDays('1970-01-01'), 0)
  assert.equal(toEpochDays('1969-12-31'), -1)
  for (const day of ['0001-01-01', '2024-02-29', '9999-12-31']) {
    assert.equal(toEpochDays(day), Date.parse(day) / 86_400_000)
    assert.equal(fromEpochDays(toEpochDays(day)), day)
  }
  for (const bad of ['2025-02-29', '0000-12-31', '10000-01-01', '', 'today']) {
    assert.equal(thrownBy(() => toEpochDays(bad)), 'DATE_INVALID')
  }
  assert.equal(thrownBy(() => toEpochDays(new Date())), 'WRONG_TYPE')
  for (const bad of [noDay, toEpochDays('9999-12-31') + 1, toEpochDays('0001-01-01') - 1]) {
    assert.equal(thrownBy(() => fromEpochDays(bad)), 'DATE_INVALID')
  }
  assert.equal(thrownBy(() => fromEpochDays(0.5)), 'WRONG_TYPE')
  assert.equal(thrownBy(() => fromEpochDays('0')), 'WRONG_TYPE')
})

test('more days than are remembered stay what they are', () => {
  for (let days = 0; days < 20_000; days += 1) {
    assert.equal(toEpochDays(fromEpochDays(days)), days)
  }
})

test('each card gets what the single call says, around every boundary', () => {
  for (const today of ['2025-05-27', '2025-05-28', '2025-10-11', '2026-02-28', '2026-03-01']) {
    const expiresOn = around(today, 60)
    const table = rules.decideTable(expiresOn, today)
    const expected = Array.from(expiresOn, (days) => row(days, today))
    assert.deepEqual(rowsOf(table), expected)
    assert.deepEqual(rules.decideColumn(expiresOn, today), table.codes)
    // At least the window's two ends are among them.
    assert.ok(new Set(table.failed).size >= 3)
  }
})

test('each card can have a day of its own', () => {
  const today = around(EXPIRES, 60)
  const expiresOn = new Int32Array(today.length).fill(toEpochDays(EXPIRES))
  const expected = Array.from(today, (days) => row(toEpochDays(EXPIRES), fromEpochDays(days)))
  assert.deepEqual(rowsOf(rules.decideTable(expiresOn, today)), expected)
  assert.deepEqual(new Set(expected.map(({ code }) => code)), new Set(['TOO_EARLY', 'ELIGIBLE', 'TOO_LATE']))
})

test('document and ground are those of all cards', () => {
  const kind = { document: 'passport', ground: 'loss' }
  const expiresOn = around(EXPIRES, 40)
  const expected = Array.from(expiresOn, (days) => row(days, EXPIRES, kind))
  assert.deepEqual(rowsOf(rules.decideTable(expiresOn, EXPIRES, kind)), expected)
  assert.equal(thrownBy(() => rules.decideColumn(expiresOn, EXPIRES, { ...kind, ground: 'theft' })), 'UNKNOWN_VALUE')
})

test('a missing day stops nobody', () => {
  const expiresOn = Int32Array.of(noDay, toEpochDays(EXPIRES), 2 ** 31 - 1)
  const codes = ['DATE_INVALID', 'ELIGIBLE', 'DATE_INVALID']
  const said = (bytes) => Array.from(bytes, (byte) => decisionCodes[byte])
  assert.deepEqual(said(rules.decideColumn(expiresOn, EXPIRES)), codes)
  const today = Int32Array.of(0, noDay, 0)
  assert.deepEqual(said(rules.decideColumn(expiresOn, today)), ['DATE_INVALID', 'DATE_INVALID', 'DATE_INVALID'])
  assert.equal(rules.decideTable(expiresOn, EXPIRES).daysLeft[0], noDay)
  assert.deepEqual([...rules.reminderColumn(expiresOn, '2025-10-11')], [2, 1, 2])
  assert.equal(rules.decideColumn(new Int32Array(0), EXPIRES).length, 0)
})

test('reminders are those of the single call', () => {
  for (const on of ['2025-05-27', '2025-10-11', '2026-01-29', '2026-03-01']) {
    const expiresOn = around(on, 60)
    const expected = Array.from(expiresOn, (days) => Number(rules.reminder(fromEpochDays(days), on) !== null))
    assert.deepEqual([...rules.reminderColumn(expiresOn, on)], expected)
    for (const status of ['valid', 'lost', 'revoked']) {
      const lastRun = fromEpochDays(toEpochDays(on) - 4)
      const late = Array.from(expiresOn, (days) => Number(rules.reminder(fromEpochDays(days), on, lastRun, status) !== null))
      assert.deepEqual([...rules.reminderColumn(expiresOn, on, { lastRun, status })], late)
      assert.equal(late.includes(1), status !== 'revoked')
    }
  }
})

test('runs of a job that missed a night remind everybody once', () => {
  const expiresOn = around('2025-11-10', 60)
  const runs = (days) => days.slice(1).map((on, at) => rules.reminderColumn(expiresOn, on, { lastRun: days[at] }))
  const sum = (columns) => Array.from(expiresOn, (_, row) => columns.reduce((total, column) => total + column[row], 0))
  const nights = Array.from({ length: 5 }, (_, at) => fromEpochDays(toEpochDays('2025-10-09') + at))
  const some = [nights[0], nights[3], nights[4]]
  assert.deepEqual(sum(runs(some)), sum(runs(nights)))
  assert.ok(sum(runs(nights)).includes(1))
})

test('the answer is written where the caller wants it', () => {
  // More rows than are computed in one piece.
  const expiresOn = Int32Array.from({ length: 20_001 }, (_, at) => toEpochDays(EXPIRES) - 500 + (at % 1000))
  const today = new Int32Array(expiresOn.length).fill(toEpochDays(EXPIRES))
  const expected = rules.decideColumn(expiresOn, EXPIRES)
  const memory = new Uint8Array(expiresOn.length + 2).fill(77)
  const into = memory.subarray(1, -1)
  for (const asked of [EXPIRES, today]) {
    into.fill(77)
    assert.equal(rules.decideColumn(expiresOn, asked, { into }), into)
    assert.deepEqual(new Uint8Array(into), expected)
    assert.deepEqual([memory[0], memory.at(-1)], [77, 77])
  }
  assert.equal(rules.reminderColumn(expiresOn, EXPIRES, { into }), into)
  assert.deepEqual(new Uint8Array(into), rules.reminderColumn(expiresOn, EXPIRES))
  assert.ok(new Set(into).size === 2)
})

test('a part of an array is a column', () => {
  const all = around(EXPIRES, 60)
  const part = all.subarray(7, 99)
  assert.deepEqual(rules.decideColumn(part, EXPIRES), rules.decideColumn(all, EXPIRES).slice(7, 99))
})

test('memory of the question, or of another thread, is no trap', () => {
  const all = around(EXPIRES, 60)
  const expected = rules.decideColumn(all, EXPIRES)
  const mine = all.slice()
  const into = new Uint8Array(mine.buffer, 0, mine.length)
  assert.equal(rules.decideColumn(mine, EXPIRES, { into }), into)
  assert.deepEqual(new Uint8Array(into), expected)

  const shared = new Int32Array(new SharedArrayBuffer(all.byteLength))
  shared.set(all)
  const sharedInto = new Uint8Array(new SharedArrayBuffer(all.length))
  assert.deepEqual(rules.decideColumn(shared, shared), rules.decideColumn(all, all))
  rules.decideColumn(shared, EXPIRES, { into: sharedInto })
  assert.deepEqual(Uint8Array.from(sharedInto), expected)
})

test('an array whose memory went to another thread has no rows', async () => {
  const gone = around(EXPIRES, 5)
  const worker = new Worker('require("node:worker_threads").parentPort.once("message", () => {})', { eval: true })
  worker.postMessage(gone, [gone.buffer])
  assert.equal(rules.decideColumn(gone, EXPIRES).length, 0)
  assert.equal(thrownBy(() => rules.decideColumn(around(EXPIRES, 5), gone)), 'LIST_LENGTH /today')
  await worker.terminate()
})

test('what is wrong with the question is said by code and place', () => {
  const days = around(EXPIRES, 1)
  for (const bad of [[1], new Uint32Array(3), new Float64Array(3), new BigInt64Array(3), new DataView(days.buffer), null, undefined, {}, 'x', EXPIRES]) {
    assert.equal(thrownBy(() => rules.decideColumn(bad, EXPIRES)), 'WRONG_TYPE /expiresOn')
    assert.equal(thrownBy(() => rules.decideTable(bad, EXPIRES)), 'WRONG_TYPE /expiresOn')
    assert.equal(thrownBy(() => rules.reminderColumn(bad, EXPIRES)), 'WRONG_TYPE /expiresOn')
  }
  for (const bad of [[1, 2, 3], new Uint32Array(3), 20_000, null, undefined, new Date()]) {
    assert.equal(thrownBy(() => rules.decideColumn(days, bad)), 'WRONG_TYPE /today')
  }
  for (const bad of [new Int8Array(3), new Uint8ClampedArray(3), [], 'x', null]) {
    assert.equal(thrownBy(() => rules.decideColumn(days, EXPIRES, { into: bad })), 'WRONG_TYPE /into')
  }
  assert.equal(thrownBy(() => rules.decideColumn(days, new Int32Array(2))), 'LIST_LENGTH /today')
  assert.equal(thrownBy(() => rules.decideTable(days, new Int32Array(4))), 'LIST_LENGTH /today')
  assert.equal(thrownBy(() => rules.decideColumn(days, EXPIRES, { into: new Uint8Array(2) })), 'LIST_LENGTH /into')
  assert.equal(thrownBy(() => rules.decideColumn(days, '2025-02-29')), 'DATE_INVALID')
  const window = { expiry: { from: '2025-01-01', source: 'order-389-253', opens_days_before: 30, closes_days_after: 10 } }
  const dated = Rulebook.load({ extends: 'service-2025', edition: 'dated', window })
  assert.equal(thrownBy(() => dated.decideColumn(days, '2024-12-31')), 'NOT_COVERED')
  const nothing = { into: new Uint8Array(0) }
  assert.equal(thrownBy(() => dated.decideColumn(new Int32Array(0), '2024-12-31', nothing)), 'NOT_COVERED')
  assert.equal(thrownBy(() => dated.reminderColumn(days, '2024-12-31')), 'NOT_COVERED')
  assert.equal(thrownBy(() => rules.reminderColumn(days, EXPIRES, { lastRun: 'yesterday' })), 'DATE_INVALID')
  assert.equal(thrownBy(() => rules.reminderColumn(days, EXPIRES, { status: 'gone' })), 'UNKNOWN_VALUE')
  const today = Int32Array.of(toEpochDays('2024-12-31'), toEpochDays(EXPIRES), noDay)
  const codes = Array.from(dated.decideColumn(days, today), (byte) => decisionCodes[byte])
  assert.deepEqual(codes, ['NOT_COVERED', 'ELIGIBLE', 'DATE_INVALID'])
  for (const language of ['kk', 'ru', 'en']) {
    assert.throws(() => rules.decideColumn([1], EXPIRES), (error) => error.text(language).length > 10)
  }
})
