'use strict'

const { parentPort, workerData } = require('node:worker_threads')

const { QujatError, Rulebook } = require('qujat')

async function work() {
  const rules = Rulebook.edition()
  const inquiry = { document: 'identity_card', ground: 'expiry', expiresOn: '2025-11-10' }
  const { outcome } = rules.decide(inquiry, '2025-10-11')
  const error = await rules.checkPhoto(workerData, '2025-02-29').catch((error) => error)
  const { verdict } = await rules.checkPhoto(workerData, '2026-02-10')
  parentPort.postMessage({ outcome, code: error.code, isError: error instanceof QujatError, verdict })
}

work()
