'use strict'

// Columns as typed arrays, looked at before the native code takes their memory: see src/columns.rs.

const { isInt32Array, isSharedArrayBuffer, isUint8Array } = require('node:util').types

const native = require('./native.js')
const { toEpochDays } = require('./quick.js')

function refuse(code, pointer, params) {
  native._throw([{ code, severity: 'error', pointer, params }])
}

function refuseType(value, expected, pointer) {
  refuse('WRONG_TYPE', pointer, { expected, found: value === null ? 'null' : typeof value })
}

function checkRows(column, rows, pointer) {
  if (column.length !== rows) {
    refuse('LIST_LENGTH', pointer, { length: column.length, min: rows, max: rows })
  }
}

/** The days of a column. Another thread could change those of shared memory: they are copied. */
function days(column, pointer) {
  if (!isInt32Array(column)) {
    refuseType(column, 'Int32Array', pointer)
  }
  return isSharedArrayBuffer(column.buffer) ? column.slice() : column
}

/** Asks for an answer in `into`, if it is given. In memory of the question, or shared with another
 * thread, it is put afterwards. */
function answerInto(into, columns, ask) {
  if (into === undefined) {
    return ask()
  }
  if (!isUint8Array(into)) {
    refuseType(into, 'Uint8Array', '/into')
  }
  checkRows(into, columns[0].length, '/into')
  if (isSharedArrayBuffer(into.buffer) || columns.some((column) => column.buffer === into.buffer)) {
    into.set(ask())
  } else {
    ask(into)
  }
  return into
}

const { Rulebook } = native
const { decideColumn, decideTable, reminderColumn } = Rulebook.prototype

/** The columns of a question about cards. */
function cards(expiresOn, today) {
  const cards = days(expiresOn, '/expiresOn')
  if (typeof today === 'string') {
    return [cards, toEpochDays(today)]
  }
  const days_ = days(today, '/today')
  checkRows(days_, cards.length, '/today')
  return [cards, days_]
}

const methods = {
  decideColumn(expiresOn, today, { into, ...options } = {}) {
    const asked = cards(expiresOn, today)
    return answerInto(into, asked.filter(isInt32Array), (into) => decideColumn.call(this, ...asked, options, into))
  },
  decideTable(expiresOn, today, options = {}) {
    return decideTable.call(this, ...cards(expiresOn, today), options)
  },
  reminderColumn(expiresOn, on, { into } = {}) {
    const asked = days(expiresOn, '/expiresOn')
    return answerInto(into, [asked], (into) => reminderColumn.call(this, asked, on, into))
  },
}

for (const [name, value] of Object.entries(methods)) {
  Object.defineProperty(Rulebook.prototype, name, { value, configurable: true, writable: true })
}

exports.decisionCodes = Object.freeze(native._decisionCodes())
exports.noDay = native._noDay()
