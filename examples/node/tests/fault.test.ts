// A technical fault: what is recorded of it decides, and without a record nobody is told anything.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, beforeEach, test } from 'node:test'
import { WORDS } from '../src/texts.js'
import { FITS, NUMBER, Portal, Visitor } from './portal.js'

const folder = mkdtempSync(join(tmpdir(), 'portal-faults-'))
const faults = join(folder, 'faults.json')
after(() => rmSync(folder, { recursive: true }))

/** A fault of the portal on the day of the tests, by the clock of Kazakhstan; it lasts without an end. */
function record(from: string, to?: string): void {
  const at = (time: string): string => `2026-02-10T${time}+05:00`
  const fault = { from: at(from), ...(to && { to: at(to) }), channel: 'portal', reference: 'INC-7' }
  writeFileSync(faults, JSON.stringify([fault]))
}

let portal: Portal
beforeEach(async () => {
  portal = await Portal.open({}, { faults })
})
afterEach(async () => {
  await portal.close()
})

const TRIED = { day: '2026-02-10', from: '9:00', to: '9:30' }

test('a recorded fault of more than ten minutes gives a statement and the notice', async () => {
  const visitor = new Visitor(portal)
  await visitor.get('/en/eligibility')
  await visitor.post('/en/eligibility', FITS)
  await visitor.get('/en/fault')
  record('09:05:00', '09:15:00')
  const ten = await visitor.post('/en/fault', TRIED)
  assert.equal(ten.path, '/en/fault/answer')
  assert.match(ten.body, new RegExp(`<h1>${WORDS.en.faultNone}`))
  assert.doesNotMatch(ten.body, /class="letter"/)
  await visitor.get('/en/fault')
  record('09:05:00', '09:15:01')
  const more = await visitor.post('/en/fault', TRIED)
  assert.match(more.body, new RegExp(`<h1>${WORDS.en.faultPaper}`))
  assert.match(more.body, /10 minutes 1 second/)
  const [number = ''] = NUMBER.exec(more.body) ?? []
  assert.match(more.body, new RegExp(`class="inset">[^<]*${number}[^<]*INC-7`))
  assert.match(more.body, /class="letter"/)
  // It stays what it is, in every language; nothing is counted that is not recorded.
  record('09:05:00', '09:06:00')
  assert.match((await visitor.get('/ru/fault/answer')).body, new RegExp(`10 минут 1 секунду.*${number}`, 's'))
  assert.doesNotMatch(portal.logged, new RegExp(number))
})

test('a fault that still lasts counts until now, and one outside the attempt gives nothing', async () => {
  const visitor = new Visitor(portal)
  await visitor.get('/en/fault')
  record('09:20:00')
  const open = await visitor.post('/en/fault', TRIED)
  assert.match(open.body, /40 minutes/)
  await visitor.get('/en/fault')
  const before = await visitor.post('/en/fault', { ...TRIED, to: '09:19' })
  assert.match(before.body, new RegExp(`<h1>${WORDS.en.faultNone}`))
})

test('times that are none, reversed, or not come yet are told at their fields', async () => {
  const visitor = new Visitor(portal)
  record('09:05:00', '09:15:01')
  for (const [wrong, field] of [
    [{ from: '' }, 'from'],
    [{ from: '9' }, 'from'],
    [{ to: '24:00' }, 'to'],
    [{ to: '08:59' }, 'to'],
    [{ to: '10:01' }, 'to'],
    [{ day: '2026-02-11' }, 'from'],
    [{ day: '2026-01-10' }, 'from'],
  ] as const) {
    await visitor.get('/en/fault')
    const answer = await visitor.post('/en/fault', { ...TRIED, ...wrong })
    assert.equal(answer.status, 422, JSON.stringify(wrong))
    assert.match(answer.body, new RegExp(`class="message" id="${field}-error"`), JSON.stringify(wrong))
  }
})

test('without a record that can be used nobody is told that there was no fault', async () => {
  const visitor = new Visitor(portal)
  for (const broken of [undefined, '', '{}', '[{"from": "yesterday"}]']) {
    rmSync(faults, { force: true })
    if (broken !== undefined) writeFileSync(faults, broken)
    await visitor.get('/en/fault')
    const answer = await visitor.post('/en/fault', TRIED)
    assert.equal(answer.status, 503, broken)
    assert.ok(answer.body.includes(WORDS.en.faultsUnknown))
    assert.equal((await visitor.get('/en/fault/answer')).path, '/en/fault')
  }
})
