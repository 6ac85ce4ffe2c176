'use strict'

// The comparisons; all sides must agree.

const assert = require('node:assert/strict')
const { readFileSync } = require('node:fs')
const { join } = require('node:path')

const qujat = require('qujat')

const { readEmail, readForm, readIin, readPhone } = require('./form.js')
const { notice, segmentsByHand, segmentsWithLibrary } = require('./notices.js')
const pictures = require('./pictures.js')
const dates = require('./rules.js')
const zen = require('./zen.js')

const DATA = join(process.env.QUJAT_ROOT ?? join(__dirname, '..', '..', '..'), 'examples', 'data')
const TODAY = '2026-02-10'
const NOW = new Date('2026-02-10T05:30:00Z')
const ROWS = 1_000_000

const rules = qujat.Rulebook.edition()
const centres = qujat.CentreDirectory.fromJson(readFileSync(join(DATA, 'centres.json')))
const form = readFileSync(join(DATA, 'eligible.json'), 'utf8')

/** A second later with each call, within an hour. */
const instants = Array.from({ length: 3600 }, (_, second) => new Date(NOW.getTime() + second * 1000))
const instant = (call) => instants[call % instants.length]

/** Cards that expire in the year around the day asked about, in an order without a pattern. */
const inquiries = Array.from({ length: 365 }, (_, index) => ({
  document: 'identity_card',
  ground: 'expiry',
  expiresOn: qujat.fromEpochDays(qujat.toEpochDays(TODAY) - 182 + ((index * 149) % 365)),
}))
const inquiry = (call) => inquiries[call % inquiries.length]

/** Days of filing in two years. */
const filings = Array.from({ length: 365 }, (_, index) => qujat.fromEpochDays(qujat.toEpochDays('2025-06-01') + ((index * 149) % 365)))
const fees = filings.map((on, index) => ({ document: 'identity_card', ground: index % 3 === 0 ? 'loss' : 'expiry', on }))

function agreeOnDecisions() {
  for (const asked of inquiries) {
    const own = rules.decide(asked, qujat.dayOf(NOW))
    const answer = {
      eligible: own.outcome === 'eligible',
      daysLeft: own.daysLeft,
      reasons: own.outcome === 'eligible' ? [] : own.reasons.map((reason) => reason.code),
    }
    for (const other of [dates.decideWithIntl, dates.decideWithLuxon]) {
      assert.deepEqual(other(asked, NOW), answer)
    }
    assert.deepEqual(dates.decideOn(asked, TODAY), answer)
  }
}

function agreeOnFees() {
  for (const asked of fees) {
    const own = rules.quote(asked)
    for (const other of [dates.feeByText, dates.feeWithLuxon]) {
      const { total, lines, on } = other(asked)
      assert.deepEqual([total, lines[0].base, Number(lines[0].rate), on], [own.total, own.lines[0].base, Number(own.lines[0].rate), own.on])
    }
  }
}

const years = [2025, 2026].map((year) => rules.calendar.daysOff(year))
const readyByHand = dates.readyByHand(new Set(years.flatMap((year) => year.days)), new Set(years.flatMap((year) => year.worked)))

/** Days of filing for which date-holidays, too, has the days off of the law; on others it is wrong. */
const filingsOfLibrary = filings.filter((day) => dates.readyWithLibrary(day) === rules.readyOn(day).readyOn)

function agreeOnTexts() {
  for (const [text, isValid] of [['900101300007', true], ['900101300008', false], ['12345', false]]) {
    assert.equal(readIin(text) !== undefined, isValid)
    assert.equal(isIin(text), isValid)
  }
  assert.equal(readPhone('+7 (701) 000-00-01'), rules.parsePhone('+7 (701) 000-00-01', TODAY))
  assert.equal(readEmail('serik.ulgiev@example.kz'), rules.parseEmail('serik.ulgiev@example.kz', TODAY))
  const read = readForm(form)
  const own = rules.validate(form, TODAY).form
  assert.deepEqual([read.applicant.iin, read.applicant.phone, read.card.expires_on], [own.applicant.iin, own.applicant.phone, own.expiresOn])
}

function isIin(text) {
  try {
    return rules.parseIin(text, TODAY).iin === text
  } catch {
    return false
  }
}

const ready = { application: '2026-000101', on: '2026-03-03', time: '09:30', centre: 'ЦОН № 1', address: 'Достық 1, Астана' }
const data = { kind: 'ready', application: ready.application, day: ready.on, time: ready.time, centre: ready.centre, address: ready.address }
const message = rules.notice(data, 'ru', TODAY).sms.text

async function agreeWithZen() {
  for (const ground of ['expiry', 'loss']) {
    for (const each of inquiries) {
      const asked = { ...each, ground }
      const own = rules.decide(asked, TODAY)
      const codes = own.outcome === 'eligible' ? [] : own.reasons.map((reason) => reason.code)
      assert.deepEqual(await zen.codesWithZen(asked, TODAY), codes)
      assert.equal(zen.isEligibleWithZen(asked, TODAY), codes.length === 0)
    }
  }
  for (const asked of fees) {
    assert.equal(await zen.totalWithZen(asked), Number(rules.quote(asked).total))
  }
}

