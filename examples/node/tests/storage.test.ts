// Stored data: private files, sealed contents, keys, retention, erasure, backups, earlier rules.

import { Rulebook } from 'qujat'
import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { command } from '../src/admin.js'
import { openDesk } from '../src/desk.js'
import { file, pay } from '../src/filing.js'
import { makePortal } from '../src/server.js'
import { checkSettings, settingsOf } from '../src/settings.js'
import { Keys } from '../src/store/keys.js'
import { SealError, Vault } from '../src/store/vault.js'
import { DELIVERY, DETAILS, iinOf, NUMBER, Portal, toReview, Visitor } from './portal.js'

let portal: Portal
let folder: string
beforeEach(async () => {
  portal = await Portal.open()
  folder = mkdtempSync(join(tmpdir(), 'portal-storage-'))
})
afterEach(async () => {
  await portal.close()
  rmSync(folder, { recursive: true })
})

function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8)
}

/** Files an application, paid for if it costs something, and gives its number. */
async function filed(person: number, details: Record<string, string> = DELIVERY): Promise<string> {
  const visitor = new Visitor(portal)
  await toReview(visitor, 'en', { ...details, iin: iinOf(person) })
  await visitor.post('/en/review', {})
  if (details['receiving'] === 'delivery') await visitor.post('/en/payment', {})
  return NUMBER.exec((await visitor.get('/en/done')).body)![0]
}

/** Runs a command on the portal's database. */
function run(...words: string[]): Promise<string> {
  return command(words, { QUJAT_DATABASE: portal.database, QUJAT_NOW: portal.now })
}

test('nobody but the owner can read the database, the files beside it and the keys', async () => {
  await filed(20)
  for (const name of ['', '-wal', '-shm', '.keys']) assert.equal(modeOf(`${portal.database}${name}`), '600', name)
  await portal.app.close()
  chmodSync(portal.database, 0o644)
  await assert.rejects(portal.start(), /can be read by others/)
  chmodSync(portal.database, 0o600)
  chmodSync(`${portal.database}.keys`, 0o640)
  await assert.rejects(portal.start(), /\.keys can be read by others/)
  chmodSync(`${portal.database}.keys`, 0o600)
  await portal.start()
})

test('without keys that are named it serves this machine alone', () => {
  const settings = (more: NodeJS.ProcessEnv) => settingsOf({ QUJAT_DATABASE: join(folder, 'x.sqlite'), ...more })
  assert.throws(() => checkSettings(settings({ QUJAT_HOST: '0.0.0.0', QUJAT_HTTPS: '1' })), /QUJAT_KEYS/)
  assert.throws(() => checkSettings(settings({ QUJAT_HOST: '192.0.2.1', QUJAT_KEYS: 'keys' })), /QUJAT_HTTPS/)
  checkSettings(settings({ QUJAT_HOST: '0.0.0.0', QUJAT_KEYS: 'keys', QUJAT_HTTPS: '1' }))
  for (const host of ['127.0.0.1', '127.9.9.9', '::1', 'localhost']) checkSettings(settings({ QUJAT_HOST: host }))
  // A file that is named is not made by the way: a wrong name would make what is stored unreadable.
  assert.throws(() => openDesk(settings({ QUJAT_KEYS: join(folder, 'none') })), /ENOENT/)
  for (const [name, value] of [
    ['QUJAT_BURST', '0'],
    ['QUJAT_BURST', 'many'],
    ['QUJAT_IDLE_MINUTES', '1.5'],
    ['QUJAT_SESSION_HOURS', '9999'],
  ] as const) {
    assert.throws(() => settings({ [name]: value }), new RegExp(`${name} must be a whole number`))
  }
})

