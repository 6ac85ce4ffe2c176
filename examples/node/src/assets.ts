// Style sheet, scripts and icon, read once.

import type { FastifyInstance } from 'fastify'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const PUBLIC = new URL('../../public/', import.meta.url)
const SCRIPTS = new URL('../browser/', import.meta.url)

const ASSETS = [
  ['style.css', PUBLIC, 'text/css; charset=utf-8'],
  ['icon.svg', PUBLIC, 'image/svg+xml'],
  ['photo.js', SCRIPTS, 'text/javascript; charset=utf-8'],
  ['signature.js', SCRIPTS, 'text/javascript; charset=utf-8'],
] as const

export function assets(app: FastifyInstance): void {
  for (const [name, folder, type] of ASSETS) {
    const body = readFileSync(new URL(name, folder))
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    app.get(`/assets/${name}`, async (request, reply) => {
      void reply.header('etag', tag).header('cache-control', 'no-cache')
      return request.headers['if-none-match'] === tag ? reply.code(304).send() : reply.type(type).send(body)
    })
  }
}