/** The work of `assess`, by hand, for a form that is right. */
function assessByHand(segmentsOf) {
  const read = readForm(form)
  const asked = { document: read.document, ground: read.ground, expiresOn: read.card.expires_on }
  const decision = dates.decideWithIntl(asked, NOW)
  const fee = dates.feeWithLuxon({ ground: read.ground, on: TODAY })
  const on = readyByHand(TODAY)
  return { decision, fee, on, notice: notice({ ...ready, application: read.number, on }, segmentsOf) }
}

/** The same where the ZEN engine decides and quotes. */
async function assessWithZen() {
  const read = readForm(form)
  const asked = { document: read.document, ground: read.ground, expiresOn: read.card.expires_on }
  const decision = await zen.codesWithZen(asked, TODAY)
  const fee = await zen.totalWithZen({ ground: read.ground, on: TODAY })
  const on = readyByHand(TODAY)
  return { decision, fee, on, notice: notice({ ...ready, application: read.number, on }, segmentsWithLibrary) }
}

function agreeOnAll() {
  for (const filed of filings) {
    assert.equal(readyByHand(filed), rules.readyOn(filed).readyOn)
  }
  assert.ok(filingsOfLibrary.length > 50)
  assert.equal(segmentsByHand(message), qujat.countSms(message).segments)
  assert.equal(segmentsWithLibrary(message), qujat.countSms(message).segments)
  const own = rules.assess(form, TODAY, { centres })
  const other = assessByHand(segmentsByHand)
  assert.deepEqual([other.decision.eligible, other.fee.total, other.on], [own.decision.outcome === 'eligible', own.quote.total, own.ready.readyOn])
}

/** Expiry dates from so many days before the day asked about to so many after it, in an order that no
 * processor learns. */
function columnOfDays(before, after) {
  const days = new Int32Array(ROWS)
  const first = qujat.toEpochDays(TODAY) - before
  let seed = 1
  for (let row = 0; row < ROWS; row += 1) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    days[row] = first + Math.floor((seed / 2 ** 32) * (before + after))
  }
  return days
}

/** All cards, which are valid for ten years, and those that expire soon. */
const all = columnOfDays(365, 3650)
const soon = columnOfDays(60, 60)
const into = new Uint8Array(ROWS)
const epochDay = qujat.toEpochDays(TODAY)

function agreeOnColumns() {
  for (const expiresOn of [all, soon]) {
    assert.deepEqual(rules.decideColumn(expiresOn, TODAY), dates.decideColumn(expiresOn, epochDay, into))
  }
}

/** All comparisons. `row` names it among all languages, `target` says how many times faster than the first of
 * the others the library has to be. */
