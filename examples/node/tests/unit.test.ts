// The small parts: HTML, texts, clock, form and marks.

import { Rulebook } from 'qujat'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockOf, nowBy } from '../src/clock.js'
import { expiryOf, fieldAt, FIELD_NAMES, formOf, INPUTS } from '../src/form.js'
import { html } from '../src/html.js'
import { isDay } from '../src/journey.js'
import { annotated } from '../src/overlay.js'
import type { Draft } from '../src/store/store.js'
import { amountInWords, dayInWords, fill, LANGUAGES, WORDS, type TextName } from '../src/texts.js'
import { FITS, picture, SIX_MISTAKES } from './portal.js'

const DRAFT: Draft = {
  revision: 1,
  document: 'identity_card',
  ground: 'expiry',
  expires: { day: FITS.expires, month: FITS.month, year: FITS.year },
  fields: SIX_MISTAKES,
}

test('what a template puts in is escaped, unless it is HTML itself', () => {
  const typed = `"><script>alert('&')</script>`
  assert.equal(
    html`<p title="${typed}">${typed}</p>`.text,
    '<p title="&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;">&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</p>',
  )
  assert.equal(html`${html`<b>${'<'}</b>`}`.text, '<b>&lt;</b>')
  assert.equal(html`${[1, html`<i>`, ['<', null]]}${false}${undefined}${0}`.text, '1<i>&lt;0')
})

/** Texts that happen to be the same in two languages. */
const SAME: ReadonlySet<TextName> = new Set(['noticeSms', 'iinHint', 'cardNumberHint'])

test('every text is there in three languages, with the same places to fill', () => {
  for (const name of Object.keys(WORDS.en) as TextName[]) {
    const [kk, ru, en] = LANGUAGES.map((language) => WORDS[language][name])
    const places = (text = ''): string[] => (text.match(/\{\w+\}/g) ?? []).sort()
    assert.ok(kk && ru && en, name)
    assert.deepEqual(places(kk), places(en), name)
    assert.deepEqual(places(ru), places(en), name)
    assert.doesNotMatch(ru, /[әғқңөұүһі]/i, `${name} is Kazakh in the place of the Russian`)
    if (!SAME.has(name)) assert.equal(new Set([kk, ru, en]).size, 3, `${name} is the same in two languages`)
  }
  assert.equal(fill('{a} of {b}, {c}', { a: 1, b: 'two' }), '1 of two, {c}')
})

test('days and amounts are written as each language does', () => {
  assert.equal(dayInWords('2026-03-03', 'kk'), '2026 жылғы 3 наурыз, сейсенбі')
  assert.equal(dayInWords('2026-03-03', 'ru'), 'вторник, 3 марта 2026 года')
  assert.equal(dayInWords('2026-03-03', 'en'), 'Tuesday, 3 March 2026')
  assert.equal(amountInWords('1234567.80', 'ru'), '1\u00a0234\u00a0567,80\u00a0₸')
  assert.equal(amountInWords('1500.00', 'en'), '1,500.00\u00a0₸')
  assert.equal(amountInWords('0', 'kk'), '0\u00a0₸')
})

test('the day is that of Kazakhstan, wherever the machine stands', () => {
  const rules = Rulebook.edition()
  const late = clockOf({ QUJAT_NOW: '2026-02-10T19:30:00Z' })
  assert.deepEqual(nowBy(late, rules), { moment: '2026-02-10T19:30:00.000Z', day: '2026-02-11', time: '00:30' })
  assert.throws(() => clockOf({ QUJAT_NOW: 'tomorrow' }), /QUJAT_NOW/)
  const real = clockOf({})()
  assert.ok(Math.abs(real.getTime() - Date.now()) < 1000)
})

test('typed dates are days only if they exist', () => {
  const typed = (day: string, month: string, year: string): string =>
    expiryOf({ ...DRAFT, expires: { day, month, year } })
  assert.equal(typed('5', '2', '2026'), '2026-02-05')
  assert.ok(isDay(typed('29', '2', '2028')))
  for (const [day, month, year] of [
    ['29', '2', '2026'],
    ['0', '1', '2026'],
    ['1', '13', '2026'],
    ['1', '1', '26'],
    ['', '1', '2026'],
    ['1e1', '1', '2026'],
  ] as const) {
    assert.ok(!isDay(typed(day, month, year)), `${day} ${month} ${year}`)
  }
})

test('the six mistakes are six problems of the library, each at a field of the page', () => {
  const { problems } = Rulebook.edition().validate(formOf(DRAFT, 'en'), '2026-02-10')
  const fields = problems.filter(({ severity }) => severity === 'error').map(({ pointer }) => fieldAt(pointer))
  assert.deepEqual(new Set(fields), new Set(['surname', 'iin', 'card_number', 'phone', 'email', 'postcode']))
  assert.equal(fields.length, 6)
})

test('a form of nothing: the library misses exactly the required fields, all on the page', () => {
  const empty: Draft = { ...DRAFT, fields: { receiving: 'delivery' } }
  const { problems } = Rulebook.edition().validate(formOf(empty, 'en'), '2026-02-10')
  const missing = problems.filter(({ severity }) => severity === 'error').map(({ pointer }) => fieldAt(pointer))
  const optional = ['patronymic', 'street', 'flat', 'exemption', 'receiving']
  assert.deepEqual(new Set(missing), new Set(FIELD_NAMES.filter((name) => !optional.includes(name))))
  assert.equal(Object.keys(INPUTS).length + 3, FIELD_NAMES.length)
})

test('marks lie where the report says, in pixels of the picture', async () => {
  const report = await Rulebook.edition().checkPhoto(picture('photos/good.png'), '2026-02-10')
  const { picture: drawn, legend } = annotated(report, '/photo?"', 'me & you')
  const { left, top, width, height } = report.face!.face
  assert.match(drawn.text, /src="\/photo\?&quot;" alt="me &amp; you" width="600" height="800"/)
  assert.ok(drawn.text.includes(`<rect x="${left}" y="${top}" width="${width}" height="${height}"/>`))
  // The limits: 450 to 550 of 600 pixels across, 300 to 500 of 800 down, in thousandths.
  assert.ok(drawn.text.includes('<rect x="270" y="240" width="60" height="160"/>'))
  assert.deepEqual(
    legend.map(({ name }) => name),
    ['markBand', 'markFace', 'markHead', 'markEyes'],
  )
  const cropped = annotated({ ...report, crop: { left: 10, top: 20, width: 300, height: 400 } }, '', '')
  assert.ok(
    cropped.picture.text.includes('<g class="mark-crop"><rect x="10" y="20" width="300" height="400"/></g>'),
  )
  assert.equal(cropped.legend.at(-1)?.name, 'markCrop')
  const refused = await Rulebook.edition().checkPhoto(Buffer.from('GIF89a'), '2026-02-10')
  assert.deepEqual(annotated(refused, '', '').legend, [])
})
