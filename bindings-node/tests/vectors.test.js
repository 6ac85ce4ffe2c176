'use strict'

// Runs the conformance vectors. `QUJAT_VECTORS=DIR` brings others than the shipped ones.

const assert = require('node:assert/strict')
const { readFileSync, readdirSync } = require('node:fs')
const { join } = require('node:path')
const { isDeepStrictEqual } = require('node:util')
const test = require('node:test')

const { FOLDER, Failed, answer, operations } = require('./operations.js')

const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
const files = names.map((name) => ({ name, ...JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) }))

/** `true` if everything expected is there: fields that are left out of an expected
 * object are not compared, and an absent value is null; lists are compared whole. */
function matches(expected, actual) {
  if (Array.isArray(expected)) {
    return Array.isArray(actual) && expected.length === actual.length && expected.every((e, i) => matches(e, actual[i]))
  }
  if (expected !== null && typeof expected === 'object') {
    const isObject = actual !== null && typeof actual === 'object'
    return isObject && Object.entries(expected).every(([name, value]) => matches(value, actual[name] ?? null))
  }
  return isDeepStrictEqual(expected, actual ?? null)
}

/** `true` if an error is the expected one: `CODE`, or `CODE /pointer` if the place
 * matters. */
function isExpected(expected, actual) {
  return (
    expected?.length === actual.length &&
    expected.every((wanted, i) => actual[i] === wanted || (!wanted.includes(' ') && actual[i].split(' ')[0] === wanted))
  )
}

/** The fault of the answer; `undefined` without any. */
async function run(operation, { input, expect, error }) {
  try {
    const found = await answer(operation, input)
    return expect !== undefined && matches(expect, found) ? undefined : JSON.stringify(found)
  } catch (failed) {
    if (!(failed instanceof Failed)) {
      return failed.stack
    }
    return isExpected(error, failed.problems) ? undefined : failed.problems.join(', ')
  }
}

test('there are vectors, of every operation', () => {
  assert.ok(files.length > 0, `no vectors in ${FOLDER}`)
  if (process.env.QUJAT_VECTORS === undefined) {
    assert.deepEqual([...new Set(files.map((file) => file.operation))].sort(), [...operations].sort())
  }
})

for (const file of files) {
  test(`${file.name}: all ${file.cases} cases`, async () => {
    let ran = 0
    const wrong = []
    for (const vector of file.vectors) {
      ran += 1
      const found = await run(file.operation, vector)
      if (found !== undefined) {
        wrong.push(`${vector.name}\n  wanted ${JSON.stringify(vector.expect ?? vector.error)}\n  got    ${found}`)
      }
    }
    assert.equal(ran, file.cases)
    assert.ok(wrong.length === 0, `${wrong.length} of ${ran} differ:\n${wrong.join('\n')}`)
  })
}

test('the comparison can fail', async () => {
  const given = { input: { text: '900101300007' } }
  assert.ok(await run('iin', { ...given, expect: { sex: 'female' } }))
  assert.equal(await run('iin', { ...given, expect: { sex: 'male' } }), undefined)
  assert.ok(await run('iin', { input: { text: '1' }, expect: { sex: 'male' } }))
  assert.equal(await run('iin', { input: { text: '1' }, error: ['IIN_LENGTH'] }), undefined)
  assert.ok(await run('iin', { input: { text: '1' }, error: ['IIN_LENGTH /text'] }))
})
