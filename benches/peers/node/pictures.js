'use strict'

// Pictures to measure with, and what a good team would ask of them with sharp.

const sharp = require('sharp')

/** A soft picture with some noise, as a photo of a document. */
function photoOf(width, height) {
  const noise = { type: 'gaussian', mean: 128, sigma: 12 }
  return sharp({ create: { width, height, channels: 3, noise } }).blur(0.6).jpeg({ quality: 90 }).toBuffer()
}

/** Photos of two sizes, and a line as a signature. */
async function files() {
  const photo = await photoOf(600, 800)
  const large = await photoOf(1200, 1600)
  const line = '<path d="M40 150 C150 10 200 190 300 90 S450 40 560 120" fill="none" stroke="#123" stroke-width="5"/>'
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200"><rect width="600" height="200" fill="#fff"/>${line}</svg>`
  const signature = await sharp(Buffer.from(drawing)).removeAlpha().png().toBuffer()
  return { photo, large, signature }
}

async function statistics(file) {
  const image = sharp(file)
  const [{ width, height, format }, { channels, sharpness }] = await Promise.all([image.metadata(), image.stats()])
  return { width, height, format, sharpness, channels: channels.map(({ mean, stdev }) => ({ mean, stdev })) }
}

/** Decoding, and the mean and deviation by hand. */
async function rawStatistics(file) {
  const { data, info } = await sharp(file).greyscale().raw().toBuffer({ resolveWithObject: true })
  let sum = 0
  let squares = 0
  for (let at = 0; at < data.length; at += 1) {
    sum += data[at]
    squares += data[at] * data[at]
  }
  const mean = sum / data.length
  return { width: info.width, height: info.height, mean, stdev: Math.sqrt(squares / data.length - mean * mean) }
}

module.exports = { files, rawStatistics, statistics }
