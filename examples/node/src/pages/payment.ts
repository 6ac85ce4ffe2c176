// The payment, which is simulated.

import { Application } from 'qujat'
import type { FastifyInstance } from 'fastify'
import type { Desk } from '../desk.js'
import { pay } from '../filing.js'
import { html } from '../html.js'
import { filedOf } from '../journey.js'
import { amountInWords } from '../texts.js'
import { button } from './fields.js'
import { form, layout } from './layout.js'

export function paymentPages(app: FastifyInstance, desk: Desk): void {
  app.get('/payment', async ({ visit }, reply) => {
    const { words, language } = visit
    const filed = filedOf(desk, visit)
    if (filed === undefined) return reply.redirect(`/${language}`, 303)
    const application = Application.replay(filed.events)
    if (application.state !== 'awaiting_payment') return reply.redirect(`/${language}/done`, 303)
    const main = html`<h1>${words.paymentTitle}</h1>
<p class="due">${words.paymentDue}: <strong>${amountInWords(application.due ?? '', language)}</strong></p>
<p class="inset">${words.paymentNote}</p>
${form(visit, '/payment', button(words.paymentButton))}`
    return reply.html(layout(desk, visit, { title: words.paymentTitle, main }))
  })

  app.post('/payment', async ({ visit }, reply) => {
    const filed = filedOf(desk, visit)
    if (filed !== undefined) pay(desk, filed.number)
    return reply.redirect(`/${visit.language}/done`, 303)
  })
}