async function prepare() {
  for (const agree of [agreeOnDecisions, agreeOnFees, agreeOnTexts, agreeOnAll, agreeOnColumns]) agree()
  await agreeWithZen()
  const { photo, large, signature } = await pictures.files()
  for (const file of [photo, large]) {
    const { width, height } = await rules.decodeImage(file, TODAY)
    const { width: otherWidth, height: otherHeight } = await pictures.rawStatistics(file)
    assert.deepEqual([otherWidth, otherHeight], [width, height])
  }
  const everything = async (assess) => [await assess(), await pictures.statistics(photo), await pictures.statistics(signature)]
  return [
    {
      row: 'eligibility',
      what: 'eligibility at an instant',
      own: (call) => rules.decide(inquiry(call), qujat.dayOf(instant(call))),
      others: {
        'Intl by hand': (call) => dates.decideWithIntl(inquiry(call), instant(call)),
        luxon: (call) => dates.decideWithLuxon(inquiry(call), instant(call)),
      },
      target: 2,
    },
    {
      row: 'eligibility',
      what: 'eligibility, as a decision graph',
      own: (call) => rules.decide(inquiry(call), TODAY),
      others: { 'ZEN engine': (call) => zen.codesWithZen(inquiry(call), TODAY) },
      isAsync: true,
    },
    {
      row: 'eligibility_expression',
      what: 'eligibility, as one expression that says yes or no',
      own: (call) => rules.decide(inquiry(call), TODAY).outcome === 'eligible',
      others: { 'ZEN expression': (call) => zen.isEligibleWithZen(inquiry(call), TODAY) },
    },
    {
      row: 'eligibility_day',
      what: 'eligibility on a day that is known',
      own: (call) => rules.decide(inquiry(call), TODAY),
      others: { 'Date.parse by hand': (call) => dates.decideOn(inquiry(call), TODAY) },
    },
    {
      row: 'iin',
      what: 'IIN',
      own: () => rules.parseIin('900101300007', TODAY),
      others: { 'by hand': () => readIin('900101300007') },
    },
    {
      row: 'email',
      what: 'e-mail',
      own: () => rules.parseEmail('serik.ulgiev@example.kz', TODAY),
      others: { zod: () => readEmail('serik.ulgiev@example.kz') },
    },
    {
      row: 'phone',
      what: 'phone',
      own: () => rules.parsePhone('+7 (701) 000-00-01', TODAY),
      others: { 'libphonenumber-js': () => readPhone('+7 (701) 000-00-01') },
    },
    {
      row: 'form',
      what: 'JSON text, all fields validated',
      own: () => rules.validate(form, TODAY),
      others: { 'zod, libphonenumber-js': () => readForm(form) },
      target: 6,
    },
    {
      row: 'fee',
      what: 'fee',
      own: (call) => rules.quote(fees[call % fees.length]),
      others: {
        luxon: (call) => dates.feeWithLuxon(fees[call % fees.length]),
        'ISO texts compared by hand': (call) => dates.feeByText(fees[call % fees.length]),
      },
      target: 10,
    },
    {
      row: 'fee',
      what: 'fee, as a decision graph',
      own: (call) => rules.quote(fees[call % fees.length]),
      others: { 'ZEN engine': (call) => zen.totalWithZen(fees[call % fees.length]) },
      isAsync: true,
    },
    {
      row: 'ready',
      what: 'pickup date, 15 working days',
      own: (call) => rules.readyOn(filings[call % filings.length]),
      others: { 'Date and sets by hand': (call) => readyByHand(filings[call % filings.length]) },
      target: 20,
    },
    {
      row: 'ready',
      what: 'pickup date, 15 working days, where the library is right',
      own: (call) => rules.readyOn(filingsOfLibrary[call % filingsOfLibrary.length]),
      others: { 'date-holidays': (call) => dates.readyWithLibrary(filingsOfLibrary[call % filingsOfLibrary.length]) },
      target: 20,
      rounds: 15,
    },
    {
      row: 'notices',
      what: 'notice: SMS with its segments, e-mail',
      own: () => rules.notice(data, 'ru', TODAY),
      others: {
        'handlebars, sms-segments-calculator': () => notice(ready, segmentsWithLibrary),
        'handlebars, segments by hand': () => notice(ready, segmentsByHand),
      },
      target: 40,
    },
    {
      row: 'sms',
      what: 'segments of an SMS',
      own: () => qujat.countSms(message),
      others: { 'sms-segments-calculator': () => segmentsWithLibrary(message), 'by hand': () => segmentsByHand(message) },
    },
    {
      row: 'photo',
      what: 'photo 600 × 800 without a face: the whole report, against statistics',
      own: () => rules.checkPhoto(photo, TODAY),
      others: { 'sharp stats': () => pictures.statistics(photo), 'sharp raw': () => pictures.rawStatistics(photo) },
      isAsync: true,
      rounds: 15,
    },
    ...Object.entries({ photo_decode: photo, photo_large_decode: large }).map(([row, file]) => ({
      row,
      what: `photo ${row === 'photo_decode' ? '600 × 800' : '1200 × 1600'}: decoding alone, against decoding and statistics`,
      own: () => rules.decodeImage(file, TODAY),
      others: { 'sharp raw': () => pictures.rawStatistics(file), 'sharp stats': () => pictures.statistics(file) },
      isAsync: true,
      rounds: 15,
    })),
    {
      row: 'signature',
      what: 'signature 600 × 200: the whole report, against statistics',
      own: () => rules.checkSignature(signature, TODAY),
      others: { 'sharp stats': () => pictures.statistics(signature) },
      isAsync: true,
      rounds: 15,
    },
    {
      row: 'all_without_images',
      what: 'everything without pictures',
      own: () => rules.assess(form, TODAY, { centres }),
      others: {
        'all of these': () => assessByHand(segmentsWithLibrary),
        'all of these, segments by hand': () => assessByHand(segmentsByHand),
      },
    },
    {
      row: 'all_without_images',
      what: 'everything without pictures, with decision graphs',
      own: () => rules.assess(form, TODAY, { centres }),
      others: { 'the same with the ZEN engine': assessWithZen },
      isAsync: true,
    },
    {
      row: 'all',
      what: 'everything',
      own: () => rules.assessWithPictures(form, TODAY, { centres, photo, signature }),
      others: {
        'all of these, sharp stats': () => everything(() => assessByHand(segmentsWithLibrary)),
        'the same with the ZEN engine': () => everything(assessWithZen),
      },
      isAsync: true,
      rounds: 15,
    },
    ...Object.entries({ million: all, million_soon: soon }).map(([row, expiresOn]) => ({
      row,
      what: `a million decisions over typed arrays, of ${row === 'million' ? 'all cards' : 'cards that expire soon'}`,
      own: () => rules.decideColumn(expiresOn, TODAY, { into }),
      others: { 'JavaScript loop': () => dates.decideColumn(expiresOn, epochDay, into) },
      target: 4,
    })),
  ]
}

module.exports = { prepare }
