// Opinions on the service, and all ratings in figures.

import type { FastifyInstance } from 'fastify'
import { QujatError, summaryFigures, type Feedback } from 'qujat'
import type { Desk } from '../desk.js'
import { html, type Html } from '../html.js'
import { filedOf } from '../journey.js'
import type { TextName } from '../texts.js'
import { text, type Visit } from '../visit.js'
import { button, radios, textArea } from './fields.js'
import { form, layout, type Mistake } from './layout.js'

const RATINGS = [5, 4, 3, 2, 1] as const
/** The fields of the page, by the pointers of problems. */
const FIELDS: Readonly<Record<string, TextName & keyof Typed>> = {
  '/overall': 'overall',
  '/comment': 'comment',
  '/suggestion': 'suggestion',
}
/** The library says what is too long; this is only far beyond it. */
const LONGEST = 10_000

export function feedbackPages(app: FastifyInstance, desk: Desk): void {
  app.get('/feedback', async ({ visit }, reply) => {
    return reply.html(page(desk, visit, { overall: '', comment: '', suggestion: '' }, []))
  })

  app.post('/feedback', async ({ visit, body }, reply) => {
    const typed = {
      overall: text(body, 'overall'),
      comment: text(body, 'comment').slice(0, LONGEST),
      suggestion: text(body, 'suggestion').slice(0, LONGEST),
    }
    try {
      desk.store.feedback.add(read(desk, visit, typed), desk.now().day)
      return reply.redirect(`/${visit.language}/feedback/thanks`, 303)
    } catch (error) {
      if (!(error instanceof QujatError)) throw error
      const mistakes = error.problems.map((problem): Mistake => {
        const field = FIELDS[problem.pointer]
        const said = desk.rules.text(problem, visit.language)
        return field === undefined ? { field, text: said } : { field, label: visit.words[field], text: said }
      })
      return reply.code(422).html(page(desk, visit, typed, mistakes))
    }
  })

  app.get('/feedback/thanks', async ({ visit }, reply) => {
    const filed = filedOf(desk, visit)
    return reply.html(thanks(desk, visit, filed && desk.store.feedback.latest(filed.number)))
  })
}

interface Typed {
  overall: string
  comment: string
  suggestion: string
}

function read(desk: Desk, visit: Visit, { overall, comment, suggestion }: Typed): Feedback {
  const now = desk.now()
  const filed = filedOf(desk, visit)
  const json = {
    application: filed?.number,
    overall: /^\d$/.test(overall) ? Number(overall) : undefined,
    // Browsers send the ends of lines as two characters.
    comment: comment.replaceAll('\r\n', '\n'),
    suggestion: suggestion.replaceAll('\r\n', '\n'),
    channel: 'portal',
    at: now.moment,
  }
  return desk.rules.readFeedback(json, now.day)
}

function page(desk: Desk, visit: Visit, typed: Typed, mistakes: Mistake[]): Html {
  const { words } = visit
  const main = html`<h1>${words.feedbackTitle}</h1>
${form(
  visit,
  '/feedback',
  html`${radios({
    id: 'overall',
    label: words.overall,
    value: typed.overall,
    options: RATINGS.map((rating) => ({ value: String(rating), label: words[`rating${rating}`] })),
    mistakes,
  })}
${textArea({ id: 'comment', label: `${words.comment} ${words.optional}`, hint: words.commentHint, value: typed.comment, mistakes })}
${textArea({ id: 'suggestion', label: `${words.suggestion} ${words.optional}`, hint: words.suggestionHint, value: typed.suggestion, mistakes })}
${button(words.feedbackSend)}`,
)}`
  return layout(desk, visit, { title: words.feedbackTitle, main, mistakes, back: '/done' })
}

function thanks(desk: Desk, visit: Visit, feedback: Feedback | undefined): Html {
  const { words } = visit
  const written = [feedback?.comment, feedback?.suggestion].filter((text) => text !== undefined)
  const main = html`<h1>${words.feedbackThanks}</h1>
${written.length > 0 && html`<h2>${words.feedbackStored}</h2>${written.map((text) => html`<blockquote>${text}</blockquote>`)}`}
<h2>${words.feedbackSummary}</h2>
${figures(desk, visit)}`
  return layout(desk, visit, { title: words.feedbackThanks, main })
}

/** The figures of all ratings, with a bar for each. */
function figures(desk: Desk, { words, language }: Visit): Html {
  const { count, distribution, mean, csatPercent } = summaryFigures(desk.store.feedback.summary(), 'overall')
  if (count === 0) return html`<p>${words.feedbackNone}</p>`
  const decimal = (figure: string | undefined): string =>
    (figure ?? '')
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '')
      .replace('.', language === 'en' ? '.' : ',')
  const bar = (share: number): Html =>
    html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${Math.round(share * 100)}" height="10"/></svg>`
  const row = (rating: (typeof RATINGS)[number]): Html => {
    const given = distribution[rating - 1] ?? 0
    return html`<tr><th scope="row">${words[`rating${rating}`]}</th><td>${bar(given / count)}</td><td class="amount">${given}</td></tr>`
  }
  return html`<dl class="figures">
<div><dt>${words.feedbackCount}</dt><dd>${count}</dd></div>
<div><dt>${words.feedbackMean}</dt><dd>${decimal(mean)}</dd></div>
<div><dt>${words.feedbackCsat}</dt><dd>${decimal(csatPercent)} %</dd></div>
</dl>
<table class="ratings"><thead class="unseen"><tr><th scope="col">${words.rating}</th><td></td><th scope="col">${words.feedbackCount}</th></tr></thead><tbody>${RATINGS.map(row)}</tbody></table>`
}
