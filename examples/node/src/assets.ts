// Style sheet, scripts and icon, read once.

import type { FastifyInstance } from 'fastify'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const PUBLIC = new URL('../../public/', import.meta.url)
const SCRIPTS = new URL('../browser/', import.meta.url)

/** Each asset with its files, which are served as one. */
const ASSETS = [
  ['style.css', PUBLIC, ['page.css', 'forms.css', 'content.css'], 'text/css; charset=utf-8'],
  ['icon.svg', PUBLIC, ['icon.svg'], 'image/svg+xml'],
  ['photo.js', SCRIPTS, ['photo.js'], 'text/javascript; charset=utf-8'],
  ['near.js', SCRIPTS, ['near.js'], 'text/javascript; charset=utf-8'],
  ['signature.js', SCRIPTS, ['signature.js'], 'text/javascript; charset=utf-8'],
] as const

export function assets(app: FastifyInstance): void {
  for (const [name, folder, files, type] of ASSETS) {
    const body = Buffer.concat(files.map((file) => readFileSync(new URL(file, folder))))
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    app.get(`/assets/${name}`, async (request, reply) => {
      void reply.header('etag', tag).header('cache-control', 'no-cache')
      return request.headers['if-none-match'] === tag ? reply.code(304).send() : reply.type(type).send(body)
    })
  }
}
