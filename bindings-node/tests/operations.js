'use strict'

// The operations of the conformance vectors, through the typed API. A value that has no type for
// JSON, such as a date that does not exist, is placed here as the vectors' README says; everything
// else is the library's answer.

const assert = require('node:assert/strict')
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { crc32 } = require('node:zlib')

const qujat = require('qujat')

/** The repository: these tests run in a copy, next to the installed package. */
const ROOT = process.env.QUJAT_ROOT ?? join(__dirname, '..', '..')
const FOLDER = process.env.QUJAT_VECTORS ?? join(ROOT, 'core', 'vectors')

/** The problems of an operation, each as `CODE` or `CODE /pointer`. */
class Failed extends Error {
  constructor(problems) {
    super(problems.join('; '))
    this.problems = problems
  }
}

function snake(name) {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** A typed answer in the canonical form of the vectors. */
function canonical(value) {
  if (Array.isArray(value)) {
    return value.map(canonical)
  }
  if (value === undefined) {
    return null
  }
  if (value === null || typeof value !== 'object') {
    return value
  }
  const fields = Object.entries(value).map(([name, field]) => [snake(name), name === 'params' ? field : canonical(field)])
  const made = Object.fromEntries(fields)
  if (made.outcome === 'eligible') {
    const { source, ...fields } = made
    return { ...fields, reasons: qujat.reasonsOfDecision(value) }
  }
  // A line of a quote is its reason with the figures.
  const { reason, ...figures } = made
  return 'rate' in made && reason ? { ...figures, ...reason } : made
}

/** One case: its input, and the rulebook that it asks. */
class Case {
  constructor(given) {
    this.given = given
    this.rules = given.overlay ? qujat.Rulebook.load(given.overlay) : qujat.Rulebook.edition(given.edition)
  }

  /** Calls the library, and places the problem of an argument as the field of the case. */
  at(field, ask) {
    try {
      return ask(this.given[field])
    } catch (error) {
      if (error instanceof qujat.QujatError && error.pointer === '') {
        throw new Failed([`${error.code} /${field}`])
      }
      throw error
    }
  }

  day(field) {
    return this.at(field, (day) => {
      qujat.feedbackPeriod(day, 'day')
      return day
    })
  }

  get on() {
    return this.given.on ?? '2026-02-10'
  }

  get language() {
    return this.at('language', (language) => {
      this.rules.texts.word('expiry', language)
      return language
    })
  }

  get register() {
    return this.given.register ? qujat.readRegisterRecord(this.given.register) : undefined
  }

  eligibility() {
    const failed = []
    for (const field of ['expires_on', 'today']) {
      try {
        this.day(field)
      } catch (error) {
        failed.push(...error.problems)
      }
    }
    if (failed.length > 0) {
      throw new Failed(failed)
    }
    const { document, ground, expires_on: expiresOn, today, status, is_holder: isHolder } = this.given
    return this.rules.decide({ document, ground, expiresOn, status, isHolder }, today)
  }

  iin() {
    return qujat.iinFacts(this.rules.parseIin(this.given.text, this.on).iin)
  }

  card_number() {
    return { number: qujat.parseCardNumber(this.given.text) }
  }

  passport_number() {
    return { number: qujat.parsePassportNumber(this.given.text) }
  }

  phone() {
    return { e164: this.rules.parsePhone(this.given.text, this.on) }
  }

  email() {
    return { address: this.rules.parseEmail(this.given.text, this.on) }
  }

  name() {
    const name = this.rules.parseName(this.given.text, this.on)
    return { name, latin: this.rules.latinName(name, this.on) }
  }

  postcode() {
    return { postcode: qujat.parsePostcode(this.given.text) }
  }

  working_days() {
    const { calendar } = this.rules
    const day = this.day('day')
    return { working: calendar.isWorkingDay(day), after: calendar.addWorkingDays(day, this.given.count) }
  }

  days_off() {
    return this.rules.calendar.daysOff(this.given.year)
  }

  ready() {
    const filedOn = this.day('filed_on')
    return this.rules.readyOn(filedOn, this.given.registered_on == null ? undefined : this.day('registered_on'))
  }

  fee() {
    const { document, ground, pages, exemption, region } = this.given
    const on = this.day('on')
    const quote = this.rules.quote({ document, ground, on, pages, exemption, deliverTo: region })
    const { lines, total, warnings } = quote
    return { lines, total, warnings: warnings.map((warning) => warning.code) }
  }

  sms() {
    return qujat.countSms(this.given.text)
  }

  fault() {
    const { attempt, faults, known_until, number, expires_on } = this.given
    return this.rules.paperRight(qujat.readFaultQuery({ attempt, faults, known_until, number, expires_on }))
  }

  lifecycle() {
    const { events } = qujat.readHistory({ events: this.given.events })
    const application = new qujat.Application()
    const results = events.map((event) => application.apply(event))
    if (qujat.Application.replay(events).state !== application.state) {
      throw new Error('replay leads to another state')
    }
    return {
      state: application.state,
      applied: results.filter((result) => result.changed).length,
      notices: results.flatMap((result) => result.notices),
    }
  }

  feedback_mask() {
    return { text: qujat.maskFeedback(this.given.text, this.given.max) }
  }

  feedback_summary() {
    const ratings = this.given.ratings.map((rating) => Math.max(0, rating))
    return qujat.summaryFigures(qujat.summaryOfRatings(ratings), 'overall')
  }

  nearest() {
    const { latitude, longitude, region, service, on } = this.given
    const directory = qujat.CentreDirectory.fromJson(this.given.centres)
    const found = this.rules.nearest(directory, { latitude, longitude, region, service, on })
    return { centres: found.map((near) => near.centre), metres: found.map((near) => near.metres) }
  }

  slots() {
    const centre = qujat.readCentre(this.given.centre)
    const bookings = qujat.readBookings((this.given.booked ?? []).map((taken) => ({ ...taken, centre: centre.id })))
    return { slots: this.rules.freeSlots(centre, this.day('from'), this.given.days, bookings) }
  }

  validate() {
    const { problems } = this.rules.validate(this.given.form, this.day('today'), this.register)
    return { problems: problems.map(({ code, pointer, severity }) => ({ code, pointer, severity })) }
  }

  notice() {
    const data = this.at('kind', (kind) => qujat.readNoticeData(kind, this.given.params))
    return this.rules.notice(data, this.language, this.on)
  }

  explain() {
    const reason = this.at('code', (code) => qujat.reasonOf(code, this.given.params ?? {}))
    const [statement] = this.rules.explain(reason, this.language)
    return {
      text: this.rules.text(reason, this.language),
      cause: statement.text,
      action: statement.action,
      operator: this.rules.operatorText(reason, this.language),
    }
  }

  assess() {
    const { form, centres, faults } = this.given
    const directory = centres ? qujat.CentreDirectory.fromJson(centres) : undefined
    const query = faults ? qujat.readFaultQuery(faults) : undefined
    const options = { register: this.register, centres: directory, faults: query }
    const assessment = this.rules.assess(form, this.day('today'), options)
    const json = qujat.toJson('Assessment', assessment)
    assert.deepEqual(qujat.fromJson('Assessment', json), assessment)
    if (assessment.form) {
      const typed = qujat.toJson('ApplicationForm', assessment.form)
      assert.deepEqual(this.rules.assess(typed, this.day('today'), options), assessment)
    }
    // The form is the one that was given, and no answer.
    const { form: _, ...answer } = assessment
    return answer
  }

  get image() {
    return readFileSync(join(FOLDER, 'images', this.given.file))
  }

  async photo() {
    const file = this.image
    const report = await this.rules.checkPhoto(file, this.on)
    const checks = report.checks.map(({ kind, verdict, measured, reason }) => [
      kind,
      { verdict, code: reason.code, measured, source: reason.source },
    ])
    const none = { face: null, crop: null }
    return { ...none, ...report, checks: Object.fromEntries(checks), input_crc32: crc32(file) }
  }

  async signature() {
    const file = this.image
    const report = await this.rules.checkSignature(file, this.on)
    return sample(report, this.rules.normaliseSignature(file, this.on))
  }

  async strokes() {
    const report = await this.rules.checkStrokes(this.given.strokes, this.on)
    return sample(report, this.rules.renderStrokes(this.given.strokes, this.on))
  }
}

async function sample(report, normal) {
  const measured = report.checks.filter((check) => check.measured !== undefined)
  return {
    verdict: report.verdict,
    problems: report.checks.filter((check) => check.verdict === 'fail').map((check) => check.reason.code),
    measures: Object.fromEntries(measured.map(({ kind, measured }) => [kind, measured])),
    ink: report.ink,
    fingerprint: report.fingerprint,
    normal: await normal.then(crc32, () => null),
  }
}

/** Fields of arguments that the vectors call otherwise. */
const PLACES = { '/deliverTo': '/region' }

/** The answer to one case in the canonical form; `Failed` with its problems without an answer. */
async function answer(operation, given) {
  try {
    return canonical(await new Case(given)[operation]())
  } catch (error) {
    if (error instanceof qujat.QujatError) {
      throw new Failed(error.problems.map(({ code, pointer }) => `${code} ${PLACES[pointer] ?? pointer}`.trim()))
    }
    throw error
  }
}

const operations = Object.getOwnPropertyNames(Case.prototype).filter(
  (name) => !['constructor', 'at', 'day', 'on', 'language', 'register', 'image'].includes(name),
)

module.exports = { FOLDER, ROOT, Failed, answer, operations }
