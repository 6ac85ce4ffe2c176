// The portal in a browser: refused, with six mistakes, with a bad photo, and all the way.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { WORDS } from '../src/texts.js'
import { Journey } from './browser.js'
import { DELIVERY, DETAILS, FITS, iinOf, NUMBER, picturePath, SIX_MISTAKES } from './portal.js'

let journey: Journey
before(async () => {
  journey = await Journey.open()
})
after(async () => {
  await journey.close()
})

async function next(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.locator('main form button[type=submit]').last().click()])
}

async function answer(page: Page, answers: Partial<typeof FITS>): Promise<void> {
  const { document, ground, expires, month, year } = { ...FITS, ...answers }
  await page.check(`[name=document][value=${document}]`)
  await page.check(`[name=ground][value=${ground}]`)
  await page.fill('[name=expires]', expires)
  await page.fill('[name=month]', month)
  await page.fill('[name=year]', year)
  await next(page)
}

async function fillIn(page: Page, details: Record<string, string>): Promise<void> {
  // Choices first: they show the fields that depend on them.
  await page.check(`[name=receiving][value=${details['receiving']}]`)
  for (const [name, value] of Object.entries(details)) {
    if (name === 'region') await page.selectOption('#region', value)
    else if (name !== 'receiving') await page.fill(`#${name}`, value)
  }
  await next(page)
}

/** Draws a signature as a hand would, with loops. */
async function draw(page: Page): Promise<void> {
  await page.locator('#canvas').scrollIntoViewIfNeeded()
  const box = await page.locator('#canvas').boundingBox()
  assert.ok(box)
  const at = (x: number, y: number): [number, number] => [
    box.x + (x / 600) * box.width,
    box.y + (y / 200) * box.height,
  ]
  await page.mouse.move(...at(90, 120))
  await page.mouse.down()
  for (let step = 1; step <= 120; step += 1) {
    const along = step / 120
    await page.mouse.move(
      ...at(90 + 400 * along + 30 * Math.sin(along * 40), 100 + 55 * Math.cos(along * 40) * (1 - along / 2)),
    )
  }
  await page.mouse.up()
}

test('a refusal, in Russian, with its reasons and their sources', async () => {
  const page = await journey.visitor()
  await page.goto('/ru')
  await journey.look(page, 'ru-01-start')
  await page.getByRole('link', { name: WORDS.ru.startButton }).click()
  assert.equal(await page.getAttribute('html', 'lang'), 'ru')
  await journey.look(page, 'ru-02-eligibility')
  await answer(page, { ground: 'loss', year: '2027' })
  assert.ok(page.url().endsWith('/ru/not-available'))
  assert.equal(await page.locator('.refusal').textContent(), 'оформление не доступно, обратитесь в ЦОН')
  const reasons = await page.locator('.reasons li').allTextContents()
  assert.equal(reasons.length, 2)
  assert.match(reasons[0]!, /утрата.*Описание услуги/s)
  // No day is named, since there is no day on which a lost card is replaced online.
  assert.match(reasons[1]!, /ни сегодня, ни позже.*приказ/s)
  await journey.look(page, 'ru-03-refused')

  // The same refusal in another language, without asking again.
  await page.getByRole('link', { name: 'Қазақша' }).click()
  assert.ok(page.url().endsWith('/kk/not-available'))
  assert.equal(await page.locator('.reasons li').count(), 2)
  await page.selectOption('#region', 'KZ-75')
  await page.getByRole('button', { name: WORDS.kk.nearShow }).click()
  await page.locator('.centres li').first().waitFor()
  assert.match((await page.locator('.centres li').first().textContent()) ?? '', /№ 3 ХҚКО/)
  await journey.look(page, 'kk-03-refused')

  // One that expires later has a first day.
  await page.goto('/ru/eligibility')
  await answer(page, { year: '2027' })
  const early = await page.locator('.reasons li').allTextContents()
  assert.equal(early.length, 1)
  assert.match(early[0]!, /26 января 2027 года.*приказ/s)
})

