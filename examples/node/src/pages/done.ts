// The confirmation: number, dates, appointment, and the notices that would be sent.

import type { FastifyInstance } from 'fastify'
import { Application, type Notice, type Receiving, type Region, type Rulebook } from 'qujat'
import type { Desk } from '../desk.js'
import { html, type Html } from '../html.js'
import { filedOf } from '../journey.js'
import { appointmentOf } from '../pickup.js'
import { PortalError } from '../problems.js'
import type { Booked, Filed } from '../store/store.js'
import { dayInWords, fill } from '../texts.js'
import type { Visit } from '../visit.js'
import { cited, layout } from './layout.js'

export function donePages(app: FastifyInstance, desk: Desk): void {
  app.get('/done', async ({ visit }, reply) => {
    const filed = filedOf(desk, visit)
    if (filed === undefined) return reply.redirect(`/${visit.language}`, 303)
    return reply.html(layout(desk, visit, { title: visit.words.doneTitle, main: main(desk, visit, filed) }))
  })

  app.get('/appointment.ics', async ({ visit }, reply) => {
    const filed = filedOf(desk, visit)
    const appointment = filed && appointmentOf(desk, filed, visit.language)
    if (appointment === undefined) throw new PortalError('NOT_FOUND')
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="appointment.ics"')
      .send(desk.rules.icalendar(appointment))
  })
}

function main(desk: Desk, visit: Visit, filed: Filed): Html {
  const { words, language } = visit
  // Dates and texts are those of the rules under which it was filed.
  const rules = desk.rulesOf(filed.rulebook)
  const application = Application.replay(filed.events)
  const { state } = application
  const ready = rules.applicationReadyOn(application)
  return html`<div class="panel-done">
<h1>${words.doneTitle}</h1>
<p>${words.doneNumber}<br><strong>${filed.number}</strong></p>
</div>
<p class="state">${fill(words.doneState, { state: rules.texts.word(state ?? '', language) ?? '' })}</p>
<h2>${words.doneNext}</h2>
<p>${words.doneNextReview}</p>
${ready && rules.explain(ready, language).map((statement) => cited(visit, statement))}
${filed.booked ? pickup(visit, filed.booked) : ready && delivery(rules, visit, filed, ready.readyOn)}
${filed.booked === undefined && state !== 'withdrawn' && receivingOf(filed).method === 'pickup' && openPickup(visit)}
<h2>${words.doneNotices}</h2>
${filed.notices.map((notice) => noticeView(visit, notice))}
<p><a class="button secondary" href="/${language}/feedback">${words.doneFeedback}</a></p>`
}

function pickup({ words, language }: Visit, slot: Booked): Html {
  const { place: centre } = slot
  return html`<h2>${words.donePickup}</h2>
<p class="appointment"><strong>${dayInWords(slot.day, language)}, ${slot.time}</strong><br>
${centre.name[language]}, ${centre.address[language]}</p>
<p>${words.doneBring}</p>
<p><a class="button secondary" href="/${language}/appointment.ics" download>${words.doneCalendar}</a></p>`
}

/** A card that is picked up when a time is found. */
function openPickup({ words }: Visit): Html {
  return html`<h2>${words.donePickup}</h2>
<p>${words.doneOpen}</p>
<p>${words.doneBring}</p>`
}

function receivingOf({ form }: Filed): { method: Receiving; address?: { region: Region } } {
  return (JSON.parse(form) as { receiving: { method: Receiving; address?: { region: Region } } }).receiving
}

function delivery(rules: Rulebook, visit: Visit, filed: Filed, readyOn: string): Html {
  const { address } = receivingOf(filed)
  // A slot that is given up, as that of a withdrawn application, leaves no address either.
  if (address === undefined) return html``
  const estimate = rules.deliveryEstimate(address.region, readyOn)
  const said = rules.explain(estimate, visit.language)
  return html`<h2>${visit.words.doneDelivery}</h2>
${said.map((statement) => cited(visit, statement))}`
}

/** A notice as the applicant would get it. */
export function noticeView({ words }: Visit, { language, sms, email }: Notice): Html {
  return html`<details class="letter" lang="${language}"><summary>${email.subject}</summary>
<h3>${words.noticeSms} <span class="hint">${fill(words.noticeSegments, { count: sms.segments })}</span></h3>
<p class="sms">${sms.text}</p>
<h3>${words.noticeEmail}</h3>
<div class="email">${email.text.split('\n\n').map((paragraph) => html`<p>${paragraph}</p>`)}</div>
</details>`
}
