'use strict'

// Columns as typed arrays: what is wrong with them is said here. The native code takes their memory when
// everything else was read: see src/columns.rs.

const { isInt32Array, isUint8Array } = require('node:util').types

const native = require('./native.js')
const { own, property } = require('./own.js')
const { toEpochDays } = require('./quick.js')

function refuse(code, pointer, params) {
  native._throw([{ code, severity: 'error', pointer, params }])
}

function refuseType(value, expected, pointer) {
  refuse('WRONG_TYPE', pointer, { expected, found: value === null ? 'null' : typeof value })
}

const TypedArray = Object.getPrototypeOf(Int32Array)
/** The rows of a column, whatever it says of itself. */
const rowsOf = Object.getOwnPropertyDescriptor(TypedArray.prototype, 'length').get
const { set } = TypedArray.prototype

function checkRows(column, rows, pointer) {
  const length = rowsOf.call(column)
  if (length !== rows) {
    refuse('LIST_LENGTH', pointer, { length, min: rows, max: rows })
  }
}

function checkDays(column, pointer) {
  if (!isInt32Array(column)) {
    refuseType(column, 'Int32Array', pointer)
  }
}

/** The destination of an answer: the bytes are written there at once, or afterwards if others might
 * have them. */
function answerInto(into, column, ask) {
  if (into === undefined) {
    return ask()
  }
  if (!isUint8Array(into)) {
    refuseType(into, 'Uint8Array', '/into')
  }
  checkRows(into, rowsOf.call(column), '/into')
  const answer = ask(into)
  if (answer) {
    set.call(into, answer)
  }
  return into
}

const { Rulebook } = native
const { decideColumn, decideTable, reminderColumn } = Rulebook.prototype
const KINDS = ['document', 'ground']

/** The columns of a question about cards. */
function cards(expiresOn, today) {
  checkDays(expiresOn, '/expiresOn')
  if (typeof today === 'string') {
    return [expiresOn, toEpochDays(today)]
  }
  checkDays(today, '/today')
  checkRows(today, rowsOf.call(expiresOn), '/today')
  return [expiresOn, today]
}

const methods = {
  decideColumn(expiresOn, today, options) {
    const kinds = own(options, KINDS)
    const { into } = own(options, ['into'])
    const asked = cards(expiresOn, today)
    return answerInto(into, expiresOn, (into) => decideColumn.call(this, ...asked, kinds, into))
  },
  decideTable(expiresOn, today, options) {
    const kinds = own(options, KINDS)
    return decideTable.call(this, ...cards(expiresOn, today), kinds)
  },
  reminderColumn(expiresOn, on, options) {
    const run = own(options, ['lastRun', 'status'])
    const { into } = own(options, ['into'])
    checkDays(expiresOn, '/expiresOn')
    return answerInto(into, expiresOn, (into) => reminderColumn.call(this, expiresOn, on, run, into))
  },
}

for (const [name, value] of Object.entries(methods)) {
  Object.defineProperty(Rulebook.prototype, name, property(value))
}

exports.decisionCodes = Object.freeze(native._decisionCodes())
exports.noDay = native._noDay()