test('files of keys are read strictly, and errors do not show them', () => {
  const path = join(folder, 'keys')
  Keys.make(path)
  assert.equal(modeOf(path), '600')
  assert.throws(() => Keys.make(path), /EEXIST/)
  const text = readFileSync(path, 'utf8')
  const secret = text.split(/\s/)[1]!
  for (const wrong of [
    '',
    text.replace('tokens', 'others'),
    text.replace('holder ', 'holder  '),
    text.replace(secret, secret.slice(1)),
    text + text,
    text.split('\n').slice(0, 2).join('\n'),
  ]) {
    writeFileSync(path, wrong)
    assert.throws(
      () => Keys.open(path),
      (error: Error) => error.message.startsWith(path) && !error.message.includes(secret.slice(1)),
    )
  }
  writeFileSync(path, `# comment\n\n${text}`)
  assert.equal(Keys.open(path).holderOf(iinOf(1)), Keys.open(path).holderOf(iinOf(1)))
})

test('what is sealed opens in its place, unchanged, with its key, and nowhere else', () => {
  const path = join(folder, 'keys')
  Keys.make(path)
  const vault = new Vault(Keys.open(path))
  const sealed = vault.seal('drafts.sealed.a', 'ҮЛГІЕВ')
  assert.notDeepEqual(vault.seal('drafts.sealed.a', 'ҮЛГІЕВ'), sealed)
  assert.equal(vault.open('drafts.sealed.a', sealed).toString(), 'ҮЛГІЕВ')
  assert.throws(() => vault.open('drafts.sealed.b', sealed), SealError)
  for (let place = 0; place < sealed.length; place += 1) {
    const bent = Buffer.from(sealed)
    bent[place]! ^= 1
    assert.throws(() => vault.open('drafts.sealed.a', bent), SealError, `byte ${place}`)
    assert.throws(() => vault.open('drafts.sealed.a', sealed.subarray(0, place)), SealError)
  }
  const other = join(folder, 'other')
  Keys.make(other)
  assert.throws(() => new Vault(Keys.open(other)).open('drafts.sealed.a', sealed), /key that is not in the file/)
})

test('a new key is taken while the portal runs, and the old one can be forgotten then', async () => {
  const visitor = new Visitor(portal)
  await toReview(visitor, 'en', { ...DELIVERY, iin: iinOf(21) })
  const number = await filed(22)
  const keys = Keys.open(`${portal.database}.keys`)
  const before = keys.current.id
  assert.match(await run('rotate-key'), /encrypted again: 1[1-9]/)
  assert.notEqual(keys.current.id, before)
  // The running portal reads with the new key, and writes with it.
  assert.equal((await visitor.get('/en/review')).path, '/en/review')
  assert.match(await run('forget-keys'), new RegExp(keys.current.id))
  assert.ok(!readFileSync(keys.file, 'utf8').includes(before))
  assert.equal((await visitor.post('/en/review', {})).path, '/en/payment')
  await portal.restart()
  assert.equal((await visitor.post('/en/payment', {})).path, '/en/done')
  assert.ok(portal.inside((database) => database.one('SELECT 1 FROM applications WHERE number = ?', number)))
  // Tokens and the mark of each person stay, so that nobody can file twice by way of a new key.
  const again = new Visitor(portal)
  await toReview(again, 'en', { ...DELIVERY, iin: iinOf(22) })
  assert.equal((await again.post('/en/review', {})).status, 409)
})

test('purging forgets what is old and withdraws what is not paid for; erasing leaves the number', async () => {
  const old = await filed(23)
  const unpaid = new Visitor(portal)
  await toReview(unpaid, 'en', { ...DELIVERY, iin: iinOf(24) })
  await unpaid.post('/en/review', {})
  portal.pass(71 * 60)
  assert.match(await run('purge'), /unpaid: 0, applications: 0/)
  portal.pass(2 * 60)
  assert.match(await run('purge'), /unpaid: 1, applications: 0/)
  // An applicant who did not pay may apply again.
  const young = await filed(24)
  assert.match(await run('purge', '--before', '2026-02-13'), /applications: 2/)
  const rows = portal.inside((database) =>
    database.list<{ number: string; form: unknown; holder: unknown; visitor: unknown }>(
      'SELECT number, form, holder, visitor FROM applications',
    ),
  )
  assert.equal(rows.length, 3)
  assert.deepEqual(
    rows.find(({ number }) => number === old),
    { number: old, form: null, holder: null, visitor: null },
  )
  assert.ok(rows.find(({ number }) => number === young)?.form)
  assert.equal(await run('erase', '--application', young), 'erased')
  await assert.rejects(run('erase', '--application', 'ABCDE-ABCDE-ABCDE'), /no application/)
  for (const table of ['events', 'notices', 'bookings']) {
    assert.equal(portal.inside((database) => database.list(`SELECT 1 FROM ${table}`).length), 0, table)
  }
  await assert.rejects(run('purge', '--before', 'yesterday'), /DATE/)
  await assert.rejects(run('nothing'), /usage/)
})

