'use strict'

// The addon of this platform: next to this file, or in the package of the
// platform.

const { arch, platform } = process

const abis = { linux: ['gnu', 'musl'], win32: ['msvc'] }
const names = (abis[platform] ?? ['']).map((abi) => [platform, arch, abi].filter(Boolean).join('-'))

function load() {
  const causes = []
  for (const name of names) {
    for (const file of [`./qujat.${name}.node`, `qujat-${name}`]) {
      try {
        return require(file)
      } catch (cause) {
        causes.push(cause)
      }
    }
  }
  throw new Error(
    `qujat has no binary for ${names.join(' or ')} that can be loaded here. ` +
      'Its package is an optional dependency: was it left out of the installation?',
    { cause: new AggregateError(causes) },
  )
}

module.exports = load()
