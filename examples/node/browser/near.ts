// Asks the browser where the applicant is, when the applicant asks for that.

export {}

const form = document.querySelector<HTMLFormElement>('#near')
const part = document.querySelector<HTMLElement>('#locating')
const button = document.querySelector<HTMLButtonElement>('#locate')
const status = document.querySelector<HTMLElement>('#located')
const latitude = document.querySelector<HTMLInputElement>('#latitude')
const longitude = document.querySelector<HTMLInputElement>('#longitude')

if (form && part && button && status && latitude && longitude && 'geolocation' in navigator) {
  part.hidden = false
  button.addEventListener('click', () => {
    button.disabled = true
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        // To about a kilometre: no more leaves the browser.
        latitude.value = coords.latitude.toFixed(2)
        longitude.value = coords.longitude.toFixed(2)
        form.submit()
      },
      () => {
        button.disabled = false
        status.textContent = status.dataset['failed'] ?? ''
      },
      { maximumAge: 600_000, timeout: 20_000 },
    )
  })
}
