// The end of a session, by the visitor or by time.

import type { FastifyInstance } from 'fastify'
import type { Desk } from '../desk.js'
import { html } from '../html.js'
import { layout } from './layout.js'

export function endedPages(app: FastifyInstance, desk: Desk): void {
  app.post('/end', async ({ visit }, reply) => {
    visit.end()
    // Not "cookies", which would also clear those of the other sites of this domain.
    void reply.header('clear-site-data', '"cache", "storage"')
    return reply.redirect(`/${visit.language}/ended?left`, 303)
  })

  app.get<{ Querystring: { left?: string } }>('/ended', async ({ visit, query }, reply) => {
    const { words, language } = visit
    const main = html`<h1>${words.endedTitle}</h1>
<p class="lead">${query.left === undefined ? words.endedByTime : words.endedByYou}</p>
<p>${words.endedShared}</p>
<p><a class="button" href="/${language}">${words.startAgain}</a></p>`
    return reply.html(layout(desk, visit, { title: words.endedTitle, main }))
  })
}
