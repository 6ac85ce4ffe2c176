'use strict'

// Every type, printed in every way that Node has. The values are those of the core's own test: what is
// hidden in them is planted.

const assert = require('node:assert/strict')
const { Console } = require('node:console')
const { readFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const { Writable } = require('node:stream')
const test = require('node:test')
const { format, formatWithOptions, inspect } = require('node:util')

const { Rulebook } = require('qujat')
const { hide } = require(join(dirname(require.resolve('qujat')), 'errors.js'))

const { FOLDER, ROOT } = require('./operations.js')

/** Parts of all planted texts; the masks leave no part. */
const SECRETS = [
  'Құпия', 'Жасырын', '31337', '313.37', '[213', '[ 213', '1937-', '03:17', '31.337', 'hidden-', '9001013', '012345', '123456',
  '7010', 'ulgi', 'serik', 'example.kz', 'ҮЛГ', '0713',
]

const rows = JSON.parse(readFileSync(join(__dirname, 'planted.json'), 'utf8'))

/** The output of a console. */
function written(write) {
  let text = ''
  const stream = new Writable({
    write(chunk, _, done) {
      text += chunk
      done()
    },
  })
  write(new Console({ stdout: stream, stderr: stream, inspectOptions: { depth: null } }))
  return text
}

function failed(ask) {
  try {
    ask()
  } catch (error) {
    return `${error.message} ${error.stack} ${inspect(error, { depth: null })}`
  }
  throw new Error('it did not fail')
}

const WAYS = {
  inspect: (value) => inspect(value, { depth: null }),
  'inspect, compact': (value) => inspect(value, { depth: null, compact: true, breakLength: Infinity }),
  'inspect, hidden': (value) => inspect(value, { depth: null, showHidden: true, getters: true }),
  'inspect, proxy': (value) => inspect(new Proxy({ value }, {}), { depth: null, showProxy: false }),
  'inspect in a list': (value) => inspect([value], { depth: null }),
  'inspect in a map': (value) => inspect(new Map([['value', value]]), { depth: null }),
  'inspect in a set': (value) => inspect(new Set([value]), { depth: null }),
  'inspect in a class': (value) => inspect(Object.assign(new (class Holder {})(), { value }), { depth: null }),
  String: (value) => String(value),
  template: (value) => `${value}`,
  plus: (value) => '' + value,
  'format %s': (value) => format('%s', value),
  'format %o': (value) => format('%o', value),
  'format %O': (value) => formatWithOptions({ depth: null }, '%O', value),
  'console.log': (value) => written((console) => console.log(value)),
  'console.error': (value) => written((console) => console.error('%s', value)),
  'console.table': (value) => written((console) => console.table([{ value: inspect(value) }])),
  'console.trace': (value) => written((console) => console.trace(value)),
  'an error': (value) => failed(() => { throw new Error(`failed for ${value}`, { cause: value }) }),
  'an error with a field': (value) => failed(() => { throw Object.assign(new Error('failed'), { value }) }),
  'an aggregate error': (value) => failed(() => { throw new AggregateError([new Error('inner', { cause: value })], 'failed') }),
  'assert.fail': (value) => failed(() => assert.fail(inspect(value))),
}

/** Ways that print a plain object without asking it: the README names them, since nothing can hide from them. */
const UNMASKED = {
  'console.dir': (value) => written((console) => console.dir(value, { depth: null })),
  assert: (value) => failed(() => assert.equal(value, 'else')),
}

const types = new Set(rows.map((row) => row.type))

for (const [way, print] of Object.entries(WAYS)) {
  test(`no type shows planted data by ${way}`, () => {
    for (const { type, value, shown } of rows) {
      const made = structuredClone(value)
      const text = print(shown === null || typeof made !== 'object' ? made : hide(made, shown))
      for (const secret of SECRETS) {
        assert.ok(!text.includes(secret), `${type} shows ${secret}`)
      }
    }
  })
}

test('the ways that ask no object are those that the README names', () => {
  const readme = readFileSync(join(ROOT, 'bindings-node', 'README.md'), 'utf8')
  const { value, shown } = rows.find((row) => row.type === 'Identification')
  for (const [way, print] of Object.entries(UNMASKED)) {
    assert.ok(readme.includes(`\`${way}\``), way)
    assert.ok(print(hide(structuredClone(value), shown)).includes('Құпия'), way)
  }
})

test('planted data are in what is hidden, and are data still', (context) => {
  for (const { type, value, shown } of rows) {
    const has = (text) => SECRETS.some((secret) => text.includes(secret))
    assert.equal(has(JSON.stringify(value)), shown !== null, type)
    if (shown !== null) {
      assert.equal(has(JSON.stringify(hide(structuredClone(value), shown))), true, type)
      assert.ok(has(inspect(value, { depth: null })), type)
    }
  }
  context.diagnostic(`${types.size} types, ${Object.keys(WAYS).length} ways`)
  assert.ok(types.size > 100)
})

test('the pixels of a picture are not printed', async () => {
  const file = readFileSync(join(FOLDER, 'images', 'signatures', 'signature-1.png'))
  const picture = await Rulebook.edition().decodeImage(file, '2026-02-10')
  assert.ok(Buffer.isBuffer(picture.rgb))
  assert.equal(inspect(picture), inspect({ width: picture.width, height: picture.height, rgb: '***' }))
})