test('a date that does not exist is told at its field', async () => {
  const page = await journey.visitor()
  await page.goto('/en/eligibility')
  await answer(page, { expires: '30' })
  assert.match(await page.title(), /^Error: /)
  await page.getByRole('alert').getByRole('link').press('Enter')
  assert.equal(await page.evaluate('document.activeElement.id'), 'expires')
  await journey.look(page, 'en-02-no-such-date')
})

test('six mistakes at once, in English, each reached by the keyboard', async () => {
  const page = await journey.visitor()
  await page.goto('/en/eligibility')
  await answer(page, {})
  assert.match(
    (await page.locator('.good').textContent()) ?? '',
    /from 26 January 2026 to 7 March 2026.*Joint order/s,
  )
  // The address is asked of those who want the card delivered.
  assert.equal(await page.locator('#street').isVisible(), false)
  await journey.look(page, 'en-04-details')
  await fillIn(page, SIX_MISTAKES)

  assert.match(await page.title(), /^Error: /)
  const alert = page.getByRole('alert')
  assert.equal(await page.evaluate('document.activeElement.id'), 'errors', 'the summary has the focus')
  const links = alert.getByRole('link')
  const wrong = ['surname', 'iin', 'card_number', 'phone', 'email', 'postcode']
  assert.equal(await links.count(), wrong.length)
  await journey.look(page, 'en-05-six-mistakes')
  for (const [place, field] of wrong.entries()) {
    const link = links.nth(place)
    await link.focus()
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate('document.activeElement.id'), field)
    assert.equal(await page.getAttribute(`#${field}`, 'aria-invalid'), 'true')
    const message = await page.locator(`#${field}-error`).textContent()
    assert.ok(
      message && (await link.textContent())?.endsWith(message),
      'the same words in the summary and at the field',
    )
    assert.match((await page.getAttribute(`#${field}`, 'aria-describedby')) ?? '', new RegExp(`${field}-error`))
  }
  // The typed text is still there, and the mistakes speak another language at once.
  assert.equal(await page.inputValue('#surname'), 'ULGIEV')
  await page.getByRole('link', { name: 'Қазақша' }).click()
  assert.match(await page.title(), /^Қате: /)
  assert.equal(await page.getByRole('alert').getByRole('link').count(), wrong.length)
  await journey.look(page, 'kk-05-six-mistakes')

  // Mended by the keyboard alone, on the same page.
  for (const field of wrong) {
    await page.focus(`#${field}`)
    await page.keyboard.press('Control+A')
    await page.keyboard.type(DELIVERY[field as keyof typeof DELIVERY])
  }
  await page.keyboard.press('Enter')
  await page.waitForURL('**/kk/photo')
})

test('a bad photo: its picture with what is wrong, and then a good one', async () => {
  const page = await journey.visitor()
  await page.goto('/en/eligibility')
  await answer(page, {})
  await fillIn(page, DETAILS)
  await journey.look(page, 'en-06-photo')
  await page.setInputFiles('#photo', picturePath('photos/tilted.png'))
  await page.locator('.result-fail').waitFor()
  assert.equal(await page.evaluate('document.activeElement.id'), 'result-title', 'the result has the focus')
  const said = await page.locator('.check-fail').allTextContents()
  assert.equal(said.length, 1)
  assert.match(said[0]!, /The head is tilted\. Hold your head upright.*BSI TR-03121/s)
  // The marks lie over the picture and are as large as it is.
  const [picture, marks] = [page.locator('.annotated img'), page.locator('.annotated svg')]
  assert.deepEqual(await picture.boundingBox(), await marks.boundingBox())
  assert.equal(await page.evaluate("document.querySelector('.annotated img').naturalWidth"), 600)
  assert.equal(await marks.getAttribute('viewBox'), '0 0 600 800')
  assert.equal(
    await marks.locator('.mark-face rect, .mark-eyes circle, .mark-head line, .mark-band rect').count(),
    8,
  )
  assert.equal(await page.getByRole('link', { name: 'Continue' }).count(), 0)
  await journey.look(page, 'en-07-photo-tilted')

  await page.setInputFiles('#photo', picturePath('photos/head_small.png'))
  await page.getByText('crop').first().waitFor()
  await journey.look(page, 'en-07-photo-small')

  await page.setInputFiles('#photo', picturePath('signatures/line.png'))
  await page.locator('.check-fail').first().waitFor()
  await page.setInputFiles('#photo', picturePath('photos/good.png'))
  await page.locator('.result-pass').waitFor()
  await journey.look(page, 'en-08-photo-good')
  await page.getByRole('link', { name: 'Continue' }).click()
  await page.waitForURL('**/en/signature')
})

