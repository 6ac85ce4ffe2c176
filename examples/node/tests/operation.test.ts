// Running it: health, readiness, metrics, stopping; and personal data that must not show anywhere.

import Database from 'better-sqlite3'
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { afterEach, test } from 'node:test'
import { command } from '../src/admin.js'
import { DELIVERY, FITS, iinOf, picture, Portal, SIX_MISTAKES, toReview, Visitor } from './portal.js'
import { Process } from './process.js'

let portal: Portal | undefined
afterEach(async () => {
  await portal?.close()
  portal = undefined
})

const JSON_WANTED = { accept: 'application/json' }
const METRICS_TOKEN = 'a-token-of-the-tests-alone'

test('it lives while it answers, and is ready while it can serve', async () => {
  portal = await Portal.open()
  const ask = async (url: string) => {
    const { statusCode, body } = await portal!.app.inject(url)
    return [statusCode, JSON.parse(body) as unknown]
  }
  assert.deepEqual(await ask('/health'), [200, { status: 'ok' }])
  assert.deepEqual(await ask('/ready'), [200, { status: 'ready' }])
  // No rules cover a day so far away.
  portal.now = '2090-01-01T00:00:00Z'
  assert.deepEqual(await ask('/ready'), [503, { status: 'not ready', missing: ['rules'] }])
  portal.now = '2026-02-10T00:00:00Z'
  const database = new Database(portal.database)
  database.exec('DROP TABLE totals')
  database.close()
  assert.deepEqual(await ask('/ready'), [503, { status: 'not ready', missing: ['database'] }])
  assert.deepEqual(await ask('/health'), [200, { status: 'ok' }])
})