test('what is erased leaves no byte in the files', async () => {
  const number = await filed(25, DETAILS)
  const sealed = portal.inside((database) =>
    database.one<{ form: Buffer; photo: Buffer }>('SELECT form, photo FROM applications WHERE number = ?', number),
  )!
  const files = (): Buffer[] =>
    ['', '-wal'].map((name) => `${portal.database}${name}`).filter(existsSync).map((path) => readFileSync(path))
  const holds = (bytes: Buffer): boolean => files().some((content) => content.includes(bytes))
  const parts = [sealed.form.subarray(40, 72), sealed.photo.subarray(2000, 2032)]
  assert.ok(parts.every(holds))
  await run('erase', '--application', number)
  assert.ok(!parts.some(holds))
})

test('a backup of the running portal can be restored, and loses again what was erased since', async () => {
  const [kept, erased] = [await filed(26), await filed(27)]
  const backup = join(folder, 'backup')
  assert.match(await run('backup', backup), /written/)
  assert.equal(modeOf(backup), '600')
  await assert.rejects(run('backup', backup), /exists already/)
  await filed(28)
  await run('erase', '--application', erased)
  await assert.rejects(run('restore', backup), /in use: stop the portal first/)
  await portal.app.close()

  // A file that is no backup, or damaged, or sealed with other keys, changes nothing.
  const before = readFileSync(portal.database)
  writeFileSync(join(folder, 'none'), 'no database', { mode: 0o600 })
  await assert.rejects(run('restore', join(folder, 'none')))
  const damaged = readFileSync(backup)
  damaged.fill(0x55, 4096 * 4, 4096 * 9)
  writeFileSync(join(folder, 'damaged'), damaged, { mode: 0o600 })
  await assert.rejects(run('restore', join(folder, 'damaged')))
  Keys.make(join(folder, 'keys'))
  const others = { QUJAT_DATABASE: portal.database, QUJAT_KEYS: join(folder, 'keys') }
  await assert.rejects(command(['restore', backup], others), /key that is not in the file/)
  assert.deepEqual(readFileSync(portal.database), before)

  assert.match(await run('restore', backup), /erased again: 1; .*before-restore/)
  assert.equal(modeOf(portal.database), '600')
  await portal.start()
  const left = portal.inside((database) =>
    database.list<{ number: string }>('SELECT number FROM applications WHERE erased_at IS NULL'),
  )
  assert.deepEqual(left, [{ number: kept }])
  await filed(28)
})

test('what was filed is shown by the rules and the centre of that day, whatever is in force now', async () => {
  const visitor = new Visitor(portal)
  await toReview(visitor, 'en', DETAILS)
  await visitor.post('/en/review', {})
  const delivered = new Visitor(portal)
  await toReview(delivered, 'en', { ...DELIVERY, iin: iinOf(29) })
  await delivered.post('/en/review', {})
  const [page, due] = [await visitor.get('/en/done'), await delivered.get('/en/payment')]
  const calendar = await visitor.get('/en/appointment.ics')
  await portal.app.close()

  // Names may have fewer letters, cards take longer to make, and the centre is gone.
  const usual = settingsOf({})
  const rules = JSON.parse(readFileSync(usual.rulebook, 'utf8')) as object
  type Section = Record<string, object>
  const { names, production } = JSON.parse(Rulebook.editionText(Rulebook.editions()[0]!)!) as Record<string, Section>
  const changed = join(folder, 'rules.json')
  const stricter = {
    names: { card: { ...names!['card'], max_length: 5 } },
    production: { 'within-15': { ...production!['within-15'], working_days: 20 } },
  }
  writeFileSync(changed, JSON.stringify({ ...rules, ...stricter }))
  const directory = JSON.parse(readFileSync(usual.centres, 'utf8')) as { centres: { id: string }[] }
  const centres = join(folder, 'centres.json')
  writeFileSync(centres, JSON.stringify({ ...directory, centres: directory.centres.filter(({ id }) => id !== 'astana-1') }))
  portal.changes.rulebook = changed
  portal.changes.centres = centres
  await portal.start()
  assert.equal((await visitor.get('/en/done')).body, page.body)
  assert.equal((await visitor.get('/en/appointment.ics')).body.includes('astana'), calendar.body.includes('astana'))
  assert.equal((await delivered.get('/en/payment')).body, due.body)
  assert.equal((await delivered.post('/en/payment', {})).path, '/en/done')
  // A new applicant meets the new rule.
  const late = new Visitor(portal)
  await toReview(late, 'en', { ...DELIVERY, iin: iinOf(30) })
  assert.equal((await late.get('/en/review')).path, '/en/details')
  assert.equal((await late.get('/en/details?sent')).body.includes('Error: '), true)
})

