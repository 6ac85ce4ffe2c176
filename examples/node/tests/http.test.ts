// The portal over HTTP: restarts, guards, uploads, problem documents, and what the log holds.

import Database from 'better-sqlite3'
import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import type { ProblemDocument } from '../src/problems.js'
import { WORDS } from '../src/texts.js'
import { DELIVERY, DETAILS, FITS, iinOf, NUMBER, picture, Portal, SIX_MISTAKES, toReview, Visitor } from './portal.js'

let portal: Portal
beforeEach(async () => {
  portal = await Portal.open()
})
afterEach(async () => {
  await portal.close()
})

const JSON_WANTED = { accept: 'application/json' }

test('the whole way, with a restart after every page', async () => {
  const visitor = new Visitor(portal)
  await visitor.get('/kk/eligibility')
  await visitor.post('/kk/eligibility', FITS)
  await portal.restart()
  await visitor.post('/kk/details', DELIVERY)
  await portal.restart()
  await visitor.upload('/kk/photo', 'photo', picture('photos/good.png'))
  await portal.restart()
  await visitor.upload('/kk/signature', 'signature', picture('signatures/signature-1.png'))
  await portal.restart()
  const review = await visitor.get('/kk/review')
  assert.match(review.body, /ҮЛГІЕВ СЕРІК БОЛАТҰЛЫ/)
  const payment = await visitor.post('/kk/review', {})
  assert.equal(payment.path, '/kk/payment')
  assert.match(payment.body, /1\s500,00\s₸/)
  await portal.restart()
  const done = await visitor.post('/kk/payment', {})
  assert.equal(done.path, '/kk/done')
  assert.match(done.body, NUMBER)
  await portal.restart()
  assert.equal((await visitor.get('/kk/done')).body, done.body)
  // Paying again changes nothing.
  assert.equal((await visitor.post('/kk/payment', {})).body, done.body)

  const database = new Database(portal.database)
  // A reader of the database cannot enter a session.
  const sessions = database.prepare('SELECT hash FROM sessions').pluck().all()
  assert.equal(sessions.length, 1)
  assert.deepEqual(
    sessions.filter((session) => [...visitor.cookies.values()].includes(String(session))),
    [],
  )
  const kinds = database.prepare('SELECT kind FROM events ORDER BY place').pluck().all()
  assert.deepEqual(kinds, ['filed', 'paid', 'registered'])
  assert.throws(() => database.exec('DELETE FROM events'), /only added/)
  assert.equal(database.prepare('SELECT count(*) AS count FROM drafts').pluck().get(), 0)
  database.close()
})

test('nobody gets further than what is done, and no refused card to the form', async () => {
  const visitor = new Visitor(portal)
  for (const page of ['details', 'photo', 'signature', 'pickup', 'review', 'not-available']) {
    assert.equal((await visitor.get(`/en/${page}`)).path, '/en/eligibility')
  }
  for (const page of ['payment', 'done']) assert.equal((await visitor.get(`/en/${page}`)).path, '/en')
  await visitor.get('/en/eligibility')
  assert.equal(
    (await visitor.post('/en/eligibility', { ...FITS, document: 'passport' })).path,
    '/en/not-available',
  )
  assert.equal((await visitor.get('/en/details')).path, '/en/eligibility')
  await visitor.get('/en/eligibility')
  assert.equal((await visitor.post('/en/eligibility', FITS)).path, '/en/details')
  assert.equal((await visitor.get('/en/review')).path, '/en/details')
  // The next day but ten after the expiry is too late, whatever the draft says.
  portal.now = '2026-03-07T23:50:00+05:00'
  const late = new Visitor(portal)
  await late.get('/en/eligibility')
  assert.equal((await late.post('/en/eligibility', FITS)).path, '/en/details')
  portal.now = '2026-03-08T00:00:00+05:00'
  assert.equal((await late.get('/en/details')).path, '/en/eligibility')
  assert.match((await late.get('/en/not-available')).body, /please contact a Public Service Centre/)
})

