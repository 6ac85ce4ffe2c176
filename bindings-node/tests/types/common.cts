import qujat = require('qujat')

const rules: qujat.Rulebook = qujat.Rulebook.edition()
const ready: qujat.ReadyDate = rules.readyOn('2026-02-10')

export = { ready }
