// Generated from the Rust code by generate.js; do not edit.

/** The signal that stops waiting for an answer: the promise rejects with the signal's reason. */
export interface Abortable {
  signal?: AbortSignal | undefined
}

/** The pictures of an application: JPEG or PNG files. */
export interface Pictures {
  /** The photo, if it is to be checked. */
  photo?: Uint8Array | undefined
  /** The signature sample, if it is to be checked. */
  signature?: Uint8Array | undefined
}

/**
 * The error of a call without an answer, thrown or in a rejected promise: one or more problems, the first
 * one leading.
 *
 * Its `message` names codes and places for developers' logs and holds no personal data; `text` is for
 * citizens.
 */
export declare class QujatError extends Error {
  /** An error of these problems; `text` is its message. */
  constructor(problems: [Problem, ...Array<Problem>], text?: string)
  readonly name: 'QujatError'
  /** The code of the leading problem, stable and in capitals. */
  readonly code: Code
  /** The figures and dates that belong to the leading problem. */
  readonly params: Params
  /** The place of the leading problem: an RFC 6901 JSON pointer, empty for the whole input. */
  readonly pointer: string
  /** All problems; at least one. */
  readonly problems: [Problem, ...Array<Problem>]
  /** The text of the leading problem for a citizen, with the texts of `rules`, by default those of
   * the default edition. */
  text(language: Language, rules?: Rulebook): string
  /** The same of all problems, in their order. */
  texts(language: Language, rules?: Rulebook): Array<string>
}

/** A defect of the library: it is no `QujatError`, since the input is not to blame. Please report it. */
export declare class QujatInternalError extends Error {
  readonly name: 'QujatInternalError'
}

/**
 * The civil date of a `Temporal.PlainDate`, or the civil date in Kazakhstan at an instant, by the time
 * zone rules of `rules` (by default the default edition). A `Date` is an instant: what its local
 * methods say depends on the machine, so they are not used.
 */
export declare function dayOf(date: Date | { toString(): string; readonly calendarId: string }, rules?: Rulebook): Day

/** The destination of a column's answer. */
export interface Into {
  /** Bytes to write into, as many as there are rows; by default a new array. */
  into?: Uint8Array | undefined
}

/** The codes that the bytes of `decideColumn` and `decideTable` stand for:
 * `decisionCodes[byte]`. */
export declare const decisionCodes: readonly [
  'ELIGIBLE',
  'DOCUMENT_NOT_ONLINE',
  'GROUND_NOT_ONLINE',
  'PILOT_NOT_STARTED',
  'PILOT_PAUSED',
  'PILOT_ENDED',
  'TOO_EARLY',
  'NEVER_ONLINE',
  'TOO_LATE',
  'LONG_EXPIRED',
  'CARD_NOT_VALID',
  'NOT_HOLDER',
  'DATE_INVALID',
  'UNKNOWN_VALUE',
  'NOT_COVERED',
]

/** In a column of days: no day. As an expiry date it is no day either. */
export declare const noDay: -2147483648

/** The version of the package, which is that of the Rust core. */
export declare const version: string

/** A civil date from 0001-01-01 to 9999-12-31, without a time and a zone. As `YYYY-MM-DD`. See `dayOf` for a `Date`; a `Temporal.PlainDate` prints as one, and is read from one by `Temporal.PlainDate.from`. */
export type Day = string
/** A time of day in whole minutes, from 00:00 to 24:00. As `HH:MM`. */
export type TimeOfDay = string
/** An instant. In RFC 3339 with an offset; answers are in UTC. A `Date` gives one by `toISOString()`. */
export type Moment = string
/** An amount of tenge (KZT). In plain decimal notation, such as `786.40`. No number: nothing is rounded. */
export type Tenge = string
/** A decimal figure, such as a multiple of the MRP. In plain decimal notation. */
export type Rate = string
/** The identifier of a service centre: 1 to 32 characters `a`-`z`, `0`-`9`, `-`, `_`, `.`. */
export type CentreId = string
/** The name of a rulebook edition. */
export type EditionName = string
/** The name of a profile of limits for photos or signature samples. */
export type ProfileName = string
/** The name of a service that a centre gives. */
export type ServiceId = string
/** The name of a source in the rulebook. */
export type SourceId = string
/** A postcode in its canonical form. */
export type Postcode = string
/** An individual identification number, 12 digits. Personal data: not for logs. */
export type Iin = string
/** The number of an identity card, 9 digits. Personal data: not for logs. */
export type CardNumber = string
/** The number of a passport. Personal data: not for logs. */
export type PassportNumber = string
/** A mobile phone number in E.164, such as `+77011234567`. Personal data: not for logs. */
export type Phone = string
/** An e-mail address. Personal data: not for logs. */
export type EmailAddress = string
/** A surname, given name or patronymic. Personal data: not for logs. */
export type PersonName = string
/** A day or a month, `2026-02-10` or `2026-02`. */
export type FeedbackPeriod = string
/** Ratings summed up: the JSON text that a summary is stored as. */
export type FeedbackSummary = string
/** The figures and dates that belong to a code, by the names of the catalogue: numbers are numbers,
 * everything else is a string. */
export type Params = Readonly<Record<string, string | number>>
/** One parameter that a code promises. */
export interface ParamSpec {
  /** The name, in snake_case. */
  name: string
  /** The type of its contents. */
  kind: ParamKind
}

/**
 * The event of the application. In JSON the kind stands in the field `event`, next to the
 * action's own fields.
 */
export type Action =
  /** The applicant filed the application. */
  | {
    event: 'filed'
    /** The way in which the card will be received. */
    receiving: Receiving
    /** The amount to pay, in tenge; zero if nothing is due. */
    due: Tenge
    /** The channel it came through, if the portal tells. */
    channel?: Channel | undefined
    /** The identification of the applicant, if the portal tells. */
    identification?: Identification | undefined
  }
  /** The amount due was paid. */
  | {
    event: 'paid'
    /** The paid amount, in tenge: exactly the amount due. */
    amount: Tenge
  }
  /** The application was registered. */
  | {
    event: 'registered'
    /** The number the applicant can ask by: 1 to 32 Latin letters, digits and hyphens. */
    ticket: string
  }
  /** The migration service began its review. */
  | {
    event: 'review_started'
  }
  /** The review was passed; the card is being made. */
  | {
    event: 'approved'
  }
  /** The review was failed. A new application is needed, and the duty is due again with it. */
  | {
    event: 'annulled'
    /** The faults: one or two entries. */
    reasons: Array<AnnulmentReason>
  }
  /** The card lies at the service centre. */
  | {
    event: 'ready_for_pickup'
    /** The centre. */
    centre: CentreId
  }
  /** The courier took the card. */
  | {
    event: 'handed_to_courier'
  }
  /** The courier handed the card to its holder. */
  | {
    event: 'delivered'
  }
  /** The courier could not hand the card over and brought it to a service centre. */
  | {
    event: 'delivery_failed'
    /** The centre where the card now lies. */
    centre: CentreId
  }
  /** The service centre handed the card to its holder. */
  | {
    event: 'issued'
  }
  /** The applicant withdrew the application. */
  | {
    event: 'withdrawn'
  }

/** The kind of an `Action`: the word in an event's field `event`. */
export type ActionKind =
  /** The applicant filed the application. */
  | 'filed'
  /** The amount due was paid. */
  | 'paid'
  /** The application was registered. */
  | 'registered'
  /** The migration service began its review. */
  | 'review_started'
  /** The review was passed; the card is being made. */
  | 'approved'
  /** The review was failed. A new application is needed, and the duty is due again with it. */
  | 'annulled'
  /** The card lies at the service centre. */
  | 'ready_for_pickup'
  /** The courier took the card. */
  | 'handed_to_courier'
  /** The courier handed the card to its holder. */
  | 'delivered'
  /** The courier could not hand the card over and brought it to a service centre. */
  | 'delivery_failed'
  /** The service centre handed the card to its holder. */
  | 'issued'
  /** The applicant withdrew the application. */
  | 'withdrawn'

/**
 * A delivery address whose parts were checked. Texts are as they were typed, without spaces at
 * their ends.
 *
 * It is personal data: `Debug` prints only its region. Reading it from JSON checks the region
 * and the postcode, and takes the other parts as they are: their limits are the rulebook's.
 */
export interface Address {
  /** The region. */
  region: Region
  /** The city, town or village. */
  locality: string
  /** The street, or the microdistrict; `undefined` in a village whose houses have no street. */
  street?: string | undefined
  /** The building's number. */
  building: string
  /** The flat's number; `undefined` for a house. */
  flat?: string | undefined
  /** The postcode. */
  postcode: Postcode
}

/** The fault that the review found. */
export type AnnulmentReason =
  /** The photo. */
  | 'photo'
  /** The signature sample. */
  | 'signature'

/** The applicant: the card's holder, who fills in the form personally. */
export interface Applicant {
  /** The individual identification number. */
  iin: Iin
  /** The surname, as on the card. */
  surname: PersonName
  /** The given name, as on the card. */
  givenName: PersonName
  /** The patronymic, if the card has one. */
  patronymic?: PersonName | undefined
  /** The mobile phone for contact and SMS. */
  phone: Phone
  /** The e-mail address for notices. */
  email: EmailAddress
}

/**
 * An application whose every field was read and found good. Its JSON is the form's, in which number and
 * expiry date stand in `card`.
 */
export interface ApplicationForm {
  /** The portal's number for the application. */
  number: string
  /** The language of notices. */
  language: Language
  /** The channel in which it was filled in. */
  channel: Channel
  /** The document to be replaced. */
  document: DocumentKind
  /** The ground of its replacement. */
  ground: Ground
  /** The card's number, if the applicant gave it. */
  cardNumber?: CardNumber | undefined
  /** The expiry date printed on the card. */
  expiresOn: Day
  /** The applicant. */
  applicant: Applicant
  /** The identification of the applicant by the portal. */
  identification: Identification
  /** The portal's reference to the photo. */
  photo: string
  /** The portal's reference to the signature sample. */
  signature: string
  /** The way of receiving the card. */
  receiving: ReceivingChoice
  /** The category for which the duty is waived, if the applicant claims one. */
  exemption?: string | undefined
}

/** The effect of an event. */
export interface EventOutcome {
  /** The state after it. */
  state: State
  /** The notices to send, in this order; empty if nothing changed. */
  notices: Array<NoticeKind>
  /** `true` if it changed anything, `false` for an event that the history already holds. */
  changed: boolean
}

/** The contents of an appointment's event. */
export interface Appointment {
  /**
   * The application's number. The event's UID is made of it alone, so that a calendar keeps one
   * event for the application's life, wherever and whenever the card is picked up.
   */
  application: string
  /**
   * The number of changes of the appointment: 0 at first, one more for each move, and for being
   * called off. Of two events a calendar keeps the one with the higher number.
   */
  sequence: number
  /** Its status. An event that was called off takes the one before it out of the calendar. */
  status: AppointmentStatus
  /** The centre. */
  centre: CentreId
  /** The civil date in Kazakhstan. */
  day: Day
  /** Its beginning, in Kazakhstan's civil time. */
  from: TimeOfDay
  /** Its end, after `from`. */
  until: TimeOfDay
  /** The instant at which the event is made. */
  stamp: Moment
  /** The language of the texts. */
  language: Language
  /** The title; the rulebook's text for picking up a card, if it is empty. */
  summary: string
  /**
   * The things to bring along, and so on; the rulebook's text with the old card and the number,
   * if it is empty.
   */
  description: string
  /** Minutes before it begins at which a calendar is to remind of it; `undefined` for no alarm. */
  alarmMinutes?: number | undefined
  /** The centre's name and address. */
  location: string
  /** The centre's degrees north of the equator. */
  latitude: number
  /** The centre's degrees east of Greenwich. */
  longitude: number
}

/** The status of an appointment. */
export type AppointmentStatus =
  /** It stands, perhaps at another time or place than before. */
  | 'booked'
  /** It was called off. */
  | 'cancelled'

/** The part of the service a code belongs to. */
export type Area =
  /** Reading JSON, dates, amounts and texts. */
  | 'input'
  /** IIN, documents and names. */
  | 'identity'
  /** Phone, e-mail and address. */
  | 'contact'
  /** Image files. */
  | 'image'
  /** The checks of the photo. */
  | 'photo'
  /** The checks of the signature sample. */
  | 'signature'
  /** The decision on renewing a card online. */
  | 'eligibility'
  /** The state register's record against the form. */
  | 'register'
  /** Duty, exemptions and delivery fee. */
  | 'fees'
  /** Working days and ready dates. */
  | 'calendar'
  /** Service centres, slots and delivery. */
  | 'receiving'
  /** The application's states and events. */
  | 'lifecycle'
  /** Technical faults and filing on paper. */
  | 'faults'
  /** Ratings and comments. */
  | 'feedback'
  /** Rulebook files and their texts. */
  | 'rulebook'

