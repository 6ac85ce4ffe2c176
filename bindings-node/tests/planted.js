'use strict'

// Plants names, numbers and addresses in every place of every input of every function, and prints
// whatever a host would print of what comes of it: `canaries.test.js` looks for them.

const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { format, inspect } = require('node:util')

const qujat = require('qujat')

const { FOLDER, ROOT } = require('./operations.js')

/** The planted texts. No function takes any of them for something else. */
const CANARIES = ['900101300007', '+77010000001', 'canary@example.kz', 'ҮЛГІЕВ-ҚАНАРЕЙКА, улица Примерная 12, N00000017']
/** Parts of them that may not be printed. */
const SECRETS = ['900101300007', '90010130', 'ҚАНАРЕЙКА', '7010000001', 'canary', 'Примерная 12', 'N00000017']

const DATA = join(ROOT, 'examples', 'data')
const read = (...path) => JSON.parse(readFileSync(join(DATA, ...path), 'utf8'))
const rules = qujat.Rulebook.edition()
const ON = '2026-02-10'
const AT = '2026-02-10T09:30:00+05:00'

const form = read('delivery.json')
const pickup = read('eligible.json')
const record = qujat.readRegisterRecord(read('register', 'eligible.json'))
const centresJson = read('centres.json')
const centres = qujat.CentreDirectory.fromJson(centresJson)
const [centre] = centres.centres
const booking = { centre: centre.id, day: '2026-03-03', time: '09:00', count: 1 }
const offer = rules.firstFreeSlot(centre, '2026-03-03')
const event = { id: 'e-1', at: AT, event: 'filed', receiving: 'pickup', due: '0.00', identification: { kind: 'sms_code', reference: 'session-1' } }
const typedEvent = qujat.readEvent(event)
const feedback = { overall: 5, comment: 'спасибо', channel: 'portal', at: AT, region: 'KZ-75' }
const typedFeedback = rules.readFeedback(feedback, ON)
const appointment = qujat.appointmentAtCentre(offer, centre, 'A-1', AT, 'ru')
const notice = { kind: 'registered', application: 'A-1', readyOn: '2026-03-03' }
const reason = qujat.sampleReason('TOO_EARLY')
const problem = { ...reason, severity: 'refusal', pointer: '/card' }
const fault = {
  attempt: { from: AT, to: '2026-02-10T10:30:00+05:00' },
  faults: [{ from: AT, channel: 'portal', reference: 'INC-1' }],
  known_until: '2026-02-10T10:30:00+05:00',
  number: 'S-1',
  expires_on: '2026-02-20',
}
const query = qujat.readFaultQuery(fault)
const right = rules.paperRight(query)
const { address } = rules.validate(form, ON).form.receiving
const application = qujat.Application.replay([typedEvent])
const summary = qujat.summaryOfRatings([1, 2, 5])
const strokes = read('strokes.json')
const photo = readFileSync(join(FOLDER, 'images', 'signatures', 'signature-1.png'))
const inquiry = { document: 'identity_card', ground: 'expiry', expiresOn: '2025-11-10', status: 'valid', isHolder: true }
const fee = { document: 'identity_card', ground: 'expiry', on: ON, exemption: 'disability', deliverTo: 'KZ-75' }
const overlay = { extends: 'service-2025', edition: 'own', window: { expiry: { source: 'order-389-253', opens_days_before: 31, closes_days_after: 10 } } }

/** Arguments that name something and no person, and are shown as they are: nothing is planted there. */
class Plain extends String {}

