import type {
  ApplicationForm,
  CardNumber,
  Code,
  Day,
  EmailAddress,
  Iin,
  Language,
  Params,
  Phone,
  RegisterRecord,
  Rulebook,
} from './index.js'

/** The rules that a validator asks by. */
export interface SchemaOptions {
  /** The language of the issues' messages. */
  language: Language
  /** The day whose rules are asked for, or a function that gives it when a
   * value comes: `() => dayOf(new Date())`. The library itself has no clock. */
  today: Day | (() => Day)
  /** The rulebook; by default the default edition. */
  rules?: Rulebook | undefined
}

/** A problem of a value. */
export interface SchemaIssue {
  /** Its text for a citizen. */
  readonly message: string
  /** Its place: the keys that lead there; absent for the whole value. */
  readonly path: ReadonlyArray<string | number>
  /** Its code. */
  readonly code: Code
  /** The figures and dates that belong to it. */
  readonly params: Params
}

/** A validator as Standard Schema 1 describes it, synchronous. */
export interface Schema<Output> {
  /** The interface that frameworks look for. */
  readonly '~standard': {
    readonly version: 1
    readonly vendor: 'qujat'
    readonly validate: (
      value: unknown,
    ) => { readonly value: Output; readonly issues?: undefined } | { readonly issues: ReadonlyArray<SchemaIssue> }
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined
  }
}

/** An application's form, as `Rulebook.validate` reads it. With a register record, that decides. */
export declare function applicationForm(
  options: SchemaOptions & { register?: RegisterRecord | undefined },
): Schema<ApplicationForm>
/** An IIN. */
export declare function iin(options: SchemaOptions): Schema<Iin>
/** The number of a mobile phone. */
export declare function phone(options: SchemaOptions): Schema<Phone>
/** An e-mail address. */
export declare function email(options: SchemaOptions): Schema<EmailAddress>
/** The number of an identity card. */
export declare function cardNumber(options: SchemaOptions): Schema<CardNumber>
