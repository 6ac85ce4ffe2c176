// Inputs with label, hint and message, connected so that a screen reader tells all three.

import { html, type Html } from '../html.js'
import type { Mistake } from './layout.js'

interface Common {
  id: string
  label: string
  hint?: string | undefined
  /** The messages of all fields; those of this one are shown at it. */
  mistakes: Mistake[]
}

/** A line of text to be typed. */
export interface TextInput extends Common {
  value: string
  autocomplete: string
  type?: 'text' | 'tel' | 'email' | undefined
  numeric?: boolean | undefined
  /** Roughly how many characters wide it is; as wide as the page if absent. */
  width?: number | undefined
}

/** The descriptions of an input: hint and message, if it has them. */
function described({ id, hint, mistakes }: Common): {
  by: Html | false
  wrong: boolean
  hint: Html | false
  message: Html | false
} {
  const wrong = mistakes.filter(({ field }) => field === id)
  const ids = [hint !== undefined && `${id}-hint`, wrong.length > 0 && `${id}-error`].filter(Boolean).join(' ')
  return {
    by: ids !== '' && html` aria-describedby="${ids}"`,
    wrong: wrong.length > 0,
    hint: hint !== undefined && html`<p class="hint" id="${id}-hint">${hint}</p>`,
    message:
      wrong.length > 0 && html`<p class="message" id="${id}-error">${wrong.map(({ text }) => text).join(' ')}</p>`,
  }
}

export function textInput(input: TextInput): Html {
  const { id, label, value, autocomplete, type = 'text', numeric, width } = input
  const { by, wrong, hint, message } = described(input)
  return html`<div class="field${wrong && ' wrong'}">
<label for="${id}">${label}</label>
${hint}${message}
<input id="${id}" name="${id}" type="${type}" value="${value}" autocomplete="${autocomplete}" spellcheck="false"${numeric && html` inputmode="numeric"`}${width && html` class="width-${width}"`}${by}${wrong && html` aria-invalid="true"`}>
</div>`
}

/** Several lines of text. */
export function textArea(input: Common & { value: string }): Html {
  const { id, label, value } = input
  const { by, wrong, hint, message } = described(input)
  return html`<div class="field${wrong && ' wrong'}">
<label for="${id}">${label}</label>
${hint}${message}
<textarea id="${id}" name="${id}" rows="5"${by}${wrong && html` aria-invalid="true"`}>${value}</textarea>
</div>`
}

/** A choice from a long list. */
export function select(
  input: Common & {
    value: string
    options: readonly (readonly [value: string, label: string])[]
    autocomplete?: string
  },
): Html {
  const { id, label, value, options, autocomplete } = input
  const { by, wrong, hint, message } = described(input)
  const option = ([name, said]: readonly [string, string]): Html =>
    html`<option value="${name}"${name === value && html` selected`}>${said}</option>`
  return html`<div class="field${wrong && ' wrong'}">
<label for="${id}">${label}</label>
${hint}${message}
<select id="${id}" name="${id}"${autocomplete && html` autocomplete="${autocomplete}"`}${by}${wrong && html` aria-invalid="true"`}>${options.map(option)}</select>
</div>`
}

/** A choice from a few. The first has the id of the group, so that the summary leads to it. */
export function radios(
  input: Common & {
    value: string
    options: readonly { value: string; label: string; hint?: string }[]
    /** Side by side, for short ones. */
    inline?: boolean
    /** The question is the page's heading. */
    heading?: boolean
  },
): Html {
  const { id, label, value, options, inline, heading } = input
  const { by, wrong, hint, message } = described(input)
  const radio = (option: (typeof options)[number], place: number): Html => {
    const own = place === 0 ? id : `${id}-${option.value}`
    return html`<div class="choice">
<input type="radio" id="${own}" name="${id}" value="${option.value}"${option.value === value && html` checked`}${option.hint && html` aria-describedby="${own}-note"`}>
<label for="${own}">${option.label}</label>
${option.hint && html`<p class="hint" id="${own}-note">${option.hint}</p>`}
</div>`
  }
  return html`<fieldset class="field${wrong && ' wrong'}"${by}>
<legend${heading && html` class="large"`}>${label}</legend>
${hint}${message}
<div class="choices${inline && ' inline'}">${options.map(radio)}</div>
</fieldset>`
}

/** A file to be chosen. */
export function fileInput(input: Common & { accept: string }): Html {
  const { id, label, accept } = input
  const { by, wrong, hint, message } = described(input)
  return html`<div class="field${wrong && ' wrong'}">
<label for="${id}">${label}</label>
${hint}${message}
<input id="${id}" name="${id}" type="file" accept="${accept}"${by}${wrong && html` aria-invalid="true"`}>
</div>`
}

export function button(label: string, options: { secondary?: boolean; id?: string } = {}): Html {
  return html`<button type="submit"${options.id && html` id="${options.id}"`}${options.secondary && html` class="secondary"`}>${label}</button>`
}