/** Everything a portal needs to answer an application. */
export interface Assessment {
  /** Its outcome. */
  outcome: AssessmentOutcome
  /** The portal's number for the application; `undefined` if the form does not say. */
  application?: string | undefined
  /** The day asked about. */
  on: Day
  /** The edition of the rulebook that was used. */
  edition: EditionName
  /** The language of the notices: the form's, or Kazakh if the form does not say. */
  language: Language
  /** `true` if the data were compared with the state register. */
  verified: boolean
  /** The decision on renewing the card online; `undefined` if the form does not say enough. */
  decision?: Decision | undefined
  /**
   * All problems of the form, and the questions that could not be answered. `Code.is_gap`
   * tells the problems that the operator has to fix, and no applicant can.
   */
  problems: Array<Problem>
  /** The amounts to pay; only if the decision is not a refusal. */
  quote?: Quote | undefined
  /** The day on which the card is ready; only if the decision is not a refusal. */
  ready?: ReadyDate | undefined
  /**
   * The place and the time of picking it up. `undefined` if no directory was given, or if every
   * centre that is near enough is full: then `problems` has the warning `APPOINTMENT_OPEN`.
   */
  pickup?: PickupPlan | undefined
  /** The likely day of its delivery, if it is delivered. */
  delivery?: DeliveryEstimate | undefined
  /** The findings of the checks of the photo, if it was given. */
  photo?: PhotoReport | undefined
  /** The findings of the checks of the signature sample, if it was given. */
  signature?: SignatureReport | undefined
  /** The right to file on paper after a technical fault, if an attempt was given. */
  paper?: PaperRight | undefined
  /**
   * The notices to send now; empty if the service is unavailable, and of an invalid form only
   * that it may be filed on paper.
   */
  notices: Array<Notice>
  /** The events that may happen next. */
  nextEvents: Array<ActionKind>
  /** The form, if the whole of it could be read, whatever came of it: each value in its canonical form. */
  form?: ApplicationForm | undefined
}

/** The outcome of an assessment. */
export type AssessmentOutcome =
  /** The application can be filed. */
  | 'accepted'
  /** The service is refused on the merits, with or without mistakes in the form. */
  | 'refused'
  /** The form has mistakes to be corrected. */
  | 'invalid'
  /**
   * The rulebook has a gap, which no applicant can fix: nothing can be filed now, and
   * nothing is sent.
   */
  | 'unavailable'

/** The time during which one applicant tried to apply. */
export interface Attempt {
  /** The beginning of the attempt. */
  from: Moment
  /** The end of the attempt, or the moment asked about (exclusive). */
  to: Moment
}

/**
 * The limits of one measure, in its unit; each is inclusive: the value itself is good. A limit
 * that is absent does not exist.
 */
export interface Band {
  /** The name of the source in `sources` that says so. */
  source: SourceId
  /** Lower values fail. */
  failBelow?: number | undefined
  /** Lower values are warned of. */
  warnBelow?: number | undefined
  /** Higher values are warned of. */
  warnAbove?: number | undefined
  /** Higher values fail. */
  failAbove?: number | undefined
}

/** Places that are taken already, as the caller's records say: the library keeps no state. */
export interface Booking {
  /** The centre. */
  centre: CentreId
  /** The day. */
  day: Day
  /** The time, which counts for the slot that it lies in. */
  time: TimeOfDay
  /** The number of taken places. Bookings of one slot add up. */
  count: number
}

/** The status of a card in the state register. */
export type CardStatus =
  /** In force. */
  | 'valid'
  /** Past its expiry date. */
  | 'expired'
  /** Reported lost. */
  | 'lost'
  /** Withdrawn by the state. */
  | 'revoked'
  /** A newer card was issued. */
  | 'replaced'

/**
 * A public service centre, where cards are picked up.
 *
 * A centre from a `CentreDirectory`(super.CentreDirectory) or from `Centre.from_json` is
 * checked. For one that was made otherwise, see `Centre.problems`.
 */
export interface Centre {
  /** The identifier, one of a kind in its directory. */
  id: CentreId
  /** Its name. */
  name: LocalText
  /** Its address. */
  address: LocalText
  /** The region it is in. */
  region: Region
  /** Degrees north of the equator, −90 to 90. */
  latitude: number
  /** Degrees east of Greenwich, −180 to 180. */
  longitude: number
  /** The services that it gives. Only a centre with `handing_out` has slots. */
  services: Array<ServiceId>
  /** Its opening hours. */
  timetable: Timetable
  /** The hours in which it hands cards out, if not all the time that it is open. */
  handingOut?: Timetable | undefined
  /** The dates with hours of their own. */
  overrides: SpecialHours
  /** The length of a slot in minutes, 1 to 480. */
  slotMinutes: number
  /** The number of applicants that a slot takes, 1 to 1000. */
  capacity: number
}

/** One of the two online channels (SPEC 1). */
export type Channel =
  /** The e-government portal. */
  | 'portal'
  /** A mobile app. */
  | 'mobile_app'

/** One check of a photo or of a signature sample. */
export interface Check {
  /** The kind of the check. */
  kind: CheckKind
  /** Its verdict. */
  verdict: Verdict
  /** The value measured, in `unit`; `undefined` without a measure. */
  measured?: number | undefined
  /** The unit of `measured` and of the limits. */
  unit: MeasureUnit
  /** The rulebook's limits; `undefined` for checks without a figure. */
  limits?: Band | undefined
  /**
   * The reason, and the advice for the applicant: `CHECK_PASSED`, `CHECK_NOT_DONE`, or the code
   * of the problem.
   */
  reason: Reason
}

/** The kind of a check. */
export type CheckKind =
  /** The file: format, wholeness, limits. */
  | 'file'
  /** Personal metadata in the file. */
  | 'metadata'
  /** The shorter side against the least that is needed at 3:4. */
  | 'resolution'
  /** Width over height. */
  | 'aspect'
  /** The JPEG quality: low if the picture was compressed strongly. */
  | 'compression'
  /** The number of faces. */
  | 'face_count'
  /** The distance between the centres of the eyes. */
  | 'eye_distance'
  /** The width of the head over that of the picture. */
  | 'head_width'
  /** The height of the head, chin to crown, over that of the picture. */
  | 'head_height'
  /** The place of the middle between the eyes, from the left, over the width of the picture. */
  | 'face_horizontal'
  /** The place of the middle between the eyes, from the top, over the height of the picture. */
  | 'face_vertical'
  /** The tilt of the head to a shoulder. */
  | 'roll'
  /** The turn of the head to a side; an estimate. */
  | 'yaw'
  /** The head raised or lowered; an estimate. */
  | 'pitch'
  /** The gap of the lids of the eye that is less open, over the distance from eyes to chin. */
  | 'eyes_open'
  /** The gap of the lips over the distance from eyes to chin. */
  | 'mouth_closed'
  /** The mean luminance of the face. */
  | 'brightness'
  /** The share of the face that is almost black. */
  | 'dark_share'
  /** The share of the face that is almost white. */
  | 'bright_share'
  /** The entropy of the luminance of the face. */
  | 'contrast'
  /** The darker cheek's luminance over the brighter one's. */
  | 'even_light'
  /** The part of the detail around the eyes that is fine, at a fixed size of the face. */
  | 'sharpness'
  /** The mean gradient of the background. */
  | 'background_plain'
  /** The difference between the brightest and the darkest part of the background. */
  | 'background_even'
  /** The luminance of the background. */
  | 'background_light'
  /** The distance of the background's colour from grey. */
  | 'background_colour'
  /** The distance of the cheeks' colour from the colours of skin. */
  | 'natural_colour'
  /** The colourfulness of the cheeks: zero in a greyscale picture. */
  | 'colour'
  /** Hair, hands or things before the face. */
  | 'occlusion'
  /** Hats and scarves. */
  | 'head_covering'
  /** A neutral expression. */
  | 'expression'
  /** Glasses: reflections, dark glass, frames before the eyes. */
  | 'glasses'
  /** The darkness of the ink compared with the paper, the light being evened out. */
  | 'signature_contrast'
  /** The share of the picture in areas that are neither ink nor paper, as photographs have them. */
  | 'signature_grey_areas'
  /** The number of parts of ink that do not touch each other. */
  | 'signature_parts'
  /**
   * The departure of the ink from a straight line: its spread across its main direction over
   * that along it.
   */
  | 'signature_straightness'
  /** The length of the ink, in widths of the pen. */
  | 'signature_travel'
  /** The share of the picture that is ink. */
  | 'signature_ink_share'
  /** The width of the box around the ink over that of the picture. */
  | 'signature_ink_width'
  /** The height of the box around the ink over that of the picture. */
  | 'signature_ink_height'
  /** The distance of the ink from the nearest edge of the picture, at the size of work. */
  | 'signature_edge'
  /** The width of the pen, the median of all ink, over the height of the picture. */
  | 'signature_pen_width'
  /** The width of the picture. */
  | 'signature_width'
  /** The height of the picture. */
  | 'signature_height'
  /** The width of the picture over its height. */
  | 'signature_aspect'
  /** The number of points of the strokes. */
  | 'stroke_points'
  /** The length of the strokes over the width of the box around their points. */
  | 'stroke_length'
  /** The number of points with a time that is not later than the one before. */
  | 'stroke_times'

/** An IIN as it was read, with what is odd about its layout. */
export interface CheckedIin {
  /** The number. */
  iin: Iin
  /**
   * An impossible birth date (`IIN_BIRTH_DATE`) or an unassigned seventh digit (`IIN_CENTURY`), where
   * that is a warning and no error.
   */
  finding?: Reason | undefined
}

/** A civil date and time, the seconds left out. */
export interface CivilTime {
  /** The civil date. */
  day: Day
  /** The civil time, before 24:00. */
  time: TimeOfDay
}

