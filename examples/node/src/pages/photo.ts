// The photo: handed in, checked, and shown with what was found in it.

import type { FastifyInstance } from 'fastify'
import { QujatError, type PhotoReport } from 'qujat'
import type { Desk } from '../desk.js'
import { html, type Html } from '../html.js'
import { draftOf, firstOpenStep, isReached, pictureOf, saveDraft } from '../journey.js'
import { annotated } from '../overlay.js'
import { PortalError } from '../problems.js'
import type { Draft } from '../store/store.js'
import { file, type Visit } from '../visit.js'
import { checkList, mistakesIn } from './checks.js'
import { button, fileInput } from './fields.js'
import { form, layout, stepHeading, type Mistake } from './layout.js'

export function photoPages(app: FastifyInstance, desk: Desk): void {
  app.get<{ Querystring: { sent?: string } }>('/photo', async ({ visit, query }, reply) => {
    const draft = draftOf(desk, visit)
    if (!isReached(desk, visit, draft, 'photo')) {
      return reply.redirect(`/${visit.language}/${firstOpenStep(desk, visit, draft)}`, 303)
    }
    const { words } = visit
    const mistakes: Mistake[] = draft.photo
      ? mistakesIn(desk, visit, draft.photo, 'photo')
      : query.sent === undefined
        ? []
        : [{ field: 'photo', text: words.photoMissing }]
    return reply.html(
      layout(desk, visit, {
        title: words.photoTitle,
        main: main(desk, visit, draft, mistakes),
        mistakes,
        back: '/details',
        script: 'photo.js',
      }),
    )
  })

  // Without a script: the answer is the page that shows the picture.
  app.post('/photo', async ({ visit, body }, reply) => {
    const photo = file(body, 'photo')
    if (photo !== undefined) await take(desk, visit, photo)
    return reply.redirect(`/${visit.language}/photo?sent`, 303)
  })

  // For the script: the same as a piece of that page.
  app.post('/photo/check', async ({ visit, body }) => {
    const photo = file(body, 'photo')
    if (photo === undefined) throw new PortalError('FILE_MISSING', visit.words.photoMissing)
    const { report, revision } = await take(desk, visit, photo)
    return { verdict: report.verdict, html: result(desk, visit, revision, report).text }
  })

  app.get('/photo/picture', async ({ visit }, reply) => {
    const picture = pictureOf(desk, visit, 'photo')
    if (picture === undefined) throw new PortalError('NOT_FOUND')
    return reply.type(mediaType(picture)).send(picture)
  })
}

/** Checks a photo and keeps it without its metadata. */
async function take(desk: Desk, visit: Visit, photo: Buffer): Promise<{ revision: number; report: PhotoReport }> {
  const { day } = desk.now()
  if (!isReached(desk, visit, draftOf(desk, visit), 'photo')) throw new PortalError('NOT_FOUND')
  const [report, clean] = await Promise.all([desk.rules.checkPhoto(photo, day), sanitised(desk, photo, day)])
  // The report is of the file as it came; what is kept has no metadata any more.
  const { revision } = saveDraft(desk, visit, (before) => ({ ...before, photo: report }), { kind: 'photo', bytes: clean })
  return { revision, report }
}

/** The picture without metadata; `null` if the file is not accepted: the report says why. */
async function sanitised(desk: Desk, bytes: Buffer, day: string): Promise<Buffer | null> {
  try {
    return await desk.rules.sanitizeImage(bytes, day)
  } catch (error) {
    if (error instanceof QujatError) return null
    throw error
  }
}

function mediaType(picture: Buffer): string {
  return picture[0] === 0xff ? 'image/jpeg' : 'image/png'
}

function main(desk: Desk, visit: Visit, draft: Draft, mistakes: Mistake[]): Html {
  const { words } = visit
  const upload = html`${fileInput({
    id: 'photo',
    label: draft.photo ? words.photoAnother : words.photoField,
    hint: words.photoHint,
    accept: 'image/jpeg,image/png',
    mistakes: draft.photo ? [] : mistakes,
  })}
${button(words.photoCheck, { secondary: true })}`
  return html`${stepHeading(visit, draft, 'photo', words.photoTitle)}
<p class="lead">${words.photoLead}</p>
<div id="result">${draft.photo && result(desk, visit, draft.revision, draft.photo)}</div>
<p id="progress" role="status" data-text="${words.photoChecking}" data-failed="${words.defect}"></p>
${form(visit, '/photo', upload, { upload: true, id: 'upload' })}`
}

/** The picture with its marks, the checks, and the way on. */
function result(desk: Desk, visit: Visit, revision: number, photo: PhotoReport): Html {
  const { words, language } = visit
  const heading = {
    pass: words.photoPass,
    warn: words.photoWarn,
    fail: words.photoFail,
    not_checked: words.photoFail,
  }
  const onward =
    photo.verdict === 'fail'
      ? false
      : html`<p><a class="button" href="/${language}/signature">${words.next}</a></p>`
  return html`<section class="result result-${photo.verdict}" aria-labelledby="result-title">
<h2 id="result-title" tabindex="-1">${heading[photo.verdict]}</h2>
<div class="columns">
${figure(visit, photo, `/${language}/photo/picture?${revision}`)}
<div>${checkList(desk, visit, photo)}</div>
</div>
${onward}
</section>`
}

function figure({ words }: Visit, report: PhotoReport, address: string): Html | false {
  if (report.file === undefined) return false
  const { picture, legend } = annotated(report, address, words.photoAlt)
  return html`<figure>${picture}
<figcaption>${legend.length > 0 && html`${words.photoMarks}:<ul class="legend">${legend.map(({ name, colour }) => html`<li><span class="sample sample-${colour}" aria-hidden="true"></span><span>${words[name]}</span></li>`)}</ul>`}</figcaption>
</figure>`
}
