// What every page works with.

import { CentreDirectory, Rulebook } from 'qujat'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { clockOf, nowBy, type Clock, type Now } from './clock.js'
import { SqliteStore } from './sqlite.js'
import type { Store } from './store.js'

/** Where the rules and the invented service centres of the examples are. */
const EXAMPLES = new URL('../../../', import.meta.url)

/** What the portal is started with. */
export interface Settings {
  /** The file of the database; made if there is none. */
  database: string
  /** The file of the rulebook. */
  rulebook: string
  /** The file of the service centres. */
  centres: string
  clock: Clock
  /** Whether browsers reach the portal by https, so that cookies may be kept to it. */
  https: boolean
}

/** The settings that the environment names: `QUJAT_DATABASE`, `QUJAT_NOW` and `QUJAT_HTTPS=1`. */
export function settingsOf(environment: NodeJS.ProcessEnv): Settings {
  return {
    database: environment['QUJAT_DATABASE'] || 'qujat-portal.sqlite',
    rulebook: fileURLToPath(new URL('rulebooks/extended-example.json', EXAMPLES)),
    centres: fileURLToPath(new URL('data/centres.json', EXAMPLES)),
    clock: clockOf(environment),
    https: environment['QUJAT_HTTPS'] === '1',
  }
}

/** The rules, the directory of centres, the store and the clock. */
export interface Desk {
  rules: Rulebook
  centres: CentreDirectory
  store: Store
  /** The instant of the request. */
  now(): Now
}

/** Reads the files and opens the database. */
export function openDesk(settings: Settings): Desk {
  const rules = Rulebook.load(readFileSync(settings.rulebook))
  return {
    rules,
    centres: CentreDirectory.fromJson(readFileSync(settings.centres)),
    store: SqliteStore.open(settings.database),
    now: () => nowBy(settings.clock, rules),
  }
}
