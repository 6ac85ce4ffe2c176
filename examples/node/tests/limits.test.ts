// The share of one visitor: requests, connections, memory, applications.

import assert from 'node:assert/strict'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, test } from 'node:test'
import { Buckets, Gate, networkOf } from '../src/limits.js'
import type { ProblemDocument } from '../src/problems.js'
import { LANGUAGES, WORDS } from '../src/texts.js'
import { DELIVERY, DETAILS, FITS, iinOf, NUMBER, picture, Portal, toReview, Visitor } from './portal.js'

let portal: Portal
afterEach(async () => {
  await portal.close()
})

const JSON_WANTED = { accept: 'application/json' }

function documentOf({ body }: { body: string }): ProblemDocument {
  return JSON.parse(body) as ProblemDocument
}

test('a bucket fills again by and by, and the buckets of many keys are bounded', async () => {
  portal = await Portal.open()
  let now = 0
  const buckets = new Buckets(2, 4, () => now, 3)
  assert.deepEqual([1, 1, 1, 1, 1].map((cost) => buckets.take('a', cost)), [0, 0, 0, 0, 1])
  assert.equal(buckets.take('b', 4), 0)
  now = 499
  assert.equal(buckets.take('a'), 1)
  now = 500
  assert.equal(buckets.take('a'), 0)
  now = 60_000
  assert.equal(buckets.take('a', 4), 0, 'it holds no more than the burst')
  assert.equal(buckets.take('a', 4), 2)
  for (let key = 0; key < 1000; key += 1) buckets.take(String(key))
  assert.equal(buckets.size, 3)

  const gate = new Gate(3, 2)
  const leave = gate.enter('a')
  assert.ok(leave && gate.enter('a') && !gate.enter('a') && gate.enter('b') && !gate.enter('c'))
  leave()
  leave()
  assert.ok(gate.enter('c') && !gate.enter('d'), 'leaving twice counts once')

  assert.equal(networkOf('192.0.2.7'), '192.0.2.7')
  assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), networkOf('2001:db8:1:2::9'))
  assert.notEqual(networkOf('2001:db8:1:2::9'), networkOf('2001:db8:1:3::9'))
  assert.equal(networkOf('::1'), '0:0:0:0')
})

test('too many requests of one address or one session are refused, and others are served', async () => {
  portal = await Portal.open({ rate: 1, burst: 10 }, { proxies: ['127.0.0.1'] })
  const ask = (address: string) =>
    portal.app.inject({ url: '/ru', headers: { 'x-forwarded-for': address, ...JSON_WANTED } })
  const answers = await Promise.all(Array.from({ length: 15 }, () => ask('192.0.2.1')))
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [...Array<number>(10).fill(200), ...Array<number>(5).fill(429)],
  )
  assert.equal(answers[14]!.headers['retry-after'], '1')
  assert.deepEqual(answers[14]!.json(), {
    title: WORDS.ru.tooManyTitle,
    status: 429,
    detail: WORDS.ru.tooMany,
    code: 'TOO_MANY_REQUESTS',
  })
  assert.equal((await ask('192.0.2.2')).statusCode, 200)
  // The address that an unknown proxy sends does not count.
  await portal.close()
  portal = await Portal.open({ rate: 1, burst: 10 })
  const spoofed = await Promise.all(Array.from({ length: 15 }, (_, place) => ask(`192.0.2.${place}`)))
  assert.equal(spoofed.filter(({ statusCode }) => statusCode === 429).length, 5)
  portal.ticks += 3000
  assert.equal((await ask('192.0.2.1')).statusCode, 200)

  await portal.close()
  portal = await Portal.open({ sessionRate: 1, sessionBurst: 10 })
  const visitor = new Visitor(portal)
  await visitor.get('/en/eligibility')
  await visitor.post('/en/eligibility', FITS)
  const seen = []
  for (let request = 0; request < 12; request += 1) seen.push((await visitor.get('/en/details')).status)
  assert.equal(seen.filter((status) => status === 429).length, 3)
  assert.equal((await new Visitor(portal).get('/en')).status, 200)
})