test('two processes on one database: paid once, one application, one last place', async () => {
  const visitor = new Visitor(portal)
  await toReview(visitor, 'en', { ...DELIVERY, iin: iinOf(31) })
  await visitor.post('/en/review', {})
  const settings = { ...settingsOf({ QUJAT_DATABASE: portal.database, QUJAT_NOW: portal.now }) }
  const desks = [openDesk(settings), openDesk(settings)] as const
  const { number } = portal.inside((database) => database.one<{ number: string }>('SELECT number FROM applications')!)
  for (let time = 0; time < 2; time += 1) for (const desk of desks) pay(desk, number)
  const kinds = portal.inside((database) => database.list('SELECT kind FROM events ORDER BY place'))
  assert.deepEqual(kinds, [{ kind: 'filed' }, { kind: 'paid' }, { kind: 'registered' }])
  // Should two processes ever get so far, the table itself refuses the second payment.
  const paid = { id: 'x', at: desks[0].now().moment, action: { event: 'paid', amount: '1500.00' } } as const
  assert.throws(() => desks[1].store.applications.addEvent(number, paid), /UNIQUE/)

  const visitors = Array.from({ length: 10 }, () => new Visitor(portal))
  for (const [person, one] of visitors.entries()) {
    await toReview(one, 'en', { ...DETAILS, iin: iinOf(40 + Math.floor(person / 2)) })
  }
  const second = await makePortal(settings, process.stderr)
  await second.close()
  const outcomes = await Promise.all(
    visitors.map(async (one, place) => {
      const cookie = one.cookies.get('session')!
      const { createHash } = await import('node:crypto')
      const desk = desks[place % 2]!
      const session = desk.store.sessions.find(createHash('sha256').update(cookie).digest('base64url'), desk.instant())!
      const draft = desk.store.drafts.find(session.visitor)!
      const visit = { visitor: session.visitor, session, language: 'en', renew: () => () => undefined }
      return (await file(desk, visit as never, draft)).done
    }),
  )
  assert.deepEqual(outcomes.filter((done) => done === 'filed').length, 5)
  assert.deepEqual(outcomes.filter((done) => done === 'open_already').length, 5)
  for (const desk of desks) desk.store.close()
})

test('ratings are summed up as they come, and summaries read no comments', async () => {
  const visitor = new Visitor(portal)
  for (let rating = 1; rating <= 5; rating += 1) {
    await visitor.get('/en/feedback')
    await visitor.post('/en/feedback', { overall: String(rating), comment: `Comment ${rating}` })
  }
  // Comments that cannot be read any more change nothing of the sums.
  portal.inside((database) => database.run("UPDATE feedback SET sealed = x'00'"))
  const thanks = await visitor.get('/en/feedback/thanks')
  assert.match(thanks.body, /<dd>5<\/dd>.*<dd>3<\/dd>.*<dd>40 %<\/dd>/s)
  const sums = portal.inside((database) => database.list('SELECT * FROM feedback_sums'))
  assert.equal(sums.length, 1)
})
