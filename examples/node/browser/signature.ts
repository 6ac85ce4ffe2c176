// A field to draw the signature in. The strokes are sent: the library makes the picture.

export {}

interface Point {
  x: number
  y: number
  t: number
}

const pad = document.querySelector<HTMLElement>('#pad')
const canvas = document.querySelector<HTMLCanvasElement>('#canvas')
const field = document.querySelector<HTMLInputElement>('#strokes')
const clear = document.querySelector<HTMLButtonElement>('#clear')
const pen = canvas?.getContext('2d')

if (pad && canvas && field && clear && pen) {
  let strokes: Point[][] = []
  let drawing: { pointer: number; stroke: Point[] } | undefined
  pad.hidden = false
  pen.lineWidth = 3
  pen.lineCap = pen.lineJoin = 'round'
  pen.strokeStyle = '#12233f'

  /** A place on the canvas, whatever size it is shown at. */
  const pointOf = (event: PointerEvent): Point => {
    const { left, top, width, height } = canvas.getBoundingClientRect()
    const round = (value: number): number => Math.round(value * 100) / 100
    return {
      x: round(((event.clientX - left) / width) * canvas.width),
      y: round(((event.clientY - top) / height) * canvas.height),
      t: Math.round(event.timeStamp),
    }
  }

  const store = (): void => {
    const { width, height } = canvas
    field.value = strokes.length === 0 ? '' : JSON.stringify({ width, height, strokes })
  }

  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || drawing) return
    event.preventDefault()
    canvas.setPointerCapture(event.pointerId)
    drawing = { pointer: event.pointerId, stroke: [pointOf(event)] }
    strokes.push(drawing.stroke)
  })
  canvas.addEventListener('pointermove', (event) => {
    if (drawing?.pointer !== event.pointerId) return
    // Browsers bundle movements: each of them is a point of the stroke.
    const events = event.getCoalescedEvents?.() ?? []
    for (const one of events.length > 0 ? events : [event]) {
      const from = drawing.stroke.at(-1)
      const to = pointOf(one)
      if (from === undefined || to.t <= from.t) continue
      drawing.stroke.push(to)
      pen.beginPath()
      pen.moveTo(from.x, from.y)
      pen.lineTo(to.x, to.y)
      pen.stroke()
    }
  })
  const end = (event: PointerEvent): void => {
    if (drawing?.pointer !== event.pointerId) return
    drawing = undefined
    store()
  }
  canvas.addEventListener('pointerup', end)
  canvas.addEventListener('pointercancel', end)

  clear.addEventListener('click', () => {
    strokes = []
    pen.clearRect(0, 0, canvas.width, canvas.height)
    store()
  })
}
