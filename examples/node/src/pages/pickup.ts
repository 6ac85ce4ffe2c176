// Where and when the card is picked up.

import type { FastifyInstance } from 'fastify'
import type { Slot } from 'qujat'
import type { Desk } from '../desk.js'
import { html, type Html } from '../html.js'
import { draftOf, firstOpenStep, isReached, saveDraft } from '../journey.js'
import { byDay, freeSlots, isFree, pickupCentres } from '../pickup.js'
import type { ChosenSlot, Draft } from '../store/store.js'
import { dayInWords, fill } from '../texts.js'
import { text, type Visit } from '../visit.js'
import { button, radios, select } from './fields.js'
import { cited, form, layout, stepHeading, type Mistake } from './layout.js'

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
    const said = { missing: words.slotMissing, taken: words.slotTaken }[query.sent ?? '']
    const mistakes: Mistake[] = said === undefined ? [] : [{ field: 'time', text: said }]
    return reply.html(
      layout(desk, visit, {
        title: words.pickupTitle,
        main: main(desk, visit, draft, query, mistakes),
        mistakes,
        back: '/signature',
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
    const draft = saveDraft(desk, visit, (before) => ({ ...before, slot }))
    return reply.redirect(`/${visit.language}/${firstOpenStep(desk, visit, draft)}`, 303)
  })
}

function main(desk: Desk, visit: Visit, draft: Draft, asked: Asked, mistakes: Mistake[]): Html {
  const { words, language } = visit
  const centres = pickupCentres(desk)
  const wanted = asked.centre ?? draft.slot?.centre
  const centre =
    centres.find(({ id }) => id === wanted) ??
    centres.find(({ region }) => region === draft.fields.region) ??
    centres[0]
  if (centre === undefined) return html`<h1>${words.pickupTitle}</h1><p>${words.noTimes}</p>`
  const days = byDay(freeSlots(desk, centre))
  const [first] = days.keys()
  const day = [...days.keys()].find((one) => one === (asked.day ?? draft.slot?.day)) ?? first
  const ready = desk.rules.explain(desk.rules.readyOn(desk.now().day), language)
  const dayLabel = ([one, slots]: [string, Slot[]]): readonly [string, string] => [
    one,
    fill(words.pickupDayFree, { day: dayInWords(one, language), count: slots.length }),
  ]
  // The first form only asks for another list of times: a plain link that can be shared and reloaded.
  return html`${stepHeading(visit, draft, 'pickup', words.pickupTitle)}
${ready.map((statement) => cited(visit, statement.text, statement.sourceTitle))}
<form method="get" action="/${language}/pickup" class="panel">
${select({
  id: 'centre',
  label: words.centre,
  value: centre.id,
  options: centres.map(({ id, name, address }) => [id, `${name[language]} – ${address[language]}`] as const),
  mistakes: [],
})}
${day !== undefined && select({ id: 'day', label: words.pickupDay, value: day, options: [...days].map(dayLabel), mistakes: [] })}
${button(words.showTimes, { secondary: true })}
</form>
${
  day === undefined
    ? html`<p>${words.noTimes}</p>`
    : form(
        visit,
        '/pickup',
        html`<input type="hidden" name="centre" value="${centre.id}">
<input type="hidden" name="day" value="${day}">
<p class="place"><strong>${centre.name[language]}</strong>, ${centre.address[language]}<br>${dayInWords(day, language)}</p>
${radios({
  id: 'time',
  label: words.pickupTime,
  value: draft.slot?.day === day && draft.slot.centre === centre.id ? draft.slot.time : '',
  options: (days.get(day) ?? []).map(({ time }) => ({ value: time, label: time })),
  inline: true,
  mistakes,
})}
${button(words.next)}`,
      )
}`
}
