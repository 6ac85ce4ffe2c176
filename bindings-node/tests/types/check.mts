import {
  Rulebook,
  QujatError,
  codeInfo,
  decisionCodes,
  noDay,
  toEpochDays,
  type Assessment,
  type Code,
  type DayRange,
  type Decision,
  type Event,
  type Inquiry,
  type PhotoReport,
} from 'qujat'

import { applicationForm, iin } from 'qujat/schema'
import type { StandardSchemaV1 } from '@standard-schema/spec'
import type { ApplicationForm, Iin } from 'qujat'

export const standard: StandardSchemaV1<unknown, Iin> = iin({ language: 'kk', today: '2026-02-10' })
export type Read = StandardSchemaV1.InferOutput<ReturnType<typeof applicationForm>>
export const read = (form: Read): ApplicationForm => form

const rules: Rulebook = Rulebook.edition()
const inquiry: Inquiry = { document: 'identity_card', ground: 'expiry', expiresOn: '2025-11-10' }

export function summary(decision: Decision): string {
  switch (decision.outcome) {
    case 'eligible':
      return decision.source
    case 'refused': {
      const code: Code | undefined = decision.reasons[0]?.code
      return code ?? ''
    }
    default: {
      const never: never = decision
      return never
    }
  }
}

export const filed: Event = {
  id: 'e-1',
  at: '2026-02-10T09:30:00+05:00',
  action: { event: 'filed', receiving: 'pickup', due: '0.00' },
}

export async function photo(data: Uint8Array, signal: AbortSignal): Promise<PhotoReport> {
  return rules.checkPhoto(data, '2026-02-10', { signal })
}

export const assessment: Assessment = rules.assess({ number: 'A-1' }, '2026-02-10', { bookings: [] })

try {
  summary(rules.decide(inquiry, '2025-10-11'))
} catch (error) {
  if (error instanceof QujatError && error.code === 'NOT_COVERED') {
    error.text('kk') satisfies string
    const explained: string = rules.explain(error, 'ru')[0]?.text ?? ''
    console.log(explained)
  }
}

const days = Int32Array.of(toEpochDays('2025-11-10'), noDay)
export const bytes: Uint8Array = rules.decideColumn(days, days, { ground: 'expiry', into: new Uint8Array(2) })
export const left: Int32Array = rules.decideTable(days, '2025-10-11', { document: 'identity_card' }).daysLeft
export const failed: Uint16Array = rules.decideTable(days, '2025-10-11').failed
export const due: Uint8Array = rules.reminderColumn(days, '2025-10-11', { lastRun: '2025-10-08', status: 'valid' })
export const again: DayRange | undefined = rules.decide(inquiry, '2025-10-11').again
export const ready: string = rules.readyOn('2026-02-10', '2026-02-11').readyOn
export const periods: Array<DayRange> = rules.pilot
export const isGap: boolean = codeInfo('NOT_COVERED').isGap
export const meaning: Code | undefined = decisionCodes[bytes[0] ?? 0]
export const eligible: 'ELIGIBLE' = decisionCodes[0]

// @ts-expect-error: no column of days
rules.decideColumn([1], '2025-10-11')

// @ts-expect-error: no such ground
rules.decide({ ...inquiry, ground: 'los' }, '2025-10-11')
// @ts-expect-error: a field is missing
rules.decide({ document: 'identity_card' }, '2025-10-11')
// @ts-expect-error: a Date is no civil date
rules.decide(inquiry, new Date())
// @ts-expect-error: no such code
'NOT_A_CODE' satisfies Code
// @ts-expect-error: editions are not made by hand
new Rulebook()
// @ts-expect-error: a promise is no report
photo(new Uint8Array(), new AbortController().signal).verdict
