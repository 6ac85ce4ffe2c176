'use strict'

const assert = require('node:assert/strict')
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const test = require('node:test')
const { inspect } = require('node:util')

const { Rulebook, readRegisterRecord } = require('qujat')

const { ROOT } = require('./operations.js')

const rules = Rulebook.edition()
const DATA = join(ROOT, 'examples', 'data')
const form = () => rules.validate(readFileSync(join(DATA, 'delivery.json')), '2026-02-10').form

test('what is printed is masked, and says which fields there are', () => {
  const others = { surname: '***', givenName: '***', patronymic: '***', phone: '***', email: '***' }
  assert.equal(inspect(form().applicant), inspect({ iin: '**********07', ...others }))
  assert.match(inspect(form(), { depth: null }), /street: '\*\*\*'/)
  assert.match(inspect([{ form: form() }], { depth: null, compact: false }), /iin: '\*{10}07'/)
})

test('the data stay what they are', () => {
  const { applicant } = form()
  assert.equal(applicant.iin, '900101300007')
  const plain = JSON.parse(JSON.stringify(applicant))
  assert.equal(plain.surname, 'ҮЛГІЕВ')
  assert.deepEqual(applicant, plain)
  assert.deepEqual(plain, applicant)
  assert.deepEqual(structuredClone(applicant), plain)
  assert.deepEqual({ ...applicant }, plain)
  assert.deepEqual(Object.keys(applicant), Object.keys(plain))
  assert.equal(Object.getPrototypeOf(applicant), Object.prototype)
  assert.deepEqual(Object.getOwnPropertySymbols({ ...applicant }), [])
})

test('a field that is changed is hidden still, and one that is gone is not shown', () => {
  const { applicant } = form()
  applicant.surname = 'ЖАҢАЕВ'
  assert.equal(applicant.surname, 'ЖАҢАЕВ')
  assert.ok(!inspect(applicant).includes('ЖАҢАЕВ'))
  delete applicant.phone
  assert.ok(!inspect(applicant).includes('phone'))
})

test('what was given out comes back in', () => {
  const record = readRegisterRecord(readFileSync(join(DATA, 'register', 'eligible.json')))
  const plain = JSON.parse(JSON.stringify(record))
  const text = readFileSync(join(DATA, 'delivery.json'))
  assert.deepEqual(rules.validate(text, '2026-02-10', record), rules.validate(text, '2026-02-10', plain))
})
