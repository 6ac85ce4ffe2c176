'use strict'

// The package as it is installed: its entry points, its size, how long it takes to load.

const assert = require('node:assert/strict')
const { execFileSync } = require('node:child_process')
const { readFileSync, readdirSync, statSync } = require('node:fs')
const { homedir } = require('node:os')
const { dirname, join } = require('node:path')
const test = require('node:test')

const qujat = require('qujat')

const { ROOT } = require('./operations.js')

const folder = dirname(require.resolve('qujat/package.json'))

test('the ES module has what the CommonJS module has, the same objects', async () => {
  const module = await import('qujat')
  assert.deepEqual(Object.keys(module).sort(), Object.keys(qujat).sort())
  for (const name of Object.keys(qujat)) {
    assert.equal(module[name], qujat[name])
  }
  assert.ok(Object.keys(qujat).every((name) => !name.startsWith('_')))
})

test('the package is small and needs no other', () => {
  const { dependencies, version } = require('qujat/package.json')
  assert.equal(dependencies, undefined)
  assert.equal(qujat.version, version)
  const bytes = readdirSync(folder).map((name) => statSync(join(folder, name)).size)
  assert.ok(bytes.reduce((sum, size) => sum + size) < 10e6)
})

test('what is in the package is said, with its licences', () => {
  const { components } = JSON.parse(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8'))
  assert.ok(components.length > 50)
  assert.ok(components.every(({ licenses }) => licenses[0].expression))
  assert.equal(components.filter(({ type }) => type === 'machine-learning-model').length, 2)
  for (const name of ['LICENSE-MIT', 'LICENSE-APACHE', 'LICENSE-FACE', 'NOTICE.md', 'THIRD-PARTY.txt']) {
    assert.ok(readFileSync(join(folder, name), 'utf8').length > 500, name)
  }
  assert.match(readFileSync(join(folder, 'NOTICE.md'), 'utf8'), /MediaPipe/)
})

/** The types of the sections of an ELF file; empty for another kind of file. */
function sectionTypes(file) {
  if (file.readUInt32BE(0) !== 0x7f454c46) return []
  const [first, size, count] = [Number(file.readBigUInt64LE(0x28)), file.readUInt16LE(0x3a), file.readUInt16LE(0x3c)]
  return Array.from({ length: count }, (_, index) => file.readUInt32LE(first + index * size + 4))
}

test('the addon tells nothing of the machine that built it', () => {
  const file = readFileSync(join(folder, readdirSync(folder).find((name) => name.endsWith('.node'))))
  const addon = file.toString('latin1')
  for (const path of [ROOT, homedir(), '/.cargo/registry']) {
    assert.ok(path === '/' || !addon.includes(path), path)
  }
  // 2 is a table of symbols, which debuggers alone need.
  assert.ok(!sectionTypes(file).includes(2))
})

test('everything that is declared is there, and the other way round', () => {
  const declared = readFileSync(join(folder, 'index.d.ts'), 'utf8')
  const values = [...declared.matchAll(/^export declare (?:class|function|const) (\w+)/gm)].map((found) => found[1])
  assert.deepEqual([...new Set(values)].sort(), Object.keys(qujat).sort())
  assert.doesNotMatch(declared, /\b(In|Out|Plain|Work|Text)\b[<;,)]|\bany\b(?=[;,)\]>])|const enum/)
})

test('every option that is declared is read', () => {
  const rules = qujat.Rulebook.edition()
  const on = '2026-02-10'
  const asks = {
    AssessOptions: (options) => rules.assess('{}', on, options),
    DecisionOptions: (options) => rules.decideColumn(new Int32Array(1), on, options),
    ReminderOptions: (options) => rules.reminderColumn(new Int32Array(1), on, options),
  }
  const declared = readFileSync(join(folder, 'index.d.ts'), 'utf8')
  const kinds = [...declared.matchAll(/^export interface (\w+Options) \{\n([^]*?)^\}/gm)]
  assert.deepEqual(kinds.map(([, name]) => name).sort(), Object.keys(asks).sort())
  for (const [, name, body] of kinds) {
    const fields = [...body.matchAll(/^  (\w+)\?: /gm)].map(([, field]) => field).sort()
    assert.ok(fields.length >= 2, name)
    const read = new Set()
    const options = {}
    for (const field of fields) {
      Object.defineProperty(options, field, { enumerable: true, get: () => void read.add(field) })
    }
    asks[name](options)
    assert.deepEqual([...read].sort(), fields, name)
  }
})

test('what is declared is documented', () => {
  const lines = readFileSync(join(folder, 'index.d.ts'), 'utf8').split('\n')
  const undocumented = lines.filter((line, at) => {
    const isMember = /^(export |  (static |get )?\w+[(?:])/.test(line) && !/^export (interface|type) Abortable/.test(line)
    return isMember && !/private constructor|signal\?/.test(line) && !/\*\/\s*$/.test(lines[at - 1])
  })
  assert.deepEqual(undocumented, [])
})

test('nothing is done at load: requiring takes little longer than bare Node', (context) => {
  // The time of the processor, which other work on the machine does not lengthen.
  const script = `
    const before = process.cpuUsage()
    require('qujat')
    const { user, system } = process.cpuUsage(before)
    console.log((user + system) / 1000)`
  const times = Array.from({ length: 9 }, () => Number(execFileSync(process.execPath, ['-e', script], { cwd: process.cwd() })))
  const best = Math.min(...times)
  context.diagnostic(`require takes ${best.toFixed(1)} ms at best`)
  assert.ok(best < 10, `${times.map((time) => time.toFixed(1))} ms`)
})

test('a missing binary is said with the platform', () => {
  const script = `
    const Module = require('node:module')
    const load = Module._load
    Module._load = (name, ...rest) => {
      if (/\\.node$|^qujat-/.test(name)) throw new Error('not found: ' + name)
      return load(name, ...rest)
    }
    try { require('qujat') } catch (error) { console.log(error.message) }`
  const said = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  assert.match(said, new RegExp(`no binary for ${process.platform}-${process.arch}`))
})
