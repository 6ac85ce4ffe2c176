'use strict'

const { isUint8Array } = require('node:util').types

const native = require('./native.js')
const { QujatError, QujatInternalError } = require('./errors.js')
const { own, property } = require('./own.js')
const quick = require('./quick.js')
const columns = require('./columns.js')

/** The action when a signal comes. One listener serves all, however many
 * answers wait. */
const waiting = new WeakMap()

function whenAborted(signal, act) {
  let acts = waiting.get(signal)
  if (acts === undefined) {
    acts = new Set()
    waiting.set(signal, acts)
    signal.addEventListener('abort', () => acts.forEach((act) => act()))
  }
  acts.add(act)
  return () => acts.delete(act)
}

/** Asks on the thread pool. Work that has not begun when the signal comes is left out. */
function abortable(options, ask) {
  return new Promise((resolve, reject) => {
    const { signal } = own(options, ['signal'])
    if (signal === undefined || signal === null) {
      resolve(ask())
      return
    }
    signal.throwIfAborted()
    const cancel = new native._Cancel()
    const answer = ask(cancel)
    const done = whenAborted(signal, () => {
      cancel.cancel()
      reject(signal.reason)
    })
    answer.then(resolve, reject).finally(done)
  })
}

/** The bytes of a picture, which the native code copies. */
function bytes(data, name) {
  if (!isUint8Array(data)) {
    throw new TypeError(`${name}: the bytes of a picture are a Uint8Array, such as a Buffer`)
  }
  return data
}

function define(name, value) {
  Object.defineProperty(native.Rulebook.prototype, name, property(value))
}

for (const name of [
  'inspectImage',
  'sanitizeImage',
  'decodeImage',
  'checkPhoto',
  'checkSignature',
  'normaliseSignature',
]) {
  const ask = native.Rulebook.prototype[name]
  define(name, function (data, on, options) {
    return abortable(options, (cancel) => ask.call(this, bytes(data, 'data'), on, cancel))
  })
}

for (const name of ['checkStrokes', 'renderStrokes']) {
  const ask = native.Rulebook.prototype[name]
  define(name, function (strokes, on, options) {
    return abortable(options, (cancel) => ask.call(this, strokes, on, cancel))
  })
}

const { assess, assessWithPictures } = native.Rulebook.prototype
const BESIDE_THE_FORM = ['register', 'centres', 'bookings', 'faults']
define('assess', function (form, today, options) {
  return assess.call(this, form, today, own(options, BESIDE_THE_FORM))
})
define('assessWithPictures', function (form, today, options) {
  return abortable(options, (cancel) => {
    const pictures = own(options, ['photo', 'signature'])
    const [photo, signature] = ['photo', 'signature'].map((name) => {
      const picture = pictures[name] ?? undefined
      return picture && bytes(picture, name)
    })
    return assessWithPictures.call(this, form, today, own(options, BESIDE_THE_FORM), photo, signature, cancel)
  })
})

for (const name of Object.keys(native)) {
  if (!name.startsWith('_')) {
    exports[name] = native[name]
  }
}
exports.QujatError = QujatError
exports.QujatInternalError = QujatInternalError
Object.assign(exports, quick, columns)
exports.version = native._version()
