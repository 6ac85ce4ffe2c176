// Many who file at once, and a portal that is killed while they do: nothing is lost or given twice.
// FILINGS says how many have to be acknowledged; `make portal-kills` asks for many more.

import Sqlite from 'better-sqlite3'
import { Rulebook } from 'qujat'
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { newSecret } from '../src/numbers.js'
import { settingsOf } from '../src/settings.js'
import { Database } from '../src/store/database.js'
import type { Draft } from '../src/store/drafts.js'
import { Keys } from '../src/store/keys.js'
import { Store } from '../src/store/store.js'
import { DELIVERY, DETAILS, FITS, iinOf, NOW, NUMBER, picture } from './portal.js'
import { Client, Process } from './process.js'

const FILINGS = Number(process.env['FILINGS'] ?? 40)
/** Kills happen after as many acknowledgements as this, on average. */
const BETWEEN = 8
/** A client's view of a portal that is killed. */
const CUT_OFF = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE']
/** The number of cards that a slot of the centre hands out. */
const PLACES = 6

let running: Process
let draft: Pick<Draft, 'photo' | 'signature'>
const pictures = { photo: picture('photos/good.png'), signature: picture('signatures/signature-1.png') }

before(async () => {
  running = await Process.start()
  const rules = Rulebook.edition()
  draft = {
    photo: await rules.checkPhoto(pictures.photo, '2026-02-10'),
    signature: await rules.checkSignature(pictures.signature, '2026-02-10'),
  }
})
after(async () => {
  await running.close()
})

/** Visitors who have done all but filing, put into the store as the pages would. */
function readyToFile(count: number, first: number, slot: Draft['slot']): Client[] {
  const database = Database.open(running.database, Keys.open(`${running.database}.keys`))
  const store = new Store(database, settingsOf({}).limits)
  const visitors = Array.from({ length: count }, (_, place) => {
    const client = running.visitor()
    const [id, visitor] = [newSecret(), newSecret()]
    const details = { ...(slot ? DETAILS : DELIVERY), iin: iinOf(first + place) }
    store.atomically(() => {
      store.sessions.begin(createHash('sha256').update(id).digest('base64url'), visitor, Date.parse(NOW))
      store.drafts.save(visitor, {
        revision: 1,
        document: 'identity_card',
        ground: 'expiry',
        expires: { day: FITS.expires, month: FITS.month, year: FITS.year },
        fields: details,
        ...draft,
        ...(slot && { slot }),
      })
      store.drafts.savePicture(visitor, 'photo', pictures.photo)
      store.drafts.savePicture(visitor, 'signature', pictures.signature)
    })
    client.cookie = `session=${id}`
    return client
  })
  database.close()
  return visitors
}

/** The contents of the files at the end. */
function look<T>(ask: (database: Sqlite.Database) => T): T {
  const database = new Sqlite(running.database, { readonly: true })
  try {
    return ask(database)
  } finally {
    database.close()
  }
}

function count(sql: string): number {
  return look((database) => database.prepare(sql).pluck().get() as number)
}

test('fifty who want the last places of a slot: as many get one as there are', async () => {
  const slot = { centre: 'astana-1', day: '2026-03-04', time: '09:30' }
  // All places but one are taken already.
  for (const early of readyToFile(PLACES - 1, 1000, slot)) {
    await early.get('/en/review')
    assert.equal((await early.post('/en/review')).location, '/en/payment')
  }
  const visitors = readyToFile(50, 1100, slot)
  for (const visitor of visitors) await visitor.get('/en/review')
  const answers = await Promise.all(visitors.map((visitor) => visitor.post('/en/review')))
  const outcomes = new Map<string, number>()
  for (const { location } of answers) outcomes.set(location, (outcomes.get(location) ?? 0) + 1)
  assert.deepEqual(Object.fromEntries(outcomes), { '/en/payment': 1, '/en/pickup?sent=taken': 49 })
  assert.equal(count("SELECT count(*) FROM bookings WHERE day = '2026-03-04' AND time = '09:30'"), PLACES)
})

test(`killed while ${FILINGS} file: all that was acknowledged is there, once`, async () => {
  const before = count('SELECT count(*) FROM applications')
  const visitors = readyToFile(FILINGS, 2000, undefined)
  const numbers: string[] = []
  let acknowledged = 0
  let cut = 0
  let kills = 0
  let restart: Promise<void> | undefined
  let next = BETWEEN

  /** Sends again until there is an answer, as somebody who reloads a page does. */
  const insist = async (send: () => Promise<{ status: number; location: string; body: string }>) => {
    for (;;) {
      try {
        return await send()
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        if (!CUT_OFF.includes(code ?? '')) throw error
        cut += 1
        await restart
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    }
  }
  const kill = async (): Promise<void> => {
    await running.kill()
    kills += 1
    await running.start()
  }
  const file = async (client: Client): Promise<void> => {
    await insist(() => client.get('/en/review'))
    const answer = await insist(() => client.post('/en/review'))
    assert.deepEqual([answer.status, answer.location], [303, '/en/payment'])
    acknowledged += 1
    if (acknowledged >= next && acknowledged < FILINGS - 4) {
      // While others are in the middle of theirs.
      next = acknowledged + BETWEEN
      restart = kill()
      await restart
    }
    await insist(() => client.get('/en/payment'))
    await insist(() => client.post('/en/payment'))
    const { body } = await insist(() => client.get('/en/done'))
    numbers.push(NUMBER.exec(body)?.[0] ?? 'none')
  }
  const waiting = [...visitors]
  const worker = async (): Promise<void> => {
    for (let client = waiting.pop(); client !== undefined; client = waiting.pop()) await file(client)
  }
  await Promise.all(Array.from({ length: 6 }, worker))
  await running.kill()

  assert.equal(acknowledged, FILINGS)
  assert.ok(kills >= Math.floor(FILINGS / BETWEEN / 2), `${kills} kills`)
  assert.ok(cut > 0, 'requests were cut off')
  assert.equal(new Set(numbers).size, FILINGS)
  look((database) => {
    assert.deepEqual(database.pragma('integrity_check'), [{ integrity_check: 'ok' }])
    assert.deepEqual(database.pragma('foreign_key_check'), [])
    const stored = database.prepare('SELECT number FROM applications').pluck().all()
    assert.equal(stored.length, before + FILINGS, 'nobody filed twice')
    for (const number of numbers) assert.ok(stored.includes(number), number)
    const events = database.prepare('SELECT count(*) AS count, kind FROM events GROUP BY kind ORDER BY kind').all()
    assert.deepEqual(events, [
      { count: before + FILINGS, kind: 'filed' },
      { count: FILINGS, kind: 'paid' },
      { count: before + FILINGS, kind: 'registered' },
    ])
    assert.equal(database.prepare('SELECT count(*) FROM drafts').pluck().get(), 49, 'those of the other test')
  })
  console.log(`# ${acknowledged} acknowledged, ${kills} kills, ${cut} requests cut off`)
})
