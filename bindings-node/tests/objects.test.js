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

test('the term runs from the registration', () => {
  const filed = { id: 'e-1', at: '2026-02-10T23:30:00Z', action: { event: 'filed', receiving: 'pickup', due: '0.00' } }
  const registered = { id: 'e-2', at: '2026-02-12T04:30:00Z', action: { event: 'registered', ticket: 'T-1' } }
  const application = new Application()
  assert.deepEqual([application.filedAt, application.registeredAt], [null, null])
  assert.equal(rules.applicationReadyOn(application), null)
  application.apply(filed)
  // At the filing it was the next day in Kazakhstan.
  assert.deepEqual(rules.applicationReadyOn(application), rules.readyOn('2026-02-11'))
  application.apply(registered)
  assert.deepEqual([application.filedAt, application.registeredAt], [filed.at, registered.at])
  assert.deepEqual(rules.applicationReadyOn(application), rules.readyOn('2026-02-11', '2026-02-12'))
  assert.equal(rules.pickupFrom('2026-03-03'), '2026-03-04')
})

test('an appointment that is moved or called off stays one event', () => {
  const centre = centres.centres[0]
  const appointment = qujat.appointmentAtCentre(rules.firstFreeSlot(centre, '2026-03-03'), centre, 'A-1', '2026-02-10T04:00:00Z', 'en')
  const cancelled = { ...appointment, sequence: appointment.sequence + 1, status: 'cancelled' }
  const lines = (event, name) => rules.icalendar(event).split('\r\n').filter((line) => line.startsWith(`${name}:`))
  assert.deepEqual([appointment, cancelled].flatMap((event) => lines(event, 'SEQUENCE')), ['SEQUENCE:0', 'SEQUENCE:1'])
  assert.deepEqual(lines(cancelled, 'UID'), lines(appointment, 'UID'))
  assert.deepEqual(lines(cancelled, 'METHOD'), ['METHOD:CANCEL'])
})

test('an address is delivered to by its most specific zone', () => {
  const { address } = rules.validate(readFileSync(join(DATA, 'delivery.json')), TODAY).form.receiving
  const fee = { document: 'identity_card', ground: 'expiry', on: TODAY }
  assert.deepEqual(rules.quoteTo(fee, address), rules.quote({ ...fee, deliverTo: address.region }))
  assert.deepEqual(rules.deliveryEstimateTo(address, TODAY), rules.deliveryEstimate(address.region, TODAY))
  const title = { kk: 'Аймақ', ru: 'Зона', en: 'Zone' }
  const zone = (amount) => ({ title, working_days: 1, fee: amount, illustrative: false })
  const tariff = {
    source: 'order-389-253',
    zones: { far: zone('900.00'), near: zone('100.00') },
    regions: { 'KZ-75': 'far' },
    postcodes: { 'KZ-75': { '0500': 'near' } },
  }
  const own = Rulebook.load({ extends: 'service-2025', edition: 'own', delivery: { illustrative: tariff } })
  assert.equal(own.quote({ ...fee, deliverTo: 'KZ-75' }).total, '900.00')
  assert.equal(own.quoteTo(fee, address).total, '100.00')
})

test('a reminder is asked for since the last run', () => {
  const expiresOn = '2025-11-10'
  const remind = (...args) => rules.reminder(expiresOn, '2025-10-13', ...args)
  assert.equal(remind(), null)
  assert.deepEqual(remind('2025-10-10'), { kind: 'expiry_reminder', expiresOn, daysLeft: 28, lastDay: '2025-11-20' })
  assert.deepEqual(remind('2025-10-10', 'lost'), { kind: 'centre_reminder', expiresOn })
  assert.equal(remind('2025-10-10', 'replaced'), null)
  assert.equal(rules.reminder(expiresOn, '2025-10-11', undefined, 'valid').daysLeft, 30)
})

test('a fault allows filing on paper, and an assessment tells it', async () => {
  const query = qujat.readFaultQuery(readFileSync(join(DATA, 'fault.json')))
  const right = rules.paperRight(query)
  assert.equal(right.paper, true)
  assert.deepEqual([right.statement.number, right.statement.durationSeconds], ['S-2026-0001', 661])
  assert.equal(right.statement.decision.outcome, 'eligible')
  const { paper, notices } = rules.assess(form, TODAY, { faults: query })
  assert.deepEqual(paper, right)
  assert.deepEqual((await rules.assessWithPictures(form, TODAY, { faults: query })).paper, right)
  assert.equal(rules.assess(form, TODAY).paper, undefined)
  const notice = rules.notice(rules.paperNotice(right), notices[0].language, TODAY)
  assert.deepEqual(notices.find(({ kind }) => kind === notice.kind), notice)
  assert.equal(rules.paperNotice(rules.paperRight({ ...query, faults: [] })), null)
})

test('a gap of the rulebook is no mistake of the form', () => {
  const pilot = { period: { from: '2025-05-28', until: '2030-01-01', source: 'order-389-253' } }
  const own = Rulebook.load({ extends: 'service-2025', edition: 'own', pilot })
  const later = JSON.parse(form)
  later.card.expires_on = '2029-02-25'
  const assessment = own.assess(later, '2029-02-10')
  assert.equal(assessment.outcome, 'unavailable')
  const gaps = assessment.problems.filter(({ code }) => qujat.codeInfo(code).isGap)
  assert.ok(gaps.length > 0 && gaps.every(({ code }) => code === 'NOT_COVERED'))
  const said = own.explain(assessment, 'en')
  assert.equal(said[0].code, 'SERVICE_UNAVAILABLE')
  assert.ok(said.every(({ code }) => !qujat.codeInfo(code).isGap))
  assert.match(own.operatorText(gaps[0], 'en'), /2029/)
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
