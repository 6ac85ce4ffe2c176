// The frame of every page.

import type { Desk } from '../desk.js'
import { html, type Html } from '../html.js'
import { stepsOf, type Step } from '../journey.js'
import type { Draft } from '../store/store.js'
import { fill, LANGUAGE_NAMES, LANGUAGES } from '../texts.js'
import type { Visit } from '../visit.js'

/** Something wrong that the page tells of, with the field to go to. */
export interface Mistake {
  /** The id of the input; `undefined` without an input. */
  field: string | undefined
  /** The name of the field in the summary. */
  label?: string
  text: string
}

/** The parts of a page. */
export interface Page {
  title: string
  main: Html
  /** The mistakes, for the summary at the top. */
  mistakes?: Mistake[]
  /** The target of the link back. */
  back?: string
  /** The script of the page in `/assets`. */
  script?: string
  /** This is no page of the journey, so that nothing of it is translated by
   * path. */
  offPath?: boolean
}

/** A whole page. */
export function layout(desk: Desk, visit: Visit, page: Page): Html {
  const { words, language } = visit
  const mistakes = page.mistakes ?? []
  const title = `${mistakes.length > 0 ? `${words.errorTitle} ` : ''}${page.title} – ${words.service}`
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/style.css">
${page.script && html`<script type="module" src="/assets/${page.script}"></script>`}
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="top">
<div class="wide">
<a class="name" href="/${language}"><span class="mark" aria-hidden="true"></span>${words.service}</a>
${languages(visit, page.offPath)}
${visit.visitor !== undefined && form(visit, '/end', html`<button type="submit" class="leave">${words.end}</button>`)}
</div>
</header>
<aside class="notice" aria-label="${words.exampleTag}"><div class="wide"><strong class="tag">${words.exampleTag}</strong> <span>${words.example}</span></div></aside>
<div class="wide">
${page.back !== undefined && html`<nav class="before"><a class="back" href="/${language}${page.back}">${words.back}</a></nav>`}
<main id="main" tabindex="-1">
${mistakes.length > 0 && errorSummary(visit, mistakes)}
${page.main}
</main>
</div>
<footer class="bottom"><div class="wide"><p>${fill(words.edition, { title: desk.rules.title[language] })}</p></div></footer>
</body>
</html>
`
}

/** The same page in the other languages. */
function languages({ language, words, path }: Visit, offPath = false): Html {
  const link = (other: (typeof LANGUAGES)[number]): Html =>
    other === language
      ? html`<li><span aria-current="true" lang="${other}">${LANGUAGE_NAMES[other]}</span></li>`
      : html`<li><a href="/${other}${offPath ? '' : path}" lang="${other}" hreflang="${other}">${LANGUAGE_NAMES[other]}</a></li>`
  return html`<nav class="languages" aria-label="${words.languages}"><ul>${LANGUAGES.map(link)}</ul></nav>`
}

function errorSummary({ words }: Visit, mistakes: Mistake[]): Html {
  const item = ({ field, label, text }: Mistake): Html => {
    const said = label === undefined ? text : `${label.replace(/([^?])$/, '$1:')} ${text}`
    return field === undefined ? html`<li>${said}</li>` : html`<li><a href="#${field}">${said}</a></li>`
  }
  return html`<div class="errors" role="alert" tabindex="-1" id="errors" aria-labelledby="errors-title" autofocus>
<h2 id="errors-title">${words.errorHeading}</h2>
<ul>${mistakes.map(item)}</ul>
</div>`
}

/** The step of a page and the number of steps, above its heading. */
export function stepHeading({ words }: Visit, draft: Draft, step: Step, title: string): Html {
  const steps = stepsOf(draft)
  const place = fill(words.step, { step: steps.indexOf(step) + 1, steps: steps.length })
  return html`<h1><span class="step">${place}</span> ${title}</h1>`
}

/** A form that is sent to a page, with the session's token. */
export function form(
  { language, token }: Visit,
  action: string,
  body: Html,
  options: { upload?: boolean; id?: string; panel?: boolean } = {},
): Html {
  return html`<form method="post" action="/${language}${action}" novalidate${options.upload && html` enctype="multipart/form-data"`}${options.id && html` id="${options.id}"`}${options.panel && html` class="panel"`}>
<input type="hidden" name="token" value="${token}">
${body}
</form>`
}

/** The cause and the advice, with the source of the rule below it. */
export function cited(
  { words }: Visit,
  { text, action, sourceTitle }: { text: string; action?: string | undefined; sourceTitle?: string | undefined },
): Html {
  return html`<p class="said">${text}${action !== undefined && ` ${action}`}</p>${sourceTitle && html`<p class="source">${fill(words.citation, { source: sourceTitle })}</p>`}`
}
