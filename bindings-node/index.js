'use strict'

const native = require('./native.js')
const quick = require('./quick.js')
const columns = require('./columns.js')

class QujatError extends Error {
  constructor(problems, text) {
    super(text ?? problems.map((problem) => `${problem.code} ${problem.pointer}`.trim()).join('; '))
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
  Object.defineProperty(error.prototype, 'name', { value: error.name, configurable: true, writable: true })
}

native._makeErrorsWith((problems, text) =>
  problems === undefined ? new QujatInternalError() : new QujatError(problems, text),
)

/** What is to be done when a signal comes. One listener serves all, however many answers wait. */
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
function abortable(signal, ask) {
  return new Promise((resolve, reject) => {
    if (signal === undefined) {
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

function bytes(data) {
  if (!(data instanceof Uint8Array)) {
    throw new TypeError('the bytes of a picture are a Uint8Array, such as a Buffer')
  }
  return data
}

function define(name, value) {
  Object.defineProperty(native.Rulebook.prototype, name, { value, configurable: true, writable: true })
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
    return abortable(options?.signal, (cancel) => ask.call(this, bytes(data), on, cancel))
  })
}

for (const name of ['checkStrokes', 'renderStrokes']) {
  const ask = native.Rulebook.prototype[name]
  define(name, function (strokes, on, options) {
    return abortable(options?.signal, (cancel) => ask.call(this, strokes, on, cancel))
  })
}

const { assessWithPictures } = native.Rulebook.prototype
define('assessWithPictures', function (form, today, options) {
  const { photo, signature, signal, ...others } = options
  return abortable(signal, (cancel) =>
    assessWithPictures.call(this, form, today, others, photo && bytes(photo), signature && bytes(signature), cancel),
  )
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
