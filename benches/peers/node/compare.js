'use strict'

// Compares the package with what a good team would write by hand, in one process:
//   node compare.js [ROUNDS] [REPORT.json] > report.md
// All ways to an answer take turns, so that what else the machine does hits each. Figures are medians of
// the rounds, with the quarter and three quarters of them as spread; ratios are those of the medians.
// Before anything is measured, all sides are asked whether they agree.

const { writeFileSync } = require('node:fs')
const os = require('node:os')

const qujat = require('qujat')

const { prepare } = require('./pairs.js')

/** How long the calls of a round take, in microseconds: less than a scheduler's slice, so that all ways
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

/** How many calls fill a round, once they are compiled. */
async function callsOf(way, isAsync) {
  let best = Infinity
  for (let calls = 1, spent = 0; spent < 100_000; calls = Math.min(2 * calls, 2048)) {
    const time = await perCall(way, isAsync, 0, calls)
    spent += time * calls
    best = Math.min(best, time)
  }
  return Math.max(1, Math.round(ROUND / best))
}

function summary(times) {
  const sorted = [...times].sort((one, other) => one - other)
  const at = (share) => sorted[Math.round((sorted.length - 1) * share)]
  return { median: at(0.5), quarter: at(0.25), threeQuarters: at(0.75) }
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

function figure(micros) {
  return micros >= 1000 ? `${(micros / 1000).toPrecision(3)} ms` : `${micros.toPrecision(3)} µs`
}

function cell({ median, quarter, threeQuarters }) {
  return `${figure(median)} (${figure(quarter)} – ${figure(threeQuarters)})`
}

function versions() {
  const { dependencies } = require('./package.json')
  return { node: process.versions.node, v8: process.versions.v8, icu: process.versions.icu, ...dependencies, qujat: qujat.version }
}

async function main(rounds, file) {
  const found = []
  console.log(`# Measured: Node ${process.versions.node}\n`)
  const load = os.loadavg().map((value) => value.toFixed(1)).join(', ')
  console.log(`${os.cpus().length} processors, load ${load}; medians of ${rounds} rounds (quartiles).\n`)
  console.log('| per call | qujat | other | the other | faster by | target |\n|---|---|---|---|---|---|')
  for (const pair of await prepare()) {
    const times = await measure(pair, rounds)
    for (const name of Object.keys(pair.others)) {
      const ratio = times[name].median / times.qujat.median
      const target = pair.targets?.[name]
      const isMet = target === undefined ? undefined : ratio >= target
      const said = target === undefined ? '–' : `≥ ${target} ×${isMet ? ', met' : ', **missed**'}`
      console.log(`| ${pair.name} | ${cell(times.qujat)} | ${cell(times[name])} | ${name} | ${ratio.toPrecision(3)} × | ${said} |`)
      found.push({ name: pair.name, other: name, qujat: times.qujat, peer: times[name], ratio, target, isMet })
    }
  }
  if (file !== undefined) {
    const machine = `${os.cpus()[0].model}, ${os.cpus().length} processors, ${os.type()}`
    const report = { language: 'node', unit: 'µs', machine, load, rounds, versions: versions(), rows: found }
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
  }
}

main(Number(process.argv[2] ?? 101), process.argv[3])
