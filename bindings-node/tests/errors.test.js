'use strict'

const assert = require('node:assert/strict')
const { dirname, join } = require('node:path')
const test = require('node:test')
const { inspect } = require('node:util')

const qujat = require('qujat')
// Functions for tests alone are not in the package's interface.
const native = require(join(dirname(require.resolve('qujat/package.json')), 'native.js'))

const { QujatError, QujatInternalError, Rulebook } = qujat
const rules = Rulebook.edition()

function problemOf(code) {
  return { ...qujat.sampleReason(code), severity: qujat.codeInfo(code).severity, pointer: '/here/0' }
}

function thrownBy(act) {
  try {
    act()
  } catch (error) {
    return error
  }
  return assert.fail('nothing was thrown')
}

function check(error, code) {
  assert.ok(error instanceof QujatError && error instanceof Error)
  assert.equal(error.name, 'QujatError')
  assert.equal(error.code, code)
  assert.equal(error.pointer, '/here/0')
  assert.deepEqual(error.params, qujat.sampleReason(code).params)
  assert.equal(error.problems.length, 1)
  assert.ok(error.message.startsWith(`${code} at \`/here/0\``), error.message)
  assert.match(error.stack, /^QujatError: /)
  for (const language of ['kk', 'ru', 'en']) {
    assert.equal(error.text(language), rules.text(qujat.sampleReason(code), language))
    assert.notEqual(error.text(language), '')
  }
}

test('each code is thrown and rejected alike', async () => {
  const codes = qujat.codes()
  assert.ok(codes.length > 100)
  for (const code of codes) {
    const problems = [problemOf(code)]
    check(thrownBy(() => native._throw(problems)), code)
    check(await native._reject(problems).then(assert.fail, (error) => error), code)
  }
})

test('an error has all problems, the first one leading', () => {
  const problems = [problemOf('TOO_EARLY'), problemOf('MISSING_FIELD')]
  const error = thrownBy(() => native._throw(problems))
  assert.equal(error.code, 'TOO_EARLY')
  assert.deepEqual(error.problems, problems)
  assert.equal(error.texts('en').length, 2)
  assert.equal(error.text('en'), error.texts('en')[0])
  assert.deepEqual(
    rules.explain(error, 'ru').map((statement) => statement.code),
    ['TOO_EARLY', 'MISSING_FIELD'],
  )
})

test('a defect is no QujatError, and the process lives on', async () => {
  for (const error of [
    thrownBy(() => native._throw([])),
    await native._reject([]).then(assert.fail, (error) => error),
  ]) {
    assert.ok(error instanceof QujatInternalError && !(error instanceof QujatError))
    assert.equal(error.name, 'QujatInternalError')
  }
})

test('what is wrong with an argument is said with its place, all at once', () => {
  const error = thrownBy(() => rules.decide({ document: 'licence', ground: 7, expireson: '2025-11-10' }, '2025-10-11'))
  assert.deepEqual(
    error.problems.map(({ code, pointer }) => `${code} ${pointer}`),
    ['UNKNOWN_FIELD /expireson', 'UNKNOWN_VALUE /document', 'WRONG_TYPE /ground', 'MISSING_FIELD /expiresOn'],
  )
  assert.equal(error.params.suggestion, 'expiresOn')
})

test('arguments of other types are refused with a code', async () => {
  const inquiry = { document: 'identity_card', ground: 'expiry', expiresOn: '2025-11-10' }
  const cases = [
    ['WRONG_TYPE', () => rules.decide(inquiry, 20251011)],
    ['WRONG_TYPE', () => rules.decide(inquiry, new Date())],
    ['MISSING_FIELD', () => rules.decide(inquiry)],
    ['DATE_INVALID', () => rules.decide(inquiry, '2025-02-29')],
    ['DATE_INVALID', () => rules.decide(inquiry, '')],
    ['WRONG_TYPE', () => rules.decide([], '2025-10-11')],
    ['MISSING_FIELD', () => rules.decide(() => {}, '2025-10-11')],
    ['WRONG_TYPE', () => rules.decide({ ...inquiry, ground: 10n }, '2025-10-11')],
    ['WRONG_TYPE', () => qujat.countSms(7)],
    ['NUMBER_RANGE', () => rules.calendar.addWorkingDays('2026-02-10', -1)],
    ['WRONG_TYPE', () => rules.calendar.addWorkingDays('2026-02-10', 1.5)],
    ['WRONG_TYPE', () => rules.calendar.addWorkingDays('2026-02-10', NaN)],
    ['EDITION_UNKNOWN', () => Rulebook.edition('service-1999')],
  ]
  for (const [code, act] of cases) {
    const error = thrownBy(act)
    assert.ok(error instanceof QujatError, `${act}: ${inspect(error)}`)
    assert.equal(error.code, code, String(act))
  }
  await assert.rejects(rules.checkPhoto(Buffer.of(1), '2025-02-29'), { code: 'DATE_INVALID' })
  await assert.rejects(rules.checkPhoto('photo.jpg', '2026-02-10'), TypeError)
  await assert.rejects(rules.inspectImage(Buffer.alloc(0), '2026-02-10'), { name: 'QujatError', code: 'IMAGE_EMPTY' })
})

test('an object that holds itself is refused', () => {
  const inquiry = { document: 'identity_card' }
  inquiry.ground = inquiry
  assert.throws(() => rules.decide(inquiry, '2025-10-11'))
  assert.throws(() => rules.validate(inquiry, '2025-10-11'), TypeError)
})
