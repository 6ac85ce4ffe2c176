// Sessions: given out by the portal alone, renewed when they open more, ended by time and by the visitor.

import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { GRACE } from '../src/store/sessions.js'
import { LANGUAGES, WORDS } from '../src/texts.js'
import { DELIVERY, DETAILS, FITS, NUMBER, Portal, toReview, Visitor } from './portal.js'

let portal: Portal
beforeEach(async () => {
  portal = await Portal.open()
})
afterEach(async () => {
  await portal.close()
})

const COOKIE = 'session'

function cookieOf(visitor: Visitor): string {
  return visitor.cookies.get(COOKIE) ?? ''
}

/** A visitor with a cookie of somebody else's choice. */
function thief(cookie: string): Visitor {
  const visitor = new Visitor(portal)
  visitor.cookies.set(COOKIE, cookie)
  return visitor
}

function count(table: string): number {
  return portal.inside((database) => database.one<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)!.count)
}

test('a cookie that the portal has not given out is never taken', async () => {
  const chosen = 'A'.repeat(43)
  const victim = thief(chosen)
  await victim.get('/en/eligibility')
  assert.notEqual(cookieOf(victim), chosen)
  await victim.get('/en/eligibility')
  await toReview(victim, 'en', DELIVERY)
  assert.notEqual(cookieOf(victim), chosen)
  await victim.post('/en/review', {})
  await victim.post('/en/payment', {})
  assert.match((await victim.get('/en/done')).body, NUMBER)
  for (const page of ['/en/done', '/en/details', '/en/review', '/en/photo/picture']) {
    const seen = await thief(chosen).get(page)
    assert.equal(seen.path, '/en/ended', page)
  }
})

test('a cookie of a visitor without a session, planted in another browser, opens nothing', async () => {
  const attacker = new Visitor(portal)
  await attacker.get('/en/eligibility')
  const planted = cookieOf(attacker)
  const victim = thief(planted)
  await toReview(victim, 'en', DELIVERY)
  assert.notEqual(cookieOf(victim), planted, 'the first answer begins a session of its own')
  assert.equal((await attacker.get('/en/review')).path, '/en/eligibility')
  await victim.post('/en/review', {})
  assert.equal((await attacker.get('/en/done')).path, '/en')
  // Nor is one taken that was made up or changed.
  const forged = thief(planted.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))
  await forged.get('/en/eligibility')
  assert.notEqual(cookieOf(forged).split('.')[2], planted.split('.')[2])
})

test('filing renews the cookie, and the one before opens nothing', async () => {
  const visitor = new Visitor(portal)
  await toReview(visitor, 'en', DELIVERY)
  const before = cookieOf(visitor)
  assert.equal((await visitor.post('/en/review', {})).path, '/en/payment')
  assert.notEqual(cookieOf(visitor), before)
  for (const page of ['/en/payment', '/en/done', '/en/details']) {
    assert.equal((await thief(before).get(page)).path, '/en/ended', page)
  }
  // The new one was used, so the old one is gone: it sends no forms either.
  const late = thief(before)
  late.token = visitor.token
  assert.equal((await late.post('/en/payment', {})).status, 403)
  assert.equal(count('sessions'), 1)
})

test('an answer that got lost on its way can be asked for again, for a while', async () => {
  const visitor = new Visitor(portal)
  await toReview(visitor, 'en', DETAILS)
  const [before, token] = [cookieOf(visitor), visitor.token]
  const lost = await portal.app.inject({
    method: 'POST',
    url: '/en/review',
    headers: { cookie: `${COOKIE}=${before}`, 'content-type': 'application/x-www-form-urlencoded' },
    payload: `token=${token}`,
  })
  assert.equal(lost.statusCode, 303)
  // It reads nothing any more, but the form may be sent once more.
  assert.equal((await thief(before).get('/en/done')).path, '/en/ended')
  const again = thief(before)
  again.token = token
  assert.equal((await again.post('/en/review', {})).path, '/en/done')
  assert.equal(count('applications'), 1)
  portal.now = new Date(Date.parse(portal.now) + GRACE + 1).toISOString()
  const late = thief(before)
  late.token = token
  assert.equal((await late.post('/en/review', {})).status, 403)
})

