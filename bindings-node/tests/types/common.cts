import qujat = require('qujat')

const rules: qujat.Rulebook = qujat.Rulebook.edition()
export const ready: qujat.ReadyDate = rules.readyOn('2026-02-10')
