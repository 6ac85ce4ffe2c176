// The first question: whether this card can be renewed online. And the answer, if it cannot.

import type { FastifyInstance } from 'fastify'
import { isBlocking, type DocumentKind, type Ground } from 'qujat'
import type { Desk } from '../desk.js'
import { expiryOf, formOf } from '../form.js'
import { html, type Html } from '../html.js'
import { decisionOf, draftOf, isDay, saveDraft } from '../journey.js'
import { centresNear, type Near } from '../near.js'
import { FILING } from '../pickup.js'
import type { Draft } from '../store/store.js'
import { capital, fill } from '../texts.js'
import { text, type Visit } from '../visit.js'
import { button, radios } from './fields.js'
import { cited, form, layout, stepHeading, type Mistake } from './layout.js'
import { centreLine, nearForm, nowhere } from './near.js'

const DOCUMENTS: readonly DocumentKind[] = ['identity_card', 'passport']
const GROUNDS: readonly Ground[] = [
  'expiry',
  'loss',
  'damage',
  'name_change',
  'data_change',
  'first_issue',
  'citizenship',
  'other',
]

/** So many centres are named to who has to go there. */
const NEAREST = 3

function oneOf<T extends string>(known: readonly T[], value: string): T | '' {
  return known.find((one) => one === value) ?? ''
}

export function eligibilityPages(app: FastifyInstance, desk: Desk): void {
  app.get<{ Querystring: { sent?: string } }>('/eligibility', async ({ visit, query }, reply) => {
    const draft = draftOf(desk, visit)
    const mistakes = query.sent === undefined ? [] : mistakesIn(desk, visit, draft)
    return reply.html(
      layout(desk, visit, {
        title: visit.words.eligibilityTitle,
        main: question(desk, visit, draft, mistakes),
        mistakes,
        back: '',
      }),
    )
  })

  app.post('/eligibility', async ({ visit, body }, reply) => {
    const draft = saveDraft(desk, visit, (before) => ({
      ...before,
      document: oneOf(DOCUMENTS, text(body, 'document')),
      ground: oneOf(GROUNDS, text(body, 'ground')),
      expires: {
        day: text(body, 'expires').trim().slice(0, 10),
        month: text(body, 'month').trim().slice(0, 10),
        year: text(body, 'year').trim().slice(0, 10),
      },
    }))
    const page = { eligible: 'details', refused: 'not-available' }
    const decision = mistakesIn(desk, visit, draft).length === 0 ? decisionOf(desk, draft) : undefined
    return reply.redirect(`/${visit.language}/${decision ? page[decision.outcome] : 'eligibility?sent'}`, 303)
  })

  app.get<{ Querystring: { sent?: string } }>('/not-available', async ({ visit, query }, reply) => {
    const draft = draftOf(desk, visit)
    const decision = decisionOf(desk, draft)
    if (decision?.outcome !== 'refused') return reply.redirect(`/${visit.language}/eligibility`, 303)
    const { words, language } = visit
    const mistakes = query.sent === 'nowhere' ? [nowhere(visit)] : []
    const [notice, ...reasons] = desk.rules.explain(decision, language)
    const main = html`<h1>${words.refusedTitle}</h1>
<p class="refusal">${notice?.text}</p>
<h2>${words.refusedWhy}</h2>
<ul class="reasons">${reasons.map((reason) => html`<li>${cited(visit, reason)}</li>`)}</ul>
<h2>${words.refusedCentres}</h2>
${draft.near === undefined ? html`<p>${words.refusedNear}</p>` : centres(desk, visit, draft.near)}
${nearForm(desk, visit, 'not-available', draft.near, mistakes)}
<p><a class="button secondary" href="/${language}/eligibility">${words.refusedAgain}</a></p>`
    return reply.html(
      layout(desk, visit, { title: words.refusedTitle, main, mistakes, back: '/eligibility', script: 'near.js' }),
    )
  })
}

/** The nearest centres that take applications on paper. */
function centres(desk: Desk, visit: Visit, near: Near): Html {
  const { words } = visit
  const found = centresNear(desk, near, FILING).slice(0, NEAREST)
  if (found.length === 0) return html`<p class="inset">${words.nearNone}</p>`
  return html`<ul class="centres">${found.map((centre) => html`<li>${centreLine(visit, centre)}</li>`)}</ul>
<p class="hint">${words.refusedCentresNote}</p>`
}

/** The malformed answers; the library decides on the well-formed ones. */
function mistakesIn(desk: Desk, { words, language }: Visit, draft: Draft): Mistake[] {
  const missing = desk.rules.text({ code: 'MISSING_FIELD', params: {} }, language)
  const mistakes: Mistake[] = []
  if (draft.document === '') mistakes.push({ field: 'document', label: words.document, text: missing })
  if (draft.ground === '') mistakes.push({ field: 'ground', label: words.ground, text: missing })
  const { day, month, year } = draft.expires
  if (`${day}${month}${year}` === '') {
    mistakes.push({ field: 'expires', label: words.expires, text: missing })
  } else if (!isDay(expiryOf(draft))) {
    mistakes.push({ field: 'expires', text: fill(words.expiresWrong, { example: example(desk) }) })
  } else {
    // A year that no card has is mistyped: to be told so helps more than to be refused.
    const { problems } = desk.rules.validate(formOf(draft, language), desk.now().day)
    const wrong = problems.filter((problem) => problem.pointer === '/card/expires_on' && isBlocking(problem))
    mistakes.push(...wrong.map((problem) => ({ field: 'expires', text: desk.rules.text(problem, language) })))
  }
  return mistakes
}

/** Today, as it is to be typed. */
function example(desk: Desk): string {
  const [year, month, day] = desk.now().day.split('-').map(Number)
  return `${day} ${month} ${year}`
}

function question(desk: Desk, visit: Visit, draft: Draft, mistakes: Mistake[]): Html {
  const { words, language } = visit
  const { texts } = desk.rules
  const choices = (values: readonly string[]): { value: string; label: string }[] =>
    values.map((value) => ({ value, label: capital(texts.word(value, language) ?? value) }))
  const wrong = mistakes.filter(({ field }) => field === 'expires')
  const part = (id: string, name: keyof Draft['expires'], width: number): Html => html`<div>
<label for="${id}">${words[name]}</label>
<input id="${id}" name="${id}" type="text" inputmode="numeric" autocomplete="off" value="${draft.expires[name]}" class="width-${width}"${wrong.length > 0 && html` aria-invalid="true"`}>
</div>`
  return html`${stepHeading(visit, draft, 'eligibility', words.eligibilityTitle)}
${form(
  visit,
  '/eligibility',
  html`${radios({ id: 'document', label: words.document, value: draft.document, options: choices(DOCUMENTS), mistakes })}
${radios({ id: 'ground', label: words.ground, value: draft.ground, options: choices(GROUNDS), mistakes })}
<fieldset class="field${wrong.length > 0 && ' wrong'}" aria-describedby="expires-hint${wrong.length > 0 && ' expires-error'}">
<legend>${words.expires}</legend>
<p class="hint" id="expires-hint">${fill(words.expiresHint, { example: example(desk) })}</p>
${wrong.length > 0 && html`<p class="message" id="expires-error">${wrong.map((mistake) => mistake.text)}</p>`}
<div class="date">${part('expires', 'day', 2)}${part('month', 'month', 2)}${part('year', 'year', 4)}</div>
</fieldset>
${button(words.next)}`,
)}`
}
