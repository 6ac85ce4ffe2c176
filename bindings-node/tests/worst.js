'use strict'

// Reads the inputs that cost the library most, at the limits of size, and measures each: `make worst`
// writes them into FOLDER/inputs. Arguments of as many values as there may be follow. What a machine's speed
// decides is no part of the tests: it is here.
// node --expose-gc tests/worst.js FOLDER: exits with 1 if an input takes more than 250 ms of processor time or 128 MiB.

const { execFileSync } = require('node:child_process')
const { readFileSync, readdirSync, writeFileSync } = require('node:fs')
const { join, parse } = require('node:path')

const qujat = require('qujat')

const { ROOT } = require('./operations.js')

const MOST_MS = 250
const MOST_MIB = 128
const ROUNDS = 3
const ON = '2026-02-10'
const AT = '2026-02-10T09:00:00Z'
const rules = qujat.Rulebook.edition()
const centre = qujat.CentreDirectory.fromJson(readFileSync(join(ROOT, 'examples', 'data', 'centres.json'))).centres[0]

function form(text) {
  for (const problem of rules.validate(text, ON).problems) rules.text(problem, 'kk')
  const assessment = rules.assess(text, ON)
  rules.explain(assessment, 'kk')
  JSON.stringify(assessment)
}

async function strokes(text) {
  rules.explain(await rules.checkStrokes(text, ON), 'kk')
  await rules.renderStrokes(text, ON)
}

/** Every reader of a single value. */
async function values(text) {
  for (const read of [
    () => rules.parseIin(text, ON),
    () => rules.parsePhone(text, ON),
    () => rules.parseEmail(text, ON),
    () => rules.latinName(rules.parseName(text, ON), ON),
    () => qujat.parseCardNumber(text),
    () => qujat.parsePassportNumber(text),
    () => qujat.parsePostcode(text),
  ]) await outcome(read)
}

function calendarEntry(text) {
  rules.icalendar(qujat.appointmentAtCentre(rules.firstFreeSlot(centre, ON), centre, text, AT, 'kk'))
}

const readers = {
  form,
  'form-delivered': form,
  register: (text) => rules.validate('{}', ON, qujat.readRegisterRecord(text)),
  event: (text) => new qujat.Application().apply(qujat.readEvent(text)),
  history: (text) => JSON.stringify(qujat.Application.replay(qujat.readHistory(text).events)),
  feedback: (text) => rules.readFeedback(text, ON),
  strokes,
  parameters: (text) => rules.text(qujat.reasonOf('TOO_EARLY', text), 'kk'),
  rulebook: (text) => qujat.Rulebook.load(text),
  overlay: (text) => qujat.Rulebook.load(text),
  centre: (text) => rules.freeSlots(qujat.readCentre(text), ON, 30),
  directory: (text) => rules.nearest(qujat.CentreDirectory.fromJson(text), { latitude: 51, longitude: 71 }),
  bookings: (text) => rules.freeSlots(centre, ON, 30, qujat.readBookings(text)),
  summary: (text) => qujat.readSummary(text),
  // Node has no reader of them: it adds feedback up itself.
  summaries: null,
  faults: (text) => rules.paperRight(qujat.readFaultQuery(text)),
  notice: (text) => rules.notice(qujat.readNoticeData('refused', text), 'kk', ON),
  texts: (text) => qujat.Rulebook.load({ schema: 1, edition: 'own', extends: 'service-2025', texts: { kk: text } }),
  comment: (text) => qujat.maskFeedback(text, 2 ** 32 - 1),
  message: (text) => qujat.countSms(text),
  values,
  names: (text) => rules.latinName(text, ON),
  'calendar-entry': calendarEntry,
}

/** So many entries. */
function list(length, entry) {
  return Array.from({ length }, (_, index) => entry(index))
}

/** An object of so many fields. */
function fields(length, value) {
  return Object.fromEntries(list(length, (index) => [`u${index}`, value]))
}

const MOST_VALUES = 250_000
const MOST_TEXT = 16 * 2 ** 20
const reason = qujat.sampleReason('TOO_EARLY')
const problem = { code: 'TOO_EARLY', severity: 'error', pointer: '/a', params: {} }
const summary = { overall: [1, 2, 3, 4, 5], speed: [0, 0, 0, 0, 1], clarity: [0, 0, 0, 0, 1], courtesy: [0, 0, 0, 0, 1] }
const interval = { from: '2026-02-10T09:10:00Z', to: '2026-02-10T09:20:00Z', channel: 'portal' }

