// The fields of the page with the applicant's details, and the form that the library reads.

import { isBlocking, type CentreId, type Language, type Problem } from 'qujat'
import type { Desk } from './desk.js'
import type { Draft } from './store/store.js'
import type { TextName } from './texts.js'

/** The attributes that make an input easy to type and to fill in. */
interface Field {
  /** The field of the library's form, as an RFC 6901 pointer. */
  pointer: string
  autocomplete: string
  type?: 'tel' | 'email'
  numeric?: true
  optional?: true
  hint?: TextName
  /** Roughly how many characters wide it is. */
  width?: 5 | 10 | 20
}

/** The inputs to be typed in. Their names are those of the texts, too. */
export const INPUTS = {
  surname: { pointer: '/applicant/surname', autocomplete: 'family-name', hint: 'nameHint' },
  given_name: { pointer: '/applicant/given_name', autocomplete: 'given-name' },
  patronymic: { pointer: '/applicant/patronymic', autocomplete: 'additional-name', optional: true },
  iin: { pointer: '/applicant/iin', autocomplete: 'off', numeric: true, hint: 'iinHint', width: 20 },
  card_number: { pointer: '/card/number', autocomplete: 'off', numeric: true, hint: 'cardNumberHint', width: 10 },
  phone: { pointer: '/applicant/phone', autocomplete: 'tel', type: 'tel', hint: 'phoneHint', width: 20 },
  email: { pointer: '/applicant/email', autocomplete: 'email', type: 'email', hint: 'emailHint' },
  locality: { pointer: '/receiving/address/locality', autocomplete: 'address-level2' },
  street: { pointer: '/receiving/address/street', autocomplete: 'address-line1', optional: true },
  building: { pointer: '/receiving/address/building', autocomplete: 'off', width: 5 },
  flat: { pointer: '/receiving/address/flat', autocomplete: 'off', optional: true, width: 5 },
  postcode: {
    pointer: '/receiving/address/postcode',
    autocomplete: 'postal-code',
    hint: 'postcodeHint',
    width: 10,
  },
} as const satisfies Record<string, Field>

export type InputName = keyof typeof INPUTS
export type FieldName = InputName | 'receiving' | 'region' | 'exemption'

export function fieldOf(name: InputName): Field {
  return INPUTS[name]
}

/** The fields whose values are chosen, by the pointers that problems have. */
const CHOICES: Readonly<Record<string, FieldName>> = {
  '/receiving': 'receiving',
  '/receiving/method': 'receiving',
  '/receiving/address/region': 'region',
  '/exemption': 'exemption',
}

/** All fields, in the order of the page. */
export const FIELD_NAMES: readonly FieldName[] = [
  'surname',
  'given_name',
  'patronymic',
  'iin',
  'card_number',
  'exemption',
  'phone',
  'email',
  'receiving',
  'region',
  'locality',
  'street',
  'building',
  'flat',
  'postcode',
]

/** The field that a problem is about, if it is about one of the page. */
export function fieldAt(pointer: string): FieldName | undefined {
  const input = (Object.keys(INPUTS) as InputName[]).find((name) => INPUTS[name].pointer === pointer)
  return input ?? CHOICES[pointer]
}

/** The expiry date as it was typed, in the form that the library reads: `2026-2-30` becomes `2026-02-30`. */
export function expiryOf({ expires }: Draft): string {
  const { day, month, year } = expires
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The centre at which the card is picked up, with a time or without. */
export function centreOf({ slot, open }: Draft): CentreId | undefined {
  return slot?.centre ?? open
}

/** The text in place of the number of an application that is not filed yet. */
const NO_NUMBER = 'draft'

/**
 * The form as the library reads it. Empty fields are left out, so that it says which ones are missing.
 * Identification is the portal's business, and this one does not identify anybody.
 */
export function formOf(draft: Draft, language: Language, number = NO_NUMBER): object {
  const typed = (name: FieldName): string | undefined => draft.fields[name]?.trim() || undefined
  const { document, ground } = draft
  const receiving = typed('receiving')
  const address = {
    region: typed('region'),
    locality: typed('locality'),
    street: typed('street'),
    building: typed('building'),
    flat: typed('flat'),
    postcode: typed('postcode'),
  }
  return {
    number,
    language,
    channel: 'portal',
    document,
    ground,
    card: { number: typed('card_number') ?? '', expires_on: expiryOf(draft) },
    applicant: {
      iin: typed('iin'),
      surname: typed('surname'),
      given_name: typed('given_name'),
      patronymic: typed('patronymic'),
      phone: typed('phone'),
      email: typed('email'),
    },
    identification: { kind: 'sms_code', reference: 'example-nobody-was-identified' },
    photo: 'upload-photo',
    signature: 'upload-signature',
    receiving:
      receiving === 'delivery'
        ? { method: 'delivery', address }
        : receiving === 'pickup'
          ? { method: 'pickup', centre: centreOf(draft) }
          : undefined,
    exemption: typed('exemption'),
  }
}

/** The library's findings on the form that stand in nobody's way: a slip in an address, for one. */
export function warningsOf(desk: Desk, draft: Draft, language: Language): Problem[] {
  const { problems } = desk.rules.validate(formOf(draft, language), desk.now().day)
  return problems.filter((problem) => !isBlocking(problem))
}

/** Everything that stands in the way of the form, as the library sees it, in the order of the page. */
export function mistakesOf(desk: Desk, draft: Draft, language: Language): Problem[] {
  const place = ({ pointer }: Problem): number => {
    const field = fieldAt(pointer)
    return field === undefined ? FIELD_NAMES.length : FIELD_NAMES.indexOf(field)
  }
  const { problems } = desk.rules.validate(formOf(draft, language), desk.now().day)
  // The place of the pickup is asked for on a page of its own, after the pictures.
  const here = problems.filter((problem) => isBlocking(problem) && problem.code !== 'PICKUP_PLACE_MISSING')
  return here.sort((one, other) => place(one) - place(other))
}
