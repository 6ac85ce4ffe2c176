// Runs the portal: `node build/src/main.js [PORT]`.

import { settingsOf } from './desk.js'
import { makePortal } from './server.js'

const port = Number(process.argv[2] ?? 8080)
const portal = await makePortal(settingsOf(process.env), process.stdout)
await portal.listen({ port, host: '127.0.0.1' })

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void portal.close().then(() => process.exit(0))
  })
}