/** Everything that can be called, with arguments that it takes. */
const calls = {
  ...Object.fromEntries(
    Object.entries({
      addToSummary: [summary, typedFeedback], appointmentAtCentre: [offer, centre, new Plain('A-1'), AT, 'ru'], centreProblems: [centre],
      codeInfo: ['TOO_EARLY'], countSms: ['text'], dayOf: [new Date(AT)], feedbackPeriod: [ON, 'day'], fromEpochDays: [1],
      hoursOn: [centre, ON, rules.calendar], iinFacts: ['900101300007'], isBlocking: [problem], isEndState: ['filed'],
      isSameName: ['ҮЛГІЕВ', 'ҮЛГІЕВ'], lifecycleDiagram: [], lifecycleTransitions: [], codes: [], maskFeedback: ['text', 100],
      mergeSummaries: [summary, summary], noticeParams: ['registered'], parseCardNumber: ['012345678'], parseIin: ['900101300007'],
      parsePassportNumber: ['N00000017'], parsePostcode: ['050000'], readBookings: [[booking]], readCentre: [centresJson.centres[0]],
      readEvent: [event], readFaultQuery: [fault], readHistory: [{ events: [event] }],
      readFeedback: [feedback, { ratingMin: 1, ratingMax: 5, maxCharacters: 100, source: 'order-389-253' }], readNoticeData: ['registered', { application: 'A-1', ready_on: ON }],
      readRegisterRecord: [read('register', 'eligible.json')], readSummary: [summary], reasonOf: ['TOO_EARLY', reason.params], reasonsOfDecision: [rules.decide(inquiry, '2025-10-11')],
      sampleReason: ['TOO_EARLY'], toJson: ['Address', address], fromJson: ['Address', qujat.toJson('Address', address)], summaryFigures: [summary, 'overall'], summaryOfRatings: [[1, 2]], toEpochDays: [ON],
    }).map(([name, args]) => [name, [(...args) => qujat[name](...args), args]]),
  ),
  ...Object.fromEntries(
    Object.entries({
      applicationReadyOn: [application], assess: [form, ON, { register: record, centres, bookings: [booking], faults: query }], assessWithPictures: [pickup, ON, { signature: photo }],
      cardExpiresOn: [ON], checkAge: ['900101300007', ON], checkPhoto: [photo, ON], checkSignature: [photo, ON], checkStrokes: [strokes, ON],
      civilTime: [AT], decide: [inquiry, ON], decideColumn: [Int32Array.of(1), ON, { document: 'passport' }],
      decideTable: [Int32Array.of(1), ON, { ground: 'loss' }], decodeImage: [photo, ON], deliveryEstimate: ['KZ-75', ON], deliveryEstimateTo: [address, ON], exemptions: [ON],
      expeditedFees: ['2025-06-02'], explain: [reason, 'ru'], firstFreeSlot: [centre, '2026-03-03', [booking]], freeSlots: [centre, '2026-03-03', 3, [booking]],
      icalendar: [appointment], inspectImage: [photo, ON], latinName: ['ҮЛГІЕВ', ON], machineReadableName: ['ҮЛГІЕВ', ON],
      nearest: [centres, { latitude: 43.25, longitude: 76.9, region: 'KZ-75', on: ON }], normaliseSignature: [photo, ON], notice: [notice, 'ru', ON],
      paperNotice: [right], paperRight: [query], parseEmail: ['a@example.kz', ON],
      parseIin: ['900101300007', ON], parseName: ['ҮЛГІЕВ', ON], parsePhone: ['87010000002', ON], pickupFrom: [ON], quote: [fee], quoteTo: [fee, address],
      readFeedback: [feedback, ON], readyOn: [ON, ON], reminder: [ON, ON, '2026-01-01', 'valid'], reminderColumn: [Int32Array.of(1), ON, { lastRun: '2026-01-01', status: 'valid' }], renderStrokes: [strokes, ON], sanitizeImage: [photo, ON],
      source: ['order-389-253'], sources: [], text: [problem, 'ru'], operatorText: [problem, 'ru'], validate: [form, ON, record],
    }).map(([name, args]) => [`rules.${name}`, [(...args) => rules[name](...args), args]]),
  ),
  'Rulebook.load': [(text) => qujat.Rulebook.load(text), [new Plain(JSON.stringify(overlay))]],
  'Rulebook.edition': [(name) => qujat.Rulebook.edition(name), ['service-2025']],
  'Rulebook.editionText': [(name) => qujat.Rulebook.editionText(name)?.length, ['service-2025']],
  'texts.withOverrides': [(...args) => rules.texts.withOverrides(...args), ['ru', 'TOO_EARLY = рано']],
  'texts.word': [(...args) => rules.texts.word(...args), ['expiry', 'ru']],
  'texts.explain': [(...args) => rules.texts.explain(...args), [reason, 'ru']],
  'texts.explainToOperator': [(...args) => rules.texts.explainToOperator(...args), [reason, 'ru']],
  'calendar.addWorkingDays': [(...args) => rules.calendar.addWorkingDays(...args), [ON, 3]],
  'calendar.workingDaysBetween': [(...args) => rules.calendar.workingDaysBetween(...args), [ON, ON]],
  'calendar.isWorkingDay': [(day) => rules.calendar.isWorkingDay(day), [ON]],
  'calendar.daysOff': [(year) => rules.calendar.daysOff(year), [2026]],
  'calendar.specialDays': [(day) => rules.calendar.specialDays(day), [ON]],
  CentreDirectory: [(list) => new qujat.CentreDirectory(list), [[centre]]],
  'CentreDirectory.fromJson': [(json) => qujat.CentreDirectory.fromJson(json), [centresJson]],
  'directory.centre': [(id) => centres.centre(id), [new Plain(centre.id)]],
  'Application.replay': [(events) => qujat.Application.replay(events), [[typedEvent]]],
  'application.apply': [(event) => new qujat.Application().apply(event), [typedEvent]],
  'summaries.add': [(...args) => new qujat.FeedbackSummaries().add(...args), [typedFeedback, 'day', 300]],
  'summaries.by': [(dimension) => new qujat.FeedbackSummaries().by(dimension), ['region']],
  'error.text': [(...args) => new qujat.QujatError([problem]).text(...args), ['ru', rules]],
  'schema.form': [(input) => require('qujat/schema').applicationForm({ language: 'ru', today: ON })['~standard'].validate(input).issues, [form]],
  'schema.iin': [(input) => require('qujat/schema').iin({ language: 'ru', today: ON })['~standard'].validate(input).issues, ['1']],
}