/** A stable code of an error, a refusal, a warning or a statement. */
export type Code =
  /** The bytes are not UTF-8; `offset` is the first wrong byte, from 0. */
  | 'INVALID_UTF8'
  /** The text is not JSON; line and column are counted from 1. */
  | 'JSON_SYNTAX'
  /** The JSON is nested more deeply than `limit`. */
  | 'JSON_TOO_DEEP'
  /** The input has more bytes than `limit`. */
  | 'JSON_TOO_LARGE'
  /**
   * The object has a field that this type does not know; `suggestion` is the name that was
   * probably meant, or empty.
   */
  | 'UNKNOWN_FIELD'
  /** The object has a field twice. */
  | 'DUPLICATE_FIELD'
  /** A field that must be given is not there. */
  | 'MISSING_FIELD'
  /** The value has another JSON type than `expected`. */
  | 'WRONG_TYPE'
  /** The value is none of those listed in `allowed`. */
  | 'UNKNOWN_VALUE'
  /** The text is empty, or nothing but spaces. */
  | 'TEXT_EMPTY'
  /** The text has more characters (Unicode scalar values) than `max`. */
  | 'TEXT_TOO_LONG'
  /** The text has a character that prints nothing; `position` counts characters from 1. */
  | 'TEXT_CONTROL'
  /** The number is outside `min` to `max`, both inclusive. */
  | 'NUMBER_RANGE'
  /** The text is no date of the form YYYY-MM-DD. */
  | 'DATE_INVALID'
  /** The text is no RFC 3339 date and time with an offset. */
  | 'MOMENT_INVALID'
  /** The text is no time of the form HH:MM, from 00:00 to 24:00. */
  | 'TIME_INVALID'
  /** The text is no amount of tenge in plain decimal notation. */
  | 'AMOUNT_INVALID'
  /** The text is no identifier: 1 to 32 characters of a-z, 0-9, '-', '_' and '.'. */
  | 'ID_INVALID'
  /** The number or reference is not 1 to `max` letters A-Z and a-z, digits and hyphens between them. */
  | 'REFERENCE_INVALID'
  /** The list has fewer entries than `min` or more than `max`, both inclusive. */
  | 'LIST_LENGTH'
  /** There are more problems than `limit`; the rest was not looked for. */
  | 'TOO_MANY_PROBLEMS'
  /** The last end of an interval is before its first. */
  | 'INTERVAL_REVERSED'
  /** An IIN has 12 digits; this text has `length` characters. */
  | 'IIN_LENGTH'
  /** A character of the IIN is no ASCII digit; `position` counts from 1. */
  | 'IIN_NOT_DIGITS'
  /** The number is a BIN, which legal entities have: its fifth digit is 4, 5 or 6. */
  | 'IIN_IS_BIN'
  /** The IIN's check digit is wrong: a digit was mistyped. */
  | 'IIN_CHECK_DIGIT'
  /** The IIN's first six digits and its century are no existing date. */
  | 'IIN_BIRTH_DATE'
  /** The IIN's seventh digit, which gives century and sex, is not 1 to 6. */
  | 'IIN_CENTURY'
  /** The IIN's birth date is after the day asked about. */
  | 'IIN_BORN_AFTER'
  /** The holder is younger than the age from which identity cards are issued. */
  | 'HOLDER_TOO_YOUNG'
  /** No card issued by today is valid longer than `years`, until `latest`: a mistyped year. */
  | 'EXPIRY_TOO_FAR'
  /** The card would have been issued before its holder was `minimum` years old: a mistyped year. */
  | 'EXPIRY_BEFORE_FIRST_CARD'
  /** A card number has exactly 9 digits. */
  | 'CARD_NUMBER_FORMAT'
  /** A passport number is N and 8 digits. */
  | 'PASSPORT_NUMBER_FORMAT'
  /**
   * The name has a character that no card prints; `character` is what kind it is: `latin_letter`,
   * `digit`, `punctuation` or `other_character`.
   */
  | 'NAME_CHARACTER'
  /** Hyphens, apostrophes and spaces stand only between letters of a name. */
  | 'NAME_FORMAT'
  /** The text is no phone number. */
  | 'PHONE_FORMAT'
  /** The number belongs to another country's plan. */
  | 'PHONE_NOT_KAZAKHSTAN'
  /** The Kazakh number is not mobile, so that no SMS reaches it. */
  | 'PHONE_NOT_MOBILE'
  /** The number lies in a range of Kazakhstan's plan that is not assigned. */
  | 'PHONE_UNASSIGNED'
  /** The text is no e-mail address. */
  | 'EMAIL_FORMAT'
  /** The address has more octets than `max`. */
  | 'EMAIL_TOO_LONG'
  /** The address comes with a display name. */
  | 'EMAIL_DISPLAY_NAME'
  /** The address holds a comment. */
  | 'EMAIL_COMMENT'
  /** The domain is an IP address. */
  | 'EMAIL_IP_LITERAL'
  /** The part before @ is quoted. */
  | 'EMAIL_QUOTED_LOCAL'
  /** The part after @ is no domain name that mail can be delivered to. */
  | 'EMAIL_DOMAIN'
  /** The domain is one slip away from `domain`, a common one. */
  | 'EMAIL_DOMAIN_SUGGESTED'
  /** A postcode has 6 digits, or the newer form of a letter, two digits, a letter, a digit, a letter, a digit. */
  | 'POSTCODE_FORMAT'
  /** There are no bytes. */
  | 'IMAGE_EMPTY'
  /** The file is an image or a document of a known format that is not accepted. */
  | 'IMAGE_FORMAT'
  /** The first bytes belong to no format that is known. */
  | 'IMAGE_FORMAT_UNKNOWN'
  /**
   * The file has more bytes than `limit`; in megabytes of 2^20 bytes, the size is rounded up and the
   * limit down to tenths.
   */
  | 'IMAGE_TOO_LARGE'
  /** The picture has more than `limit` pixels; a progressive JPEG has a lower limit. */
  | 'IMAGE_TOO_MANY_PIXELS'
  /** A side of the picture has more than `limit` pixels. */
  | 'IMAGE_SIDE'
  /** The JPEG comes in more than `limit` scans. */
  | 'IMAGE_SCANS'
  /** A block of metadata has more bytes than `limit`, as it is or inflated; `size` is what was reached. */
  | 'IMAGE_METADATA_TOO_LARGE'
  /** The JPEG is of a kind that is not accepted. */
  | 'IMAGE_KIND'
  /** The PNG is an animation. */
  | 'IMAGE_ANIMATED'
  /** The file cannot be read; `offset` is the part that is wrong, counted in bytes from 0. */
  | 'IMAGE_DAMAGED'
  /** The file ends before its picture does. */
  | 'IMAGE_CUT'
  /** Something follows the picture; `offset` is its first byte, counted from 0. */
  | 'IMAGE_TRAILING_DATA'
  /** The colour profile is not accepted. */
  | 'IMAGE_PROFILE'
  /** A check of a photo or a signature sample found nothing wrong. */
  | 'CHECK_PASSED'
  /** A check was not done. */
  | 'CHECK_NOT_DONE'
  /** The file tells of persons, places or devices; `measured` counts the kinds of such data. */
  | 'PHOTO_METADATA'
  /** The picture has too few pixels: `measured` is the width of its largest part at 3:4. */
  | 'PHOTO_RESOLUTION'
  /** The photo was not given to be checked, only the portal's reference to it. */
  | 'PHOTO_UNCHECKED'
  /** The sides are not 3:4; in thousandths, width over height. */
  | 'PHOTO_ASPECT'
  /** The picture was compressed so strongly that details are lost; JPEG quality. */
  | 'PHOTO_COMPRESSED'
  /** No face was found. */
  | 'PHOTO_NO_FACE'
  /** Several faces were found. */
  | 'PHOTO_SEVERAL_FACES'
  /** The eyes are too few pixels apart. */
  | 'PHOTO_EYE_DISTANCE'
  /** The head takes up too little of the picture; in thousandths. */
  | 'PHOTO_HEAD_TOO_SMALL'
  /** The head takes up too much of the picture; in thousandths. */
  | 'PHOTO_HEAD_TOO_LARGE'
  /** The face is too far to the left of the picture; in thousandths of its width. */
  | 'PHOTO_FACE_LEFT'
  /** The face is too far to the right of the picture; in thousandths of its width. */
  | 'PHOTO_FACE_RIGHT'
  /** The face is too far up; in thousandths of the height of the picture. */
  | 'PHOTO_FACE_HIGH'
  /** The face is too far down; in thousandths of the height of the picture. */
  | 'PHOTO_FACE_LOW'
  /** The head is tilted to a shoulder; in tenths of a degree, positive to the left one. */
  | 'PHOTO_TILTED'
  /** The head is turned to a side; in tenths of a degree, an estimate. */
  | 'PHOTO_TURNED'
  /** The head is raised or lowered; in tenths of a degree, an estimate. */
  | 'PHOTO_NODDED'
  /** An eye is closed. */
  | 'PHOTO_EYES_CLOSED'
  /** The mouth is open. */
  | 'PHOTO_MOUTH_OPEN'
  /** The face is too dark. */
  | 'PHOTO_TOO_DARK'
  /** The face is too bright. */
  | 'PHOTO_TOO_BRIGHT'
  /** The face has too few shades of grey. */
  | 'PHOTO_FLAT'
  /** One side of the face is much darker than the other; in thousandths. */
  | 'PHOTO_UNEVEN_LIGHT'
  /** The face is blurred. */
  | 'PHOTO_BLURRED'
  /** There is something to be seen in the background. */
  | 'PHOTO_BACKGROUND_BUSY'
  /** The background is brighter here than there. */
  | 'PHOTO_BACKGROUND_UNEVEN'
  /** The background is too dark. */
  | 'PHOTO_BACKGROUND_DARK'
  /** The background has a strong colour. */
  | 'PHOTO_BACKGROUND_COLOURED'
  /** The skin has a colour that no skin has. */
  | 'PHOTO_UNNATURAL_COLOUR'
  /** The photo is greyscale. */
  | 'PHOTO_GREYSCALE'
  /** The signature sample was not given to be checked, only the portal's reference to it. */
  | 'SIGNATURE_UNCHECKED'
  /** The file of the signature sample has more bytes than `limit`. */
  | 'SIGNATURE_TOO_MANY_BYTES'
  /** Nothing is darker than the paper, or only specks are. */
  | 'SIGNATURE_BLANK'
  /** The picture has areas of grey, as photographs have them. */
  | 'SIGNATURE_PHOTO'
  /** The ink is in too many parts, as printed text is. */
  | 'SIGNATURE_TEXT'
  /** There is only a straight line. */
  | 'SIGNATURE_LINE'
  /** There is only a dot: ink that is compact and small. */
  | 'SIGNATURE_DOT'
  /** There is a filled area: ink that is compact and large. */
  | 'SIGNATURE_BLOCK'
  /** Too little of the picture is ink. */
  | 'SIGNATURE_LITTLE_INK'
  /** Too much of the picture is ink. */
  | 'SIGNATURE_MUCH_INK'
  /** The signature takes up too little of the picture's width. */
  | 'SIGNATURE_NARROW'
  /** The signature takes up too little of the picture's height. */
  | 'SIGNATURE_LOW'
  /** The ink touches the edge of the picture. */
  | 'SIGNATURE_AT_EDGE'
  /** The pen is too thick for the picture. */
  | 'SIGNATURE_THICK'
  /** A side of the picture has too few pixels. */
  | 'SIGNATURE_FEW_PIXELS'
  /** The picture is too tall for its width; in thousandths, width over height. */
  | 'SIGNATURE_TOO_TALL'
  /** The picture is too wide for its height; in thousandths, width over height. */
  | 'SIGNATURE_TOO_WIDE'
  /** The strokes of the pen have too few points. */
  | 'SIGNATURE_FEW_POINTS'
  /** The strokes of the pen have too many points. */
  | 'SIGNATURE_MANY_POINTS'
  /** One stroke that hardly goes back and forth; in thousandths of its width. */
  | 'SIGNATURE_SHORT'
  /** The times of the points do not increase; `measured` counts the points. */
  | 'SIGNATURE_TIMES'
  /** The card can be renewed online today; `days` counts the days from `first_day` to `last_day`. */
  | 'ELIGIBLE'
  /** The card can be renewed online today, and later once more, on so many `days`. */
  | 'ONLINE_AGAIN'
  /** The notice that every refusal begins with, verbatim. */
  | 'NOT_AVAILABLE_ONLINE'
  /** Only the identity card is renewed online. */
  | 'DOCUMENT_NOT_ONLINE'
  /** Only an expiring card is replaced online. */
  | 'GROUND_NOT_ONLINE'
  /** The pilot has not begun. */
  | 'PILOT_NOT_STARTED'
  /** The pilot pauses: `last_day` was the last one of a period, and `first_day` is that of the next. */
  | 'PILOT_PAUSED'
  /** The pilot is over; `last_day` was its last. */
  | 'PILOT_ENDED'
  /** The card cannot be renewed online yet; `opens_on` is the first day on which it can, by all rules that are known. */
  | 'TOO_EARLY'
  /** Neither today nor on any later day can the card be renewed online, by all rules that are known. */
  | 'NEVER_ONLINE'
  /** The card expired longer ago than the window allows; `last_day` was the last one on which it could be renewed online. */
  | 'TOO_LATE'
  /** The card expired longer ago than the window allows, and there was no day on which it could be renewed online. */
  | 'LONG_EXPIRED'
  /** The register says that the card is not in force for another cause than its expiry. */
  | 'CARD_NOT_VALID'
  /** The card belongs to another person than the applicant. */
  | 'NOT_HOLDER'
  /** Form and register differ in `field`; the register's value is not told. */
  | 'REGISTER_MISMATCH'
  /** No register record was given: the data are as the applicant wrote them. */
  | 'DATA_UNVERIFIED'
  /** A line of the state duty: a rate of the MRP. */
  | 'STATE_DUTY'
  /** No state duty is charged on this ground, whoever applies. */
  | 'DUTY_FREE'
  /** The state duty falls away for a category of persons. */
  | 'DUTY_EXEMPT'
  /** A line of the delivery fee. */
  | 'DELIVERY_FEE'
  /** The exemption rests on a source that is not confirmed for this date. */
  | 'EXEMPTION_UNCONFIRMED'
  /** The tariff is an illustration and no published price. */
  | 'TARIFF_ILLUSTRATIVE'
  /** The rulebook has no duty for this document on this ground. */
  | 'DUTY_UNKNOWN'
  /** An amount grew beyond what can be represented. */
  | 'AMOUNT_OVERFLOW'
  /** No entry of the rulebook covers this day: nothing is guessed. */
  | 'NOT_COVERED'
  /**
   * What every answer begins with that the rulebook has a gap for: the application cannot be taken
   * now, whatever the applicant does.
   */
  | 'SERVICE_UNAVAILABLE'
  /** The card will be ready on this day at the latest. */
  | 'READY_ON'
  /**
   * The card will be ready on this day at the latest if the application is registered on the day of
   * filing: the term runs from the registration, whose day is not known yet.
   */
  | 'READY_ASSUMED'
  /** The directory has no centre with this identifier. */
  | 'CENTRE_UNKNOWN'
  /** No centre fits the filters. */
  | 'NO_CENTRE'
  /** Two centres have the same identifier. */
  | 'CENTRE_DUPLICATE'
  /** Two time ranges of one day overlap. */
  | 'TIMETABLE_OVERLAP'
  /**
   * The centre has no free slot from the first to the last day searched; its name is given in each
   * language.
   */
  | 'NO_FREE_SLOT'
  /** An appointment is offered; the centre's name is given in each language. */
  | 'PICKUP_OFFERED'
  /**
   * The centre that was chosen, or the nearest one, has no free slot from the first to the last day
   * searched; the one offered is the nearest that has.
   */
  | 'CENTRE_FULL'
  /**
   * No centre near enough has a free slot from the first to the last day searched: the application
   * is filed with the appointment open.
   */
  | 'APPOINTMENT_OPEN'
  /** The form asks for pickup, and names neither a centre nor a spot to look around. */
  | 'PICKUP_PLACE_MISSING'
  /** An estimate of the day of delivery. */
  | 'DELIVERY_ESTIMATED'
  /** The rulebook has no delivery zone for this region. */
  | 'DELIVERY_NOT_OFFERED'
  /** The event is not allowed in this state. */
  | 'EVENT_NOT_ALLOWED'
  /** The event is dated before the one it follows. */
  | 'EVENT_OUT_OF_ORDER'
  /** An event's identifier is 1 to 64 printable ASCII characters. */
  | 'EVENT_ID_INVALID'
  /** An event identifier was used before with other content. */
  | 'EVENT_ID_REUSED'
  /** The amount paid is not the amount due. */
  | 'PAYMENT_MISMATCH'
  /** The fault lasted longer than the limit: filing on paper is allowed. */
  | 'PAPER_ALLOWED'
  /** No fault during the attempt lasted longer than the limit. */
  | 'PAPER_NOT_ALLOWED'
  /** The statement about a fault that a service centre is shown. */
  | 'FAULT_STATEMENT'
  /** A rating is a whole number from `min` to `max`. */
  | 'RATING_RANGE'
  /** There is no shipped edition with this name. */
  | 'EDITION_UNKNOWN'
  /** Two entries of a series are in force on the same day. */
  | 'PERIOD_OVERLAP'
  /** A series that promises no gaps has one. */
  | 'PERIOD_GAP'
  /** An entry ends before it begins, or on that day. */
  | 'PERIOD_EMPTY'
  /** The entry cites a source that the file does not list. */
  | 'SOURCE_UNKNOWN'
  /** The value breaks a bound of its field. */
  | 'VALUE_BOUNDS'
  /** Two entries say different things of the same matter. */
  | 'ENTRY_CONFLICT'
  /** An entry names another entry that does not exist. */
  | 'ENTRY_UNKNOWN'
  /** The text is not valid Fluent. */
  | 'MESSAGE_SYNTAX'
  /** A text that the library needs is not there in a language. */
  | 'MESSAGE_MISSING'
  /** A text uses a variable that its code or notice does not have. */
  | 'MESSAGE_VARIABLE'
  /** A text uses something that this library does not do. */
  | 'MESSAGE_UNSUPPORTED'

/** The colours that the samples of a file mean. */
export type ColourProfile =
  /** No profile: sRGB by convention. */
  | 'none'
  /** sRGB. */
  | 'srgb'
  /** Display P3, which phones write. */
  | 'display_p3'
  /** Another profile, or one that cannot be read. */
  | 'other'

/** The certainty of a source. */
export type Confidence =
  /** The official text, or two independent sources. */
  | 'high'
  /** One decent source. */
  | 'medium'
  /** The service description that this library implements. */
  | 'service'
  /** A choice of the software's developers, where no source says. */
  | 'own_choice'

