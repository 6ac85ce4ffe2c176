// Commands for those who run the portal: `node build/src/admin.js COMMAND`. Settings are the portal's.

import { backUp, restore } from './backup.js'
import { openDesk, openKeys } from './desk.js'
import { erase, purge } from './retention.js'
import { settingsOf } from './settings.js'
import { Database } from './store/database.js'
import { Keys } from './store/keys.js'

const USAGE = `usage: node build/src/admin.js COMMAND
  set-up                      makes the file of the keys (QUJAT_KEYS) and the database (QUJAT_DATABASE)
  backup FILE                 copies the database, also while the portal runs
  restore FILE                puts a copy in the place of the database; stop the portal first
  purge [--before DATE]       forgets what is older than QUJAT_RETENTION_DAYS, or than a date
  erase --application NUMBER  erases all of one application
  rotate-key                  makes a new key and encrypts all with it, also while the portal runs
  forget-keys                 takes the keys that nothing needs any more out of the file of the keys`

/** Runs a command and prints its result. */
export async function command(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<string> {
  const settings = settingsOf(environment)
  const [name, first, second] = words
  switch (words.length === 3 || first?.startsWith('--') ? `${name} ${first}` : name) {
    case 'set-up':
      Keys.make(settings.keys.file)
      openDesk(settings).store.close()
      return `keys: ${settings.keys.file}; database: ${settings.database}`
    case 'backup':
      return withDatabase(async (database) => {
        await backUp(database, needed(first))
        return `written: ${first}`
      })
    case 'restore': {
      const { erasedAgain, before } = restore(needed(first), settings.database, openKeys(settings))
      const kept = before === undefined ? '' : `; the database of before is ${before}: remove it when all is well`
      return `restored; erased again: ${erasedAgain}${kept}`
    }
    case 'purge':
      return purged({ applications: true })
    case 'purge --before':
      return purged({ applications: true, before: dayOf(needed(second)) })
    case 'erase --application': {
      const desk = openDesk(settings)
      const erased = erase(desk, needed(second))
      desk.store.database.settle()
      desk.store.close()
      if (!erased) throw new Error('there is no application with this number')
      return 'erased'
    }
    case 'rotate-key':
      return withDatabase((database) => {
        database.keys.add()
        const count = database.reseal()
        database.settle()
        return `encrypted again: ${count}`
      })
    case 'forget-keys':
      return withDatabase((database) => {
        // Also what was written while the key was changed.
        database.reseal()
        database.keys.forgetOld()
        return `left: ${database.keys.current.id}`
      })
    default:
      throw new Error(USAGE)
  }

  async function withDatabase(work: (database: Database) => string | Promise<string>): Promise<string> {
    const database = Database.open(settings.database, openKeys(settings))
    try {
      return await work(database)
    } finally {
      database.close()
    }
  }

  function purged(options: { applications: true; before?: Date }): string {
    const desk = openDesk(settings)
    const gone = purge(desk, options)
    desk.store.close()
    return Object.entries(gone)
      .map(([what, count]) => `${what}: ${count}`)
      .join(', ')
  }
}

function needed(word: string | undefined): string {
  if (word === undefined) throw new Error(USAGE)
  return word
}

function dayOf(text: string): Date {
  const date = new Date(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(date.getTime())) throw new Error('DATE is written 2026-02-10')
  return date
}

if (process.argv[1]?.endsWith('admin.js')) {
  process.umask(0o077)
  try {
    console.log(await command(process.argv.slice(2), process.env))
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}
