// The tools of every page.

import { CentreDirectory, Rulebook } from 'qujat'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { nowBy, type Now } from './clock.js'
import { Metrics } from './metrics.js'
import { checkSettings, type Settings } from './settings.js'
import { Keys } from './store/keys.js'
import { Store } from './store/store.js'

/** The rules, the directory of centres, the store and the clock. */
export interface Desk {
  settings: Settings
  rules: Rulebook
  /** The name of the rulebook in the store. */
  digest: string
  centres: CentreDirectory
  keys: Keys
  store: Store
  metrics: Metrics
  /** The instant of the request. */
  now(): Now
  /** The same in milliseconds. */
  instant(): number
  /** The rules with this digest: those under which an application was filed, whatever is in force today. */
  rulesOf(digest: string): Rulebook
}

/** Reads the files and opens the database. */
export function openDesk(settings: Settings): Desk {
  checkSettings(settings)
  const text = readFileSync(settings.rulebook)
  const rules = Rulebook.load(text)
  const digest = createHash('sha256').update(text).digest('hex')
  const known = new Map([[digest, rules]])
  const centres = CentreDirectory.fromJson(readFileSync(settings.centres))
  const keys = openKeys(settings)
  const store = Store.open(settings.database, keys, settings.limits)
  store.applications.keepRulebook(digest, text)
  return {
    settings,
    rules,
    digest,
    centres,
    keys,
    store,
    metrics: new Metrics(store),
    now: () => nowBy(settings.clock, rules),
    instant: () => settings.clock().getTime(),
    rulesOf(wanted) {
      const found = known.get(wanted) ?? Rulebook.load(store.applications.rulebook(wanted))
      known.set(wanted, found)
      return found
    },
  }
}

/** The keys of a file that is named, or else of one next to the database,
 * which is made: for a try on loopback. */
export function openKeys({ keys }: Settings): Keys {
  return keys.named ? Keys.open(keys.file) : Keys.openOrMake(keys.file)
}
