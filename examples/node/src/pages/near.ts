// The question for the place near which a service centre is looked for, on the pages that need one.

import type { FastifyInstance } from 'fastify'
import type { Desk } from '../desk.js'
import { html, type Html } from '../html.js'
import { saveDraft } from '../journey.js'
import { nearOf, REGIONS, type Near, type NearCentre } from '../near.js'
import { fill } from '../texts.js'
import { text, type Visit } from '../visit.js'
import { button, select } from './fields.js'
import { form, type Mistake } from './layout.js'

/** The pages that ask it. */
const PAGES = ['pickup', 'not-available'] as const
type AskingPage = (typeof PAGES)[number]

export function nearPages(app: FastifyInstance, desk: Desk): void {
  app.post('/near', async ({ visit, body }, reply) => {
    const page = PAGES.find((one) => one === text(body, 'page')) ?? 'pickup'
    const near = nearOf(body)
    if (near === undefined) return reply.redirect(`/${visit.language}/${page}?sent=nowhere`, 303)
    // A slot that was chosen elsewhere is no longer the answer.
    saveDraft(desk, visit, ({ slot, open, ...before }) => ({ ...before, near }))
    return reply.redirect(`/${visit.language}/${page}`, 303)
  })
}

/** The names of all regions, to choose from. */
export function regionOptions({ rules }: Desk, { words, language }: Visit): [value: string, label: string][] {
  const names = REGIONS.map((region): [string, string] => [region, rules.texts.word(region, language) ?? ''])
  return [['', words.regionNone], ...names]
}

/** The message if no place was given. */
export function nowhere({ words }: Visit): Mistake {
  return { field: 'region', label: words.region, text: words.nearMissing }
}

/** The form: a region, or with a script the spot where the applicant is, who has to ask for that. */
export function nearForm(desk: Desk, visit: Visit, page: AskingPage, near: Near | undefined, mistakes: Mistake[]): Html {
  const { words } = visit
  const region = near !== undefined && 'region' in near ? near.region : ''
  return form(
    visit,
    '/near',
    html`<input type="hidden" name="page" value="${page}">
<input type="hidden" name="latitude" id="latitude">
<input type="hidden" name="longitude" id="longitude">
${select({ id: 'region', label: words.region, value: region, options: regionOptions(desk, visit), autocomplete: 'address-level1', mistakes })}
${button(words.nearShow, { secondary: true })}
<div id="locating" hidden>
<p><button type="button" id="locate" class="secondary">${words.nearLocate}</button></p>
<p class="hint">${words.nearLocateHint}</p>
<p role="status" id="located" data-failed="${words.nearFailed}"></p>
</div>`,
    { id: 'near', panel: true },
  )
}

/** A centre by its name, address and distance. */
export function centreLine({ words, language }: Visit, { centre, metres }: NearCentre): string {
  const place = `${centre.name[language]} – ${centre.address[language]}`
  if (metres === undefined) return place
  return `${place} (${fill(words.nearKm, { distance: Math.max(1, Math.round(metres / 1000)) })})`
}
