// The signature sample: drawn on the screen or handed in as a picture.

import type { FastifyInstance } from 'fastify'
import { QujatError, type SignatureReport } from 'qujat'
import type { Desk } from '../desk.js'
import { html, type Html } from '../html.js'
import { draftOf, firstOpenStep, isReached, pictureOf, saveDraft } from '../journey.js'
import { PortalError } from '../problems.js'
import type { Draft } from '../store/store.js'
import { file, text, type Visit } from '../visit.js'
import { checkList, mistakesIn } from './checks.js'
import { button, fileInput } from './fields.js'
import { form, layout, stepHeading, type Mistake } from './layout.js'

/** The longest text of drawn strokes that is read, in bytes: a minute of drawing has some 100 000. */
const MAX_STROKES = 200_000

export function signaturePages(app: FastifyInstance, desk: Desk): void {
  app.get<{ Querystring: { sent?: string } }>('/signature', async ({ visit, query }, reply) => {
    const draft = draftOf(desk, visit)
    if (!isReached(desk, visit, draft, 'signature')) {
      return reply.redirect(`/${visit.language}/${firstOpenStep(desk, visit, draft)}`, 303)
    }
    const { words } = visit
    const mistakes: Mistake[] = draft.signature
      ? mistakesIn(desk, visit, draft.signature, 'signature')
      : query.sent === undefined
        ? []
        : [{ field: 'signature', text: words.signatureMissing }]
    return reply.html(
      layout(desk, visit, {
        title: words.signatureTitle,
        main: main(desk, visit, draft, mistakes),
        mistakes,
        back: '/photo',
        script: 'signature.js',
      }),
    )
  })

  app.post('/signature', async ({ visit, body }, reply) => {
    const draft = draftOf(desk, visit)
    if (!isReached(desk, visit, draft, 'signature')) throw new PortalError('NOT_FOUND')
    const picture = file(body, 'signature')
    const strokes = text(body, 'strokes')
    if (Buffer.byteLength(strokes) > MAX_STROKES) throw new PortalError('BODY_TOO_LARGE')
    const taken =
      picture !== undefined
        ? await takePicture(desk, picture)
        : strokes !== ''
          ? await takeStrokes(desk, strokes)
          : undefined
    if (taken !== undefined) {
      const { report, picture: bytes } = taken
      saveDraft(desk, visit, (before) => ({ ...before, signature: report }), { kind: 'signature', bytes })
    }
    return reply.redirect(`/${visit.language}/signature?sent`, 303)
  })

  app.get('/signature/picture', async ({ visit }, reply) => {
    const picture = pictureOf(desk, visit, 'signature')
    if (picture === undefined) throw new PortalError('NOT_FOUND')
    return reply.type('image/png').send(picture)
  })
}

/** The findings on a signature, and its picture on the card; without a
 * picture if it will not do. */
interface Taken {
  report: SignatureReport
  picture: Buffer | null
}

async function takePicture(desk: Desk, bytes: Buffer): Promise<Taken> {
  const { day } = desk.now()
  const report = await desk.rules.checkSignature(bytes, day)
  return { report, picture: await asOnTheCard(() => desk.rules.normaliseSignature(bytes, day)) }
}

async function takeStrokes(desk: Desk, strokes: string): Promise<Taken> {
  const { day } = desk.now()
  const report = await desk.rules.checkStrokes(strokes, day)
  return { report, picture: await asOnTheCard(() => desk.rules.renderStrokes(strokes, day)) }
}

async function asOnTheCard(draw: () => Promise<Buffer>): Promise<Buffer | null> {
  try {
    return await draw()
  } catch (error) {
    if (error instanceof QujatError) return null
    throw error
  }
}

function main(desk: Desk, visit: Visit, draft: Draft, mistakes: Mistake[]): Html {
  const { words } = visit
  const inputs = html`<div class="pad" id="pad" hidden>
<h2>${words.signatureDraw}</h2>
<p class="hint" id="pad-hint">${words.signatureDrawHint}</p>
<canvas id="canvas" width="600" height="200" role="img" aria-label="${words.signatureCanvas}" aria-describedby="pad-hint"></canvas>
<input type="hidden" name="strokes" id="strokes">
<p><button type="button" class="secondary small" id="clear">${words.signatureClear}</button></p>
<h2>${words.signatureUpload}</h2>
</div>
${fileInput({
  id: 'signature',
  label: draft.signature ? words.signatureAnother : words.signatureField,
  hint: words.signatureHint,
  accept: 'image/jpeg,image/png',
  mistakes: draft.signature ? [] : mistakes,
})}
${button(words.signatureUse, { secondary: draft.signature !== undefined && draft.signature.verdict !== 'fail' })}`
  return html`${stepHeading(visit, draft, 'signature', words.signatureTitle)}
<p class="lead">${words.signatureLead}</p>
${draft.signature && result(desk, visit, draft, draft.signature)}
${form(visit, '/signature', inputs, { upload: true, id: 'upload' })}`
}

function result(desk: Desk, visit: Visit, draft: Draft, report: SignatureReport): Html {
  const { words, language } = visit
  const heading = {
    pass: words.signaturePass,
    warn: words.signatureWarn,
    fail: words.signatureFail,
    not_checked: words.signatureFail,
  }
  const shown = visit.visitor !== undefined && desk.store.drafts.hasPicture(visit.visitor, 'signature')
  const address = `/${language}/signature/picture?${draft.revision}`
  const onward =
    report.verdict === 'fail'
      ? false
      : html`<p><a class="button" href="/${language}/${firstOpenStep(desk, visit, draft)}">${words.next}</a></p>`
  return html`<section class="result result-${report.verdict}" aria-labelledby="result-title">
<h2 id="result-title" tabindex="-1">${heading[report.verdict]}</h2>
${shown && html`<figure><img class="signature" src="${address}" alt="${words.signatureAlt}"><figcaption>${words.signatureAlt}</figcaption></figure>`}
${checkList(desk, visit, report)}
${onward}
</section>`
}