test('a session ends when it is not used, and after some hours in any case', async () => {
  const idle = new Visitor(portal)
  await toReview(idle, 'en', DETAILS)
  portal.pass(29)
  assert.equal((await idle.get('/en/review')).path, '/en/review')
  portal.pass(31)
  for (const language of LANGUAGES) {
    const seen = await thief(cookieOf(idle)).get(`/${language}/review`)
    assert.equal(seen.path, `/${language}/ended`)
    assert.ok(seen.body.includes(WORDS[language].endedByTime))
  }
  assert.equal((await thief(cookieOf(idle)).post('/en/review', { token: idle.token })).status, 403)

  const busy = new Visitor(portal)
  await toReview(busy, 'en', DETAILS)
  for (let passed = 0; passed < 12 * 60; passed += 20) {
    portal.pass(20)
    assert.equal((await busy.get('/en/review')).path, '/en/review', `${passed} minutes`)
  }
  portal.pass(1)
  assert.equal((await busy.get('/en/review')).path, '/en/ended')
  assert.equal(busy.cookies.size, 0, 'the browser is told to forget it')
})

test('what belongs to no visitor leaves a session that is over to be told by the next page', async () => {
  const visitor = new Visitor(portal)
  await toReview(visitor, 'en', DETAILS)
  portal.pass(31)
  for (const path of ['/assets/style.css', '/assets/icon.svg', '/health', '/']) {
    const headers = { cookie: `${COOKIE}=${cookieOf(visitor)}` }
    assert.equal((await portal.app.inject({ url: path, headers })).headers['set-cookie'], undefined, path)
  }
  assert.equal((await visitor.get('/en/details')).path, '/en/ended')
})

test('a form sent too late says so in three languages, as a page and as a document', async () => {
  const visitor = new Visitor(portal)
  await toReview(visitor, 'en', DETAILS)
  const cookie = cookieOf(visitor)
  portal.pass(31)
  for (const language of LANGUAGES) {
    const late = await thief(cookie).post(`/${language}/details`, { token: visitor.token, ...DETAILS })
    assert.equal(late.status, 403)
    assert.ok(late.body.includes(WORDS[language].endedTitle))
    const accept = { accept: 'application/json' }
    const document = await thief(cookie).post(`/${language}/details`, { token: visitor.token }, accept)
    assert.equal((JSON.parse(document.body) as { code: string }).code, 'SESSION_ENDED')
  }
})

test('the button ends the session everywhere, forgets the draft and keeps what was filed', async () => {
  const visitor = new Visitor(portal)
  assert.doesNotMatch((await visitor.get('/en')).body, /action="\/en\/end"/, 'there is nothing to end yet')
  await toReview(visitor, 'en', DETAILS)
  for (const page of ['', '/eligibility', '/details', '/photo', '/signature', '/pickup', '/review', '/feedback', '/x']) {
    for (const language of LANGUAGES) {
      const { body } = await visitor.get(`/${language}${page}`)
      assert.match(body, new RegExp(`action="/${language}/end".*${WORDS[language].end}`, 's'), page)
    }
  }
  const cookie = cookieOf(visitor)
  assert.equal((await visitor.post('/en/end', { token: 'x' })).status, 403)
  const answer = await portal.app.inject({
    method: 'POST',
    url: '/kk/end',
    headers: { cookie: `${COOKIE}=${cookie}`, 'content-type': 'application/x-www-form-urlencoded' },
    payload: `token=${visitor.token}`,
  })
  assert.equal(answer.headers['clear-site-data'], '"cache", "storage"')
  assert.equal(answer.headers['cache-control'], 'no-store')
  assert.match(String(answer.headers['set-cookie']), /^session=; Max-Age=0; Path=\/; .*HttpOnly/)
  assert.equal(answer.headers.location, '/kk/ended?left')
  assert.ok((await visitor.get('/kk/ended?left')).body.includes(WORDS.kk.endedByYou))
  assert.equal((await thief(cookie).get('/en/review')).path, '/en/ended')
  assert.deepEqual([count('sessions'), count('drafts'), count('draft_pictures')], [0, 0, 0])

  const other = new Visitor(portal)
  await toReview(other, 'ru', DETAILS)
  await other.post('/ru/review', {})
  const filed = cookieOf(other)
  await other.post('/ru/end', {})
  assert.equal((await thief(filed).get('/ru/done')).path, '/ru/ended')
  assert.equal(count('applications'), 1)
})