test('an application of a day that has passed is refused when it is filed', async () => {
  portal.now = '2026-03-07T23:50:00+05:00'
  const visitor = new Visitor(portal)
  await toReview(visitor, 'ru', DELIVERY)
  portal.now = '2026-03-08T00:00:00+05:00'
  assert.equal((await visitor.post('/ru/review', {})).path, '/ru/eligibility')
})

test('the last place of a slot is given away once, and two clicks file once', async () => {
  const visitors = Array.from({ length: 7 }, () => new Visitor(portal))
  for (const [person, visitor] of visitors.entries()) await toReview(visitor, 'en', { ...DETAILS, iin: iinOf(person) })
  const filed = await Promise.all(visitors.map((visitor) => visitor.post('/en/review', {})))
  // A slot of this centre takes six.
  assert.equal(filed.filter(({ path }) => path === '/en/done').length, 6)
  const late = filed.find(({ path }) => path !== '/en/done')
  assert.match(late?.path ?? '', /^\/en\/pickup\?/)
  assert.match(late?.body ?? '', new RegExp(WORDS.en.slotTaken))

  const visitor = new Visitor(portal)
  await toReview(visitor, 'en', { ...DELIVERY, iin: iinOf(8) })
  const twice = await Promise.all([visitor.post('/en/review', {}), visitor.post('/en/review', {})])
  assert.deepEqual(
    twice.map(({ path }) => path),
    ['/en/payment', '/en/payment'],
  )
  const again = await visitor.post('/en/review', {})
  assert.equal(again.path, '/en/payment')
})

test('slots that are none are not booked', async () => {
  const visitor = new Visitor(portal)
  await toReview(visitor, 'en', DETAILS)
  const slot = { centre: 'astana-1', day: '2026-03-04', time: '09:30' }
  const none = [
    { centre: 'nowhere' },
    // It takes applications, and hands no cards out.
    { centre: 'almaty-2' },
    // The day by which the card is ready, on which it may not have come yet, a Sunday, no day.
    { day: '2026-03-03' },
    { day: '2026-03-15' },
    { day: '2026-02-30' },
    { time: '09:31' },
    { time: '08:45' },
  ]
  for (const wrong of none) {
    const answer = await visitor.post('/en/pickup', { ...slot, ...wrong })
    assert.match(answer.path, /sent=taken/, JSON.stringify(wrong))
  }
  assert.equal((await visitor.post('/en/pickup', { ...slot, time: '' })).path.includes('sent=missing'), true)
  assert.equal((await visitor.post('/en/pickup', slot)).path, '/en/review')
})

test('a form without the token of the session is refused, as a page and as a document', async () => {
  const visitor = new Visitor(portal)
  await visitor.get('/ru/eligibility')
  const own = visitor.token
  assert.equal(own.length, 43)
  for (const token of ['', 'x', own.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))]) {
    const answer = await visitor.post('/ru/eligibility', { ...FITS, token })
    assert.equal(answer.status, 403)
    assert.match(answer.body, new RegExp(WORDS.ru.forbiddenTitle))
  }
  const other = new Visitor(portal)
  await other.get('/ru/eligibility')
  assert.equal((await other.post('/ru/eligibility', { ...FITS, token: own })).status, 403)
  const answer = await visitor.post('/ru/eligibility', { token: '' }, JSON_WANTED)
  assert.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8')
  assert.deepEqual(JSON.parse(answer.body), {
    title: WORDS.ru.forbiddenTitle,
    status: 403,
    detail: WORDS.ru.forbidden,
    code: 'FORM_OUTDATED',
  })
})