/** A currency, as ISO 4217 writes it. */
export type Currency =
  /** Kazakhstan's tenge. */
  | 'KZT'

/** The hours of one date, in place of those that its weekday has. */
export interface DayHours {
  /** The date. */
  day: Day
  /** Its hours; empty: closed. */
  hours: Array<TimeRange>
}

/** A range of days, both ends inclusive. */
export interface DayRange {
  /** The first day of the range. */
  first: Day
  /** The last day of the range, which belongs to it. */
  last: Day
}

/** The days off and the days declared working of one year. */
export interface DaysOff {
  /** The year. */
  year: number
  /** The days off that fall Monday to Friday, in order. */
  days: Array<Day>
  /** The days off that are declared working, in order. */
  worked: Array<Day>
  /** Every special day of the year with its cause, in order; holidays on a weekend as well. */
  special: Array<SpecialDay>
}

/** The answer to an `Inquiry`. */
export type Decision =
  /** The card can be renewed online today. */
  | {
    outcome: 'eligible'
    /** Calendar days from today to the expiry date; negative after it. */
    daysLeft: number
    /**
     * The days around today on which this card can be renewed online, both ends inclusive: by all
     * rules that are known, on every day of them and not on the day before or after.
     */
    online: DayRange
    /**
     * The next such days after these, if there are any: after a pause of the pilot, or a change
     * of the rules.
     */
    again?: DayRange | undefined
    /** The source of the window. */
    source: SourceId
    /** The edition of the rulebook that says so. */
    edition: EditionName
  }
  /** It cannot: «оформление не доступно, обратитесь в ЦОН». */
  | {
    outcome: 'refused'
    /** Calendar days from today to the expiry date; negative after it. */
    daysLeft: number
    /**
     * The next days on which this card can be renewed online, both ends inclusive, by all
     * rules that are known; after all of them, the last ones. `undefined` without such days, and
     * for a card that is refused for its status or holder, or for a document or ground that
     * will not be served either.
     */
    online?: DayRange | undefined
    /** The next such days after these, if there are any. */
    again?: DayRange | undefined
    /** Every check that failed, in the order of SPEC 3; at least one. */
    reasons: Array<Reason>
    /** The edition of the rulebook that says so. */
    edition: EditionName
  }

/** The likely delivery of a card. */
export interface DeliveryEstimate {
  /** The zone's name in the rulebook. */
  zone: string
  /** The day. */
  day: Day
  /** The working days counted. */
  workingDays: number
  /** `DELIVERY_ESTIMATED`, with the source of the term. */
  reason: Reason
}

/** The terms of delivery to a region on a day. */
export interface DeliveryTariff {
  /** The zone's name in the rulebook. */
  zone: string
  /** The name of the zone. */
  title: LocalText
  /** Working days that delivery takes, the first of them after the day the card is ready. */
  workingDays: number
  /** Its price. */
  fee: Tenge
  /** `true` if the tariff is an illustration and no published price. */
  illustrative: boolean
  /** The source that says so. */
  source: SourceId
}

/** A document that the migration service issues to citizens. */
export type DocumentKind =
  /** The identity card. */
  | 'identity_card'
  /** The passport. */
  | 'passport'

/** An e-mail. Subject and text are plain; the HTML says the same as the text. */
export interface Email {
  /** The subject: one line, without control characters, so that it cannot add a header. */
  subject: string
  /** The plain text; an empty line parts two paragraphs. */
  text: string
  /** A complete HTML document, with everything escaped. */
  html: string
}

/** One dated event of an application. */
export interface Event {
  /** The event's identifier, unique within the application: 1 to 64 printable ASCII characters. */
  id: string
  /** The instant at which it happened. */
  at: Moment
  /** The action. */
  action: Action
}

/** The categories of persons who pay no duty on a day. */
export interface Exemptions {
  /** The categories, by their stable spellings. */
  categories: Array<string>
  /** The source that says so. */
  source: SourceId
}

/**
 * The price of expedited issuance at a service centre, by the category of urgency. It is not
 * offered online, so no quote has it; a portal can tell an applicant who is in a hurry.
 */
export interface ExpeditedFees {
  /** The fee of category 1. */
  category1: Tenge
  /** The fee of category 2. */
  category2: Tenge
  /** The fee of category 3. */
  category3: Tenge
  /** The source that says so. */
  source: SourceId
  /** The edition of the rulebook that was used. */
  edition: EditionName
}

/**
 * The parts of a face that were found, to be drawn over the photo. Left and right are those of
 * the picture.
 */
export interface FaceOutline {
  /** The box around the face. */
  face: PixelBox
  /** The centre of the eye at the left. */
  leftEye: PixelPoint
  /** The centre of the eye at the right. */
  rightEye: PixelPoint
  /** The chin. */
  chin: PixelPoint
  /** The crown, as estimated from eyes and chin. */
  crown: PixelPoint
  /** The outline of the face, around it once. */
  outline: Array<PixelPoint>
}

/** A time during which a channel did not work. */
export interface FaultInterval {
  /** The beginning of the fault. */
  from: Moment
  /** Its end (exclusive); `undefined` while it lasts. */
  to?: Moment | undefined
  /** The channel that it hit. */
  channel: Channel
  /** The operator's name for the fault: 1 to 64 Latin letters, digits and hyphens. */
  reference: string
}

/** An attempt and the faults known for that time, as one JSON document. */
export interface FaultQuery {
  /** The attempt. */
  attempt: Attempt
  /** The faults, in any order. */
  faults: Array<FaultInterval>
  /**
   * Until when faults are known: one without an end lasts until then. The attempt's end, if
   * it is left out or earlier.
   */
  knownUntil?: Moment | undefined
  /**
   * The number of the statement, which the caller gives: 1 to 64 Latin letters, digits and
   * hyphens.
   */
  number?: string | undefined
  /**
   * The expiry date printed on the card, if the statement is to include the decision on the
   * card on the day of the attempt.
   */
  expiresOn?: Day | undefined
}

/** The continuous fault that gives the right to file on paper, as a service centre can be shown it. */
export interface FaultStatement {
  /** Its number, if the caller gave one. */
  number?: string | undefined
  /**
   * The beginning of the fault; the attempt's beginning, if that is later and only the attempt
   * counts.
   */
  from: Moment
  /** Its end (exclusive); the attempt's end, if that is earlier and only the attempt counts. */
  to: Moment
  /**
   * Seconds from `from` to `to`; one that has begun counts, so that a fault over the limit is
   * never said to be as long as it.
   */
  durationSeconds: number
  /** The channels it hit. */
  channels: Array<Channel>
  /** The operator's names for the faults in it, the earliest first, each once. */
  references: Array<string>
  /** The civil day in Kazakhstan on which the attempt began. */
  day: Day
  /** The decision on the card on that day; `undefined` if its expiry date is not known. */
  decision?: Decision | undefined
  /** `FAULT_STATEMENT`: all of it as one text. */
  reason: Reason
}

/** The question that a fee is asked for. */
export interface FeeInquiry {
  /** The document to be issued. */
  document: DocumentKind
  /** The pages of a passport; `undefined` for an identity card. */
  pages?: number | undefined
  /** The ground on which it is issued. */
  ground: Ground
  /** The day of filing, on which the duty depends. */
  on: Day
  /** A category of persons who pay no duty, such as `disability`, if the applicant claims one. */
  exemption?: string | undefined
  /** The region to deliver to; `undefined` if the applicant picks the card up. */
  deliverTo?: Region | undefined
}

/**
 * One person's feedback: ratings within the limits, and texts already masked.
 *
 * `Debug` does not show the texts, since people write about people.
 */
export interface Feedback {
  /** The number of the application it belongs to; `undefined` if it is anonymous. */
  application?: string | undefined
  /** The rating of the service as a whole, from 1 (worst) to 5 (best). */
  overall: number
  /** The rating of its speed. */
  speed?: number | undefined
  /** The rating of its clarity. */
  clarity?: number | undefined
  /** The rating of its courtesy. */
  courtesy?: number | undefined
  /** A comment, masked; `undefined` for an absent one, and for spaces alone. */
  comment?: string | undefined
  /** A suggestion, masked; `undefined` for an absent one, and for spaces alone. */
  suggestion?: string | undefined
  /** The channel the person used. */
  channel: Channel
  /** The person's region. */
  region?: Region | undefined
  /** The instant at which it was given. */
  at: Moment
}

/** The aspect that was rated. */
export type FeedbackAspect =
  /** The service as a whole. */
  | 'overall'
  /** The speed. */
  | 'speed'
  /** The clarity. */
  | 'clarity'
  /** The courtesy of people. */
  | 'courtesy'

/** The dimensions by which summaries are told apart. */
export type FeedbackDimension =
  /** The day or month. */
  | 'period'
  /** The channel. */
  | 'channel'
  /** The region. */
  | 'region'

/** The figures of one aspect. */
export interface FeedbackFigures {
  /** The number of ratings. */
  count: number
  /** The number of ratings at each step, from 1 to 5: five numbers. */
  distribution: Array<number>
  /** The mean as a decimal with 4 places, rounded half up; `undefined` without ratings. */
  mean?: string | undefined
  /**
   * The share of ratings 4 and 5 in percent (CSAT), with 2 places, rounded half up; `undefined`
   * without ratings.
   */
  csatPercent?: string | undefined
}

/** The summary of the feedback that one period, channel and region have in common. */
export interface FeedbackGroup {
  /** The day or the month. */
  period: FeedbackPeriod
  /** The channel. */
  channel: Channel
  /** The region; `undefined` for feedback without a region. */
  region?: Region | undefined
  /** The ratings. */
  summary: FeedbackSummary
}

/** The limits of a feedback form: see the rulebook's section `feedback`. */
export interface FeedbackLimits {
  /** The worst rating, inclusive; at least 1. */
  ratingMin: number
  /** The best rating, inclusive; at most 5. */
  ratingMax: number
  /** The longest comment or suggestion, in characters (Unicode scalar values). */
  maxCharacters: number
  /** The source of these limits. */
  source: SourceId
}

/** The summary of one value of a dimension. */
export interface FeedbackShare {
  /** The period, channel or region; `undefined` for feedback without a region. */
  value?: string | undefined
  /** The ratings. */
  summary: FeedbackSummary
}

/** The ground on which a document is issued or replaced. */
export type Ground =
  /** The first document of its kind. */
  | 'first_issue'
  /** The document expires or has expired. */
  | 'expiry'
  /** The document was lost. */
  | 'loss'
  /** The document was lost more than twice within a year. */
  | 'loss_repeated'
  /** The document is damaged. */
  | 'damage'
  /** The holder changed a name. */
  | 'name_change'
  /** Other data of the holder changed, or were wrong. */
  | 'data_change'
  /** The holder acquired citizenship. */
  | 'citizenship'
  /** A USSR passport of the 1974 pattern is exchanged. */
  | 'soviet_passport'
  /** Any other ground. */
  | 'other'

/** The events of an application, as they are stored: `{"events": […]}`. */
export interface History {
  /** The events, the earliest first. */
  events: Array<Event>
}

/**
 * The applicant's identification by the portal: the kind, and the portal's own reference to
 * it.
 *
 * Identification itself is the portal's business; the reference is never interpreted, and
 * `Debug` does not show it.
 */
export interface Identification {
  /** The means. */
  kind: IdentificationKind
  /** The portal's reference: 1 to 64 Latin letters, digits and hyphens between them. */
  reference: string
}

/** The kind of the applicant's identification by the portal. */
export type IdentificationKind =
  /** With an electronic digital signature. */
  | 'digital_signature'
  /** With a code sent by SMS. */
  | 'sms_code'
  /** With Digital ID. */
  | 'digital_id'

/** The description of a picture by its file, read without decoding it. */
export interface ImageFile {
  /** The format, by the first bytes. */
  format: ImageFormat
  /** Pixels from left to right, when the picture is upright. */
  width: number
  /** Pixels from top to bottom, when the picture is upright. */
  height: number
  /**
   * The EXIF orientation, 1 to 8: how the stored picture is turned to stand upright. 1 if the
   * file does not say.
   */
  orientation: number
  /** `true` if the file has no colours at all. */
  greyscale: boolean
  /** `true` if pixels can be transparent; they are laid on white. */
  alpha: boolean
  /** `true` if the picture comes in passes: a progressive JPEG, an interlaced PNG. */
  progressive: boolean
  /**
   * The quality of a JPEG, 1 to 100, on the scale of the Independent JPEG Group. `undefined` if its
   * quantisation tables are not among the 100 of that scale, and for PNG.
   */
  quality?: number | undefined
  /**
   * The kinds of facts that the file tells of persons, places and devices, in the order of the
   * vocabulary.
   */
  personal: Array<PersonalMetadata>
  /** The colour profile. */
  profile: ColourProfile
}

/** An accepted format of image files. */
export type ImageFormat =
  /** JPEG. */
  | 'jpeg'
  /** PNG. */
  | 'png'

/** The question: a document, the ground of its replacement, and the known facts about the card. */
export interface Inquiry {
  /** The document to be replaced. */
  document: DocumentKind
  /** The ground of its replacement. */
  ground: Ground
  /** The expiry date printed on it. */
  expiresOn: Day
  /** Its status in the state register, if the register was asked. */
  status?: CardStatus | undefined
  /**
   * `true` if the register says that it is the applicant's own; `undefined` if the register was not
   * asked.
   */
  isHolder?: boolean | undefined
}

/** A language that every text exists in. */
export type Language =
  /** Kazakh, in Cyrillic. */
  | 'kk'
  /** Russian. */
  | 'ru'
  /** English. */
  | 'en'

/** The use of a range of phone numbers. */
export type LineKind =
  /** Mobile phones, which SMS reaches. */
  | 'mobile'
  /** Lines to a place. */
  | 'fixed_line'
  /** Telephony over the internet. */
  | 'voip'