test('a draft that is ended while it is being filed is not filed', async () => {
  const visitor = new Visitor(portal)
  await toReview(visitor, 'en', DETAILS)
  const other = thief(cookieOf(visitor))
  other.token = visitor.token
  const [filed] = await Promise.all([visitor.post('/en/review', {}), other.post('/en/end', {})])
  assert.equal(filed.status, 403)
  assert.equal(count('applications'), 0)
})

test('a draft that was changed in another window while it was being filed is shown again', async () => {
  const visitor = new Visitor(portal)
  await toReview(visitor, 'en', DELIVERY)
  const other = thief(cookieOf(visitor))
  other.token = visitor.token
  const [filed] = await Promise.all([
    visitor.post('/en/review', {}),
    other.post('/en/details', { ...DELIVERY, street: 'улица Другая' }),
  ])
  assert.equal(filed.path, '/en/review')
  assert.match(filed.body, /улица Другая/)
  assert.equal(count('applications'), 0)
})

test('by https the cookie has the prefix, and browsers come back by https only', async () => {
  await portal.close()
  portal = await Portal.open({}, { https: true })
  const page = await portal.app.inject('/en/eligibility')
  assert.match(String(page.headers['set-cookie']), /^__Host-session=p\.[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  assert.equal(page.headers['strict-transport-security'], 'max-age=31536000')
  const visitor = new Visitor(portal)
  // A cookie without the prefix could come from another site of the domain.
  visitor.cookies.set('session', 'A'.repeat(43))
  await visitor.get('/en/eligibility')
  await visitor.post('/en/eligibility', FITS)
  assert.match(visitor.cookies.get('__Host-session') ?? '', /^[\w-]{43}$/)
})

test('forms sent from other sites are refused, whatever they hold', async () => {
  const visitor = new Visitor(portal)
  await visitor.get('/en/eligibility')
  for (const site of ['cross-site', 'same-site']) {
    assert.equal((await visitor.post('/en/eligibility', FITS, { 'sec-fetch-site': site })).status, 403)
  }
  assert.equal((await visitor.post('/en/eligibility', FITS, { 'sec-fetch-site': 'same-origin' })).path, '/en/details')
})

test('sessions that are over are forgotten with their drafts, and only they', async () => {
  const { Store } = await import('../src/store/store.js')
  const { settingsOf } = await import('../src/settings.js')
  const old = new Visitor(portal)
  await toReview(old, 'en', DETAILS)
  portal.pass(20)
  const young = new Visitor(portal)
  await toReview(young, 'en', DETAILS)
  portal.pass(11)
  const purged = portal.inside((database) =>
    new Store(database, settingsOf({}).limits).sessions.purge(Date.parse(portal.now)),
  )
  assert.equal(purged, 1)
  assert.deepEqual([count('sessions'), count('drafts'), count('draft_pictures')], [1, 1, 2])
  const sealed = portal.inside((database) => [
    database.total('sessions'),
    database.total('draft_bytes'),
    database.one<{ sum: number }>('SELECT sum(length(sealed)) AS sum FROM draft_pictures')!.sum,
  ])
  assert.equal(sealed[0], 1)
  assert.equal(sealed[1], sealed[2], 'the running sums are those of the rows')
  assert.equal((await young.get('/en/review')).path, '/en/review')
})