test('all the way in Kazakh, with a signature drawn on the screen', async () => {
  const page = await journey.visitor()
  const words = WORDS.kk
  await page.goto('/kk')
  await journey.look(page, 'kk-01-start')
  await page.getByRole('link', { name: words.startButton }).click()
  await journey.look(page, 'kk-02-eligibility')
  await answer(page, {})
  await fillIn(page, DETAILS)
  await page.setInputFiles('#photo', picturePath('photos/good.png'))
  await page.locator('.result-pass').waitFor()
  await page.getByRole('link', { name: words.next }).click()

  // Nothing is drawn yet.
  await next(page)
  assert.equal(await page.getByRole('alert').getByRole('link').textContent(), words.signatureMissing)
  await journey.look(page, 'kk-09-signature-missing')
  await draw(page)
  await page.locator('#clear').click()
  assert.equal(await page.inputValue('#strokes'), '')
  const inked =
    "document.querySelector('#canvas').getContext('2d').getImageData(0, 0, 600, 200).data.some(Boolean)"
  assert.equal(await page.evaluate(inked), false)
  await draw(page)
  assert.equal(await page.evaluate(inked), true)
  await journey.look(page, 'kk-10-signature-drawn')
  await next(page)
  await page.locator('.result-pass').waitFor()
  await journey.look(page, 'kk-11-signature-good')
  await page.getByRole('link', { name: words.next }).click()

  // Nothing is listed before the place is known; the browser tells it only when it is asked to.
  assert.equal(await page.locator('#centre').count(), 0)
  await journey.look(page, 'kk-12-pickup-where')
  await page.getByRole('button', { name: words.nearLocate }).click()
  await page.getByText(words.nearFailed).waitFor()
  await page.context().grantPermissions(['geolocation'])
  await page.context().setGeolocation({ latitude: 43.2567, longitude: 76.9286 })
  await page.getByRole('button', { name: words.nearLocate }).click()
  await page.locator('#centre').waitFor()
  assert.equal(await page.inputValue('#centre'), 'almaty-1')
  assert.match((await page.locator('#centre option').first().textContent()) ?? '', /\(шамамен 3 км\)/)
  assert.match((await page.locator('.place').textContent()) ?? '', /Алматы.*4 наурыз/s)
  await next(page)
  assert.equal(await page.getByRole('alert').getByRole('link').textContent(), words.slotMissing)
  await journey.look(page, 'kk-12-pickup')
  await page.getByRole('alert').getByRole('link').click()
  await page.keyboard.press('ArrowRight')
  const chosen = await page.locator('[name=time]:checked').getAttribute('value')
  await next(page)

  assert.ok(page.url().endsWith('/kk/review'))
  assert.match((await page.locator('.summary').textContent()) ?? '', new RegExp(`сәрсенбі, ${chosen}`))
  assert.match((await page.locator('.fees tfoot').textContent()) ?? '', /0,00\s₸/)
  await journey.look(page, 'kk-13-review')
  await next(page)

  assert.ok(page.url().endsWith('/kk/done'))
  assert.match((await page.locator('.panel-done').textContent()) ?? '', NUMBER)
  assert.equal(await page.locator('.letter').count(), 2)
  await page.locator('.letter summary').first().click()
  assert.match((await page.locator('.sms').first().textContent()) ?? '', /қабылданды/)
  await journey.look(page, 'kk-14-done')

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: words.doneCalendar }).click(),
  ])
  assert.equal(download.suggestedFilename(), 'appointment.ics')
  const calendar = readFileSync(await download.path(), 'utf8').replaceAll('\r\n ', '')
  assert.match(calendar, /^BEGIN:VCALENDAR\r\n/)
  // Kazakhstan is five hours ahead of UTC.
  const hour = String(Number(chosen?.slice(0, 2)) - 5).padStart(2, '0')
  assert.ok(calendar.includes(`DTSTART:20260304T${hour}${chosen?.slice(3)}00Z\r\n`), calendar)
  assert.match(calendar, /LOCATION;LANGUAGE=kk:№ 3 ХҚКО \(үлгі\)/)

  await page.getByRole('link', { name: words.doneFeedback }).click()
  await next(page)
  assert.equal(await page.getByRole('alert').getByRole('link').count(), 1)
  await journey.look(page, 'kk-15-feedback')
  await page.check('[name=overall][value="5"]')
  await page.fill('#comment', 'Бәрі тез болды! Маған хабарласыңыз: +7 701 000 00 01')
  await page.fill('#suggestion', 'Курьер кешке де келсін.')
  await next(page)
  const stored = await page.locator('blockquote').allTextContents()
  assert.match(stored[0] ?? '', /Бәрі тез болды!/)
  assert.doesNotMatch(stored[0] ?? '', /701/)
  assert.equal(stored[1], 'Курьер кешке де келсін.')
  await journey.look(page, 'kk-16-thanks')
})