/** A text in the three languages, each of at most 1000 characters in a file. */
export interface LocalText {
  /** Kazakh, in Cyrillic. */
  kk: string
  /** Russian. */
  ru: string
  /** English. */
  en: string
}

/** The unit of a measure; all measures are whole numbers. */
export type MeasureUnit =
  /** No figure. */
  | 'none'
  /** Pixels. */
  | 'pixels'
  /** Thousandths. */
  | 'permille'
  /** Tenths of a degree. */
  | 'degree_tenths'
  /** Levels of luminance, 0 to 255. */
  | 'levels'
  /** Tenths of a level, for averages of differences. */
  | 'level_tenths'
  /** Hundredths of a bit. */
  | 'bit_hundredths'
  /** Tenths of a unit of CIELAB. */
  | 'lab_tenths'
  /** The JPEG quality of the Independent JPEG Group, 1 to 100. */
  | 'jpeg_quality'
  /** A number of things. */
  | 'count'
  /** Bytes. */
  | 'bytes'

/** A source with its name. */
export interface NamedSource {
  /** The name, as answers cite it. */
  id: SourceId
  /** The source. */
  source: Source
}

/** A centre and how far it is. */
export interface NearbyCentre {
  /** The centre. */
  centre: CentreId
  /** The great-circle distance in whole metres. */
  metres: number
}

/** The place to look for centres, and the demands on them. */
export interface NearestQuery {
  /** Degrees north of the equator, −90 to 90. */
  latitude: number
  /** Degrees east of Greenwich, −180 to 180. */
  longitude: number
  /** Only centres in this region. */
  region?: Region | undefined
  /** Only centres that give this service. */
  service?: ServiceId | undefined
  /** Only centres that are open on this day. */
  on?: Day | undefined
}

/** The reason that a check was not done. */
export type NotCheckedCause =
  /** The library has no means of doing it: a person has to look. */
  | 'not_supported'
  /** This build of the library leaves the face engine out. */
  | 'no_face_engine'
  /** It needs exactly one face, which was not found. */
  | 'no_single_face'
  /** The file is not accepted, so that it was not decoded. */
  | 'file_refused'
  /** Its measure is not there, such as the times of strokes. */
  | 'nothing_to_measure'

/** A notice in one language, ready to be sent by every channel. */
export interface Notice {
  /** Its kind. */
  kind: NoticeKind
  /** The language of all its texts. */
  language: Language
  /** The short message. */
  sms: Sms
  /** The e-mail. */
  email: Email
  /** The notification. */
  push: Push
}

/**
 * A notice's kind together with the data that its texts need, which thus cannot be
 * forgotten.
 *
 * Data that somebody typed may be passed as they are; they are made safe when printed.
 */
export type NoticeData =
  /** The application has been received. */
  | {
    kind: 'received'
    /** The application's number. */
    application: string
    /** The day on which it was filed. */
    filedOn: Day
  }
  /** The card cannot be renewed online. The texts begin with the service's verbatim notice. */
  | {
    kind: 'refused'
    /** The reasons, in the notice's language; each gets a line of its own. */
    reasons: Array<string>
  }
  /** The state duty, or the delivery, is to be paid. */
  | {
    kind: 'payment_due'
    /** The application's number. */
    application: string
    /** The amount. */
    amount: Tenge
  }
  /** The application is complete and registered. */
  | {
    kind: 'registered'
    /** The application's number. */
    application: string
    /** The day by which the card will be ready. */
    readyOn: Day
  }
  /** The photo or the signature did not pass the review: a new application is needed. */
  | {
    kind: 'annulled'
    /** The application's number. */
    application: string
    /** The reasons, in the notice's language; each gets a line of its own. */
    reasons: Array<string>
  }
  /** The card is being made. */
  | {
    kind: 'in_production'
    /** The application's number. */
    application: string
    /** The day by which the card will be ready. */
    readyOn: Day
  }
  /** The card can be picked up. */
  | {
    kind: 'ready'
    /** The application's number. */
    application: string
    /** The day of the appointment. */
    day: Day
    /** The time of the appointment, such as `09:30`. */
    time: string
    /** The service centre's name. */
    centre: string
    /** The service centre's address. */
    address: string
  }
  /** The appointment is near. */
  | {
    kind: 'pickup_reminder'
    /** The application's number. */
    application: string
    /** The day of the appointment. */
    day: Day
    /** The time of the appointment, such as `09:30`. */
    time: string
    /** The service centre's name. */
    centre: string
    /** The service centre's address. */
    address: string
  }
  /** The card is on its way. */
  | {
    kind: 'with_courier'
    /** The application's number. */
    application: string
    /** The day on which it is expected to arrive. */
    day: Day
  }
  /** The card has been delivered. */
  | {
    kind: 'delivered'
    /** The application's number. */
    application: string
  }
  /** The delivery failed, and the card waits at a service centre. */
  | {
    kind: 'delivery_failed'
    /** The application's number. */
    application: string
    /** The service centre's name. */
    centre: string
    /** The service centre's address. */
    address: string
  }
  /** A technical fault lasted so long that the application may be filed on paper. */
  | {
    kind: 'paper_filing_allowed'
    /** The day of the fault. */
    day: Day
    /** Its duration, in whole minutes. */
    minutes: number
    /** The seconds beyond them. */
    seconds: number
    /** The reference of the statement that the service centre can be shown. */
    reference: string
  }
  /** The card expires soon, and can be renewed online. */
  | {
    kind: 'expiry_reminder'
    /** The day on which it expires. */
    expiresOn: Day
    /** Calendar days until then. */
    daysLeft: number
    /** The last day on which it can be renewed online. */
    lastDay: Day
  }
  /** The card expires today or has expired, and can still be renewed online. */
  | {
    kind: 'expired_reminder'
    /** The day on which it expires. */
    expiresOn: Day
    /** The last day on which it can be renewed online. */
    lastDay: Day
  }
  /** The card expires soon or has expired, and cannot be renewed online on the day of the reminder. */
  | {
    kind: 'centre_reminder'
    /** The day on which it expires. */
    expiresOn: Day
  }
  /** The service is over; how was it? */
  | {
    kind: 'feedback_invitation'
    /** The application's number. */
    application: string
  }
  /** The applicant has withdrawn the application. */
  | {
    kind: 'withdrawn'
    /** The application's number. */
    application: string
  }

/** The subject of a notice. */
export type NoticeKind =
  /** The application has been received. */
  | 'received'
  /** The card cannot be renewed online. The texts begin with the service's verbatim notice. */
  | 'refused'
  /** The state duty, or the delivery, is to be paid. */
  | 'payment_due'
  /** The application is complete and registered. */
  | 'registered'
  /** The photo or the signature did not pass the review: a new application is needed. */
  | 'annulled'
  /** The card is being made. */
  | 'in_production'
  /** The card can be picked up. */
  | 'ready'
  /** The appointment is near. */
  | 'pickup_reminder'
  /** The card is on its way. */
  | 'with_courier'
  /** The card has been delivered. */
  | 'delivered'
  /** The delivery failed, and the card waits at a service centre. */
  | 'delivery_failed'
  /** A technical fault lasted so long that the application may be filed on paper. */
  | 'paper_filing_allowed'
  /** The card expires soon, and can be renewed online. */
  | 'expiry_reminder'
  /** The card expires today or has expired, and can still be renewed online. */
  | 'expired_reminder'
  /** The card expires soon or has expired, and cannot be renewed online on the day of the reminder. */
  | 'centre_reminder'
  /** The service is over; how was it? */
  | 'feedback_invitation'
  /** The applicant has withdrawn the application. */
  | 'withdrawn'

/**
 * Dates with hours of their own: short days, duty Saturdays, days closed. In JSON it is an object
 * from date to ranges: `{"2026-03-14": [{"from": "09:00", "until": "13:00"}], "2026-04-01": []}`.
 */
export interface SpecialHours {
  /** The dates, each once; at most 1000. */
  days: Array<DayHours>
}

/** The right to file on paper after a fault. */
export interface PaperRight {
  /** `true` if the applicant may file on paper. */
  paper: boolean
  /** The longest continuous fault that counts, in whole seconds, rounded down. */
  longestSeconds: number
  /** The statement to show at the service centre; `undefined` without the right. */
  statement?: FaultStatement | undefined
  /** `PAPER_ALLOWED` or `PAPER_NOT_ALLOWED`, with the figures. */
  reason: Reason
}

/** The kind of a parameter's value, by which it is printed in a language. */
export type ParamKind =
  /** Text that is printed as it is. */
  | 'text'
  /** A whole number. */
  | 'number'
  /** A civil date. */
  | 'date'
  /** An amount in tenge. */
  | 'amount'
  /** A decimal figure, such as a multiple of the MRP. */
  | 'decimal'
  /**
   * A term of the domain that each language has its own word for, or several of them with `, `
   * between them.
   */
  | 'word'

/** The length of a period of a summary. */
export type PeriodLength =
  /** One civil day in Kazakhstan. */
  | 'day'
  /** One calendar month. */
  | 'month'

/** Metadata of a file that tell of a person, a place or a device. */
export type PersonalMetadata =
  /** The place of the picture. */
  | 'gps'
  /** Make, model or serial number of the camera, or the software. */
  | 'device'
  /** The author of the picture or the owner of its rights. */
  | 'author'
  /** The time at which it was taken or changed. */
  | 'date'
  /** A description or a comment. */
  | 'comment'
  /** A small copy of the picture, which may show a part that was cut away. */
  | 'thumbnail'
  /** Further pictures after the first, such as a gain map. */
  | 'further_image'
  /** An XMP packet. */
  | 'xmp'
  /** IPTC or Photoshop data. */
  | 'iptc'
  /** Data of an application that are not understood. */
  | 'unknown'

/**
 * Checksums of the data that the checks worked on: two machines that agree on them saw the same
 * picture. They are CRC-32 of ISO 3309; `undefined` for missing data.
 */
export interface PhotoFingerprints {
  /** Of the decoded pixels: upright, red, green and blue of each in turn. */
  pixels?: number | undefined
  /** Of the luminance of the picture on which light and background are measured. */
  luminance?: number | undefined
  /**
   * Of the points of the face, in 16ths of a pixel: each `x`, `y` and `z` as four bytes, the
   * lowest first.
   */
  face?: number | undefined
}

/** The report on a photo. */
export interface PhotoReport {
  /** All checks together: see `Verdict`. */
  verdict: Verdict
  /** The profile of limits that was used. */
  profile: ProfileName
  /** The edition of the rulebook that was used. */
  edition: EditionName
  /** The description of the file; `undefined` if it is not accepted. */
  file?: ImageFile | undefined
  /** Every check, always the same ones in the same order. */
  checks: Array<Check>
  /** The place of the face, if exactly one was found. */
  face?: FaceOutline | undefined
  /**
   * The part of the picture, at 3:4, that would have the head in the right size and place; only
   * if it is not so already and the picture is large enough.
   */
  crop?: PixelBox | undefined
  /** Checksums of the data that the checks worked on. */
  fingerprints: PhotoFingerprints
}

/** An appointment that is offered. */
export interface PickupOffer {
  /** The centre. */
  centre: CentreId
  /** The day. */
  day: Day
  /** The beginning of the slot. */
  time: TimeOfDay
  /** Its end (exclusive). */
  until: TimeOfDay
  /** The number of its free places. */
  free: number
  /** `PICKUP_OFFERED`, with the source of the rule by which it was looked for. */
  reason: Reason
}

/** The place and the time of picking the card up. */
export interface PickupPlan {
  /**
   * The first free slot on or after the first day on which the card can be picked up, with the
   * centre: the chosen or the nearest one, or the next nearest if that one is full.
   */
  offer: PickupOffer
  /**
   * The distance of the centre, in metres: from the spot in the form, or from the chosen centre
   * that is full. `undefined` at the chosen centre.
   */
  metres?: number | undefined
  /** All free slots of that day, in the order of time. */
  slots: Array<Slot>
}

/** A decoded picture: upright, on white. */
export interface Picture {
  /** Pixels in a row. */
  width: number
  /** Rows. */
  height: number
  /** Red, green and blue of each pixel in turn, 0 to 255, row by row from the top. */
  rgb: Buffer
}

/** A rectangle of the upright picture, in whole pixels; it may lie outside in part. */
export interface PixelBox {
  /** The first column. */
  left: number
  /** The first row. */
  top: number
  /** Columns. */
  width: number
  /** Rows. */
  height: number
}

/** A place in the upright picture, in whole pixels from its left upper corner; it may lie outside. */
export interface PixelPoint {
  /** To the right. */
  x: number
  /** Downwards. */
  y: number
}

/** A reason at a place in the input. */
export interface Problem {
  /** Its code. */
  code: Code
  /** Its severity, which the rulebook may have changed. */
  severity: Severity
  /** Its place: an RFC 6901 JSON pointer, empty for the whole input. */
  pointer: string
  /** The figures and dates that belong to it. */
  params: Params
  /** The rulebook source that says so; `undefined` for matters of form. */
  source?: SourceId | undefined
}

/** A notification of a mobile app. */
export interface Push {
  /** The title, on one line. */
  title: string
  /** The text below it. */
  body: string
}

/** The amount to pay, in tenge. */
export interface Quote {
  /** The lines: the duty, and the delivery if asked for. */
  lines: Array<QuoteLine>
  /** Their sum. */
  total: Tenge
  /** The currency of all amounts. */
  currency: Currency
  /** The warnings for the payer: exemptions and tariffs that no source confirms. */
  warnings: Array<Reason>
  /** The day of filing that it holds for. */
  on: Day
  /** The edition of the rulebook that was used. */
  edition: EditionName
}

