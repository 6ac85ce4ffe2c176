'use strict'

const assert = require('node:assert/strict')
const { spawnSync } = require('node:child_process')
const { join } = require('node:path')
const test = require('node:test')

const { names } = require('./attacks.js')

for (const name of names) {
  test(`holds: ${name}`, () => {
    const args = ['--expose-gc', join(__dirname, 'attacks.js'), name]
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    assert.deepEqual({ status, signal, stdout }, { status: 0, signal: null, stdout: 'held' }, stderr)
  })
}
