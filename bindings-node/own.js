'use strict'

/**
 * The fields of an object of options by these names, each read once. An inherited property is no
 * option: a name that somebody put into `Object.prototype` must not decide.
 */
function own(options, names) {
  const read = { __proto__: null }
  if (options === undefined || options === null) {
    return read
  }
  if (typeof options !== 'object') {
    throw new TypeError(`options are an object, such as { ${names[0]} }`)
  }
  for (const name of names) {
    if (Object.hasOwn(options, name)) {
      read[name] = options[name]
    }
  }
  return read
}

/** A property as a descriptor that inherits nothing either. */
function property(value) {
  return { __proto__: null, value, enumerable: false, configurable: true, writable: true }
}

module.exports = { own, property }
