// A technical fault that kept somebody from applying: what is recorded of it, and the statement about it.

import type { FastifyInstance } from 'fastify'
import { QujatError, type PaperRight } from 'qujat'
import type { Desk } from '../desk.js'
import { askedDays, instantOf, paperRight, timeOf, type Tried } from '../faults.js'
import { html, type Html } from '../html.js'
import { draftOf, saveDraft } from '../journey.js'
import { PortalError } from '../problems.js'
import { dayInWords } from '../texts.js'
import { text, type Visit } from '../visit.js'
import { noticeView } from './done.js'
import { button, select, textInput } from './fields.js'
import { cited, form, layout, type Mistake } from './layout.js'

interface Typed {
  day: string
  from: string
  to: string
}

export function faultPages(app: FastifyInstance, desk: Desk): void {
  app.get('/fault', async ({ visit }, reply) => {
    return reply.html(page(desk, visit, { day: desk.now().day, from: '', to: '' }, []))
  })

  app.post('/fault', async ({ visit, body }, reply) => {
    const typed = { day: text(body, 'day'), from: text(body, 'from').slice(0, 10), to: text(body, 'to').slice(0, 10) }
    const tried = triedOf(desk, visit, typed)
    if (Array.isArray(tried)) return reply.code(422).html(page(desk, visit, typed, tried))
    const paper = rightOf(desk, visit, tried)
    saveDraft(desk, visit, (before) => ({ ...before, paper }))
    return reply.redirect(`/${visit.language}/fault/answer`, 303)
  })

  app.get('/fault/answer', async ({ visit }, reply) => {
    const { paper } = draftOf(desk, visit)
    if (paper === undefined) return reply.redirect(`/${visit.language}/fault`, 303)
    return reply.html(answer(desk, visit, paper))
  })
}

/** The time of the attempt, or the mistakes in the answers. */
function triedOf(desk: Desk, { words, language }: Visit, typed: Typed): Tried | Mistake[] {
  const day = askedDays(desk).find((one) => one === typed.day)
  const [from, to] = [timeOf(typed.from), timeOf(typed.to)]
  if (day === undefined || from === undefined || to === undefined) {
    return (['from', 'to'] as const)
      .filter((field) => day === undefined || timeOf(typed[field]) === undefined)
      .map((field) => ({ field, label: field === 'from' ? words.faultFrom : words.faultTo, text: words.faultTime }))
  }
  if (to < from) {
    const reversed = desk.rules.text({ code: 'INTERVAL_REVERSED', params: {} }, language)
    return [{ field: 'to', label: words.faultTo, text: reversed }]
  }
  if (instantOf(desk, day, to) > desk.now().moment) {
    return [{ field: 'to', label: words.faultTo, text: words.faultFuture }]
  }
  return { day, from, to }
}

/** The answer of the recorded faults; a record that cannot be used says nothing. */
function rightOf(desk: Desk, visit: Visit, tried: Tried): PaperRight {
  try {
    return paperRight(desk, draftOf(desk, visit), tried)
  } catch (error) {
    throw error instanceof QujatError ? new PortalError('FAULTS_UNKNOWN') : error
  }
}

function page(desk: Desk, visit: Visit, typed: Typed, mistakes: Mistake[]): Html {
  const { words, language } = visit
  const days = askedDays(desk).map((day) => [day, dayInWords(day, language)] as const)
  const time = (id: 'from' | 'to', label: string): Html =>
    textInput({ id, label, hint: words.faultHint, value: typed[id], autocomplete: 'off', width: 5, mistakes })
  const main = html`<h1>${words.faultTitle}</h1>
<p class="lead">${words.faultLead}</p>
${form(
  visit,
  '/fault',
  html`${select({ id: 'day', label: words.day, value: typed.day, options: days, mistakes })}
${time('from', words.faultFrom)}
${time('to', words.faultTo)}
${button(words.faultCheck)}`,
)}`
  return layout(desk, visit, { title: words.faultTitle, main, mistakes, back: '/' })
}

function answer(desk: Desk, visit: Visit, paper: PaperRight): Html {
  const { words, language } = visit
  const { rules } = desk
  const { statement, reason } = paper
  const data = rules.paperNotice(paper)
  const title = statement === undefined ? words.faultNone : words.faultPaper
  const main = html`<h1>${title}</h1>
${rules.explain(reason, language).map((statement) => cited(visit, statement))}
${statement && html`<h2>${words.faultStatement}</h2>
<p class="inset">${rules.text(statement.reason, language)}</p>
<p>${words.faultShow}</p>`}
${data && html`<h2>${words.doneNotices}</h2>${noticeView(visit, rules.notice(data, language, desk.now().day))}`}
<p><a class="button secondary" href="/${language}/fault">${words.faultAgain}</a></p>`
  return layout(desk, visit, { title, main, back: '/fault' })
}
