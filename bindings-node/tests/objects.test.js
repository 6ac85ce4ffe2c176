'use strict'

const assert = require('node:assert/strict')
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const test = require('node:test')

const qujat = require('qujat')

const { ROOT } = require('./operations.js')

const { Application, CentreDirectory, Rulebook, dayOf } = qujat
const rules = Rulebook.edition()
const DATA = join(ROOT, 'examples', 'data')
const form = readFileSync(join(DATA, 'eligible.json'))
const centres = CentreDirectory.fromJson(readFileSync(join(DATA, 'centres.json')))
const TODAY = '2026-02-10'

test('answers are plain objects that structuredClone and JSON take', () => {
  const inquiry = { document: 'identity_card', ground: 'expiry', expiresOn: '2025-11-10' }
  const decision = rules.decide(inquiry, '2025-10-11')
  assert.deepEqual(decision, {
    outcome: 'eligible',
    daysLeft: 30,
    online: { first: '2025-10-11', last: '2025-11-20' },
    source: decision.source,
    edition: 'service-2025',
  })
  assert.deepEqual(structuredClone(decision), decision)
  assert.deepEqual(JSON.parse(JSON.stringify(decision)), decision)
})

test('amounts are strings with their currency', () => {
  const quote = rules.quote({ document: 'identity_card', ground: 'expiry', on: TODAY })
  assert.equal(typeof quote.total, 'string')
  assert.equal(quote.currency, 'KZT')
})

test('JSON is text, bytes, or the value that it says', () => {
  const text = form.toString()
  const validation = rules.validate(text, TODAY)
  assert.ok(validation.form)
  for (const same of [form, new Uint8Array(form), JSON.parse(text)]) {
    assert.deepEqual(rules.validate(same, TODAY), validation)
  }
})

test('every answer that can be explained is', () => {
  const assessment = rules.assess(form, TODAY, { centres })
  const { decision, quote, ready } = assessment
  const centre = centres.centres[0]
  const pickup = rules.firstFreeSlot(centre, ready.readyOn)
  const delivery = rules.deliveryEstimate('KZ-75', ready.readyOn)
  const right = rules.paperRight({ attempt: { from: '2026-02-10T04:00:00Z', to: '2026-02-10T04:30:00Z' }, faults: [] })
  const reason = ready.reason
  for (const answer of [assessment, decision, quote, ready, pickup, delivery, right, reason]) {
    for (const language of ['kk', 'ru', 'en']) {
      const said = rules.explain(answer, language)
      assert.ok(said.length > 0 && said.every((statement) => statement.text !== ''), JSON.stringify(answer))
    }
  }
  assert.throws(() => rules.explain({}, 'kk'), { code: 'MISSING_FIELD' })
  const appointment = qujat.appointmentAtCentre(pickup, centre, 'A-1', '2026-02-10T04:00:00Z', 'kk')
  assert.match(rules.icalendar(appointment), /^BEGIN:VCALENDAR/)
})

test('an application changes with its events', () => {
  const application = new Application()
  assert.equal(application.state, null)
  const at = '2026-02-10T09:30:00+05:00'
  const event = { id: 'e-1', at, action: { event: 'filed', receiving: 'pickup', due: '0.00' } }
  assert.equal(application.apply(event).changed, true)
  assert.equal(application.state, 'filed')
  assert.equal(application.events[0].at, '2026-02-10T04:30:00Z')
  assert.throws(() => application.apply({ ...event, id: 'e-2' }), qujat.QujatError)
  assert.equal(Application.replay(application.events).state, 'filed')
  assert.deepEqual(qujat.readEvent({ id: 'e-1', at, event: 'filed', receiving: 'pickup', due: '0.00' }), application.events[0])
})

test('feedback is summed up', () => {
  const feedback = rules.readFeedback({ overall: 5, channel: 'portal', at: '2026-02-10T04:30:00Z' }, TODAY)
  const summaries = new qujat.FeedbackSummaries()
  summaries.add(feedback, 'month')
  assert.equal(summaries.groups()[0].period, '2026-02')
  const summary = qujat.readSummary(summaries.total())
  const both = qujat.mergeSummaries(summary, qujat.summaryOfRatings([1]))
  assert.equal(qujat.summaryFigures(both, 'overall').count, 2)
  assert.equal(qujat.summaryFigures(qujat.addToSummary(both, feedback), 'overall').count, 3)
})

test('a Date is an instant, whose day is that of Kazakhstan', () => {
  assert.equal(dayOf(new Date('2026-02-10T18:59:00Z')), '2026-02-10')
  assert.equal(dayOf(new Date('2026-02-10T19:00:00Z')), '2026-02-11')
  const plain = { calendarId: 'iso8601', toString: () => '2026-02-10' }
  assert.equal(dayOf(plain), '2026-02-10')
  assert.throws(() => dayOf(new Date(NaN)), RangeError)
})

test('texts can be replaced', () => {
  const reason = qujat.sampleReason('ELIGIBLE')
  assert.throws(() => rules.texts.withOverrides('en', 'this is no Fluent'), qujat.QujatError)
  assert.equal(rules.texts.explain(reason, 'en'), rules.text(reason, 'en'))
  assert.equal(rules.texts.explainToOperator(reason, 'en'), rules.operatorText(reason, 'en'))
  assert.equal(rules.texts.word('no_such_word', 'en'), null)
})
