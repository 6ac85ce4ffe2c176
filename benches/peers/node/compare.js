'use strict'

// Compares the package with what a good team would write by hand, in one process:
//   node compare.js [ROUNDS] [REPORT.json] > report.md
// All ways to an answer take turns, so that what else the machine does hits each. Figures are medians of
// the rounds, the spread is the distance of their quartiles; ratios are those of the medians.
// Before anything is measured, all sides are asked whether they agree.

const { writeFileSync } = require('node:fs')
const os = require('node:os')

const qujat = require('qujat')

const packages = require('./packages.js')
const { prepare } = require('./pairs.js')

/** The time of the calls of a round, in microseconds: less than a scheduler's slice, so that all ways
 * have the same chance of being interrupted. */
const ROUND = 800

/** Microseconds of one call; `first` is the number of the first one. */
async function perCall(way, isAsync, first, calls) {
  const begun = process.hrtime.bigint()
  if (isAsync) {
    for (let call = first; call < first + calls; call += 1) await way(call)
  } else {
    for (let call = first; call < first + calls; call += 1) way(call)
  }
  return Number(process.hrtime.bigint() - begun) / 1000 / calls
}

/** The number of calls that fill a round, once they are compiled. */
async function callsOf(way, isAsync) {
  let best = Infinity
  for (let calls = 1, spent = 0; spent < 100_000; calls = Math.min(2 * calls, 2048)) {
    const time = await perCall(way, isAsync, 0, calls)
    spent += time * calls
    best = Math.min(best, time)
  }
  return Math.max(1, Math.round(ROUND / best))
}

/** In nanoseconds. */
function summary(times) {
  const sorted = [...times].sort((one, other) => one - other)
  const at = (share) => sorted[Math.round((sorted.length - 1) * share)]
  return { median_ns: 1000 * at(0.5), spread_ns: 1000 * (at(0.75) - at(0.25)) }
}

async function measure(pair, rounds) {
  const ways = []
  for (const [name, way] of Object.entries({ qujat: pair.own, ...pair.others })) {
    ways.push({ name, way, calls: await callsOf(way, pair.isAsync), done: 0, times: [] })
  }
  for (let round = 0; round < (pair.rounds ?? rounds); round += 1) {
    for (const each of ways) {
      each.times.push(await perCall(each.way, pair.isAsync, each.done, each.calls))
      each.done += each.calls
    }
  }
  return Object.fromEntries(ways.map(({ name, times }) => [name, summary(times)]))
}

/** A row as the report of all languages reads it; `times` has those of `qujat` and of the others by name. */
function report({ row, what, target }, { qujat, ...others }) {
  const peers = Object.entries(others).map(([name, found]) => ({ name, ...found, ratio: found.median_ns / qujat.median_ns }))
  return { row, what, ...qujat, peers, target, met: target === undefined ? undefined : peers[0].ratio >= target }
}

/** Loading packages, each time in a new process. */
function loadingRow(rounds) {
  const ways = Object.entries({ qujat: ['qujat'], ...packages.LOADED })
  const times = ways.map(() => [])
  for (let round = 0; round < rounds; round += 1) {
    ways.forEach(([, names], way) => times[way].push(packages.loading(names) / 1000))
  }
  const found = Object.fromEntries(ways.map(([name], way) => [name, summary(times[way])]))
  return report({ row: 'import', what: 'require, in a new process' }, found)
}

function figure({ bytes, median_ns: median, spread_ns: spread }) {
  if (bytes !== undefined) return `${(bytes / 1e6).toPrecision(3)} MB`
  const [size, unit] = median >= 1e6 ? [1e6, 'ms'] : [1e3, 'µs']
  return `${(median / size).toPrecision(3)} ${unit} ± ${(spread / size / 2).toPrecision(2)}`
}

function markdown(row) {
  return row.peers.map((peer, index) => {
    const said = index > 0 || row.target === undefined ? '–' : `≥ ${row.target} ×${row.met ? ', met' : ', **missed**'}`
    return `| ${row.what} | ${figure(row)} | ${figure(peer)} | ${peer.name} | ${peer.ratio.toPrecision(3)} × | ${said} |`
  }).join('\n')
}

function versions() {
  const { dependencies } = require('./package.json')
  return { node: process.versions.node, v8: process.versions.v8, icu: process.versions.icu, ...dependencies, qujat: qujat.version }
}

async function main(rounds, file) {
  const found = []
  console.log(`# Measured: Node ${process.versions.node}\n`)
  const load = os.loadavg().map((value) => value.toFixed(1)).join(', ')
  console.log(`${os.cpus().length} processors, load ${load}; medians of ${rounds} rounds ± half the distance of the quartiles.\n`)
  console.log('| per call | qujat | other | the other | faster by | target |\n|---|---|---|---|---|---|')
  const show = (row) => {
    found.push(row)
    console.log(markdown(row))
  }
  for (const pair of await prepare()) show(report(pair, await measure(pair, rounds)))
  show(loadingRow(15))
  show(packages.sizes())
  if (file !== undefined) {
    const machine = `${os.cpus()[0].model}, ${os.cpus().length} processors, ${os.type()}`
    const report = { language: 'Node', machine, load, rounds, versions: versions(), rows: found }
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
  }
}

main(Number(process.argv[2] ?? 101), process.argv[3])
