'use strict'

// The answers that are asked for most, out of numbers: see src/quick.rs. Nothing is decided here. A
// question that is anything but plain goes to the ordinary method, which also throws.

const native = require('./native.js')
const { property } = require('./own.js')

/** The number for an absent value. */
const ABSENT = -1

/** So many days are remembered: those of twenty years. */
const MAX_DAYS = 8192

// The native code has the same memory: nothing else may have it, so no function hands it out.
const place = native._makeCells()
const cells = native._cells(place)
let next = 0

const texts = []
const numbers = new Map()
const days = new Map()

const words = Object.fromEntries(
  Object.entries(native._words()).map(([name, list]) => [name, new Map(list.map((word, place) => [word, place]))]),
)

function remember(map, key, value) {
  if (map.size === MAX_DAYS) {
    map.clear()
  }
  map.set(key, value)
  return value
}

/** Days since 1970-01-01. Throws the problem of the day. */
function toEpochDays(day) {
  return numbers.get(day) ?? remember(numbers, day, native.toEpochDays(day))
}

/** The same, but `undefined` for a value that is no day. */
function numberOf(day) {
  const known = numbers.get(day)
  if (known !== undefined || typeof day !== 'string') {
    return known
  }
  try {
    return toEpochDays(day)
  } catch {
    return undefined
  }
}

function fromEpochDays(number) {
  return days.get(number) ?? remember(days, number, native.fromEpochDays(number))
}

function number() {
  return cells[next++]
}

function day() {
  return fromEpochDays(cells[next++])
}

function text() {
  const place = cells[next++]
  return texts[place] ?? (texts[place] = native._text(place))
}

/** The first and the last day, if there are any. */
function range() {
  return number() === 1 ? { first: day(), last: day() } : undefined
}

function list(read) {
  const entries = []
  for (let count = number(); count > 0; count -= 1) {
    entries.push(read())
  }
  return entries
}

/** The reader of values of this kind; everything else is a text. */
const readers = { __proto__: null, number, date: day }

/** Each code with the names and kinds of its parameters. */
const shapes = []

function shapeOf(place) {
  const code = native.codes()[place]
  const { params } = native.codeInfo(code)
  return {
    code,
    blank: Object.fromEntries(params.map(({ name }) => [name, undefined])),
    names: params.map(({ name }) => name),
    values: params.map(({ kind }) => readers[kind] ?? text),
  }
}

function reason() {
  const place = number()
  const { code, blank, names, values } = shapes[place] ?? (shapes[place] = shapeOf(place))
  const hasSource = cells[next] !== ABSENT
  const source = hasSource ? text() : number()
  const params = { ...blank }
  for (let at = 0; at < names.length; at += 1) {
    params[names[at]] = values[at]()
  }
  return hasSource ? { code, params, source } : { code, params }
}

function decision() {
  next = 0
  const daysLeft = number()
  const edition = text()
  const isEligible = number() === 0
  const online = range()
  const again = range()
  if (isEligible) {
    const source = text()
    return again
      ? { outcome: 'eligible', daysLeft, online, again, source, edition }
      : { outcome: 'eligible', daysLeft, online, source, edition }
  }
  const reasons = list(reason)
  if (!online) {
    return { outcome: 'refused', daysLeft, reasons, edition }
  }
  return again
    ? { outcome: 'refused', daysLeft, online, again, reasons, edition }
    : { outcome: 'refused', daysLeft, online, reasons, edition }
}

function line() {
  const what = reason()
  const amount = text()
  return number() === 1 ? { reason: what, amount, base: text(), rate: text() } : { reason: what, amount, rate: text() }
}

function quoteOn(on) {
  next = 0
  const lines = list(line)
  return { lines, total: text(), currency: text(), warnings: list(reason), on, edition: text() }
}

function ready() {
  next = 0
  return { readyOn: day(), workingDays: number(), reason: reason() }
}

const { Rulebook } = native
const ordinary = { decide: Rulebook.prototype.decide, quote: Rulebook.prototype.quote, readyOn: Rulebook.prototype.readyOn }

/** The last question to `dayOf`: civil time is whole minutes ahead of UTC, so the day of a
 * minute is one. */
const last = { minute: NaN, session: undefined, day: undefined }

const SESSION = Symbol('session')
const openDesk = Rulebook.prototype._session

