// All answers once more, the fee, and the button that files the application.

import type { FastifyInstance } from 'fastify'
import type { Quote, Region } from 'qujat'
import type { Desk } from '../desk.js'
import { file } from '../filing.js'
import { warningsOf } from '../form.js'
import { html, type Html } from '../html.js'
import { decisionOf, draftOf, filedOf, firstOpenStep, isReached } from '../journey.js'
import type { Draft } from '../store/store.js'
import { amountInWords, dayInWords } from '../texts.js'
import type { Visit } from '../visit.js'
import { button } from './fields.js'
import { mistakeOf } from './details.js'
import { cited, form, layout, stepHeading, type Mistake } from './layout.js'

export function reviewPages(app: FastifyInstance, desk: Desk): void {
  app.get('/review', async ({ visit }, reply) => {
    const draft = draftOf(desk, visit)
    if (!isReached(desk, visit, draft, 'review')) {
      return reply.redirect(`/${visit.language}/${firstOpenStep(desk, visit, draft)}`, 303)
    }
    return reply.html(page(desk, visit, draft))
  })

  app.post('/review', async ({ visit }, reply) => {
    const draft = draftOf(desk, visit)
    const to = (path: string) => reply.redirect(`/${visit.language}/${path}`, 303)
    if (!isReached(desk, visit, draft, 'review')) {
      // A second click finds the application filed.
      if (draft.revision > 0 || filedOf(desk, visit) === undefined) return to(firstOpenStep(desk, visit, draft))
      // Its answer may have been lost, and the new cookie with it.
      if (visit.session?.replaced) visit.renew()()
      return to('payment')
    }
    const filing = await file(desk, visit, draft)
    desk.metrics.filings.inc({ outcome: filing.done })
    switch (filing.done) {
      case 'filed':
        return to('payment')
      case 'slot_taken':
        return to('pickup?sent=taken')
      case 'changed':
        return to('review')
      case 'open_already': {
        const mistake = { field: undefined, label: visit.words.iin, text: visit.words.openAlready }
        return reply.code(409).html(page(desk, visit, draft, [mistake]))
      }
      case 'refused': {
        const mistakes = filing.problems.map((problem) => mistakeOf(desk, visit, problem))
        return reply.code(422).html(page(desk, visit, draft, mistakes))
      }
    }
  })
}

function page(desk: Desk, visit: Visit, draft: Draft, mistakes: Mistake[] = []): Html {
  return layout(desk, visit, {
    title: visit.words.reviewTitle,
    main: main(desk, visit, draft),
    mistakes,
    back: draft.fields.receiving === 'delivery' ? '/signature' : '/pickup',
  })
}

/** The cost of an application of today. */
export function quoteOf(desk: Desk, { fields }: Draft): Quote {
  return desk.rules.quote({
    document: 'identity_card',
    ground: 'expiry',
    on: desk.now().day,
    ...(fields.exemption && { exemption: fields.exemption }),
    ...(fields.receiving === 'delivery' && { deliverTo: fields.region as Region }),
  })
}

function main(desk: Desk, visit: Visit, draft: Draft): Html {
  const { words, language } = visit
  const { fields, expires } = draft
  const row = (label: string, value: Html | string, page: string, field = ''): Html => html`<div>
<dt>${label}</dt><dd>${value}</dd>
<dd class="change"><a href="/${language}/${page}${field && `#${field}`}">${words.change}<span class="unseen"> ${label}</span></a></dd>
</div>`
  const decision = decisionOf(desk, draft)
  const said = decision ? desk.rules.explain(decision, language) : []
  const expiry = dayInWords(
    `${expires.year}-${expires.month.padStart(2, '0')}-${expires.day.padStart(2, '0')}`,
    language,
  )
  return html`${stepHeading(visit, draft, 'review', words.reviewTitle)}
<dl class="summary">
${row(words.expires, expiry, 'eligibility', 'expires')}
${row(words.name, [fields.surname, fields.given_name, fields.patronymic].filter(Boolean).join(' '), 'details', 'surname')}
${row(words.iin, fields.iin ?? '', 'details', 'iin')}
${row(words.card_number, fields.card_number ?? '', 'details', 'card_number')}
${row(words.phone, fields.phone ?? '', 'details', 'phone')}
${row(words.email, fields.email ?? '', 'details', 'email')}
${row(words.photoTitle, html`<img class="thumbnail" src="/${language}/photo/picture" alt="${words.photoAlt}">`, 'photo')}
${row(words.signatureTitle, html`<img class="thumbnail broad" src="/${language}/signature/picture" alt="${words.signatureAlt}">`, 'signature')}
${receiving(desk, visit, draft, row)}
</dl>
${warningsOf(desk, draft, language).map((problem) => warning(visit, mistakeOf(desk, visit, problem)))}
<h2>${words.feeHeading}</h2>
${feeTable(desk, visit, quoteOf(desk, draft))}
<h2>${words.goodToKnow}</h2>
${[...said, ...desk.rules.explain(desk.rules.readyOn(desk.now().day), language)].map((statement) => cited(visit, statement))}
${form(visit, '/review', html`<p>${words.submitNote}</p>${button(words.submit)}`)}`
}

/** A point that the applicant should look at again, with the way to it if it
 * is a field. */
function warning({ words, language }: Visit, { field, label, text }: Mistake): Html {
  const change = field !== undefined && html` <a href="/${language}/details#${field}">${words.change}<span class="unseen"> ${label}</span></a>`
  return html`<p class="inset">${label !== undefined && `${label}: `}${text}${change}</p>`
}

function receiving(
  desk: Desk,
  { words, language }: Visit,
  { fields, slot, open }: Draft,
  row: (label: string, value: Html | string, page: string, field?: string) => Html,
): Html {
  const word = (spelling: string): string => desk.rules.texts.word(spelling, language) ?? spelling
  if (fields.receiving === 'delivery') {
    const { region = '', locality, street, building, flat, postcode } = fields
    const address = [word(region), locality, street, building, flat, postcode].filter(Boolean).join(', ')
    return row(words.address, address, 'details', 'receiving')
  }
  const id = slot?.centre ?? open
  if (id === undefined) return html``
  const centre = desk.centres.centre(id)
  const time = slot === undefined ? words.openTime : `${dayInWords(slot.day, language)}, ${slot.time}`
  return html`${row(words.centre, `${centre.name[language]}, ${centre.address[language]}`, 'pickup', 'centre')}
${row(words.pickupTime, time, 'pickup', 'time')}`
}

/** The lines of a quote with their sources, and what the payer should know. */
export function feeTable(desk: Desk, visit: Visit, quote: Quote): Html {
  const { words, language } = visit
  const title = (source: string | undefined): string | undefined =>
    source === undefined ? undefined : desk.rules.source(source)?.title[language]
  return html`<table class="fees">
<thead><tr><th scope="col">${words.feeItem}</th><th scope="col" class="amount">${words.feeAmount}</th></tr></thead>
<tbody>${quote.lines.map(
    ({ reason, amount }) =>
      html`<tr><td>${cited(visit, { text: desk.rules.text(reason, language), sourceTitle: title(reason.source) })}</td><td class="amount">${amountInWords(amount, language)}</td></tr>`,
  )}</tbody>
<tfoot><tr><th scope="row">${words.total}</th><td class="amount">${amountInWords(quote.total, language)}</td></tr></tfoot>
</table>
${quote.warnings.map((warning) => html`<p class="inset">${desk.rules.text(warning, language)}</p>`)}`
}