test('requests that are sent in part are given up, and whoever sends them holds no place', async () => {
  portal = await Portal.open({ head: 300, request: 600, keepAlive: 300 })
  await portal.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = portal.app.server.address() as AddressInfo
  const parts = [
    '',
    'GET /en HT',
    'GET /en HTTP/1.1\r\nHost: localhost\r\nX-Part: ',
    'POST /en/eligibility HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\ntoken=',
    'POST /en/photo HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n--b\r\n',
    'GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n',
  ]
  const sockets = Array.from({ length: 120 }, (_, place) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined).resume()
    socket.write(parts[place % parts.length]!)
    return new Promise<void>((resolve) => socket.once('close', () => resolve()))
  })
  // The test is that all of them end; the runner's own limit would end it otherwise.
  await Promise.all(sockets)
  const open = await new Promise<number>((resolve, reject) => {
    portal.app.server.getConnections((error, count) => (error ? reject(error) : resolve(count)))
  })
  assert.equal(open, 0)
})

test('uploads at once are bounded, of one address more narrowly', async () => {
  portal = await Portal.open({ uploads: 8 }, { proxies: ['127.0.0.1'] })
  const visitor = new Visitor(portal)
  await toReview(visitor, 'en', DETAILS)
  const upload = (address: string) =>
    visitor.upload('/en/photo/check', 'photo', picture('photos/good.png'), {
      ...JSON_WANTED,
      'x-forwarded-for': address,
    })
  const answers = await Promise.all(Array.from({ length: 6 }, () => upload('192.0.2.1')))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 503, 503, 503, 503])
  const refused = answers.find(({ status }) => status === 503)
  assert.equal(documentOf(refused!).code, 'BUSY')
  assert.equal(refused!.headers['retry-after'], '5')
  const others = await Promise.all([1, 2, 3, 4].map((last) => upload(`192.0.2.${last}`)))
  assert.deepEqual(
    others.map(({ status }) => status),
    [200, 200, 200, 200],
  )
})

test('strokes of nothing but mistakes are answered with a few of them', async () => {
  portal = await Portal.open()
  const visitor = new Visitor(portal)
  await toReview(visitor, 'en', DETAILS)
  const strokes = (length: number): string => `[${Array<number>(length).fill(1).join(',')}]`
  for (const text of [strokes(450_000), strokes(100_001)]) {
    const answer = await visitor.post('/en/signature', { strokes: text }, JSON_WANTED)
    assert.deepEqual([answer.status, documentOf(answer).code], [413, 'BODY_TOO_LARGE'])
  }
  // As a part of an upload, as the page's script sends it.
  const part = await visitor.upload('/en/signature', 'strokes', Buffer.from(strokes(450_000)), JSON_WANTED, true)
  assert.equal(part.status, 413)
  for (const text of [strokes(99_999), `{"width": 600, "height": 200, "strokes": ${strokes(40_000)}}`]) {
    const answer = await visitor.upload('/en/signature', 'strokes', Buffer.from(text), JSON_WANTED, true)
    assert.equal(answer.status, 422)
    assert.ok(documentOf(answer).problems!.length <= 101)
    assert.ok(answer.body.length < 20_000, `${answer.body.length} bytes`)
  }
})

