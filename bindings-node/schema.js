'use strict'

// Standard Schema validators (standardschema.dev), which form and web frameworks take as they are.

const { isBlocking, parseCardNumber, QujatError, Rulebook } = require('./index.js')
const { own } = require('./own.js')

/** The keys of an RFC 6901 JSON pointer. A number is a place in a list. */
function pathOf(pointer) {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => (/^(0|[1-9]\d*)$/.test(step) ? Number(step) : step.replace(/~1/g, '/').replace(/~0/g, '~')))
}

/** A validator of what `read` reads: it gives a value, or throws a `QujatError`. */
function schema(options, read) {
  const { language, today, register, rules = Rulebook.edition() } = own(options, ['language', 'today', 'register', 'rules'])
  const issue = (problem) => {
    const { code, params, pointer } = problem
    return { message: rules.text(problem, language), path: pathOf(pointer), code, params }
  }
  const validate = (input) => {
    try {
      return { value: read(rules, input, typeof today === 'function' ? today() : today, register) }
    } catch (error) {
      if (error instanceof QujatError) {
        return { issues: error.problems.map(issue) }
      }
      throw error
    }
  }
  return { '~standard': { version: 1, vendor: 'qujat', validate } }
}

exports.applicationForm = (options) =>
  schema(options, (rules, input, today, register) => {
    const { form, problems } = rules.validate(input ?? null, today, register)
    if (form === undefined) {
      // Warnings and notes stand in the way of nothing, so they are no issues.
      throw new QujatError(problems.filter(isBlocking))
    }
    return form
  })

exports.iin = (options) => schema(options, (rules, input, today) => rules.parseIin(input, today).iin)
exports.phone = (options) => schema(options, (rules, input, today) => rules.parsePhone(input, today))
exports.email = (options) => schema(options, (rules, input, today) => rules.parseEmail(input, today))
exports.cardNumber = (options) => schema(options, (_, input) => parseCardNumber(input))