test('on a narrow screen, delivered and paid for, in Russian', async () => {
  const page = await journey.visitor({ width: 360 })
  await page.goto('/ru/eligibility')
  await journey.look(page, 'ru-mobile-02-eligibility')
  await answer(page, {})
  await fillIn(page, { ...DELIVERY, iin: iinOf(1) })
  await page.setInputFiles('#photo', picturePath('photos/wall_red.png'))
  await page.locator('.result').waitFor()
  await journey.look(page, 'ru-mobile-07-photo')
  await page.setInputFiles('#photo', picturePath('photos/good.jpg'))
  await page.locator('.result-pass, .result-warn').waitFor()
  await page.getByRole('link', { name: WORDS.ru.next }).click()
  await journey.look(page, 'ru-mobile-09-signature')
  await page.setInputFiles('#signature', picturePath('signatures/line.png'))
  await next(page)
  await journey.look(page, 'ru-mobile-10-signature-bad')
  await page.setInputFiles('#signature', picturePath('signatures/signature-1.png'))
  await next(page)
  await page.getByRole('link', { name: WORDS.ru.next }).click()
  assert.match((await page.locator('.fees tfoot').textContent()) ?? '', /1\s500,00\s₸/)
  await journey.look(page, 'ru-mobile-13-review')
  await next(page)
  assert.match((await page.locator('.inset').textContent()) ?? '', /имитация/)
  await journey.look(page, 'ru-mobile-14-payment')
  await next(page)
  assert.match((await page.locator('main').textContent()) ?? '', /5 марта 2026 года/)
  assert.equal(await page.locator('.letter').count(), 3)
  await journey.look(page, 'ru-mobile-15-done')
})

test('without JavaScript: mistakes, photo, signature and filing', async () => {
  const page = await journey.visitor({ scripts: false, width: 420 })
  await page.goto('/en')
  await page.getByRole('link', { name: 'Start now' }).click()
  await answer(page, {})
  await fillIn(page, SIX_MISTAKES)
  assert.equal(await page.getByRole('alert').getByRole('link').count(), 6)
  await fillIn(page, { ...DETAILS, iin: iinOf(2) })
  await page.setInputFiles('#photo', picturePath('photos/face_left.png'))
  await next(page)
  assert.equal(await page.locator('.annotated img').count(), 1)
  assert.match((await page.locator('.check-fail').first().textContent()) ?? '', /to the left|to the right|middle/)
  assert.match(await page.title(), /^Error: /)
  await journey.look(page, 'plain-07-photo', false)
  await page.setInputFiles('#photo', picturePath('photos/good.png'))
  await next(page)
  await page.getByRole('link', { name: 'Continue' }).click()
  assert.equal(await page.locator('#canvas').isVisible(), false)
  await page.setInputFiles('#signature', picturePath('signatures/signature-2.jpg'))
  await next(page)
  await page.getByRole('link', { name: 'Continue' }).click()
  await page.check('[name=time][value="10:00"]')
  await next(page)
  await next(page)
  assert.ok(page.url().endsWith('/en/done'))
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Application submitted')
})

