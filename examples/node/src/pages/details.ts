// The applicant's details. All mistakes are shown at once, as the library finds them.

import type { FastifyInstance } from 'fastify'
import type { Problem } from 'qujat'
import type { Desk } from '../desk.js'
import { FIELD_NAMES, fieldAt, fieldOf, mistakesOf, type InputName } from '../form.js'
import { html, type Html } from '../html.js'
import { decisionOf, draftOf, firstOpenStep, isReached, saveDraft } from '../journey.js'
import type { Draft } from '../store/store.js'
import { capital } from '../texts.js'
import { text, type Visit } from '../visit.js'
import { button, radios, select, textInput } from './fields.js'
import { cited, form, layout, stepHeading, type Mistake } from './layout.js'
import { regionOptions } from './near.js'

/** The longest text of a field that is kept; the library says what is too long. */
const LONGEST = 400

export function detailsPage(app: FastifyInstance, desk: Desk): void {
  app.get<{ Querystring: { sent?: string } }>('/details', async ({ visit, query }, reply) => {
    const draft = draftOf(desk, visit)
    if (!isReached(desk, visit, draft, 'details')) return reply.redirect(`/${visit.language}/eligibility`, 303)
    const problems = query.sent === undefined ? [] : mistakesOf(desk, draft, visit.language)
    const mistakes = problems.map((problem) => mistakeOf(desk, visit, problem))
    return reply.html(
      layout(desk, visit, {
        title: visit.words.detailsTitle,
        main: main(desk, visit, draft, mistakes),
        mistakes,
        back: '/eligibility',
      }),
    )
  })

  app.post('/details', async ({ visit, body }, reply) => {
    const typed = FIELD_NAMES.map((name) => [name, text(body, name).slice(0, LONGEST)])
    const fields = Object.fromEntries(typed) as Draft['fields']
    const draft = saveDraft(desk, visit, (before) => ({ ...before, fields }))
    const wrong = mistakesOf(desk, draft, visit.language).length > 0
    // An applicant who comes back from the end to correct a field need not hand in the
    // pictures again.
    const next = wrong ? 'details?sent' : firstOpenStep(desk, visit, draft)
    return reply.redirect(`/${visit.language}/${next}`, 303)
  })
}

/** A problem of the library, at its field. */
export function mistakeOf(desk: Desk, { words, language }: Visit, problem: Problem): Mistake {
  const field = fieldAt(problem.pointer)
  const said = desk.rules.text(problem, language)
  return field === undefined ? { field, text: said } : { field, label: words[field], text: said }
}

function main(desk: Desk, visit: Visit, draft: Draft, mistakes: Mistake[]): Html {
  const { words, language } = visit
  const { rules } = desk
  const word = (spelling: string): string => rules.texts.word(spelling, language) ?? spelling
  const input = (name: InputName): Html => {
    const { autocomplete, type, numeric, optional, hint, width } = fieldOf(name)
    return textInput({
      id: name,
      label: optional ? `${words[name]} ${words.optional}` : words[name],
      hint: hint && words[hint],
      value: draft.fields[name] ?? '',
      autocomplete,
      type,
      numeric,
      width,
      mistakes,
    })
  }
  const decision = decisionOf(desk, draft)
  const eligible = decision ? rules.explain(decision, language) : []
  return html`${stepHeading(visit, draft, 'details', words.detailsTitle)}
<div class="inset good">${eligible.map((statement) => cited(visit, statement))}</div>
<p class="lead">${words.detailsLead}</p>
${form(
  visit,
  '/details',
  html`<h2>${words.person}</h2>
${(['surname', 'given_name', 'patronymic', 'iin', 'card_number'] as const).map(input)}
${exemption(desk, visit, draft, mistakes)}
<h2>${words.contact}</h2>
${(['phone', 'email'] as const).map(input)}
<div class="receiving">
${radios({
  id: 'receiving',
  heading: true,
  label: words.receiving,
  value: draft.fields.receiving ?? '',
  options: [
    { value: 'pickup', label: capital(word('pickup')), hint: words.pickupHint },
    { value: 'delivery', label: capital(word('delivery')), hint: words.deliveryHint },
  ],
  mistakes,
})}
<fieldset class="address"><legend>${words.address}</legend>
${select({ id: 'region', label: words.region, value: draft.fields.region ?? '', options: regionOptions(desk, visit), autocomplete: 'address-level1', mistakes })}
${(['locality', 'street'] as const).map(input)}
<div class="pair">${(['building', 'flat'] as const).map(input)}</div>
${input('postcode')}
</fieldset>
</div>
${button(words.next)}`,
)}`
}

/** The persons who pay no duty; asked only while there is a duty. */
function exemption(desk: Desk, { words, language }: Visit, draft: Draft, mistakes: Mistake[]): Html | false {
  const on = desk.now().day
  const { total } = desk.rules.quote({ document: 'identity_card', ground: 'expiry', on })
  if (Number(total) === 0) return false
  const { texts } = desk.rules
  const options = desk.rules
    .exemptions(on)
    .categories.map((category) => [category, texts.word(category, language) ?? category] as const)
  return select({
    id: 'exemption',
    label: `${words.exemption} ${words.optional}`,
    hint: words.exemptionHint,
    value: draft.fields.exemption ?? '',
    options: [['', words.exemptionNone], ...options],
    mistakes,
  })
}
