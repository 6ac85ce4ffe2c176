'use strict'

// The watch over memory, shortened. `make node-memory` does the million.

const assert = require('node:assert/strict')
const { execFileSync } = require('node:child_process')
const { join } = require('node:path')
const test = require('node:test')

test('memory does not grow', (context) => {
  const said = execFileSync(process.execPath, ['--expose-gc', join(__dirname, 'memory.js'), '20000'], { encoding: 'utf8' })
  const lines = said.trim().split('\n')
  assert.ok(lines.length > 10)
  lines.forEach((line) => context.diagnostic(line))
})
