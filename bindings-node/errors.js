'use strict'

// The objects that JavaScript makes for the native code: errors, values of JSON and JSON of values,
// and objects whose personal data do not show when they are printed.

const { isAnyArrayBuffer } = require('node:util').types

const native = require('./native.js')
const { property } = require('./own.js')

/** The method that `util.inspect` and `console.log` call. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom')

class QujatError extends Error {
  constructor(problems, text) {
    super(text ?? native._message(problems))
    const [first] = problems
    this.code = first.code
    this.params = first.params
    this.pointer = first.pointer
    this.problems = problems
  }

  text(language, rules) {
    return this.texts(language, rules)[0]
  }

  texts(language, rules = native.Rulebook.edition()) {
    return this.problems.map((problem) => rules.text(problem, language))
  }
}

class QujatInternalError extends Error {
  constructor() {
    super('a defect of qujat, not of the input')
  }
}

for (const error of [QujatError, QujatInternalError]) {
  Object.defineProperty(error.prototype, 'name', property(error.name))
}

function makeError(problems, text) {
  return problems === undefined ? new QujatInternalError() : new QujatError(problems, text)
}

/** Lists and objects may be nested this deeply, and hold so many fields and entries. */
const MAX_DEPTH = 32
const MAX_ENTRIES = 1_000_000

const { stringify } = JSON

/** The JSON of a value, unless it would never end. */
function jsonOf(value) {
  let left = MAX_ENTRIES
  const above = []
  const look = (value) => {
    if (typeof value !== 'object' || value === null || typeof value.toJSON === 'function') {
      return
    }
    if (above.includes(value)) {
      throw new TypeError('an object that holds itself cannot be written as JSON: pass one that does not')
    }
    if (ArrayBuffer.isView(value) || isAnyArrayBuffer(value)) {
      throw new TypeError('bytes within an object cannot be written as JSON: pass them as an argument of their own')
    }
    if (above.length === MAX_DEPTH) {
      native._throw([{ code: 'JSON_TOO_DEEP', severity: 'error', pointer: '', params: { limit: MAX_DEPTH } }])
    }
    const isList = Array.isArray(value)
    const entries = isList ? value : Object.keys(value)
    left -= entries.length
    if (left < 0) {
      throw new TypeError(`an object with more than ${MAX_ENTRIES} fields and entries is not read: pass fewer at a time`)
    }
    above.push(value)
    for (let at = 0; at < entries.length; at += 1) {
      look(isList ? value[at] : value[entries[at]])
    }
    above.pop()
  }
  look(value)
  return stringify(value)
}

/**
 * Hides the fields by the names in `shown` from `console.log` and all else that asks an object how it
 * wants to be shown: the texts in `shown` stand in their places. The data stay what they are.
 */
function hide(object, shown) {
  const masks = Object.entries(shown).filter(([name, mask]) => typeof mask === 'string' || !hide(object[name], mask))
  if (masks.length > 0) {
    const masked = function () {
      const copy = Array.isArray(this) ? [...this] : { ...this }
      masks.forEach(([name, mask]) => Object.hasOwn(copy, name) && (copy[name] = mask))
      return copy
    }
    Object.defineProperty(object, INSPECT, property(masked))
  }
  return object
}

const { parse } = JSON

native._begin(makeError, (json) => parse(json), jsonOf, hide)

module.exports = { QujatError, QujatInternalError, hide }
