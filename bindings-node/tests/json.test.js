'use strict'

// One JSON for every type: Node reads what another language wrote, and writes the same bytes.

const assert = require('node:assert/strict')
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { test } = require('node:test')

const qujat = require('qujat')

const ROOT = process.env.QUJAT_ROOT ?? join(__dirname, '..', '..')
const STORED = readFileSync(join(ROOT, 'core', 'vectors', 'json', 'assessment.json'), 'utf8').trim()

test('an assessment of another language is read, and written as the same bytes', () => {
  const assessment = qujat.fromJson('Assessment', STORED)
  assert.equal(assessment.outcome, 'accepted')
  assert.equal(qujat.toJson('Assessment', assessment), STORED)
  assert.deepEqual(qujat.fromJson('Assessment', Buffer.from(STORED)), assessment)
})

test('every problem of a text is told with its place', () => {
  const { problems: _, ...broken } = JSON.parse(STORED)
  broken.on = '2026-02-30'
  broken.quote.more = 1
  const told = (error) => {
    const found = error.problems.map((problem) => `${problem.code} ${problem.pointer}`).sort()
    assert.deepEqual(found, ['DATE_INVALID /on', 'MISSING_FIELD /problems', 'UNKNOWN_FIELD /quote/more'])
    return true
  }
  assert.throws(() => qujat.fromJson('Assessment', JSON.stringify(broken)), told)
})

test('what JSON.stringify writes is not mistaken for it', () => {
  const assessment = qujat.fromJson('Assessment', STORED)
  assert.throws(() => qujat.fromJson('Assessment', JSON.stringify(assessment)), { code: 'UNKNOWN_FIELD' })
})

test('the name of no type, and a value of another, are refused', () => {
  for (const name of ['quote', 'Picture', '__proto__', 'constructor', '']) {
    assert.throws(() => qujat.fromJson(name, '{}'), { code: 'UNKNOWN_VALUE' })
    assert.throws(() => qujat.toJson(name, {}), { code: 'UNKNOWN_VALUE' })
  }
  assert.throws(() => qujat.toJson('Quote', { total: 1 }))
})
