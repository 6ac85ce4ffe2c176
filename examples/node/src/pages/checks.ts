// The findings of the checks of a picture, in words.

import type { Check, PhotoReport, SignatureReport, Verdict } from 'qujat'
import type { Desk } from '../desk.js'
import { html, type Html } from '../html.js'
import { fill } from '../texts.js'
import type { Visit } from '../visit.js'
import type { Mistake } from './layout.js'

/** The obstacle, for the summary of errors; it leads to this field. */
export function mistakesIn(
  desk: Desk,
  { language }: Visit,
  report: PhotoReport | SignatureReport,
  field: string,
): Mistake[] {
  const texts = report.checks
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ reason }) => desk.rules.text(reason, language))
  // Two measures may say the same: a head that is too small is neither wide nor high enough.
  return [...new Set(texts)].map((text) => ({ field, text }))
}

/** All checks: what is wrong first, each with its source; the others in a list to be opened. */
export function checkList(desk: Desk, visit: Visit, report: PhotoReport | SignatureReport): Html {
  const { words, language } = visit
  const said = ({ reason }: Check): string => desk.rules.text(reason, language)
  const of = (verdict: Verdict): Check[] => {
    const checks = report.checks.filter((check) => check.verdict === verdict)
    return checks.filter((check, place) => checks.findIndex((other) => said(other) === said(check)) === place)
  }
  const tag = { fail: words.verdictFail, warn: words.verdictWarn }
  const item = (check: Check, verdict: 'fail' | 'warn'): Html => html`<li class="check-${verdict}">
<strong class="verdict">${tag[verdict]}</strong>
<p class="said">${said(check)}</p>
${source(desk, visit, check)}
</li>`
  const others = (checks: Check[], title: string): Html | false =>
    checks.length > 0 &&
    html`<details><summary>${fill(title, { count: checks.length })}</summary>
<ul class="others">${checks.map((check) => html`<li>${said(check)}</li>`)}</ul></details>`
  const wrong = [
    ...of('fail').map((check) => item(check, 'fail')),
    ...of('warn').map((check) => item(check, 'warn')),
  ]
  return html`${wrong.length > 0 && html`<ul class="checks">${wrong}</ul>`}
${others(of('pass'), words.passedChecks)}
${others(of('not_checked'), words.otherChecks)}`
}

function source(desk: Desk, { words, language }: Visit, { reason, limits }: Check): Html | false {
  const id = reason.source ?? limits?.source
  const title = id === undefined ? undefined : desk.rules.source(id)?.title[language]
  return title !== undefined && html`<p class="source">${fill(words.citation, { source: title })}</p>`
}
