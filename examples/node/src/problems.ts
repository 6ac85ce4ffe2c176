// Errors besides those of the rules: as a page for people, and as a problem document for scripts.

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { QujatError, codeInfo } from 'qujat'
import type { Desk } from './desk.js'
import { html } from './html.js'
import { layout } from './pages/layout.js'
import type { TextName } from './texts.js'
import type { Visit } from './visit.js'

/** The portal's own codes: the status, and what the page says. */
const CODES = {
  NOT_FOUND: { status: 404, title: 'notFoundTitle', text: 'notFound' },
  SESSION_ENDED: { status: 403, title: 'endedTitle', text: 'endedByTime' },
  FORM_OUTDATED: { status: 403, title: 'forbiddenTitle', text: 'forbidden' },
  BODY_TOO_LARGE: { status: 413, title: 'tooLargeTitle', text: 'tooLarge' },
  FILE_MISSING: { status: 422, title: 'badRequestTitle', text: 'badRequest' },
  TOO_MANY_REQUESTS: { status: 429, title: 'tooManyTitle', text: 'tooMany' },
  UNAVAILABLE: { status: 503, title: 'unavailableTitle', text: 'unavailable' },
  FAULTS_UNKNOWN: { status: 503, title: 'faultTitle', text: 'faultsUnknown' },
  BUSY: { status: 503, title: 'busyTitle', text: 'busy' },
  REQUEST_INVALID: { status: 400, title: 'badRequestTitle', text: 'badRequest' },
  INTERNAL: { status: 500, title: 'defectTitle', text: 'defect' },
} as const satisfies Record<string, { status: number; title: TextName; text: TextName }>

export type PortalCode = keyof typeof CODES

/** Something that the portal itself objects to. */
export class PortalError extends Error {
  override readonly name = 'PortalError'

  constructor(
    readonly code: PortalCode,
    /** The text in place of the code's own one. */
    readonly said?: string,
    /** After how many seconds another try may succeed. */
    readonly after?: number,
  ) {
    super(code)
  }
}

/** A problem document after RFC 9457; `code` is stable. */
export interface ProblemDocument {
  title: string
  status: number
  detail: string
  code: string
  /** Of the library's problems: the first ones, with their places. */
  problems?: { code: string; pointer: string; detail: string }[]
}

function codeOf(error: Error, request: FastifyRequest): PortalCode {
  if (error instanceof PortalError) return error.code
  // Not every error of a parser has a status: what cannot be parsed is the sender's mistake.
  const status = (error as Partial<FastifyError>).statusCode ?? (request.isParsing ? 400 : 500)
  if (status === 413) return 'BODY_TOO_LARGE'
  if (status === 404) return 'NOT_FOUND'
  return status >= 400 && status < 500 ? 'REQUEST_INVALID' : 'INTERNAL'
}

/** The most problems that an answer lists. */
const MOST_PROBLEMS = 100
/** After how many seconds whoever met a busy portal may try again. */
const BUSY_SECONDS = 5
/** The same for a person who met a gap in the rules, which people have to fix. */
const GAP_SECONDS = 600

/** Answers with the error. */
export function answerError(desk: Desk, error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { visit } = request
  const { words, language } = visit
  const gap = error instanceof QujatError && codeInfo(error.code).isGap
  // The portal cannot answer, and nobody is to blame. The operator has to enter what is missing: it is no secret,
  // and of no person.
  if (gap) request.log.error({ code: error.code, missing: desk.rules.operatorText(error.problems[0], 'en') }, 'gap in the rulebook')
  if (error instanceof QujatError && !gap && wantsJson(request)) {
    const problems = error.problems.slice(0, MOST_PROBLEMS).map((problem) => ({
      code: problem.code,
      pointer: shown(problem.pointer),
      detail: desk.rules.text(problem, language),
    }))
    const title = words.badRequestTitle
    return send(reply, {
      title,
      status: 422,
      detail: error.text(language, desk.rules),
      code: error.code,
      problems,
    })
  }
  // The library's errors on strokes and the like, which no form of the portal sends.
  const code = gap ? 'UNAVAILABLE' : error instanceof QujatError ? 'REQUEST_INVALID' : codeOf(error, request)
  const { status, title, text } = CODES[code]
  const detail = (error instanceof PortalError && error.said) || words[text]
  if (code === 'INTERNAL') logDefect(request, error)
  const usual = { UNAVAILABLE: GAP_SECONDS, BUSY: BUSY_SECONDS }[code as string]
  const after = (error instanceof PortalError && error.after) || usual
  if (after !== undefined) void reply.header('retry-after', String(after))
  if (wantsJson(request)) return send(reply, { title: words[title], status, detail, code })
  return reply.code(status).html(errorPage(desk, visit, words[title], detail, status >= 500))
}

/** The steps of pointers into what scripts send: strokes. Any other name is what somebody typed. */
const STEP = /^(width|height|strokes|x|y|t|\d{1,6})$/

function shown(pointer: string): string {
  return pointer
    .split('/')
    .map((step, place) => (place === 0 || STEP.test(step) ? step : '<unknown>'))
    .join('/')
}

/** The stack says where; the message might say of whom, so it is left out. */
function logDefect(request: FastifyRequest, error: Error): void {
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  request.log.error({ error: error.name, at: frames.slice(0, 8).map((line) => line.trim()) }, 'defect')
}

function wantsJson(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').includes('application/json')
}

function send(reply: FastifyReply, document: ProblemDocument): FastifyReply {
  return reply.code(document.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(document))
}

function errorPage(desk: Desk, visit: Visit, title: string, detail: string, isFault: boolean) {
  const main = html`<h1>${title}</h1>
<p class="lead">${detail}</p>
<p><a class="button" href="/${visit.language}">${visit.words.startAgain}</a></p>
${isFault && html`<p><a href="/${visit.language}/fault">${visit.words.faultLink}</a></p>`}`
  return layout(desk, visit, { title, main, offPath: true })
}