/** One line of a quote. */
export interface QuoteLine {
  /**
   * Its purpose: `STATE_DUTY`, `DUTY_FREE` if no duty is charged on the ground, or
   * `DELIVERY_FEE`.
   */
  reason: Reason
  /** The amount to pay. */
  amount: Tenge
  /**
   * The amount that the rate multiplies: the MRP, or the tariff. `undefined` for a rate of 0: no
   * amount is needed then, and it is not looked up.
   */
  base?: Tenge | undefined
  /** The multiple of the base. */
  rate: Rate
  /** The category for which the line is waived. */
  exemption?: string | undefined
}

/** The day by which a card is ready. */
export interface ReadyDate {
  /** The last day of the term: the card is ready on it or before. */
  readyOn: Day
  /** The term in working days, the first of them after the day of registration. */
  workingDays: number
  /**
   * `READY_ON`, or `READY_ASSUMED` if the day of registration is not known yet; with the source of
   * the term.
   */
  reason: Reason
}

/** A code, its parameters, and the source of the rule behind it. */
export interface Reason {
  /** Its code. */
  code: Code
  /** The figures and dates that belong to it. */
  params: Params
  /** The rulebook source that says so; `undefined` for matters of form. */
  source?: SourceId | undefined
}

/** The way in which the applicant wants to receive the card. */
export type Receiving =
  /** At a service centre. */
  | 'pickup'
  /** By courier, for an extra fee. */
  | 'delivery'

/** The way in which the applicant wants to receive the card. */
export type ReceivingChoice =
  /** At a service centre: the one named, else the one nearest to a spot. */
  | {
    method: 'pickup'
    /** The centre chosen. */
    centre?: CentreId | undefined
    /** The place to look for the nearest one. */
    near?: Coordinates | undefined
  }
  /** By courier, for an extra fee. */
  | {
    method: 'delivery'
    /** The address of delivery. */
    address: Address
  }

/** A region of Kazakhstan, by its ISO 3166-2 code (the list in force since 2022). */
export type Region =
  /** Abai region. */
  | 'KZ-10'
  /** Aqmola region. */
  | 'KZ-11'
  /** Aqtöbe region. */
  | 'KZ-15'
  /** Almaty region, without the city. */
  | 'KZ-19'
  /** Atyrau region. */
  | 'KZ-23'
  /** West Kazakhstan region. */
  | 'KZ-27'
  /** Zhambyl region. */
  | 'KZ-31'
  /** Zhetisu region. */
  | 'KZ-33'
  /** Qaraghandy region. */
  | 'KZ-35'
  /** Qostanay region. */
  | 'KZ-39'
  /** Qyzylorda region. */
  | 'KZ-43'
  /** Mangystau region. */
  | 'KZ-47'
  /** Pavlodar region. */
  | 'KZ-55'
  /** North Kazakhstan region. */
  | 'KZ-59'
  /** Türkistan region. */
  | 'KZ-61'
  /** Ulytau region. */
  | 'KZ-62'
  /** East Kazakhstan region. */
  | 'KZ-63'
  /** The city of Astana. */
  | 'KZ-71'
  /** The city of Almaty. */
  | 'KZ-75'
  /** The city of Shymkent. */
  | 'KZ-79'

/**
 * The state register's record of the applicant and the card. A record that is given decides,
 * not the form.
 */
export interface RegisterRecord {
  /** The holder's IIN. */
  iin: Iin
  /** The holder's surname. */
  surname: PersonName
  /** The holder's given name. */
  givenName: PersonName
  /** The holder's patronymic, if there is one. */
  patronymic?: PersonName | undefined
  /** The holder's birth date. */
  birthDate: Day
  /** The holder's sex. */
  sex: Sex
  /** The kind of the document. */
  document: DocumentKind
  /** The card's number. */
  cardNumber: CardNumber
  /** The day on which the card was issued. */
  issuedOn: Day
  /** The card's expiry date. */
  expiresOn: Day
  /** The status of the card. */
  status: CardStatus
}

/** The weight of a coded answer. */
export type Severity =
  /** The input is wrong, or an answer cannot be given. */
  | 'error'
  /** The service is refused on the merits. */
  | 'refusal'
  /** The answer stands, but somebody should know this. */
  | 'warning'
  /** A statement that explains an answer. */
  | 'info'

/** The holder's sex, as documents record it. */
export type Sex =
  /** Male. */
  | 'male'
  /** Female. */
  | 'female'

/** Checksums by which two platforms can compare their pictures. */
export interface SignatureFingerprint {
  /**
   * The CRC-32 of the upright picture on white: red, green and blue of each pixel, by rows. Of
   * strokes: of the luminance of the drawing on their canvas.
   */
  pixels: number
  /**
   * The CRC-32 of the found ink, at the size of work: a byte of 1 for ink and 0 for paper, by
   * rows.
   */
  ink: number
}

/** The findings on a signature sample. */
export interface SignatureReport {
  /** All checks together. */
  verdict: Verdict
  /** The name of the set of limits. */
  profile: ProfileName
  /** The edition of the rulebook that was used. */
  edition: EditionName
  /** The description of the file; `undefined` if it is not accepted, and for strokes. */
  file?: ImageFile | undefined
  /** Every check, also those that were not done; the most telling first. */
  checks: Array<Check>
  /**
   * The box around the ink: in pixels of the upright picture, or in units of the canvas of
   * strokes. `undefined` if there is no ink.
   */
  ink?: PixelBox | undefined
  /** Checksums; `undefined` if there was no picture to look at. */
  fingerprint?: SignatureFingerprint | undefined
}

/** A slot with free places. */
export interface Slot {
  /** The day. */
  day: Day
  /** Its beginning. */
  time: TimeOfDay
  /** The number of free places, at least 1. */
  free: number
}

/** A short message, and the cost of sending it. */
export interface Sms {
  /** The text as it is to be sent. */
  text: string
  /** The alphabet that the text needs. */
  encoding: SmsEncoding
  /** The length: septets for GSM-7, UTF-16 units for UCS-2. */
  units: number
  /** The number of messages it is sent as. */
  segments: number
}

/** The cost of sending a text as short messages. */
export interface SmsCount {
  /** The alphabet that the text needs. */
  encoding: SmsEncoding
  /**
   * The length: septets for GSM-7, where characters of the extension table count twice, or
   * UTF-16 units for UCS-2.
   */
  units: number
  /** The number of messages it is sent as; 0 for an empty text, which is not sent. */
  segments: number
}

/** The alphabet in which a short message is sent. */
export type SmsEncoding =
  /** The GSM 7-bit default alphabet with its extension table (3GPP TS 23.038, 6.2.1). */
  | 'gsm7'
  /** Two octets for each UTF-16 unit (3GPP TS 23.038, 6.2.3). */
  | 'ucs2'

/** The way in which short messages are sent. */
export type SmsMode =
  /** As they are written. */
  | 'original'
  /** In Latin letters, in GSM-7. */
  | 'transliterate'
  /** In Latin letters if that takes fewer segments. */
  | 'shorter'

/** A source that rulebook entries cite. */
export interface Source {
  /** Its title, without number and date. */
  title: LocalText
  /** The number of the act, as it is printed: `235-V`; at most 64 characters. */
  number?: string | undefined
  /** The day of the act. */
  date?: Day | undefined
  /** The article of the act that says it: `492`; at most 64 characters. */
  article?: string | undefined
  /** The address of its publication, if it has one: `https`, at most 300 characters. */
  url?: string | undefined
  /** Its certainty. */
  confidence: Confidence
}

/** A day that differs from its weekday. */
export interface SpecialDay {
  /** The day. */
  day: Day
  /** The reason that it is special. */
  kind: SpecialDayKind
  /** The rulebook's name of the holiday or of the transfer. */
  name: string
  /** The name of the holiday; `undefined` for a transfer by decree. */
  title?: LocalText | undefined
  /**
   * The day it stands in for: the holiday's own date, the day worked instead, or the day off
   * instead. `undefined` for a holiday on its own date.
   */
  insteadOf?: Day | undefined
  /** `true` if the date is computed ahead and not announced yet. */
  estimated: boolean
  /** The source that says so. */
  source: SourceId
}

/** The reason that a day differs from its weekday. */
export type SpecialDayKind =
  /** A public holiday on its own date, on any weekday. */
  | 'holiday'
  /** A day off because a holiday fell on a weekend. */
  | 'moved_holiday'
  /** A day off in exchange for one that is worked, by decree. */
  | 'moved_day_off'
  /** A day off that is worked in exchange for another, by decree. */
  | 'declared_working'

/** A spot on the map, to find the nearest centre. */
export interface Coordinates {
  /** Degrees north, −90 to 90. */
  latitude: number
  /** Degrees east, −180 to 180. */
  longitude: number
}

/** The state of an application. */
export type State =
  /** Filed; nothing remains to be paid. */
  | 'filed'
  /** Filed; a payment is awaited. */
  | 'awaiting_payment'
  /** Registered under a ticket. */
  | 'registered'
  /** With the migration service. */
  | 'under_review'
  /** The card is being made. */
  | 'in_production'
  /** The card lies at a service centre. */
  | 'ready_for_pickup'
  /** The courier has the card. */
  | 'with_courier'
  /** The holder has the card: an end. */
  | 'issued'
  /** The review was failed: an end. A new application is needed, with a new duty. */
  | 'annulled'
  /** The applicant withdrew it: an end. */
  | 'withdrawn'

/** One cause of an explanation, and the advice. */
export interface Statement {
  /** The code it renders. */
  code: Code
  /** The cause, in the language asked for. */
  text: string
  /**
   * The advice. Of several statements with one action, the last one has it; it is `undefined` where
   * another statement says it, where the text says it itself, and where there is nothing to do.
   */
  action?: string | undefined
  /** The source of the rule; `undefined` for matters of form. */
  source?: SourceId | undefined
  /** The title of the source, with its article, number and date, in the language asked for. */
  sourceTitle?: string | undefined
}

/** A range of time within one day, which has at most 100. */
export interface TimeRange {
  /** Its beginning. */
  from: TimeOfDay
  /** Its end (exclusive), after `from`. */
  until: TimeOfDay
}

/** The hours of each weekday: ranges that do not overlap. A day without ranges is closed. */
export interface Timetable {
  /** Monday. */
  mon: Array<TimeRange>
  /** Tuesday. */
  tue: Array<TimeRange>
  /** Wednesday. */
  wed: Array<TimeRange>
  /** Thursday. */
  thu: Array<TimeRange>
  /** Friday. */
  fri: Array<TimeRange>
  /** Saturday. */
  sat: Array<TimeRange>
  /** Sunday. */
  sun: Array<TimeRange>
}

/** One permitted step of an application's life. */
export interface Transition {
  /** The state before; `undefined` before the filing. */
  from?: State | undefined
  /** The event that leads on. */
  event: ActionKind
  /** The further condition. */
  condition: TransitionCondition
  /** The state after. */
  to: State
  /** The notices that the event triggers, in the order in which they are sent. */
  notices: Array<NoticeKind>
}

/** A condition of a transition besides the state. */
export type TransitionCondition =
  /** Nothing more. */
  | 'always'
  /** Nothing is to be paid. */
  | 'nothing_due'
  /** Something is to be paid. */
  | 'something_due'
  /** The card will be picked up. */
  | 'for_pickup'
  /** The card will be delivered. */
  | 'for_delivery'

/** The result of validating a form. */
export interface Validation {
  /** The form, if nothing stands in its way. */
  form?: ApplicationForm | undefined
  /**
   * Every problem: those of the form in the order of its fields, then an expiry date that no card
   * has, then contradictions to the register, then warnings.
   */
  problems: Array<Problem>
  /** `true` if the data were compared with the register. */
  verified: boolean
  /** The edition of the rulebook that was used. */
  edition: EditionName
}

/** The verdict of a check, or of all checks together. */
export type Verdict =
  /** Within the limits. */
  | 'pass'
  /** Acceptable, but better fixed. */
  | 'warn'
  /** Outside the limits: the review would refuse it. */
  | 'fail'
  /** Not looked at; the reason says why. */
  | 'not_checked'

