'use strict'

const assert = require('node:assert/strict')
const { spawnSync } = require('node:child_process')
const { join } = require('node:path')
const test = require('node:test')

const { SECRETS } = require('./planted.js')

test('nothing that a host prints shows what was planted in the inputs', (context) => {
  const args = ['--trace-warnings', join(__dirname, 'planted.js')]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
  assert.equal(status, 0, stderr)
  for (const secret of SECRETS) {
    assert.ok(!stderr.includes(secret), `stderr has ${secret}`)
  }
  const { count, unasked, found } = JSON.parse(stdout)
  assert.deepEqual(unasked, [], 'functions without a canary')
  assert.deepEqual(found, [])
  context.diagnostic(`${count} inputs`)
  assert.ok(count > 5000)
})
