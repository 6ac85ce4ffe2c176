'use strict'

// Eligibility and fee as decision graphs of the ZEN engine, and as one expression of its language. The engine
// answers with promises; an expression is compiled at each call, since its package keeps no compiled ones.

const { readFileSync } = require('node:fs')
const { join } = require('node:path')

const { ZenEngine, evaluateExpressionSync } = require('@gorules/zen-engine')

const ROOT = process.env.QUJAT_ROOT ?? join(__dirname, '..', '..', '..')
const RULES = JSON.parse(readFileSync(join(ROOT, 'benches', 'peers', 'zen.json'), 'utf8'))

const engine = new ZenEngine()
const eligibility = engine.createDecision(RULES.eligibility)
const fee = engine.createDecision(RULES.fee)

const asked = ({ document, ground, expiresOn }, today) => ({ document, ground, expires_on: expiresOn, today })

/** The codes of the checks that fail, by the graph. */
async function codesWithZen(inquiry, today) {
  const { result } = await eligibility.evaluate(asked(inquiry, today))
  return result.map(({ code }) => code)
}

/** `true` if no check fails, by the expression. */
function isEligibleWithZen(inquiry, today) {
  return evaluateExpressionSync(RULES.expression, asked(inquiry, today))
}

/** The fee, by the graph. */
async function totalWithZen({ ground, on }) {
  const { result } = await fee.evaluate({ ground, on })
  return result.total
}

module.exports = { codesWithZen, isEligibleWithZen, totalWithZen }
