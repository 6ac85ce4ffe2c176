// The nearest service centres: by region, by a spot, and where the nearest one is full.

import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, beforeEach, test } from 'node:test'
import { WORDS } from '../src/texts.js'
import { DETAILS, FITS, iinOf, picture, Portal, Visitor, type Seen } from './portal.js'

const EXAMPLES = new URL('../../../data/centres.json', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'portal-centres-'))
after(() => rmSync(folder, { recursive: true }))

let portal: Portal
beforeEach(async () => {
  portal = await Portal.open()
})
afterEach(async () => {
  await portal.close()
})

/** The centres of a page, in their order, by their example numbers. */
function listed({ body }: Seen): number[] {
  const [, list = ''] = /(<select id="centre".*?<\/select>|<ul class="centres">.*?<\/ul>)/s.exec(body) ?? []
  return [...list.matchAll(/PSC No\. (\d)/g)].map(([, number]) => Number(number))
}

async function refused(visitor: Visitor): Promise<Seen> {
  await visitor.get('/en/eligibility')
  return visitor.post('/en/eligibility', { ...FITS, ground: 'loss' })
}

/** Up to the question where the card is picked up. */
async function toPickup(visitor: Visitor, person = 0): Promise<Seen> {
  await visitor.get('/en/eligibility')
  await visitor.post('/en/eligibility', FITS)
  await visitor.post('/en/details', { ...DETAILS, iin: iinOf(person) })
  await visitor.upload('/en/photo', 'photo', picture('photos/good.png'))
  await visitor.upload('/en/signature', 'signature', picture('signatures/signature-1.png'))
  return visitor.get('/en/pickup')
}

test('who is refused is told the nearest centres that take applications, once the place is known', async () => {
  const visitor = new Visitor(portal)
  const before = await refused(visitor)
  assert.equal(before.path, '/en/not-available')
  assert.deepEqual(listed(before), [])
  assert.match(before.body, new RegExp(WORDS.en.refusedNear))
  const page = { page: 'not-available' }
  // Almaty has two, of which the second takes applications and hands no cards out; then the nearest others.
  const almaty = await visitor.post('/en/near', { ...page, region: 'KZ-75' })
  assert.equal(almaty.path, '/en/not-available')
  assert.deepEqual(listed(almaty).slice(0, 2), [3, 4])
  assert.equal(listed(almaty).length, 3)
  assert.doesNotMatch(almaty.body, / km\)/)
  const spot = await visitor.post('/en/near', { ...page, latitude: '49.80', longitude: '73.10' })
  assert.deepEqual(listed(spot)[0], 6)
  assert.match(spot.body, /PSC No\. 6 \(example\)[^<]*\(about \d+ km\)/)
  // A region without a centre says so, and no place at all is a mistake.
  assert.match((await visitor.post('/en/near', { ...page, region: 'KZ-10' })).body, new RegExp(WORDS.en.nearNone))
  for (const nothing of [{}, { region: 'KZ-99' }, { latitude: '91', longitude: '1' }, { latitude: '1' }]) {
    const answer = await visitor.post('/en/near', { ...page, ...nothing })
    assert.match(answer.body, /<title>Error: /)
    assert.match(answer.body, new RegExp(WORDS.en.nearMissing))
  }
})

test('a place is asked for before centres are listed, and the nearest comes first', async () => {
  const visitor = new Visitor(portal)
  const asked = await toPickup(visitor)
  assert.equal(asked.path, '/en/pickup')
  assert.deepEqual(listed(asked), [])
  assert.doesNotMatch(asked.body, /name="time"/)
  const wrong = await visitor.post('/en/near', { page: 'pickup', region: '' })
  assert.match(wrong.body, new RegExp(WORDS.en.nearMissing))
  assert.equal((await visitor.get('/en/review')).path, '/en/pickup')

  const shymkent = await visitor.post('/en/near', { page: 'pickup', region: 'KZ-79' })
  assert.deepEqual(listed(shymkent).slice(0, 2), [5, 3])
  assert.match(shymkent.body, /<p class="place"><strong>PSC No\. 5/)
  const spot = await visitor.post('/en/near', { page: 'pickup', latitude: '51.17', longitude: '71.45' })
  assert.deepEqual(listed(spot).slice(0, 3), [2, 1, 6])
  assert.match(spot.body, /PSC No\. 2 \(example\)[^<]*\(about 1 km\)/)
  // A slot that was chosen near another place is given up.
  await visitor.post('/en/pickup', { centre: 'astana-2', day: '2026-03-04', time: '09:30' })
  assert.equal((await visitor.get('/en/review')).path, '/en/review')
  await visitor.get('/en/pickup')
  await visitor.post('/en/near', { page: 'pickup', region: 'KZ-47' })
  assert.equal((await visitor.get('/en/review')).path, '/en/pickup')
})

