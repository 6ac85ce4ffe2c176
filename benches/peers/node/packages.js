'use strict'

// The size of the packages: on disk, and when they are loaded.

const { execFileSync } = require('node:child_process')
const { existsSync, readdirSync, readFileSync, statSync } = require('node:fs')
const { join } = require('node:path')

const MODULES = join(__dirname, 'node_modules')
const ZEN = '@gorules/zen-engine'
const STACK = Object.keys(require('./package.json').dependencies).filter((name) => name !== ZEN && name !== 'qujat')
const LOADED = { zod: ['zod'], 'date-holidays': ['date-holidays'], 'ZEN engine': [ZEN], 'all of the stack': STACK }

/** Folders of packages with all that they need and that is installed; `from` is where it is looked for. */
function withDependencies(names, from = __dirname, found = new Set()) {
  for (const name of names) {
    const folder = [join(from, 'node_modules', name), join(MODULES, name)].find((place) => existsSync(place))
    // Packages for another system are not there.
    if (folder === undefined || found.has(folder)) continue
    found.add(folder)
    const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    withDependencies(Object.keys({ ...dependencies, ...optionalDependencies }), folder, found)
  }
  return found
}

/** Bytes of the files of a package, without those of packages inside of it. */
function bytes(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .reduce((sum, entry) => {
      const path = join(folder, entry.name)
      return sum + (entry.isDirectory() ? bytes(path) : statSync(path).size)
    }, 0)
}

function sizes() {
  const size = (folders) => [...folders].reduce((sum, folder) => sum + bytes(folder), 0)
  const own = size(withDependencies(['qujat']))
  const stack = withDependencies(STACK)
  const zen = [...withDependencies([ZEN])].filter((folder) => !stack.has(folder))
  const peers = [
    { name: `${STACK.join(', ')} (${stack.size} packages)`, bytes: size(stack) },
    { name: 'ZEN engine beside them', bytes: size(zen) },
  ]
  return { row: 'size', what: 'installed', bytes: own, peers: peers.map((peer) => ({ ...peer, ratio: peer.bytes / own })) }
}

/** Nanoseconds that it takes to load packages, in a process of its own. */
function loading(names) {
  const loads = names.map((name) => `require(${JSON.stringify(name)})`).join(';')
  const program = `const begun = process.hrtime.bigint();${loads};console.log(String(process.hrtime.bigint() - begun))`
  return Number(execFileSync(process.execPath, ['-e', program], { cwd: __dirname, encoding: 'utf8' }))
}

module.exports = { LOADED, loading, sizes }