/** The types that `toJson` and `fromJson` know, by their names. */
export interface Documents {
  /** See `Action`. */
  Action: Action
  /** See `ActionKind`. */
  ActionKind: ActionKind
  /** See `Address`. */
  Address: Address
  /** See `AnnulmentReason`. */
  AnnulmentReason: AnnulmentReason
  /** See `Applicant`. */
  Applicant: Applicant
  /** See `ApplicationForm`. */
  ApplicationForm: ApplicationForm
  /** See `EventOutcome`. */
  EventOutcome: EventOutcome
  /** See `Appointment`. */
  Appointment: Appointment
  /** See `AppointmentStatus`. */
  AppointmentStatus: AppointmentStatus
  /** See `Area`. */
  Area: Area
  /** See `Assessment`. */
  Assessment: Assessment
  /** See `AssessmentOutcome`. */
  AssessmentOutcome: AssessmentOutcome
  /** See `Attempt`. */
  Attempt: Attempt
  /** See `Band`. */
  Band: Band
  /** See `Booking`. */
  Booking: Booking
  /** See `CardStatus`. */
  CardStatus: CardStatus
  /** See `Centre`. */
  Centre: Centre
  /** See `Channel`. */
  Channel: Channel
  /** See `Check`. */
  Check: Check
  /** See `CheckKind`. */
  CheckKind: CheckKind
  /** See `CheckedIin`. */
  CheckedIin: CheckedIin
  /** See `CivilTime`. */
  CivilTime: CivilTime
  /** See `Code`. */
  Code: Code
  /** See `ColourProfile`. */
  ColourProfile: ColourProfile
  /** See `Confidence`. */
  Confidence: Confidence
  /** See `Currency`. */
  Currency: Currency
  /** See `DayHours`. */
  DayHours: DayHours
  /** See `DayRange`. */
  DayRange: DayRange
  /** See `DaysOff`. */
  DaysOff: DaysOff
  /** See `Decision`. */
  Decision: Decision
  /** See `DeliveryEstimate`. */
  DeliveryEstimate: DeliveryEstimate
  /** See `DeliveryTariff`. */
  DeliveryTariff: DeliveryTariff
  /** See `DocumentKind`. */
  DocumentKind: DocumentKind
  /** See `Email`. */
  Email: Email
  /** See `Event`. */
  Event: Event
  /** See `Exemptions`. */
  Exemptions: Exemptions
  /** See `ExpeditedFees`. */
  ExpeditedFees: ExpeditedFees
  /** See `FaceOutline`. */
  FaceOutline: FaceOutline
  /** See `FaultInterval`. */
  FaultInterval: FaultInterval
  /** See `FaultQuery`. */
  FaultQuery: FaultQuery
  /** See `FaultStatement`. */
  FaultStatement: FaultStatement
  /** See `FeeInquiry`. */
  FeeInquiry: FeeInquiry
  /** See `Feedback`. */
  Feedback: Feedback
  /** See `FeedbackAspect`. */
  FeedbackAspect: FeedbackAspect
  /** See `FeedbackDimension`. */
  FeedbackDimension: FeedbackDimension
  /** See `FeedbackFigures`. */
  FeedbackFigures: FeedbackFigures
  /** See `FeedbackGroup`. */
  FeedbackGroup: FeedbackGroup
  /** See `FeedbackLimits`. */
  FeedbackLimits: FeedbackLimits
  /** See `FeedbackShare`. */
  FeedbackShare: FeedbackShare
  /** See `Ground`. */
  Ground: Ground
  /** See `History`. */
  History: History
  /** See `Identification`. */
  Identification: Identification
  /** See `IdentificationKind`. */
  IdentificationKind: IdentificationKind
  /** See `ImageFile`. */
  ImageFile: ImageFile
  /** See `ImageFormat`. */
  ImageFormat: ImageFormat
  /** See `Inquiry`. */
  Inquiry: Inquiry
  /** See `Language`. */
  Language: Language
  /** See `LineKind`. */
  LineKind: LineKind
  /** See `LocalText`. */
  LocalText: LocalText
  /** See `MeasureUnit`. */
  MeasureUnit: MeasureUnit
  /** See `NamedSource`. */
  NamedSource: NamedSource
  /** See `NearbyCentre`. */
  NearbyCentre: NearbyCentre
  /** See `NearestQuery`. */
  NearestQuery: NearestQuery
  /** See `NotCheckedCause`. */
  NotCheckedCause: NotCheckedCause
  /** See `Notice`. */
  Notice: Notice
  /** See `NoticeData`. */
  NoticeData: NoticeData
  /** See `NoticeKind`. */
  NoticeKind: NoticeKind
  /** See `SpecialHours`. */
  SpecialHours: SpecialHours
  /** See `PaperRight`. */
  PaperRight: PaperRight
  /** See `ParamKind`. */
  ParamKind: ParamKind
  /** See `PeriodLength`. */
  PeriodLength: PeriodLength
  /** See `PersonalMetadata`. */
  PersonalMetadata: PersonalMetadata
  /** See `PhotoFingerprints`. */
  PhotoFingerprints: PhotoFingerprints
  /** See `PhotoReport`. */
  PhotoReport: PhotoReport
  /** See `PickupOffer`. */
  PickupOffer: PickupOffer
  /** See `PickupPlan`. */
  PickupPlan: PickupPlan
  /** See `PixelBox`. */
  PixelBox: PixelBox
  /** See `PixelPoint`. */
  PixelPoint: PixelPoint
  /** See `Problem`. */
  Problem: Problem
  /** See `Push`. */
  Push: Push
  /** See `Quote`. */
  Quote: Quote
  /** See `QuoteLine`. */
  QuoteLine: QuoteLine
  /** See `ReadyDate`. */
  ReadyDate: ReadyDate
  /** See `Reason`. */
  Reason: Reason
  /** See `Receiving`. */
  Receiving: Receiving
  /** See `ReceivingChoice`. */
  ReceivingChoice: ReceivingChoice
  /** See `Region`. */
  Region: Region
  /** See `RegisterRecord`. */
  RegisterRecord: RegisterRecord
  /** See `Severity`. */
  Severity: Severity
  /** See `Sex`. */
  Sex: Sex
  /** See `SignatureFingerprint`. */
  SignatureFingerprint: SignatureFingerprint
  /** See `SignatureReport`. */
  SignatureReport: SignatureReport
  /** See `Slot`. */
  Slot: Slot
  /** See `Sms`. */
  Sms: Sms
  /** See `SmsCount`. */
  SmsCount: SmsCount
  /** See `SmsEncoding`. */
  SmsEncoding: SmsEncoding
  /** See `SmsMode`. */
  SmsMode: SmsMode
  /** See `Source`. */
  Source: Source
  /** See `SpecialDay`. */
  SpecialDay: SpecialDay
  /** See `SpecialDayKind`. */
  SpecialDayKind: SpecialDayKind
  /** See `Coordinates`. */
  Coordinates: Coordinates
  /** See `State`. */
  State: State
  /** See `Statement`. */
  Statement: Statement
  /** See `TimeRange`. */
  TimeRange: TimeRange
  /** See `Timetable`. */
  Timetable: Timetable
  /** See `Transition`. */
  Transition: Transition
  /** See `TransitionCondition`. */
  TransitionCondition: TransitionCondition
  /** See `Validation`. */
  Validation: Validation
  /** See `Verdict`. */
  Verdict: Verdict
  /** See `CardNumber`. */
  CardNumber: CardNumber
  /** See `EmailAddress`. */
  EmailAddress: EmailAddress
  /** See `FeedbackPeriod`. */
  FeedbackPeriod: FeedbackPeriod
  /** See `FeedbackSummary`. */
  FeedbackSummary: FeedbackSummary
  /** See `Iin`. */
  Iin: Iin
  /** See `PassportNumber`. */
  PassportNumber: PassportNumber
  /** See `PersonName`. */
  PersonName: PersonName
  /** See `Phone`. */
  Phone: Phone
}

/** Anything that `Rulebook.explain` puts into words. */
export type Explainable =
  | Assessment
  | Validation
  | Decision
  | Quote
  | ReadyDate
  | PickupOffer
  | DeliveryEstimate
  | PaperRight
  | PhotoReport
  | SignatureReport
  | Problem
  | Reason
  | QujatError


/** An application: the state that its events lead to. */
export declare class Application {
  /** An application before its first event, which must be the filing. */
  constructor()
  /** The application that these events lead to, in their order. */
  static replay(events: Array<Event>): Application
  /** Applies the next event, or refuses it and changes nothing. */
  apply(event: Event): EventOutcome
  /** The kinds of events that may come next, in the order of the table; empty at an end. */
  permitted(): Array<ActionKind>
  /** Its state; `null` before the filing. */
  get state(): State | null
  /** The instant of the filing; `null` before. */
  get filedAt(): Moment | null
  /**
   * The instant of the registration; `null` before. The term of the service runs from then
   * on.
   */
  get registeredAt(): Moment | null
  /** The events that changed it, in their order: its history, to be stored. */
  get events(): Array<Event>
  /** The way in which the applicant wants to receive the card; `null` before the filing. */
  get receiving(): Receiving | null
  /** The amount due at the filing, paid or not; `null` before the filing. */
  get due(): Tenge | null
  /** The number it was registered under, once it has one. */
  get ticket(): string | null
  /** The centre where the card lies, or lay until it was handed over. */
  get centre(): CentreId | null
}

/** The working days of a rulebook: `rules.calendar`. */
export declare class Calendar {
  private constructor()
  /** The days that are covered; `null` if no day is. */
  get covered(): DayRange | null
  /** `true` for a working day. */
  isWorkingDay(day: Day): boolean
  /** The `count`-th working day after `day`, which is itself not counted; for 0, `day`. */
  addWorkingDays(day: Day, count: number): Day
  /** The number of working days after `from`, up to `to` inclusive. */
  workingDaysBetween(from: Day, to: Day): number
  /** The special days of a year: days off from Monday to Friday, days declared working, and why. */
  daysOff(year: number): DaysOff
  /** The special facts of this day; empty for an ordinary one. */
  specialDays(day: Day): Array<SpecialDay>
}

/** The service centres of a portal, checked and sorted. It never changes. */
export declare class CentreDirectory {
  /** A directory of these centres. */
  constructor(centres: Array<Centre>)
  /** Reads a directory from JSON. */
  static fromJson(json: string | Uint8Array | object): CentreDirectory
  /** The file's remark on itself, such as that its centres are invented. */
  get about(): string | null
  /** All centres, sorted by their identifiers. */
  get centres(): Array<Centre>
  /** The centre with this identifier; `CENTRE_UNKNOWN` for an unknown one. */
  centre(id: CentreId): Centre
}

/** Summaries by period, channel and region. */
export declare class FeedbackSummaries {
  /** No summaries yet. */
  constructor()
  /**
   * Adds feedback to the group of its period, channel and region. The period is that of the civil
   * date at this offset from UTC in minutes; by default Kazakhstan's, 300.
   */
  add(feedback: Feedback, length: PeriodLength, utcOffsetMinutes?: number | undefined | null): void
  /** The summaries of both. */
  merge(other: FeedbackSummaries): FeedbackSummaries
  /** All groups, sorted by period, channel and region. */
  groups(): Array<FeedbackGroup>
  /** The summary of all groups. */
  total(): FeedbackSummary
  /** The summaries by one dimension, with all values of the others, sorted by its values. */
  by(dimension: FeedbackDimension): Array<FeedbackShare>
}

/**
 * The rules of the service, by date, each with its source.
 *
 * `Rulebook.edition()` gives a shipped one, `Rulebook.load(text)` one of your own. A rulebook never
 * changes.
 */
export declare class Rulebook {
  private constructor()
  /**
   * Decides on renewing each of many cards online on `today`, as `decide` does for one: one day
   * for all cards, or one for each. A byte for each card is a place in `decisionCodes`: the
   * first check that failed, or that the card is eligible, or why there is no decision.
   *
   * The answer is a new array, or `options.into`, which has as many rows. Throws `WRONG_TYPE`,
   * `LIST_LENGTH` for columns of different lengths, and `NOT_COVERED` for a single `today` without
   * rules.
   */
  decideColumn(expiresOn: Int32Array, today: Day | Int32Array, options?: DecisionOptions & Into): Uint8Array
  /** Decides the same and tells more. */
  decideTable(expiresOn: Int32Array, today: Day | Int32Array, options?: DecisionOptions): DecisionTable
  /**
   * The holders to remind in a run of the job on `on` that the card expires, as `reminder` says
   * for one: a byte for each card, 1 if its holder is reminded, 0 if not, and 2 if the expiry
   * date is no day. The run is about the days since `options.lastRun`, by default the day
   * before.
   *
   * The answer is a new array, or `options.into`, which has as many rows. Throws as `decideColumn`.
   */
  reminderColumn(expiresOn: Int32Array, on: Day, options?: ReminderOptions & Into): Uint8Array

