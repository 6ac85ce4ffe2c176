'use strict'

// The code that a good team would write for dates and fees, with Intl, luxon and date-holidays, and with
// neither.

const Holidays = require('date-holidays')
const { DateTime } = require('luxon')

const DAY = 86_400_000
const ZONE = 'Asia/Almaty'
const FIRST = '2025-05-28'
const LAST = '2026-02-28'
// Cards that expire from the one through the other can be renewed on some day of the pilot.
const FIRST_EXPIRY = '2025-05-18'
const LAST_EXPIRY = '2026-03-30'

/** The checks of the service once the days are known. */
function checks({ document, ground, expiresOn }, today, daysLeft) {
  const reasons = []
  if (document !== 'identity_card') reasons.push('DOCUMENT_NOT_ONLINE')
  if (ground !== 'expiry') reasons.push('GROUND_NOT_ONLINE')
  if (today < FIRST) reasons.push('PILOT_NOT_STARTED')
  else if (today > LAST) reasons.push('PILOT_ENDED')
  const isServed = document === 'identity_card' && ground === 'expiry'
  const hasDays = isServed && expiresOn >= FIRST_EXPIRY && expiresOn <= LAST_EXPIRY
  if (daysLeft > 30) reasons.push(hasDays ? 'TOO_EARLY' : 'NEVER_ONLINE')
  else if (daysLeft < -10) reasons.push(hasDays ? 'TOO_LATE' : 'LONG_EXPIRED')
  else if (today < FIRST && !hasDays) reasons.push('NEVER_ONLINE')
  return { eligible: reasons.length === 0, daysLeft, reasons }
}

function decideOn(inquiry, today) {
  return checks(inquiry, today, (Date.parse(inquiry.expiresOn) - Date.parse(today)) / DAY)
}

const civil = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' })

function decideWithIntl(inquiry, now) {
  return decideOn(inquiry, civil.format(now))
}

function decideWithLuxon(inquiry, now) {
  const today = DateTime.fromJSDate(now, { zone: ZONE }).startOf('day')
  const daysLeft = DateTime.fromISO(inquiry.expiresOn, { zone: ZONE }).diff(today, 'days').days
  return checks(inquiry, today.toISODate(), daysLeft)
}

const MRP = [
  { from: '2024-01-01', until: '2025-01-01', amount: 3692 },
  { from: '2025-01-01', until: '2026-01-01', amount: 3932 },
  { from: '2026-01-01', until: '2027-01-01', amount: 4325 },
]
const DUTIES = [
  { from: '2024-01-01', until: '2026-01-01', ground: 'expiry', percent: 20 },
  { from: '2026-01-01', until: '9999-12-31', ground: 'expiry', percent: 0 },
  { from: '2024-01-01', until: '9999-12-31', ground: 'loss', percent: 20 },
]

function quote(mrp, duty, on) {
  const amount = ((mrp.amount * duty.percent) / 100).toFixed(2)
  const line = { code: 'STATE_DUTY', base: mrp.amount.toFixed(2), rate: String(duty.percent / 100), amount }
  return { lines: [line], total: amount, currency: 'KZT', on }
}

function feeByText({ ground, on }) {
  const holds = (entry) => entry.from <= on && on < entry.until
  return quote(MRP.find(holds), DUTIES.find((duty) => duty.ground === ground && holds(duty)), on)
}

const dated = (entries) =>
  entries.map((entry) => ({ ...entry, from: DateTime.fromISO(entry.from), until: DateTime.fromISO(entry.until) }))
const DATED_MRP = dated(MRP)
const DATED_DUTIES = dated(DUTIES)

function feeWithLuxon({ ground, on }) {
  const day = DateTime.fromISO(on)
  const holds = (entry) => entry.from <= day && day < entry.until
  const duty = DATED_DUTIES.find((duty) => duty.ground === ground && holds(duty))
  return quote(DATED_MRP.find(holds), duty, day.toISODate())
}

/** The nth working day after a day. */
function workingDay(filedOn, count, isOff) {
  const day = new Date(filedOn)
  for (let left = count; left > 0; ) {
    day.setUTCDate(day.getUTCDate() + 1)
    if (!isOff(day)) left -= 1
  }
  return day.toISOString().slice(0, 10)
}

/** `off` and `working` are ISO days: days off from Monday to Friday, and working days at weekends. */
function readyByHand(off, working) {
  const isOff = (day) => {
    const text = day.toISOString().slice(0, 10)
    const weekday = day.getUTCDay()
    return weekday === 0 || weekday === 6 ? !working.has(text) : off.has(text)
  }
  return (filedOn) => workingDay(filedOn, 15, isOff)
}

const holidays = new Holidays('KZ', { timezone: 'UTC' })

function readyWithLibrary(filedOn) {
  const isOff = (day) => {
    if (day.getUTCDay() === 0 || day.getUTCDay() === 6) return true
    const found = holidays.isHoliday(day)
    return found && found.some((holiday) => holiday.type === 'public')
  }
  return workingDay(filedOn, 15, isOff)
}

/** A million cards over typed arrays; bytes as the library's. */
function decideColumn(expiresOn, today, into) {
  const first = Date.parse(FIRST) / DAY
  const last = Date.parse(LAST) / DAY
  const firstExpiry = Date.parse(FIRST_EXPIRY) / DAY
  const lastExpiry = Date.parse(LAST_EXPIRY) / DAY
  for (let row = 0; row < expiresOn.length; row += 1) {
    const left = expiresOn[row] - today
    if (today < first) into[row] = 3
    else if (today > last) into[row] = 5
    else if (left > 30) into[row] = expiresOn[row] > lastExpiry ? 7 : 6
    else if (left < -10) into[row] = expiresOn[row] < firstExpiry ? 9 : 8
    else into[row] = 0
  }
  return into
}

module.exports = {
  decideColumn,
  decideOn,
  decideWithIntl,
  decideWithLuxon,
  feeByText,
  feeWithLuxon,
  readyByHand,
  readyWithLibrary,
}