test('metrics are for those who have their token, and name routes alone', async () => {
  portal = await Portal.open()
  assert.equal((await portal.app.inject('/metrics')).statusCode, 404)
  await portal.close()
  portal = await Portal.open({}, { metricsToken: METRICS_TOKEN })
  for (const authorization of ['', 'Bearer', 'Bearer x', `Basic ${METRICS_TOKEN}`]) {
    assert.equal((await portal.app.inject({ url: '/metrics', headers: { authorization } })).statusCode, 404)
  }
  const visitor = new Visitor(portal)
  await toReview(visitor, 'en', DELIVERY)
  await visitor.post('/en/review', {})
  await visitor.get('/en/900101300007?iin=900101300007')
  await portal.app.inject({ method: 'OPTIONS', url: '/en' })
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` }
  const { body } = await portal.app.inject({ url: '/metrics', headers })
  assert.match(body, /portal_requests_total\{method="GET",route="none",status="404"\} 1/)
  assert.match(body, /portal_requests_total\{method="other",route="none",status="404"\} 1/)
  assert.match(body, /portal_requests_total\{method="POST",route="\/en\/review",status="303"\} 1/)
  assert.match(body, /portal_filings_total\{outcome="filed"\} 1/)
  assert.match(body, /portal_sessions 1\n/)
  assert.match(body, /portal_requests_open 1\n/, 'the request for the metrics itself')
  assert.match(body, /process_cpu_seconds_total/)
  assert.doesNotMatch(body, /900101300007/)
})

test('on SIGTERM what is under way is answered, and nothing new is taken', async () => {
  const running = await Process.start()
  try {
    const visitor = await running.visitor()
    await visitor.get('/en/eligibility')
    const body = new URLSearchParams({ token: visitor.token, ...FITS }).toString()
    const answer = new Promise<{ status: number; location: string }>((resolve, reject) => {
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': body.length,
        cookie: visitor.cookie,
      }
      const sent = request(`${running.address}/en/eligibility`, { method: 'POST', headers }, (response) => {
        response.resume()
        resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '' })
      })
      sent.on('error', reject)
      sent.write(body.slice(0, 20), () => {
        // Another request shows that the first one has arrived.
        void visitor.get('/health').then(async () => {
          running.signal('SIGTERM')
          await running.refusing()
          sent.end(body.slice(20))
        }, reject)
      })
    })
    assert.deepEqual(await answer, { status: 303, location: '/en/details' })
    assert.equal(await running.ended, 0)
  } finally {
    await running.close()
  }
})

// Planted in requests, these must be nowhere but in the pages of whoever typed them.
const CANARIES = {
  surname: 'КАНАРЕЙКИН',
  given_name: 'ЖҰЛДЫЗ',
  patronymic: 'ТОРҒАЕВИЧ',
  iin: iinOf(77),
  card_number: '076543219',
  phone: '+77015551234',
  email: 'canary.bird@example.kz',
  receiving: 'delivery',
  region: 'KZ-75',
  locality: 'Торғайқала',
  street: 'улица Канареечная',
  building: '1234567',
  flat: '7654321',
  postcode: '050077',
}
const PLANTED = [
  ...Object.entries(CANARIES)
    .filter(([name]) => !['receiving', 'region'].includes(name))
    .map(([, value]) => value),
  'comment-canary',
  'query-canary',
  'key-canary',
  'header-canary',
  'file-canary',
  'token-canary',
]

test('planted personal data are in no log, metric, error, database or backup', async () => {
  portal = await Portal.open({}, { metricsToken: METRICS_TOKEN })
  const visitor = new Visitor(portal)
  const headers = { 'user-agent': 'header-canary', referer: 'http://header-canary/', 'x-forwarded-for': 'header-canary' }
  await toReview(visitor, 'kk', CANARIES)
  await visitor.get(`/kk/review?iin=${CANARIES.iin}&x=query-canary`, headers)
  await visitor.post('/kk/review', { extra: CANARIES.iin }, headers)
  await visitor.post('/kk/payment', {}, headers)
  await visitor.get('/kk/feedback')
  await visitor.post('/kk/feedback', { overall: '4', comment: `comment-canary ${CANARIES.iin} ${CANARIES.phone}` })
  await visitor.get('/kk/eligibility')
  await visitor.post('/kk/eligibility', FITS)
  await visitor.post('/kk/details', { ...SIX_MISTAKES, ...CANARIES, phone: CANARIES.phone + '9' })

  // Mistakes of all kinds, as documents and as pages.
  const errors: string[] = []
  const keep = ({ body }: { body: string }): void => {
    errors.push(body)
  }
  await visitor.get('/kk/eligibility')
  await visitor.post('/kk/details', CANARIES)
  await visitor.upload('/kk/photo', 'photo', picture('photos/good.png'))
  const typed = JSON.stringify({ [CANARIES.iin]: 1, 'key-canary': CANARIES.email, width: CANARIES.surname })
  for (const accept of [{}, JSON_WANTED]) {
    keep(await visitor.get(`/kk/${CANARIES.iin}/query-canary`, accept))
    keep(await visitor.post('/kk/details', { ...CANARIES, token: 'token-canary' }, { ...headers, ...accept }))
    keep(await visitor.post('/kk/signature', { strokes: typed }, accept))
    keep(await visitor.post('/kk/signature', { strokes: `{"${CANARIES.surname}` }, accept))
    keep(await visitor.post('/kk/signature', { strokes: JSON.stringify(CANARIES) }, accept))
    keep(await visitor.upload('/kk/photo/check', 'key-canary', Buffer.from('file-canary'), accept))
    keep(await visitor.upload('/kk/photo/check', '__proto__', Buffer.from('file-canary'), accept))
    keep(await visitor.post('/kk/photo/check', { ...CANARIES, x: 'x'.repeat(300_000) }, accept))
    keep(await visitor.upload('/kk/nowhere', 'photo', Buffer.from('file-canary'), accept))
  }
  // A defect of the portal, with all of it at hand.
  const database = new Database(portal.database)
  database.exec('ALTER TABLE feedback RENAME TO elsewhere')
  keep(await visitor.post('/kk/feedback', { overall: '5', comment: 'comment-canary' }, JSON_WANTED))
  assert.match(errors.at(-1)!, /INTERNAL/)
  database.exec('ALTER TABLE elsewhere RENAME TO feedback')
  database.close()
  assert.match(portal.logged, /"error":"SqliteError","at":\["at /)

  const metrics = await portal.app.inject({ url: '/metrics', headers: { authorization: `Bearer ${METRICS_TOKEN}` } })
  await command(['backup', `${portal.database}.backup`], { QUJAT_DATABASE: portal.database })
  const places: [name: string, content: Buffer][] = [
    ['log', Buffer.from(portal.logged)],
    ['metrics', Buffer.from(metrics.body)],
    ...errors.map((body, place): [string, Buffer] => [`error ${place}`, Buffer.from(body)]),
    ...['', '-wal', '.backup']
      .map((name) => `${portal!.database}${name}`)
      .filter(existsSync)
      .map((path): [string, Buffer] => [path, readFileSync(path)]),
  ]
  assert.equal(places.length, 2 + 19 + 3)
  for (const [name, content] of places) {
    assert.ok(content.length > 0, name)
    // A page has its visitor's own token, also one that says what went wrong.
    const secrets = name.startsWith('error') ? [] : [...visitor.cookies.values(), visitor.token]
    for (const canary of [...PLANTED, ...secrets]) {
      for (const encoding of ['utf8', 'utf16le'] as const) {
        assert.ok(!content.includes(Buffer.from(canary, encoding)), `${canary} in ${name}`)
      }
    }
  }
  // The pictures are sealed, too: nothing of a PNG's head is in the files.
  const head = Buffer.from('IHDR')
  for (const [name, content] of places.slice(-3)) assert.ok(!content.includes(head), name)
})