test('bodies that cannot be read are the mistake of whoever sent them', async () => {
  portal = await Portal.open()
  const visitor = new Visitor(portal)
  await toReview(visitor, 'en', DETAILS)
  const boundary = 'b'
  const part = (name: string, value: string, more = ''): string =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`
  const token = part('token', visitor.token)
  const end = `--${boundary}--\r\n`
  const multipart = `multipart/form-data; boundary=${boundary}`
  const many = Array.from({ length: 40 }, (_, place) => part(`f${place}`, 'x')).join('')
  const files = part('photo', 'x', '; filename="a"') + part('photo', 'y', '; filename="b"')
  const cases: [type: string, body: string, status: number][] = [
    ['multipart/form-data', token + end, 400],
    ['multipart/form-data; boundary=', token + end, 400],
    [`multipart/form-data; boundary=${'b'.repeat(5000)}`, token + end, 400],
    ['multipart/mixed; boundary=b', token + end, 400],
    [multipart, '', 403],
    [multipart, 'no part at all', 400],
    [multipart, token.slice(0, 30), 400],
    [multipart, token + part('photo', 'x', '; filename="a"').slice(0, -10), 400],
    [multipart, `--${boundary}\r\nbroken header\r\n\r\nx\r\n${end}`, 403],
    [multipart, token + part('__proto__', 'x') + end, 400],
    [multipart, token + part('constructor', 'x', '; filename="a"') + end, 400],
    [multipart, token + many + end, 413],
    [multipart, token + files + end, 413],
    [multipart, part('token', 'x'.repeat(400_000)) + end, 403],
    [multipart, token + part('photo', 'x'.repeat(7 << 20), '; filename="a"') + end, 413],
    [`${multipart}; charset=klingon`, token + end, 422],
    ['application/json', '{', 400],
    ['application/json', '{"__proto__": {"token": "x"}}', 400],
    ['application/json', '[]', 403],
    ['application/json', `{"token": "${'x'.repeat(300_000)}"}`, 413],
    ['application/x-www-form-urlencoded', `token=${'%'.repeat(50)}`, 403],
    ['application/x-www-form-urlencoded', `token=${'x'.repeat(300_000)}`, 413],
    ['application/xml', '<token/>', 400],
    ['text/plain', 'token', 403],
  ]
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const [expected, answered] = [cases.map(([type, body, status]) => `${status} ${type}: ${body.slice(-40)}`), [] as string[]]
  for (const [type, payload] of cases) {
    const headers = { 'content-type': type, cookie, ...JSON_WANTED }
    const { statusCode } = await portal.app.inject({ method: 'POST', url: '/en/photo/check', headers, payload })
    answered.push(`${statusCode} ${type}: ${payload.slice(-40)}`)
  }
  assert.deepEqual(answered, expected)
  assert.doesNotMatch(portal.logged, /defect/)
})

test('there is room for so many sessions and so much of drafts, and then for no more', async () => {
  portal = await Portal.open({ sessions: 2, draftBytes: 3_000_000 })
  const visitors = [0, 1, 2].map(() => new Visitor(portal))
  const begun = []
  for (const visitor of visitors) {
    await visitor.get('/en/eligibility')
    begun.push(await visitor.post('/en/eligibility', FITS, JSON_WANTED))
  }
  assert.deepEqual(
    begun.map(({ status }) => status),
    [200, 200, 503],
  )
  const held: number[] = []
  for (const visitor of visitors.slice(0, 2)) {
    await visitor.post('/en/details', DETAILS)
    for (let time = 0; time < 2; time += 1) {
      held.push((await visitor.upload('/en/photo/check', 'photo', picture('photos/good.png'), JSON_WANTED)).status)
    }
  }
  const bytes = portal.inside((database) => database.total('draft_bytes'))
  assert.ok(bytes > 0 && bytes <= 3_000_000)
  assert.deepEqual(held, [200, 200, 200, 200], 'a second photo takes the place of the first')
  await portal.close()
  portal = await Portal.open({ draftBytes: 100_000 })
  const visitor = new Visitor(portal)
  await visitor.get('/en/eligibility')
  await visitor.post('/en/eligibility', FITS)
  await visitor.post('/en/details', DETAILS)
  const full = await visitor.upload('/en/photo/check', 'photo', picture('photos/good.png'), JSON_WANTED)
  assert.equal(full.status, 503)
  assert.equal(portal.inside((database) => database.total('draft_bytes')), 0)
})

test('one person has one open application, however often it is filed', async () => {
  portal = await Portal.open()
  const visitors = Array.from({ length: 4 }, () => new Visitor(portal))
  for (const [place, visitor] of visitors.entries()) {
    // The same IIN with spaces around it is the same person.
    await toReview(visitor, 'en', { ...DELIVERY, iin: `${' '.repeat(place)}${iinOf(3)}` })
  }
  const filed = await Promise.all(visitors.map((visitor) => visitor.post('/en/review', {})))
  assert.deepEqual(filed.map(({ status }) => status).sort(), [200, 409, 409, 409])
  for (const language of LANGUAGES) {
    const late = visitors[filed.findIndex(({ status }) => status === 409)]!
    assert.ok((await late.post(`/${language}/review`, {})).body.includes(WORDS[language].openAlready))
  }
  const other = new Visitor(portal)
  await toReview(other, 'en', { ...DELIVERY, iin: iinOf(4) })
  assert.equal((await other.post('/en/review', {})).path, '/en/payment')
})

test('numbers of applications are given at the filing and cannot be guessed', async () => {
  portal = await Portal.open()
  const numbers: string[] = []
  for (const person of [10, 11, 12]) {
    const visitor = new Visitor(portal)
    await toReview(visitor, 'en', { ...DELIVERY, iin: iinOf(person) })
    await visitor.post('/en/review', {})
    const { body } = await visitor.post('/en/payment', {})
    numbers.push(NUMBER.exec(body)![0])
  }
  for (const number of numbers) assert.match(number, /^[A-Za-z0-9-]{1,32}$/)
  assert.equal(new Set(numbers.map((number) => number.slice(0, 8))).size, 3, 'nothing of them counts up')
})