  /** The names of the shipped editions; the first is the default. */
  static editions(): Array<string>
  /**
   * The shipped edition with this name, loaded once for the whole process; without a name the
   * default one. `EDITION_UNKNOWN` for an unknown one.
   */
  static edition(name?: string | undefined | null): Rulebook
  /** The text of a shipped edition's file, to read or to start one's own from. */
  static editionText(name: string): string | null
  /**
   * Loads a rulebook from a file's text: a whole one, or an overlay that says in `extends` which
   * shipped edition it changes. Throws every problem that the file has.
   */
  static load(text: string | Uint8Array | object): Rulebook
  /** The edition's name, as every answer carries it. */
  get name(): EditionName
  /** The title of the edition. */
  get title(): LocalText
  /**
   * The pilot's periods in the order of time, both ends of each inclusive; between two of them it
   * pauses.
   */
  get pilot(): Array<DayRange>
  /** The source with this name, which an answer cites; `null` for an unknown one. */
  source(id: SourceId): Source | null
  /** All sources, by name. */
  sources(): Array<NamedSource>
  /** The texts in three languages. */
  get texts(): Texts
  /** The calendar of working days. */
  get calendar(): Calendar
  /** Decides on renewing a card online on `today`, the civil date in Kazakhstan. */
  decide(inquiry: Inquiry, today: Day): Decision
  /**
   * The data of the reminder for a card that expires on `expiresOn`, in a run of the job on
   * `on`; `null` if no reminder is due since the last run, by default that of the day before.
   * `status` is the card's in the state register, if that is known.
   */
  reminder(expiresOn: Day, on: Day, lastRun?: Day | undefined | null, status?: CardStatus | undefined | null): NoticeData | null
  /** Quotes the amounts to pay for an application filed on `inquiry.on`. */
  quote(inquiry: FeeInquiry): Quote
  /** The price of expedited issuance at a service centre on a day. It is not offered online. */
  expeditedFees(on: Day): ExpeditedFees
  /** The categories of persons who pay no duty on a day, with the source that says so. */
  exemptions(on: Day): Exemptions
  /**
   * Reads an IIN under the rules in force on a day. The finding is the oddity of its layout, if
   * the rulebook makes that a warning and no error.
   */
  parseIin(text: string, on: Day): CheckedIin
  /**
   * Throws `IIN_BORN_AFTER` or `HOLDER_TOO_YOUNG` if the holder of this IIN is not born, or not
   * old enough to hold an identity card, on a day.
   */
  checkAge(iin: Iin, on: Day): void
  /**
   * The expiry date that is printed on a card issued on a day. A card issued on 29 February
   * expires on 28 February. `null` beyond the year 9999.
   */
  cardExpiresOn(issuedOn: Day): Day | null
  /** Reads the number of a mobile phone under the numbering plan of a day. */
  parsePhone(text: string, on: Day): Phone
  /** Reads an e-mail address. */
  parseEmail(text: string, on: Day): EmailAddress
  /** Reads a surname, given name or patronymic. */
  parseName(text: string, on: Day): PersonName
  /** The Latin form of a name in capitals, as ICAO Doc 9303 transliterates it. */
  latinName(name: PersonName, on: Day): string
  /** The Latin form of a name as the machine-readable zone prints it. */
  machineReadableName(name: PersonName, on: Day): string
  /**
   * Reads and checks an application's form: JSON text, or the value that it says. With a register
   * record, that decides.
   */
  validate(form: string | Uint8Array | object, today: Day, register?: RegisterRecord | undefined | null): Validation
  /**
   * Assesses an application: reads and checks the form, decides, quotes, schedules, and renders
   * the notices to send. It never fails as a whole: a question that cannot be answered is not
   * there, and a problem gives the reason. Photo and signature are checked by
   * `assessWithPictures`.
   */
  assess(form: string | Uint8Array | object, today: Day, options?: AssessOptions | undefined | null): Assessment
  /** The same with the photo and the signature sample, JPEG or PNG files, on the thread pool. */
  assessWithPictures(form: string | Uint8Array | object, today: Day, options: AssessOptions & Pictures & Abortable): Promise<Assessment>
  /** The civil date and time in Kazakhstan of an instant, the seconds left out. */
  civilTime(moment: Moment): CivilTime
  /**
   * The day by which a card is ready, counted in working days of which the first is the first after
   * the registration of the application. Before it is registered, the answer assumes that this will
   * happen on the day of filing, and says so (`READY_ASSUMED`).
   */
  readyOn(filedOn: Day, registeredOn?: Day | undefined | null): ReadyDate
  /**
   * The day by which the card of an application is ready: its events say when it was filed, and when
   * registered. `null` before the filing.
   */
  applicationReadyOn(application: Application): ReadyDate | null
  /**
   * The first day on which a card that is ready on this day can be picked up: so many calendar days
   * later as the rulebook has, since it may arrive in the afternoon.
   */
  pickupFrom(readyOn: Day): Day
  /** The centres that fit a query, the nearest first. */
  nearest(centres: CentreDirectory, query: NearestQuery): Array<NearbyCentre>
  /** All free slots of a centre on `days` calendar days of which `firstDay` is the first. */
  freeSlots(centre: Centre, firstDay: Day, days: number, bookings?: Array<Booking> | undefined | null): Array<Slot>
  /**
   * The first free slot of a centre on or after the first day on which the card can be picked up:
   * the day on which it is ready, and so many days more as the rulebook has.
   */
  firstFreeSlot(centre: Centre, readyOn: Day, bookings?: Array<Booking> | undefined | null): PickupOffer
  /**
   * Quotes with delivery to an address: a zone may be that of the postcode or of the locality, and the
   * most specific one counts.
   */
  quoteTo(inquiry: FeeInquiry, address: Address): Quote
  /**
   * The likely day on which a card that is ready on this day is delivered to an address, by its
   * zone: that of its postcode, else that of its locality, else that of its region.
   */
  deliveryEstimateTo(address: Address, readyOn: Day): DeliveryEstimate
  /** An appointment as an iCalendar object, to be attached to the e-mail. */
  icalendar(appointment: Appointment): string
  /** The likely day on which a card that is ready on this day is delivered to a region. */
  deliveryEstimate(region: Region, readyOn: Day): DeliveryEstimate
  /**
   * Describes an image file without decoding it, and makes sure that it is whole and nothing
   * more, under the limits of a day. Rejects if it is not.
   */
  inspectImage(data: Uint8Array, on: Day, options?: Abortable): Promise<ImageFile>
  /** The same picture without metadata; no pixel changes. */
  sanitizeImage(data: Uint8Array, on: Day, options?: Abortable): Promise<Buffer>
  /** Decodes an image file, as the checks see it: upright, transparent pixels on white. */
  decodeImage(data: Uint8Array, on: Day, options?: Abortable): Promise<Picture>
  /**
   * Checks a photo under the profile of a day: the file, the picture, and the face in it. A
   * photo that is not accepted is no error: the report lists its problems.
   */
  checkPhoto(data: Uint8Array, on: Day, options?: Abortable): Promise<PhotoReport>
  /**
   * Checks a picture of a signature: JPEG or PNG, under the limits of a day. A file that is not
   * accepted gives a report too.
   */
  checkSignature(data: Uint8Array, on: Day, options?: Abortable): Promise<SignatureReport>
  /** The picture of a signature as the card needs it: a grey PNG. Rejects with its problems. */
  normaliseSignature(data: Uint8Array, on: Day, options?: Abortable): Promise<Buffer>
  /**
   * Checks a signature drawn on a screen, under the limits of a day: JSON text, or the value that
   * it says.
   */
  checkStrokes(strokes: string | Uint8Array | object, on: Day, options?: Abortable): Promise<SignatureReport>
  /** The drawing as the card needs it: a grey PNG. Rejects with its problems. */
  renderStrokes(strokes: string | Uint8Array | object, on: Day, options?: Abortable): Promise<Buffer>
  /** Writes a notice in a language, by the SMS policy of a day. */
  notice(data: NoticeData, language: Language, on: Day): Notice
  /**
   * Decides on the right to file on paper after a technical fault during an attempt, by the rule
   * in force on the day on which the attempt began.
   */
  paperRight(query: FaultQuery): PaperRight
  /** The data of the notice that filing on paper is allowed; nothing without the right. */
  paperNotice(right: PaperRight): NoticeData | null
  /** Reads feedback from JSON under the limits of a day; its texts are cleaned and masked. */
  readFeedback(json: string | Uint8Array | object, on: Day): Feedback
  /** Explains an answer in a language: a decision, a quote, a ready date, an error, a reason. */
  explain(answer: Explainable, language: Language): Array<Statement>
  /** The text of one code with its parameters, of a reason or a problem for a citizen. */
  text(coded: Reason | Problem, language: Language): string
  /** The text of a reason or a problem for the operator of the service, with identifiers. */
  operatorText(coded: Reason | Problem, language: Language): string
}

/** Texts in the three languages: those of a rulebook, or with messages of one's own. */
export declare class Texts {
  private constructor()
  /** These texts with some messages of one language replaced by those of a Fluent source. */
  withOverrides(language: Language, ftl: string): Texts
  /**
   * The word of a language for a stable spelling such as `expiry`; `null` for a spelling
   * without a word.
   */
  word(spelling: string, language: Language): string | null
  /** The text of a reason or a problem for a citizen, with its parameters, on one line. */
  explain(coded: Reason | Problem, language: Language): string
  /** The text of a reason or a problem for the operator of the service, with identifiers. */
  explainToOperator(coded: Reason | Problem, language: Language): string
}

/** The summary with one person's ratings added. */
export declare function addToSummary(summary: FeedbackSummary, feedback: Feedback): FeedbackSummary

/**
 * The appointment that was offered at a centre, for an application with this number: for the first
 * time, with the rulebook's texts and an alarm on the day before. When it is moved or cancelled, the
 * event is the same with a higher `sequence`, the new times, or another `status`.
 */
export declare function appointmentAtCentre(offer: PickupOffer, centre: Centre, application: string, stamp: Moment, language: Language): Appointment

/** The optional arguments of an assessment besides the form. */
export interface AssessOptions {
  /** The state register's record, if the portal has it; it decides. */
  register?: RegisterRecord
  /** The directory of service centres, if a pickup is to be offered. */
  centres?: CentreDirectory
  /** The bookings at the centres so far. */
  bookings?: Array<Booking>
  /** The attempt and the technical faults known for that time, if filing on paper is asked for. */
  faults?: FaultQuery
}

/** The problems of a centre; empty for one from a directory. */
export declare function centreProblems(centre: Centre): Array<Problem>

/**
 * The catalogue's entry of a code: its area, the severity that it has unless the rulebook says
 * otherwise, `isGap` for a gap in the rulebook, which the operator has to fix and no applicant
 * can, its parameters, and for developers its meaning and an example.
 */
export declare function codeInfo(code: Code): { area: Area; severity: Severity; isGap: boolean; params: Array<ParamSpec>; meaning: string; example: string }

/** All codes, in the catalogue's order. */
export declare function codes(): Array<Code>

/** Counts a short message: its alphabet, units and segments. */
export declare function countSms(text: string): SmsCount

/** The common facts of many cards. */
export interface DecisionOptions {
  /** The document to be replaced; by default an identity card. */
  document?: DocumentKind
  /** The ground of the replacement; by default the expiry. */
  ground?: Ground
}

/** The decisions on many cards, one row for each. */
export interface DecisionTable {
  /**
   * The first check that failed, or that the card is eligible, or why there is no decision: places
   * in `decisionCodes`.
   */
  codes: Uint8Array
  /**
   * All checks that failed: the bit `1 << (n - 1)` is that of place `n` in `decisionCodes`. 0 if
   * the card is eligible, and if there is no decision.
   */
  failed: Uint16Array
  /** Calendar days to the expiry date; `noDay` if there is no decision. */
  daysLeft: Int32Array
  /** The first day on which the card can be renewed online; `noDay` without such days. */
  firstDays: Int32Array
  /** The last day on which it can be; `noDay` without such days. */
  lastDays: Int32Array
}

/** The period of this length that holds the day. */
export declare function feedbackPeriod(day: Day, length: PeriodLength): FeedbackPeriod

/** The day so many days after 1970-01-01. Throws `DATE_INVALID` outside of the years 1 to 9999. */
export declare function fromEpochDays(days: number): Day

/**
 * Reads a value from its JSON text, as `toJson` writes it here and other languages there. Throws every
 * problem, with its place.
 */
export declare function fromJson<Name extends keyof Documents>(name: Name, json: string | Uint8Array | object): Documents[Name]

/** The hours of a centre on a day; empty if it is closed. */
export declare function hoursOn(centre: Centre, day: Day, calendar: Calendar): Array<TimeRange>

/** The facts of an IIN: the birth date and the sex, if its first seven digits give them. */
export declare function iinFacts(iin: Iin): { birthDate?: Day; sex?: Sex }

/** `true` if a problem stands in the way of the application: an error or a refusal. */
export declare function isBlocking(problem: Problem): boolean

/** `true` if nothing can follow on this state. */
export declare function isEndState(state: State): boolean

/** `true` if both are the same name, in any case of their letters. */
export declare function isSameName(one: PersonName, other: PersonName): boolean

/** The transitions as a Mermaid diagram. */
export declare function lifecycleDiagram(): string

/** All transitions of an application, in the order of the table. */
export declare function lifecycleTransitions(): Array<Transition>

/**
 * Masks phone numbers, e-mail addresses and IINs in a text of at most `maxCharacters`, and removes
 * control characters.
 */
export declare function maskFeedback(text: string, maxCharacters: number): string

/** The summary of both. */
export declare function mergeSummaries(one: FeedbackSummary, other: FeedbackSummary): FeedbackSummary

/** The variables that the texts of a kind of notice can use. */
export declare function noticeParams(kind: NoticeKind): Array<ParamSpec>

/** Reads the number of an identity card. */
export declare function parseCardNumber(text: string): CardNumber

/** Reads an IIN by its form alone: digits, check digit, birth date. */
export declare function parseIin(text: string): Iin

/** Reads the number of a passport. */
export declare function parsePassportNumber(text: string): PassportNumber

/** Reads a postcode. */
export declare function parsePostcode(text: string): Postcode

/** Reads a list of bookings from JSON. */
export declare function readBookings(json: string | Uint8Array | object): Array<Booking>

/** Reads one centre from JSON and checks it. */
export declare function readCentre(json: string | Uint8Array | object): Centre

/** Reads an event from JSON, in which the fields of the action stand next to `id` and `at`. */
export declare function readEvent(json: string | Uint8Array | object): Event

/** Reads an attempt and the faults from JSON. */
export declare function readFaultQuery(json: string | Uint8Array | object): FaultQuery

/** Reads feedback from JSON under these limits; its texts are cleaned and masked. */
export declare function readFeedback(json: string | Uint8Array | object, limits: FeedbackLimits): Feedback

/** Reads a history from JSON. It is not replayed yet. */
export declare function readHistory(json: string | Uint8Array | object): History

/** Reads the data of this kind of notice from a JSON object with its variables. */
export declare function readNoticeData(kind: NoticeKind, json: string | Uint8Array | object): NoticeData

/** Reads a record of the register from JSON. */
export declare function readRegisterRecord(json: string | Uint8Array | object): RegisterRecord

/** Reads a summary that was stored. */
export declare function readSummary(json: string): FeedbackSummary

/** A reason with this code and the parameters of a JSON object. */
export declare function reasonOf(code: Code, params: string | Uint8Array | object): Reason

/**
 * The reasons of a decision: every check that failed, or `ELIGIBLE`, and `ONLINE_AGAIN` after it
 * if the card can be renewed once more later.
 */
export declare function reasonsOfDecision(decision: Decision): Array<Reason>

/** The period and the cards of a run of the job that reminds. */
export interface ReminderOptions {
  /** The day of the last run; by default the day before. */
  lastRun?: Day
  /** The status of the cards in the state register, the same of all; by default unknown. */
  status?: CardStatus
}

/** A reason with this code and sample values for all its parameters. */
export declare function sampleReason(code: Code): Reason

/** The figures of an aspect. */
export declare function summaryFigures(summary: FeedbackSummary, aspect: FeedbackAspect): FeedbackFigures

/** The summary of overall ratings from 1 to 5. */
export declare function summaryOfRatings(ratings: Array<number>): FeedbackSummary

/** The days from 1970-01-01 to this one, negative before it, as columns have them. */
export declare function toEpochDays(day: Day): number

/**
 * A value as JSON text, the same in every language: its fields in snake_case. `JSON.stringify` writes
 * another text, which no language reads. Throws every problem of a value that is none of this type.
 */
export declare function toJson<Name extends keyof Documents>(name: Name, value: Documents[Name]): string