test('a spot is kept to about a kilometre, sealed', async () => {
  const visitor = new Visitor(portal)
  await refused(visitor)
  await visitor.post('/en/near', { page: 'not-available', latitude: '51.16949', longitude: '71.44911' })
  const draft = portal.inside((database) => {
    const row = database.one<{ visitor: string; sealed: Buffer }>('SELECT * FROM drafts')!
    assert.doesNotMatch(row.sealed.toString('latin1'), /51\.1/)
    return database.openJson<{ near: unknown }>(`drafts.sealed.${row.visitor}`, row.sealed)
  })
  assert.deepEqual(draft.near, { spot: { latitude: 51.17, longitude: 71.45 } })
  assert.doesNotMatch(portal.logged, /51\.1/)
})

/** Two centres of the same city, each of which hands cards out once in all, to one person. */
function fewPlaces(): string {
  const { centres } = JSON.parse(readFileSync(EXAMPLES, 'utf8')) as { centres: { id: string }[] }
  const few = centres
    .filter(({ id }) => id.startsWith('astana'))
    .map((centre) => ({
      ...centre,
      timetable: {},
      overrides: { '2026-03-04': [{ from: '09:00', until: '09:15' }] },
      capacity: 1,
    }))
  const path = join(folder, 'few.json')
  writeFileSync(path, JSON.stringify({ centres: few }))
  return path
}

test('where the nearest centre is full, the next one with a free time is offered', async () => {
  await portal.close()
  portal = await Portal.open({}, { centres: fewPlaces() })
  const near = { page: 'pickup', region: 'KZ-71' }
  const first = new Visitor(portal)
  await toPickup(first, 1)
  assert.match((await first.post('/en/near', near)).body, /<strong>PSC No\. 1/)
  await first.post('/en/pickup', { centre: 'astana-1', day: '2026-03-04', time: '09:00' })
  assert.equal((await first.post('/en/review', {})).path, '/en/done')

  const second = new Visitor(portal)
  await toPickup(second, 2)
  const offered = await second.post('/en/near', near)
  assert.match(offered.body, new RegExp(WORDS.en.nextNearest))
  assert.match(offered.body, /<strong>PSC No\. 2/)
  // While one is free, nobody goes on without a time.
  await second.post('/en/pickup/open', {})
  assert.equal((await second.get('/en/review')).path, '/en/pickup')
  await second.get('/en/pickup')
  await second.post('/en/pickup', { centre: 'astana-2', day: '2026-03-04', time: '09:00' })
  assert.equal((await second.post('/en/review', {})).path, '/en/done')

  // If all are full, the application is filed without a time, and says so.
  const third = new Visitor(portal)
  await toPickup(third, 3)
  const full = await third.post('/en/near', near)
  assert.ok(full.body.includes(WORDS.en.openLead))
  assert.doesNotMatch(full.body, /name="time"/)
  const review = await third.post('/en/pickup/open', {})
  assert.equal(review.path, '/en/review')
  assert.ok(review.body.includes(WORDS.en.openTime))
  const done = await third.post('/en/review', {})
  assert.equal(done.path, '/en/done')
  assert.ok(done.body.includes(WORDS.en.doneOpen))
  assert.equal((await third.get('/en/appointment.ics')).status, 404)
})
