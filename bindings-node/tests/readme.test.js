'use strict'

// The examples of both READMEs print what they show.

const assert = require('node:assert/strict')
const { execFileSync } = require('node:child_process')
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const test = require('node:test')

const { ROOT } = require('./operations.js')

const readmes = ['README.md', join('bindings-node', 'README.md')]
const readme = readmes.map((name) => readFileSync(join(ROOT, name), 'utf8')).join('')
const examples = [...readme.matchAll(/```js\n([^]*?)```\n```text\n([^]*?)```/g)]

test('there are examples', () => {
  assert.equal(examples.length, readme.split('```js').length - 1)
  assert.ok(examples.length > 0)
})

for (const [, code, shown] of examples) {
  test(`example: ${code.split('\n').slice(0, 5).join(' ')}`, () => {
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' })
    assert.equal(printed, shown)
  })
}
