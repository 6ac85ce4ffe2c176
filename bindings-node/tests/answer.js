'use strict'

// Answers cases of the conformance vectors: JSON lines `{"operation", "input"}` in, and lines in the
// canonical form out: `{"error": [codes]}` or `{"expect": answer}`. The parity report compares the
// languages with it.

const { createInterface } = require('node:readline')

const { Failed, answer } = require('./operations.js')

/** Fields in the order of their names; what is absent is left out. */
function sorted(value) {
  if (Array.isArray(value)) {
    return value.map(sorted)
  }
  if (value === null || typeof value !== 'object') {
    return value
  }
  const fields = Object.entries(value).filter(([, field]) => field !== null && field !== undefined)
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, sorted(field)]))
}

async function main() {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const { operation, input } = JSON.parse(line)
    const found = await answer(operation, input).then(
      (expect) => ({ expect }),
      (failed) => {
        if (failed instanceof Failed) {
          return { error: failed.problems }
        }
        throw failed
      },
    )
    process.stdout.write(`${JSON.stringify(sorted(found))}\n`)
  }
}

main()