test('the button on every page leaves nothing behind, and the way back shows nothing', async () => {
  for (const [language, width] of [
    ['kk', 360],
    ['ru', 1100],
    ['en', 360],
  ] as const) {
    const words = WORDS[language]
    const page = await journey.visitor({ width })
    await page.goto(`/${language}/eligibility`)
    assert.equal(await page.getByRole('button', { name: words.end }).count(), 0, 'there is nothing to end yet')
    await answer(page, {})
    await page.waitForURL(`**/${language}/details`)
    await fillIn(page, { ...SIX_MISTAKES, surname: 'ULGIEV' })
    await page.waitForURL('**/details?sent')
    await journey.look(page, `${language}-17-end-button-${width}`)
    assert.equal(await page.inputValue('#surname'), 'ULGIEV')
    await page.getByRole('button', { name: words.end }).click()
    await page.waitForURL(`**/${language}/ended?left`)
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), words.endedTitle)
    assert.ok((await page.locator('main').textContent())?.includes(words.endedByYou))
    assert.deepEqual(await page.context().cookies(), [])
    await journey.look(page, `${language}-18-ended-${width}`)
    for (let steps = 0; steps < 3; steps += 1) {
      await page.goBack()
      assert.ok(!(await page.content()).includes('ULGIEV'), page.url())
      assert.equal(await page.locator('#surname').count(), 0)
    }
  }
})

test('a session that has ended says so in three languages', async () => {
  const page = await journey.visitor({ width: 360 })
  await page.goto('/kk/eligibility')
  await answer(page, {})
  await page.waitForURL('**/kk/details')
  journey.portal.pass(31)
  for (const language of ['kk', 'ru', 'en'] as const) {
    // The first answer takes the cookie away, so each language is asked with it once more.
    const cookies = await page.context().cookies()
    await page.goto(`/${language}/details`)
    assert.equal(new URL(page.url()).pathname, `/${language}/ended`)
    assert.ok((await page.locator('main').textContent())?.includes(WORDS[language].endedByTime))
    await journey.look(page, `${language}-19-ended-by-time`)
    await page.context().addCookies(cookies)
  }
})

test('the page about technical faults, and its answer', async () => {
  const page = await journey.visitor({ width: 360 })
  await page.goto('/ru')
  await page.getByRole('link', { name: WORDS.ru.faultLink }).click()
  await page.fill('#from', '8:00')
  await journey.look(page, 'ru-20-fault')
  await next(page)
  assert.equal(await page.getByRole('alert').getByRole('link').count(), 1)
  await page.fill('#to', '8:30')
  await next(page)
  await page.waitForURL('**/ru/fault/answer')
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), WORDS.ru.faultPaper)
  assert.match((await page.locator('main .inset').textContent()) ?? '', /11 минут 1 секунд/)
  await journey.look(page, 'ru-21-fault-statement')
})

test('the skip link leads to the content, and pages that do not exist say so', async () => {
  const page = await journey.visitor()
  await page.goto('/en')
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate('document.activeElement.textContent'), WORDS.en.skip)
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate('document.activeElement.id'), 'main')
  await page.goto('/en/nothing')
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), WORDS.en.notFoundTitle)
  await journey.look(page, 'en-not-found')
  assert.ok(journey.audited >= 25, 'every kind of page was audited')
})
