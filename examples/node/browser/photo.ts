// Checks a photo as soon as it is chosen, without leaving the page.

export {}

const form = document.querySelector<HTMLFormElement>('#upload')
const input = document.querySelector<HTMLInputElement>('#photo')
const result = document.querySelector<HTMLElement>('#result')
const progress = document.querySelector<HTMLElement>('#progress')

interface Answer {
  html?: string
  detail?: string
}

if (form && input && result && progress) {
  let last: AbortController | undefined

  const check = async (): Promise<void> => {
    last?.abort()
    const mine = (last = new AbortController())
    progress.className = 'busy'
    progress.textContent = progress.dataset['text'] ?? ''
    try {
      const response = await fetch(`${form.action}/check`, {
        method: 'POST',
        headers: { accept: 'application/json' },
        body: new FormData(form),
        signal: mine.signal,
      })
      const answer = (await response.json()) as Answer
      progress.textContent = answer.detail ?? ''
      if (answer.html !== undefined) {
        // The server's own page, in which everything is escaped.
        result.innerHTML = answer.html
        document.querySelector('#errors')?.remove()
        result.querySelector<HTMLElement>('#result-title')?.focus()
      }
    } catch {
      // An answer that was given up for a newer one is no failure.
      if (!mine.signal.aborted) progress.textContent = progress.dataset['failed'] ?? ''
    } finally {
      if (last === mine) progress.className = ''
    }
  }

  input.addEventListener('change', () => {
    if (input.files?.length) void check()
  })
  form.addEventListener('submit', (event) => {
    if (!input.files?.length) return
    event.preventDefault()
    void check()
  })
}
