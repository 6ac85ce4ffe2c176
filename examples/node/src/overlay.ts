// The parts found in a photo, as lines to be laid over it.

import type { Check, CheckKind, PhotoReport, PixelBox, PixelPoint } from 'qujat'
import { html, type Html } from './html.js'
import type { TextName } from './texts.js'

/** A kind of mark: what it means, and the lines. */
interface Mark {
  name: TextName
  /** The class that gives it its colour. */
  colour: string
  lines: Html
}

/** The marks of a report, the lowest first; empty if the file was refused. */
function marksOf(report: PhotoReport): Mark[] {
  const { face, crop, file } = report
  const marks: Mark[] = []
  if (file === undefined) return marks
  if (face !== undefined) {
    const band = bandOf(report, file)
    if (band !== undefined) marks.push({ name: 'markBand', colour: 'band', lines: rectangle(band) })
    const outline = face.outline.map(({ x, y }) => `${x},${y}`).join(' ')
    marks.push({
      name: 'markFace',
      colour: 'face',
      lines: html`${rectangle(face.face)}<polygon points="${outline}" class="thin"/>`,
    })
    const apart = Math.hypot(face.rightEye.x - face.leftEye.x, face.rightEye.y - face.leftEye.y)
    marks.push({ name: 'markHead', colour: 'head', lines: bars(face.crown, face.chin, apart) })
    const eyes = [face.leftEye, face.rightEye]
    const between = html`<line x1="${face.leftEye.x}" y1="${face.leftEye.y}" x2="${face.rightEye.x}" y2="${face.rightEye.y}" class="thin"/>`
    marks.push({
      name: 'markEyes',
      colour: 'eyes',
      lines: html`${eyes.map((eye) => ring(eye, apart / 9))}${between}`,
    })
  }
  if (crop !== undefined) marks.push({ name: 'markCrop', colour: 'crop', lines: rectangle(crop) })
  return marks
}

/** The area in which the limits allow the middle between the eyes. */
function bandOf(
  { checks }: PhotoReport,
  { width, height }: { width: number; height: number },
): PixelBox | undefined {
  const across = limitsOf(checks, 'face_horizontal')
  const down = limitsOf(checks, 'face_vertical')
  if (across === undefined || down === undefined) return undefined
  const of = (permille: number, side: number): number => Math.round((permille * side) / 1000)
  const [left, right] = across
  const [top, bottom] = down
  return {
    left: of(left, width),
    top: of(top, height),
    width: of(right - left, width),
    height: of(bottom - top, height),
  }
}

function limitsOf(checks: Check[], kind: CheckKind): [number, number] | undefined {
  const limits = checks.find((check) => check.kind === kind)?.limits
  const low = limits?.warnBelow ?? limits?.failBelow
  const high = limits?.warnAbove ?? limits?.failAbove
  return low === undefined || high === undefined ? undefined : [low, high]
}

function rectangle({ left, top, width, height }: PixelBox): Html {
  return html`<rect x="${left}" y="${top}" width="${width}" height="${height}"/>`
}

function ring({ x, y }: PixelPoint, radius: number): Html {
  return html`<circle cx="${x}" cy="${y}" r="${radius.toFixed(1)}"/><circle cx="${x}" cy="${y}" r="${(radius / 6).toFixed(1)}"/>`
}

/** Bars across the line from crown to chin, as long as the eyes are apart. */
function bars(crown: PixelPoint, chin: PixelPoint, apart: number): Html {
  const [along, down] = [chin.x - crown.x, chin.y - crown.y]
  const length = Math.max(1, Math.hypot(along, down))
  const [x, y] = [((-down / length) * apart) / 2, ((along / length) * apart) / 2]
  const bar = (at: PixelPoint): Html =>
    html`<line x1="${(at.x - x).toFixed(1)}" y1="${(at.y - y).toFixed(1)}" x2="${(at.x + x).toFixed(1)}" y2="${(at.y + y).toFixed(1)}"/>`
  return html`${bar(crown)}${bar(chin)}`
}

/** The lines to be laid over the photo, whose address is given; and what they mean. */
export function annotated(
  report: PhotoReport,
  picture: string,
  alt: string,
): { picture: Html; legend: readonly { name: TextName; colour: string }[] } {
  const { width = 3, height = 4 } = report.file ?? {}
  const marks = marksOf(report)
  return {
    picture: html`<div class="annotated">
<img src="${picture}" alt="${alt}" width="${width}" height="${height}">
<svg viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">${marks.map(({ colour, lines }) => html`<g class="rim">${lines}</g><g class="mark-${colour}">${lines}</g>`)}</svg>
</div>`,
    legend: marks.map(({ name, colour }) => ({ name, colour })),
  }
}
