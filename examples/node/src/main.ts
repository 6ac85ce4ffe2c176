// Runs the portal: `node build/src/main.js [PORT]`.

import { makePortal } from './server.js'
import { settingsOf } from './settings.js'

// Files made from here on are for this user alone: the write-ahead log, too.
process.umask(0o077)
const port = Number(process.argv[2] ?? 8080)
const settings = settingsOf(process.env)
const portal = await makePortal(settings, process.stdout)
await portal.listen({ port, host: settings.host })

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    // Requests under way are answered first, but not for ever.
    setTimeout(() => process.exit(1), settings.limits.stop).unref()
    void portal.close().then(() => process.exit(0))
  })
}
