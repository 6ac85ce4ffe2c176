// HTML that is safe by its type: what a template puts in is escaped, unless it is HTML itself.

/** A piece of HTML. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text
  }
}

/** The values that a template takes. `false`, `null` and `undefined` print nothing, lists
 * print their parts. */
export type Part = Html | string | number | false | null | undefined | readonly Part[]

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function print(part: Part): string {
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) return part.map(print).join('')
  if (part === false || part === null || part === undefined) return ''
  return String(part).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
}

/** A template: ``html`<p title="${text}">${text}</p>` ``. Attributes must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((string, place) => string + print(parts[place])).join(''))
}
