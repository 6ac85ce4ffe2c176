// What goes wrong beside the rules: as a page for people, and as a problem document for scripts.

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { QujatError } from 'qujat'
import type { Desk } from './desk.js'
import { html } from './html.js'
import { layout } from './pages/layout.js'
import type { TextName } from './texts.js'
import type { Visit } from './visit.js'

/** The portal's own codes: the status, and what the page says. */
const CODES = {
  NOT_FOUND: { status: 404, title: 'notFoundTitle', text: 'notFound' },
  FORM_OUTDATED: { status: 403, title: 'forbiddenTitle', text: 'forbidden' },
  BODY_TOO_LARGE: { status: 413, title: 'tooLargeTitle', text: 'tooLarge' },
  FILE_MISSING: { status: 422, title: 'badRequestTitle', text: 'badRequest' },
  REQUEST_INVALID: { status: 400, title: 'badRequestTitle', text: 'badRequest' },
  INTERNAL: { status: 500, title: 'defectTitle', text: 'defect' },
} as const satisfies Record<string, { status: number; title: TextName; text: TextName }>

export type PortalCode = keyof typeof CODES

/** Something that the portal itself objects to. */
export class PortalError extends Error {
  override readonly name = 'PortalError'

  constructor(
    readonly code: PortalCode,
    /** What to say in the place of the code's own text. */
    readonly said?: string,
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
  /** Of the library's problems: all of them, with their places. */
  problems?: { code: string; pointer: string; detail: string }[]
}

function codeOf(error: Error): PortalCode {
  if (error instanceof PortalError) return error.code
  const status = (error as Partial<FastifyError>).statusCode ?? 500
  if (status === 413) return 'BODY_TOO_LARGE'
  if (status === 404) return 'NOT_FOUND'
  return status >= 400 && status < 500 ? 'REQUEST_INVALID' : 'INTERNAL'
}

/** Answers with what went wrong. */
export function answerError(desk: Desk, error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { visit } = request
  const { words, language } = visit
  if (error instanceof QujatError && wantsJson(request)) {
    const problems = error.problems.map((problem) => ({
      code: problem.code,
      pointer: problem.pointer,
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
  // What the library says of strokes and the like, which no form of the portal sends.
  const code = error instanceof QujatError ? 'REQUEST_INVALID' : codeOf(error)
  const { status, title, text } = CODES[code]
  const detail = (error instanceof PortalError && error.said) || words[text]
  if (status >= 500) logDefect(request, error)
  if (wantsJson(request)) return send(reply, { title: words[title], status, detail, code })
  return reply.code(status).html(errorPage(desk, visit, words[title], detail))
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

function errorPage(desk: Desk, visit: Visit, title: string, detail: string) {
  const main = html`<h1>${title}</h1>
<p class="lead">${detail}</p>
<p><a class="button" href="/${visit.language}">${visit.words.startAgain}</a></p>`
  return layout(desk, visit, { title, main, offPath: true })
}
