// The place and the time of picking the card up.

import type { FastifyInstance } from 'fastify'
import type { Centre, Slot } from 'qujat'
import type { Desk } from '../desk.js'
import { html, type Html } from '../html.js'
import { draftOf, firstOpenStep, isReached, saveDraft } from '../journey.js'
import { centresNear, type Near, type NearCentre } from '../near.js'
import { byDay, freeSlots, HANDING_OUT, hasFreeSlot, isFree, placeOf } from '../pickup.js'
import type { ChosenSlot, Draft } from '../store/store.js'
import { dayInWords, fill } from '../texts.js'
import { text, type Visit } from '../visit.js'
import { button, radios, select } from './fields.js'
import { cited, form, layout, stepHeading, type Mistake } from './layout.js'
import { centreLine, nearForm, nowhere } from './near.js'

interface Asked {
  centre?: string
  day?: string
  sent?: string
}

export function pickupPages(app: FastifyInstance, desk: Desk): void {
  app.get<{ Querystring: Asked }>('/pickup', async ({ visit, query }, reply) => {
    const draft = draftOf(desk, visit)
    const back = firstOpenStep(desk, visit, draft)
    if (!isReached(desk, visit, draft, 'pickup') || draft.fields.receiving === 'delivery') {
      return reply.redirect(`/${visit.language}/${back}`, 303)
    }
    const { words } = visit
    const mistakes = mistakesOf(visit, query.sent)
    return reply.html(
      layout(desk, visit, {
        title: words.pickupTitle,
        main: main(desk, visit, draft, query, mistakes),
        mistakes,
        back: '/signature',
        script: 'near.js',
      }),
    )
  })

  app.post('/pickup', async ({ visit, body }, reply) => {
    const slot: ChosenSlot = { centre: text(body, 'centre'), day: text(body, 'day'), time: text(body, 'time') }
    if (slot.time === '' || !isFree(desk, slot)) {
      const { centre, day } = slot
      const query = new URLSearchParams({ centre, day, sent: slot.time === '' ? 'missing' : 'taken' })
      return reply.redirect(`/${visit.language}/pickup?${query}`, 303)
    }
    const draft = saveDraft(desk, visit, ({ open, ...before }) => ({ ...before, slot }))
    return reply.redirect(`/${visit.language}/${firstOpenStep(desk, visit, draft)}`, 303)
  })

  // A full centre stops nobody: the time is then found later.
  app.post('/pickup/open', async ({ visit }, reply) => {
    const near = placeOf(desk, draftOf(desk, visit))
    const centres = near === undefined ? [] : centresNear(desk, near, HANDING_OUT)
    const [nearest] = centres
    if (nearest === undefined || centres.some(({ centre }) => hasFreeSlot(desk, centre))) {
      return reply.redirect(`/${visit.language}/pickup`, 303)
    }
    const draft = saveDraft(desk, visit, ({ slot, ...before }) => ({ ...before, open: nearest.centre.id }))
    return reply.redirect(`/${visit.language}/${firstOpenStep(desk, visit, draft)}`, 303)
  })
}

function mistakesOf(visit: Visit, sent: string | undefined): Mistake[] {
  const { words } = visit
  switch (sent) {
    case 'nowhere':
      return [nowhere(visit)]
    case 'missing':
      return [{ field: 'time', text: words.slotMissing }]
    case 'taken':
      return [{ field: 'time', text: words.slotTaken }]
    default:
      return []
  }
}

function main(desk: Desk, visit: Visit, draft: Draft, asked: Asked, mistakes: Mistake[]): Html {
  const { words, language } = visit
  const near = placeOf(desk, draft)
  const ready = desk.rules.explain(desk.rules.readyOn(desk.now().day), language)
  return html`${stepHeading(visit, draft, 'pickup', words.pickupTitle)}
${ready.map((statement) => cited(visit, statement))}
${nearForm(desk, visit, 'pickup', near, mistakes)}
${near !== undefined && choice(desk, visit, draft, near, asked, mistakes)}`
}

/** The centres near the place, and the free times of one of them. */
function choice(desk: Desk, visit: Visit, draft: Draft, near: Near, asked: Asked, mistakes: Mistake[]): Html {
  const { words, language } = visit
  const centres = centresNear(desk, near, HANDING_OUT)
  const [nearest] = centres
  if (nearest === undefined) return html`<p class="inset">${words.nearNone}</p>`
  const wanted = centres.find(({ centre }) => centre.id === (asked.centre ?? draft.slot?.centre))
  const free = centres.find(({ centre }) => hasFreeSlot(desk, centre))
  if (free === undefined) {
    return html`<p class="inset">${words.openLead}</p>
<p class="place">${centreLine(visit, nearest)}</p>
${form(visit, '/pickup/open', button(words.openButton))}`
  }
  const { centre } = wanted ?? free
  const days = byDay(freeSlots(desk, centre))
  const [first] = days.keys()
  const day = [...days.keys()].find((one) => one === (asked.day ?? draft.slot?.day)) ?? first
  // This form only asks for another list of times: a plain link that can be shared and reloaded.
  return html`${wanted === undefined && free !== nearest && html`<p class="inset">${words.nextNearest}</p>`}
<form method="get" action="/${language}/pickup" class="panel">
${select({
  id: 'centre',
  label: words.centre,
  value: centre.id,
  options: centres.map((one: NearCentre) => [one.centre.id, centreLine(visit, one)] as const),
  mistakes: [],
})}
${day !== undefined && select({ id: 'day', label: words.pickupDay, value: day, options: dayOptions(visit, days), mistakes: [] })}
${button(words.showTimes, { secondary: true })}
</form>
${day === undefined ? html`<p>${words.noTimes}</p>` : times(visit, draft, centre, day, days.get(day) ?? [], mistakes)}`
}

function dayOptions({ words, language }: Visit, days: Map<string, Slot[]>): [value: string, label: string][] {
  return [...days].map(([day, slots]) => [
    day,
    fill(words.pickupDayFree, { day: dayInWords(day, language), count: slots.length }),
  ])
}

function times(visit: Visit, draft: Draft, centre: Centre, day: string, slots: Slot[], mistakes: Mistake[]): Html {
  const { words, language } = visit
  return form(
    visit,
    '/pickup',
    html`<input type="hidden" name="centre" value="${centre.id}">
<input type="hidden" name="day" value="${day}">
<p class="place"><strong>${centre.name[language]}</strong>, ${centre.address[language]}<br>${dayInWords(day, language)}</p>
${radios({
  id: 'time',
  label: words.pickupTime,
  value: draft.slot?.day === day && draft.slot.centre === centre.id ? draft.slot.time : '',
  options: slots.map(({ time }) => ({ value: time, label: time })),
  inline: true,
  mistakes,
})}
${button(words.next)}`,
  )
}