test('pages say what browsers may do, and the cookie cannot be read or sent from elsewhere', async () => {
  const { headers } = await new Visitor(portal).get('/en')
  const policy = String(headers['content-security-policy'])
  assert.match(policy, /default-src 'none'/)
  assert.doesNotMatch(policy, /unsafe|data:|\*/)
  assert.match(policy, /form-action 'self'.*frame-ancestors 'none'/)
  assert.equal(headers['cache-control'], 'no-store')
  assert.equal((await portal.app.inject('/en')).headers['set-cookie'], undefined)
  const cookie = String((await portal.app.inject('/en/eligibility')).headers['set-cookie'])
  assert.match(cookie, /^session=p\.[\w.-]{95,}; Path=\/; HttpOnly; SameSite=Lax$/)
  for (const page of ['/kk', '/kk/eligibility', '/kk/nothing']) {
    const { body } = await new Visitor(portal).get(page)
    assert.doesNotMatch(body, /<script(?! type="module" src=)|<style|style="|\son\w+=/)
  }
})

test('uploads: too large, missing, no picture, and metadata that are not kept', async () => {
  const visitor = new Visitor(portal)
  await visitor.get('/en/eligibility')
  await visitor.post('/en/eligibility', FITS)
  await visitor.post('/en/details', DETAILS)
  const large = await visitor.upload('/en/photo/check', 'photo', Buffer.alloc((6 << 20) + 1), JSON_WANTED)
  assert.equal(large.status, 413)
  assert.equal((JSON.parse(large.body) as { code: string }).code, 'BODY_TOO_LARGE')
  assert.match(
    (await visitor.upload('/en/photo', 'photo', Buffer.alloc((6 << 20) + 1))).body,
    /The file is too large/,
  )
  const missing = await visitor.upload('/en/photo/check', 'photo', Buffer.alloc(0), JSON_WANTED)
  assert.deepEqual(
    [missing.status, (JSON.parse(missing.body) as { detail: string }).detail],
    [422, WORDS.en.photoMissing],
  )
  assert.equal((await visitor.get('/en/photo/picture', JSON_WANTED)).status, 404)

  const text = await visitor.upload('/en/photo/check', 'photo', Buffer.from('%PDF-1.7 no picture'), JSON_WANTED)
  const report = JSON.parse(text.body) as { verdict: string; html: string }
  assert.equal(report.verdict, 'fail')
  assert.doesNotMatch(report.html, /<img/)
  assert.equal((await visitor.get('/en/signature')).path, '/en/photo')

  assert.match(picture('photos/gps.jpg').toString('latin1'), /Exif/)
  const good = await visitor.upload('/en/photo/check', 'photo', picture('photos/gps.jpg'), JSON_WANTED)
  assert.equal((JSON.parse(good.body) as { verdict: string }).verdict, 'warn')
  const kept = await visitor.get('/en/photo/picture')
  assert.equal(kept.headers['content-type'], 'image/jpeg')
  assert.doesNotMatch(kept.body, /Exif/)
  assert.equal((await new Visitor(portal).get('/en/photo/picture')).status, 404)
})

test('a picture that lies on its side is shown upright, as the report sees it', async () => {
  const visitor = new Visitor(portal)
  await visitor.get('/en/eligibility')
  await visitor.post('/en/eligibility', FITS)
  await visitor.post('/en/details', DETAILS)
  const page = await visitor.upload('/en/photo', 'photo', picture('photos/lying.jpg'))
  assert.match(page.body, /viewBox="0 0 600 800"/)
})

test('strokes that are none are refused', async () => {
  const visitor = new Visitor(portal)
  await toReview(visitor, 'en', DETAILS)
  await visitor.get('/en/signature')
  for (const strokes of ['{', '{"width": 0}', '[]']) {
    assert.equal((await visitor.post('/en/signature', { strokes })).status, 400)
  }
  const answer = await visitor.post('/en/signature', { strokes: '{"width": 0}' }, JSON_WANTED)
  assert.equal(answer.status, 422)
  const { code, problems } = JSON.parse(answer.body) as ProblemDocument
  assert.equal(code, 'NUMBER_RANGE')
  assert.deepEqual(
    problems?.map(({ code, pointer }) => `${code} ${pointer}`),
    ['NUMBER_RANGE /width', 'MISSING_FIELD /height', 'MISSING_FIELD /strokes'],
  )
  const dot = '{"width": 600, "height": 200, "strokes": [[{"x": 5, "y": 5, "t": 1}]]}'
  const refused = await visitor.post('/en/signature', { strokes: dot })
  assert.match(refused.body, /<title>Error: /)
  assert.equal((await visitor.get('/en/review')).path, '/en/signature')
})

/** No figures of 2028 are known, and a card that is applied for now is ready then. */
test('a gap in the rules blames nobody, sends nothing and keeps the form', async () => {
  portal.now = '2027-12-28T10:00:00+05:00'
  const visitor = new Visitor(portal)
  await visitor.get('/en/eligibility')
  await visitor.post('/en/eligibility', { ...FITS, expires: '5', month: '1', year: '2028' })
  await visitor.post('/en/details', DELIVERY)
  await visitor.upload('/en/photo', 'photo', picture('photos/good.png'))
  await visitor.upload('/en/signature', 'signature', picture('signatures/signature-1.png'))
  for (const answer of [await visitor.get('/en/review'), await visitor.post('/en/review', {})]) {
    assert.equal(answer.status, 503)
    assert.equal(answer.headers['retry-after'], '600')
    assert.ok(answer.body.includes(WORDS.en.unavailable), answer.body)
    assert.doesNotMatch(answer.body, /another date|NOT_COVERED|calendar/)
  }
  const asDocument = await visitor.get('/en/review', JSON_WANTED)
  assert.equal((JSON.parse(asDocument.body) as ProblemDocument).code, 'UNAVAILABLE')
  // The operator reads in the log what is missing.
  assert.match(portal.logged, /NOT_COVERED/)
  // In the same session, when the rules are there again, all is as it was entered.
  portal.inside((database) => {
    assert.equal(database.one<{ count: number }>('SELECT count(*) AS count FROM drafts')?.count, 1)
    assert.equal(database.one<{ count: number }>('SELECT count(*) AS count FROM applications')?.count, 0)
  })
  assert.match((await visitor.get('/en/details')).body, /value="ҮЛГІЕВ"/)
})

test('what was typed is escaped wherever it is shown', async () => {
  const visitor = new Visitor(portal)
  const evil = '"><img src=x onerror=alert(1)>'
  await visitor.get('/en/eligibility')
  await visitor.post('/en/eligibility', { ...FITS, expires: evil })
  await visitor.post('/en/eligibility', FITS)
  const answer = await visitor.post('/en/details', { ...DETAILS, surname: evil, email: evil })
  assert.match(answer.body, /value="&quot;&gt;&lt;img/)
  assert.doesNotMatch(answer.body, /<img src=x/)
  await toReview(visitor, 'en', { ...DELIVERY, street: evil })
  assert.doesNotMatch((await visitor.get('/en/review')).body, /<img src=x/)
  await visitor.get('/en/feedback')
  assert.doesNotMatch((await visitor.post('/en/feedback', { overall: '1', comment: evil })).body, /<img src=x/)
})

test('slips are told where they were made, and a house without a street gets its card', async () => {
  const visitor = new Visitor(portal)
  await visitor.get('/en/eligibility')
  const far = await visitor.post('/en/eligibility', { ...FITS, year: '2062' })
  assert.match(far.path, /^\/en\/eligibility\?sent/)
  assert.match(far.body, /id="expires-error"/)
  const { street, ...village } = DELIVERY
  const review = await toReview(visitor, 'en', { ...village, email: ' serik@gmail.con' })
  assert.equal(review.path, '/en/review')
  assert.match(review.body, new RegExp(`class="inset">${WORDS.en.email}: [^<]*gmail\\.com[^<]* <a href="/en/details#email">`))
})

test('in 2025 there was a duty, and whom it was waived for could say so', async () => {
  portal.now = '2025-11-01T10:00:00+05:00'
  const visitor = new Visitor(portal)
  assert.match((await visitor.get('/ru')).body, /786,40\s₸/)
  await visitor.get('/ru/eligibility')
  await visitor.post('/ru/eligibility', { ...FITS, expires: '10', month: '11', year: '2025' })
  assert.match(
    (await visitor.get('/ru/details')).body,
    /<option value="disability">[А-Яа-яё ]+<\/option>/,
    'an exemption is named, and not by its identifier',
  )
  await visitor.post('/ru/details', { ...DELIVERY, exemption: 'disability' })
  await visitor.upload('/ru/photo', 'photo', picture('photos/good.png'))
  await visitor.upload('/ru/signature', 'signature', picture('signatures/signature-1.png'))
  const review = await visitor.get('/ru/review')
  assert.match(review.body, /<tfoot>.*1\s500,00\s₸/s)
  await visitor.get('/ru/details')
  await visitor.post('/ru/details', DELIVERY)
  assert.match((await visitor.get('/ru/review')).body, /<tfoot>.*2\s286,40\s₸/s)
})

test('the start page promises no more than is kept, and leaves the old way open', async () => {
  for (const [language, alternative, came] of [
    ['kk', 'Бұрынғыдай, өтінішті ХҚКО-да да беруге болады.', 'ХҚКО-ға тек дайын куәлікті алу үшін келесіз'],
    ['ru', 'Как и прежде, заявление можно подать и в ЦОНе.', 'В ЦОН нужно прийти только за готовым удостоверением'],
    ['en', 'As before, you can also apply at a Public Service Centre.', 'to pick up the new card'],
  ] as const) {
    const { body } = await new Visitor(portal).get(`/${language}`)
    assert.ok(body.includes(alternative), language)
    assert.ok(body.includes(came), language)
  }
  // The date stands on the back of the card.
  for (const [language, side] of [['kk', 'артқы жағында'], ['ru', 'оборотной стороне'], ['en', 'on the back']] as const) {
    assert.ok((await new Visitor(portal).get(`/${language}/eligibility`)).body.includes(side), language)
  }
})

/** The term runs from the registration, and that waits for the payment. */
test('who pays days later gets the card later, and a slot before that is moved', async () => {
  await portal.close()
  portal = await Portal.open({ idle: 1e12, session: 1e12 })
  portal.now = '2025-11-03T10:00:00+05:00'
  const visitor = new Visitor(portal)
  await visitor.get('/en/eligibility')
  await visitor.post('/en/eligibility', { ...FITS, expires: '10', month: '11', year: '2025' })
  await visitor.post('/en/details', DETAILS)
  await visitor.upload('/en/photo', 'photo', picture('photos/good.png'))
  await visitor.upload('/en/signature', 'signature', picture('signatures/signature-1.png'))
  await visitor.get('/en/pickup')
  await visitor.post('/en/near', { page: 'pickup', region: 'KZ-71' })
  // 15 working days after Monday 3 November, and a day for the card to come.
  await visitor.post('/en/pickup', { centre: 'astana-1', day: '2025-11-25', time: '09:30' })
  assert.equal((await visitor.post('/en/review', {})).path, '/en/payment')
  assert.match((await visitor.get('/en/done')).body, /Tuesday, 25 November 2025, 09:30/)
  const before = (await visitor.get('/en/appointment.ics')).body.replaceAll('\r\n ', '')
  portal.now = '2025-11-05T10:00:00+05:00'
  await visitor.get('/en/payment')
  const done = await visitor.post('/en/payment', {})
  assert.match(done.body, /Thursday, 27 November 2025, 09:00/)
  assert.match(done.body, /26 November 2025/)
  // The same event of a calendar, at another time; it says what to bring.
  const after = (await visitor.get('/en/appointment.ics')).body.replaceAll('\r\n ', '')
  const part = (event: string, name: string): string | undefined => new RegExp(`^${name}.*$`, 'm').exec(event)?.[0]
  assert.equal(part(after, 'UID'), part(before, 'UID'))
  assert.deepEqual([part(before, 'SEQUENCE'), part(after, 'SEQUENCE')], ['SEQUENCE:0', 'SEQUENCE:2'])
  assert.match(part(after, 'DTSTART') ?? '', /20251127T040000Z/)
  assert.match(part(after, 'DESCRIPTION') ?? '', /old identity card/)
})

test('the language of the address counts, then what the browser asks for', async () => {
  const visitor = new Visitor(portal)
  assert.equal((await visitor.get('/', { 'accept-language': 'de,ru;q=0.8,en;q=0.5' })).path, '/ru')
  assert.equal((await visitor.get('/')).path, '/kk')
  for (const language of ['kk', 'ru', 'en'] as const) {
    const { body } = await visitor.get(`/${language}/eligibility`)
    assert.match(body, new RegExp(`<html lang="${language}">`))
    assert.match(body, new RegExp(WORDS[language].eligibilityTitle.replace('?', '\\?')))
  }
})

test('feedback is masked, and counted', async () => {
  const visitor = new Visitor(portal)
  await toReview(visitor, 'en', DETAILS)
  await visitor.post('/en/review', {})
  await visitor.get('/en/feedback')
  const none = await visitor.post('/en/feedback', { comment: 'Good' })
  assert.equal(none.status, 422)
  assert.match(none.body, /This field must be filled in.*Good<\/textarea>/s)
  const thanks = await visitor.post('/en/feedback', {
    overall: '4',
    comment: 'Call +7 701 000 00 01, IIN 900101300007',
    suggestion: 'Let the courier call +7 701 000 00 01.\r\nAnd come in the evening.',
  })
  assert.doesNotMatch(thanks.body, /701 000|900101300007/)
  assert.match(thanks.body, /<blockquote>Call .*<blockquote>Let the courier call .*\nAnd come in the evening\.<\/blockquote>/s)
  await visitor.get('/en/feedback')
  const long = await visitor.post('/en/feedback', { overall: '4', suggestion: 'x'.repeat(3000) })
  assert.match(long.body, /<p class="message" id="suggestion-error">/)
  await visitor.get('/en/feedback')
  const second = await visitor.post('/en/feedback', { overall: '1' })
  assert.match(second.body, /<dd>2<\/dd>.*<dd>2.5<\/dd>.*<dd>50 %<\/dd>/s)
})

test('the log names no person, no session and no application, defects included', async () => {
  const visitor = new Visitor(portal)
  await toReview(visitor, 'kk', DETAILS)
  await visitor.get('/kk/details')
  await visitor.post('/kk/details', SIX_MISTAKES)
  await visitor.get('/kk/details')
  await visitor.post('/kk/details', DETAILS)
  const [number = ''] = NUMBER.exec((await visitor.post('/kk/review', {})).body) ?? []
  assert.equal(number.length, 17)
  await visitor.get('/kk/done?iin=900101300007')
  await visitor.get('/kk/900101300007')
  // A table that is gone is a defect of the portal.
  const database = new Database(portal.database)
  database.exec('DROP TABLE feedback')
  database.close()
  await visitor.get('/kk/feedback')
  assert.equal((await visitor.post('/kk/feedback', { overall: '5', comment: 'ҮЛГІЕВ' })).status, 500)
  assert.match(portal.logged, /"route":"\/kk\/details","status":303/)
  assert.match(portal.logged, /"error":"SqliteError","at":\["at /)
  const secrets = [
    ...Object.values(DETAILS),
    ...Object.values(SIX_MISTAKES),
    '900101300007',
    number,
    visitor.token,
    ...visitor.cookies.values(),
  ]
  for (const secret of secrets) {
    // Short answers, such as `5`, and the words of the form stand in other figures.
    if (secret.length > 8) assert.ok(!portal.logged.includes(secret), secret)
  }
})

test('assets are kept by what they hold', async () => {
  const style = await portal.app.inject('/assets/style.css')
  assert.equal(style.headers['content-type'], 'text/css; charset=utf-8')
  const again = await portal.app.inject({
    url: '/assets/style.css',
    headers: { 'if-none-match': String(style.headers['etag']) },
  })
  assert.equal(again.statusCode, 304)
  for (const name of ['photo.js', 'signature.js', 'icon.svg']) {
    assert.equal((await portal.app.inject(`/assets/${name}`)).statusCode, 200)
  }
})