/** The session in which a rulebook is asked. */
function sessionOf(rules) {
  if (rules[SESSION] === undefined) {
    Object.defineProperty(rules, SESSION, { __proto__: null, value: openDesk.call(rules, place) })
    // It may have been that of another rulebook.
    last.minute = NaN
  }
  return rules[SESSION]
}

const { hasOwn } = Object
const { isArray } = Array
const { isView } = ArrayBuffer

/** `true` if it can have the few fields of a question: no text and no list, whose places would
 * be its names. */
function isQuestion(value) {
  return typeof value === 'object' && value !== null && !isArray(value) && !isView(value)
}

function decide(inquiry, today) {
  if (!isQuestion(inquiry)) {
    return ordinary.decide.call(this, inquiry, today)
  }
  let document, ground, expiresOn
  let status = ABSENT
  let isHolder = ABSENT
  let isPlain = true
  for (const name in inquiry) {
    // An inherited property is not one of its fields.
    if (!hasOwn(inquiry, name)) continue
    const value = inquiry[name]
    if (name === 'document') document = words.document.get(value)
    else if (name === 'ground') ground = words.ground.get(value)
    else if (name === 'expiresOn') expiresOn = numberOf(value)
    else if (value === undefined) continue
    else if (name === 'status') status = words.status.get(value)
    else if (name === 'isHolder' && typeof value === 'boolean') isHolder = Number(value)
    else {
      isPlain = false
      break
    }
  }
  const now = numberOf(today)
  isPlain &&= document !== undefined && ground !== undefined && expiresOn !== undefined
  if (!isPlain || status === undefined || now === undefined) {
    return ordinary.decide.call(this, inquiry, today)
  }
  const session = sessionOf(this)
  cells[0] = document
  cells[1] = ground
  cells[2] = expiresOn
  cells[3] = status
  cells[4] = isHolder
  cells[5] = now
  return native._decide(session) ? decision() : ordinary.decide.call(this, inquiry, today)
}

function quote(inquiry) {
  if (!isQuestion(inquiry)) {
    return ordinary.quote.call(this, inquiry)
  }
  let document, ground, filedOn
  let region = ABSENT
  let isPlain = true
  for (const name in inquiry) {
    // An inherited property is not one of its fields.
    if (!hasOwn(inquiry, name)) continue
    const value = inquiry[name]
    if (name === 'document') document = words.document.get(value)
    else if (name === 'ground') ground = words.ground.get(value)
    else if (name === 'on') filedOn = numberOf(value)
    else if (value === undefined) continue
    else if (name === 'deliverTo') region = words.region.get(value)
    else {
      isPlain = false
      break
    }
  }
  isPlain &&= document !== undefined && ground !== undefined && filedOn !== undefined
  if (!isPlain || region === undefined) {
    return ordinary.quote.call(this, inquiry)
  }
  const session = sessionOf(this)
  cells[0] = document
  cells[1] = ground
  cells[2] = filedOn
  cells[3] = region
  return native._quote(session) ? quoteOn(fromEpochDays(filedOn)) : ordinary.quote.call(this, inquiry)
}

function readyOn(filedOn, registeredOn) {
  const filed = numberOf(filedOn)
  if (filed === undefined || (registeredOn !== undefined && registeredOn !== null)) {
    return ordinary.readyOn.call(this, filedOn, registeredOn)
  }
  const session = sessionOf(this)
  cells[0] = filed
  return native._readyOn(session) ? ready() : ordinary.readyOn.call(this, filedOn)
}

const MINUTE = 60_000

let standard

/** The civil date in Kazakhstan at an instant. */
function dayOf(date, rules = (standard ??= Rulebook.edition())) {
  if (date instanceof Date) {
    const time = date.getTime()
    const minute = Math.floor(time / MINUTE)
    const session = sessionOf(rules)
    if (minute === last.minute && session === last.session) {
      return last.day
    }
    if (Number.isNaN(time) || !native._dayAt(session, time)) {
      return rules.civilTime(date.toISOString()).day
    }
    Object.assign(last, { minute, session, day: fromEpochDays(cells[0]) })
    return last.day
  }
  // A `Temporal.PlainDate` prints its calendar too, if it is another one.
  return String(date).split('[', 1)[0]
}

for (const [name, value] of Object.entries({ decide, quote, readyOn })) {
  Object.defineProperty(Rulebook.prototype, name, property(value))
}

module.exports = { dayOf, fromEpochDays, toEpochDays }