/** Whose answers are about a person. Others show what fits as an identifier or an amount. */
const ABOUT_PEOPLE = [
  'iinFacts', 'readFeedback', 'readNoticeData', 'readRegisterRecord', 'rules.notice', 'rules.parseIin', 'rules.quote', 'rules.quoteTo',
  'rules.readFeedback', 'rules.validate',
]

const isData = (value) => typeof value === 'object' && value !== null && [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value))

/** The same value, each time with the canary in another place. */
function* planted(value, canary) {
  yield canary
  yield [canary]
  yield { field: canary }
  yield Buffer.from(canary)
  if (!isData(value)) return
  if (!Array.isArray(value)) {
    yield { ...value, field: canary }
    yield { ...value, [canary]: canary }
  }
  // Of a list, one entry stands for all.
  for (const name of Object.keys(value).slice(0, Array.isArray(value) ? 1 : undefined)) {
    for (const inner of planted(value[name], canary)) {
      const copy = Array.isArray(value) ? [...value] : { ...value }
      copy[name] = inner
      yield copy
    }
  }
}

const printed = new Set()

function print(where, text) {
  printed.add(`${where}: ${text}`.replace(/\n\s+at .*/g, ''))
}

/** The texts that a host would print of a value. */
function printAll(where, value) {
  print(where, inspect(value, { depth: null }))
  if (value instanceof Error) {
    print(where, value.stack)
    print(where, String(value))
  }
}

/** The same in other ways, which cost more. */
function printMore(where, value) {
  print(where, format('%s %O', value, value))
  print(where, inspect(new Error('outer', { cause: [{ value }] }), { depth: null, compact: false }))
}

async function plant() {
  process.on('warning', (warning) => printAll('a warning', warning))
  let count = 0
  for (const [name, [ask, examples]] of Object.entries(calls)) {
    const args = examples.map((value) => (value instanceof Plain ? String(value) : value))
    const good = await ask(...args)
    if (typeof good === 'object') {
      printAll(name, good)
      printMore(name, good)
    }
    for (const place of args.keys()) {
      if (examples[place] instanceof Plain) continue
      for (const canary of CANARIES) {
        for (const value of planted(args[place], canary)) {
          count += 1
          const given = [...args.slice(0, place), value, ...args.slice(place + 1)]
          try {
            const answer = await ask(...given)
            if (typeof answer === 'object' && ABOUT_PEOPLE.includes(name)) printAll(`${name} ${place}`, answer)
          } catch (error) {
            printAll(`${name} ${place}`, error)
          }
        }
      }
    }
  }
  return count
}

const names = [...Object.keys(qujat), ...Object.getOwnPropertyNames(qujat.Rulebook.prototype)]

module.exports = { SECRETS }

if (require.main === module) {
  plant().then((count) => {
    // Of each function and place one finding of each secret, with what stands around it.
    const found = new Map()
    for (const text of printed) {
      for (const secret of SECRETS.filter((secret) => text.includes(secret))) {
        const at = text.indexOf(secret)
        found.set(`${text.split(':', 1)} shows ${secret}`, text.slice(Math.max(0, at - 100), at + 60))
      }
    }
    const unasked = names.filter((name) => !name.startsWith('_') && typeof (qujat[name] ?? rules[name]) === 'function' && !/^[A-Z]|constructor/.test(name))
      .filter((name) => !calls[name] && !calls[`rules.${name}`])
    process.stdout.write(JSON.stringify({ count, unasked, found: [...found] }))
  })
}
