'use strict'

// The code that a good team would write for the form, with zod and
// libphonenumber-js.

const { parsePhoneNumberFromString } = require('libphonenumber-js/max')
const { z } = require('zod')

const FIRST = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const SECOND = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]
const DIGITS = /^\d{12}$/

function control(digits, weights) {
  let sum = 0
  for (let place = 0; place < 11; place += 1) sum += (digits.charCodeAt(place) - 48) * weights[place]
  return sum % 11
}

/** The birth date; `undefined` if it is no IIN of a person. */
function readIin(text) {
  if (!DIGITS.test(text) || '456'.includes(text[4])) return undefined
  const century = { 1: 1800, 2: 1800, 3: 1900, 4: 1900, 5: 2000, 6: 2000 }[text[6]]
  if (century === undefined) return undefined
  const [year, month, day] = [century + Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4, 6))]
  const born = new Date(Date.UTC(year, month - 1, day))
  if (born.getUTCMonth() !== month - 1 || born.getUTCDate() !== day) return undefined
  let digit = control(text, FIRST)
  if (digit === 10) digit = control(text, SECOND)
  return digit === text.charCodeAt(11) - 48 ? born.toISOString().slice(0, 10) : undefined
}

/** The number as E.164; `undefined` if it is no mobile number of Kazakhstan. */
function readPhone(text) {
  const phone = parsePhoneNumberFromString(text, 'KZ')
  const isMobile = phone?.country === 'KZ' && phone.isValid() && phone.getType() === 'MOBILE'
  return isMobile ? phone.number : undefined
}

const email = z.email()

function readEmail(text) {
  return email.safeParse(text).data
}

const LETTERS = "[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]+"
const name = z.string().max(100).regex(new RegExp(`^${LETTERS}(?:[ '’-]${LETTERS})*$`))
const reference = z.string().min(1).max(200)

const form = z.strictObject({
  number: z.string().min(1).max(64),
  language: z.enum(['kk', 'ru', 'en']),
  channel: z.enum(['portal', 'mobile_app']),
  document: z.enum(['identity_card', 'passport']),
  ground: z.enum(['expiry', 'loss', 'damage', 'name_change', 'first_issue']),
  card: z.strictObject({ number: z.string().regex(/^\d{9}$/), expires_on: z.iso.date() }),
  applicant: z.strictObject({
    iin: z.string().refine((text) => readIin(text) !== undefined),
    surname: name,
    given_name: name,
    patronymic: name.optional(),
    phone: z.string().transform((text, context) => {
      const phone = readPhone(text)
      if (phone === undefined) context.addIssue({ code: 'custom', message: 'no mobile number' })
      return phone
    }),
    email,
  }),
  identification: z.strictObject({ kind: z.enum(['digital_signature', 'sms_code', 'digital_id']), reference }),
  photo: reference,
  signature: reference,
  receiving: z.strictObject({
    method: z.enum(['pickup', 'delivery']),
    near: z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).optional(),
  }),
})

function readForm(text) {
  return form.parse(JSON.parse(text))
}

module.exports = { readEmail, readForm, readIin, readPhone }
