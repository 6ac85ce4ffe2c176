'use strict'

const assert = require('node:assert/strict')
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const test = require('node:test')

const { isBlocking, Rulebook } = require('qujat')
const schema = require('qujat/schema')

const { ROOT } = require('./operations.js')

const rules = Rulebook.edition()
const options = { language: 'ru', today: '2026-02-10' }
const form = JSON.parse(readFileSync(join(ROOT, 'examples', 'data', 'eligible.json'), 'utf8'))

function validated(made, value) {
  const { version, vendor, validate } = made['~standard']
  assert.deepEqual([version, vendor], [1, 'qujat'])
  return validate(value)
}

test('good values come back as the library reads them', () => {
  assert.deepEqual(validated(schema.iin(options), '900101300007'), { value: '900101300007' })
  assert.deepEqual(validated(schema.phone(options), '8 (701) 123-45-67'), { value: '+77011234567' })
  assert.deepEqual(validated(schema.email(options), 'a@Example.KZ'), { value: 'a@example.kz' })
  assert.deepEqual(validated(schema.cardNumber(options), '012345678'), { value: '012345678' })
  const { form: read } = rules.validate(form, options.today)
  assert.deepEqual(validated(schema.applicationForm(options), form), { value: read })
})

test('issues carry path, code, parameters, and the message in the language', () => {
  const bad = { ...form, applicant: { ...form.applicant, iin: '900101300008', phone: '123' }, card_number: '1' }
  const { problems } = rules.validate(bad, options.today)
  for (const language of ['kk', 'ru', 'en']) {
    const { issues, value } = validated(schema.applicationForm({ ...options, language }), bad)
    assert.equal(value, undefined)
    assert.deepEqual(
      issues,
      problems.filter(isBlocking).map((problem) => ({
        message: rules.text(problem, language),
        path: problem.pointer.split('/').slice(1),
        code: problem.code,
        params: problem.params,
      })),
    )
    assert.ok(issues.some((issue) => issue.path.join('.') === 'applicant.iin'))
  }
})

test('warnings are no issues', () => {
  const mistakes = JSON.parse(readFileSync(join(ROOT, 'examples', 'data', 'six_mistakes.json'), 'utf8'))
  const { problems } = rules.validate(mistakes, options.today)
  assert.ok(problems.some((problem) => problem.code === 'DATA_UNVERIFIED'))
  assert.equal(validated(schema.applicationForm(options), mistakes).issues.length, 6)
})

test('a value of another type is an issue, and no exception', () => {
  for (const make of [schema.iin, schema.phone, schema.email, schema.cardNumber]) {
    for (const value of [undefined, null, 7, {}, [], '']) {
      assert.equal(validated(make(options), value).issues.length, 1)
    }
  }
  for (const value of [undefined, null, 7, [], 'no JSON']) {
    assert.ok(validated(schema.applicationForm(options), value).issues.length > 0)
  }
})

test('the day may be asked for when a value comes', () => {
  let asked = 0
  const made = schema.iin({ ...options, today: () => (asked += 1) && '2026-02-10' })
  validated(made, '900101300007')
  validated(made, '900101300007')
  assert.equal(asked, 2)
})

test('the ES module has the same', async () => {
  const module = await import('qujat/schema')
  assert.deepEqual(Object.keys(module).sort(), Object.keys(schema).sort())
})
