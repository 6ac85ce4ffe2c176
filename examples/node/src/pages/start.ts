// The page that says what the service is.

import type { FastifyInstance } from 'fastify'
import type { Desk } from '../desk.js'
import { html, type Html } from '../html.js'
import { amountInWords, fill } from '../texts.js'
import type { Visit } from '../visit.js'
import { layout } from './layout.js'

export function startPage(app: FastifyInstance, desk: Desk): void {
  app.get('/', async ({ visit }, reply) =>
    reply.html(layout(desk, visit, { title: visit.words.service, main: main(desk, visit) })),
  )
}

function main(desk: Desk, { words, language }: Visit): Html {
  const { total } = desk.rules.quote({ document: 'identity_card', ground: 'expiry', on: desk.now().day })
  const fee =
    Number(total) === 0 ? words.startFeeFree : fill(words.startFee, { amount: amountInWords(total, language) })
  return html`<h1>${words.service}</h1>
<p class="lead">${words.startLead}</p>
<p><a class="button" href="/${language}/eligibility">${words.startButton}</a></p>
<h2>${words.startWhoHeading}</h2>
<p>${words.startWho}</p>
<p>${words.startAlternative}</p>
<h2>${words.startNeedHeading}</h2>
<ul>
<li>${words.startNeedCard}</li>
<li>${words.startNeedPhoto}</li>
<li>${words.startNeedSignature}</li>
<li>${words.startNeedContact}</li>
</ul>
<h2>${words.startFeeHeading}</h2>
<p>${fee} ${words.startFeeDelivery}</p>
<p><a href="/${language}/fault">${words.faultLink}</a></p>`
}