// What an argument may hold, as values and not as JSON.
const args = {
  numbers: [() => list(MOST_VALUES - 1, () => 1), (value) => qujat.summaryOfRatings(value)],
  fields: [() => fields(MOST_VALUES - 1, 1), (value) => rules.decide(value, ON)],
  'parameters of a reason': [() => ({ ...reason, params: fields(MOST_VALUES - 10, 1) }), (value) => rules.text(value, 'kk')],
  'empty problems': [() => ({ problems: list(MOST_VALUES - 10, () => ({})) }), (value) => rules.explain(value, 'kk')],
  problems: [() => ({ problems: list(Math.trunc(MOST_VALUES / 6), () => problem) }), (value) => rules.explain(value, 'kk')],
  bookings: [
    () => list(Math.trunc(MOST_VALUES / 5), (index) => ({ centre: 'astana-1', day: ON, time: `${10 + (index % 8)}:00`, count: 1 })),
    (value) => rules.freeSlots(centre, ON, 30, value),
  ],
  events: [
    () => list(Math.trunc(MOST_VALUES / 5), (index) => ({ id: `e-${index}`, at: AT, event: 'registered', ticket: 'T-1' })),
    (value) => qujat.Application.replay(value),
  ],
  faults: [
    () => ({ attempt: { from: AT, to: '2026-02-10T10:00:00Z' }, faults: list(Math.trunc(MOST_VALUES / 4) - 10, () => interval) }),
    (value) => rules.paperRight(value),
  ],
  centres: [
    () => list(1000, (index) => ({ ...centre, id: `c-${index}` })),
    (value) => rules.nearest(new qujat.CentreDirectory(value), { latitude: 51, longitude: 71 }),
  ],
  summaries: [() => ({ ...summary, ...fields(MOST_VALUES - 30, 1) }), (value) => qujat.mergeSummaries(value, value)],
  'a long text': [() => ({ ...reason, params: { days_left: 'a'.repeat(MOST_TEXT - 100) } }), (value) => rules.text(value, 'kk')],
  'many texts': [
    () => ({ ...reason, params: Object.fromEntries(list(100_000, (index) => [`u${index}`, 'Ұ'.repeat(70)])) }),
    (value) => rules.text(value, 'kk'),
  ],
  'a form of numbers': [() => list(MOST_VALUES - 1, () => 1), (value) => rules.validate(value, ON)],
  'a rulebook of fields': [() => ({ fees: fields(MOST_VALUES - 10, 1) }), (value) => qujat.Rulebook.load(value)],
}

/** `read`, or the code of the refusal, which is printed as a program would log it. */
async function outcome(read) {
  try {
    await read()
    return 'read'
  } catch (error) {
    if (!(error instanceof qujat.QujatError || error instanceof TypeError || error instanceof RangeError)) throw error
    String(error)
    return error.code ?? error.name
  }
}

/** The most resident memory since it was forgotten, in bytes, on Linux. */
function peak() {
  return Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024
}

/** Of all threads, those of the garbage collector among them, in milliseconds. */
function processorTime() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** A line of the table: what the fastest of some rounds took, and the most memory. */
async function measured(name, read, size) {
  globalThis.gc()
  writeFileSync('/proc/self/clear_refs', '5')
  const before = peak()
  let [taken, found] = [Infinity, '']
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = processorTime()
    found = await outcome(read)
    taken = Math.min(taken, processorTime() - begun)
  }
  const memory = Math.max(0, peak() - before) / 2 ** 20
  return `${name}\t${taken.toFixed(1)}\t${memory.toFixed(1)}\t${size}\t${found}\n`
}

/** One input or argument. */
async function one(folder, name) {
  if (args[name]) {
    const [make, read] = args[name]
    const value = make()
    return measured(name, () => read(value), MOST_VALUES)
  }
  const read = readers[parse(name).name]
  // What is made once is made before.
  await outcome(() => read('{}'))
  const bytes = readFileSync(join(folder, 'inputs', name))
  const text = bytes.toString()
  return measured(name, () => read(text), bytes.length)
}

/** Lines of these, each from a process of its own, which has no memory left of others. */
function each(folder, names) {
  return names.map((name) => {
    const line = execFileSync(process.execPath, ['--expose-gc', __filename, folder, name], { encoding: 'utf8' })
    const [, time, mebibytes, , found] = line.trim().split('\t')
    const isTooMuch = time > MOST_MS || mebibytes > MOST_MIB
    if (isTooMuch) process.exitCode = 1
    console.log(`${time.padStart(7)} ms ${mebibytes.padStart(6)} MiB  ${name}: ${found}${isTooMuch ? '  TOO MUCH' : ''}`)
    return line
  }).join('')
}

function main(folder) {
  const files = readdirSync(join(folder, 'inputs')).sort()
  const names = new Set(files.map((file) => parse(file).name))
  const unknown = [...names, ...Object.keys(readers)].filter((name) => !names.has(name) || readers[name] === undefined)
  if (unknown.length > 0) throw new Error(`read on one side only: ${unknown}`)
  writeFileSync(join(folder, 'node.txt'), each(folder, files.filter((file) => readers[parse(file).name] !== null)))
  writeFileSync(join(folder, 'arguments.txt'), each(folder, Object.keys(args)))
}

const [folder, name] = process.argv.slice(2)
if (name === undefined) main(folder)
else one(folder, name).then((line) => process.stdout.write(line))
