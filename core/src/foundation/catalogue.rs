//! The catalogue: every code that an answer can carry, once.
//!
//! A code is stable: it is never renamed and never reused. Its three texts live in
//! `core/data/texts/*/codes.ftl` under the same name; `docs/errors.md` is rendered from here.

use std::fmt;

use qujat_export::export;

use crate::foundation::words::words;

words! {
    /// The weight of a coded answer.
    #[export(code)]
    Severity {
        /// The input is wrong, or an answer cannot be given.
        Error = "error",
        /// The service is refused on the merits.
        Refusal = "refusal",
        /// The answer stands, but somebody should know this.
        Warning = "warning",
        /// A statement that explains an answer.
        Info = "info",
    }
}

words! {
    /// The part of the service a code belongs to.
    #[export(code)]
    Area {
        /// Reading JSON, dates, amounts and texts.
        Input = "input",
        /// IIN, documents and names.
        Identity = "identity",
        /// Phone, e-mail and address.
        Contact = "contact",
        /// Image files.
        Image = "image",
        /// The checks of the photo.
        Photo = "photo",
        /// The checks of the signature sample.
        Signature = "signature",
        /// The decision on renewing a card online.
        Eligibility = "eligibility",
        /// The state register's record against the form.
        Register = "register",
        /// Duty, exemptions and delivery fee.
        Fees = "fees",
        /// Working days and ready dates.
        Calendar = "calendar",
        /// Service centres, slots and delivery.
        Receiving = "receiving",
        /// The application's states and events.
        Lifecycle = "lifecycle",
        /// Technical faults and filing on paper.
        Faults = "faults",
        /// Ratings and comments.
        Feedback = "feedback",
        /// Rulebook files and their texts.
        Rulebook = "rulebook",
    }
}

words! {
    /// The kind of a parameter's value, by which it is printed in a language.
    #[export(code)]
    ParamKind {
        /// Text that is printed as it is.
        Text = "text",
        /// A whole number.
        Number = "number",
        /// A civil date.
        Date = "date",
        /// An amount in tenge.
        Amount = "amount",
        /// A decimal figure, such as a multiple of the MRP.
        Decimal = "decimal",
        /// A term of the domain that each language has its own word for, or several of them with `, `
        /// between them.
        Word = "word",
    }
}

/// One parameter that a code promises.
#[export(class, public, no_json)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ParamSpec {
    /// The name, in snake_case.
    pub name: &'static str,
    /// The kind of its value.
    pub kind: ParamKind,
}

macro_rules! catalogue {
    ($(
        $(#[doc = $doc:literal])+
        $variant:ident = $code:literal, $area:ident, $severity:ident,
        [$($param:ident: $kind:ident),*], $example:literal;
    )+) => {
        /// A stable code of an error, a refusal, a warning or a statement.
        ///
        /// ```
        /// use qujat::Code;
        /// assert_eq!(Code::parse("TOO_EARLY"), Some(Code::TooEarly));
        /// assert_eq!(Code::TooEarly.params()[0].name, "days_left");
        /// ```
        #[export(code)]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Code {
            /// All codes, in the catalogue's order.
            pub const ALL: &'static [Code] = &[$(Code::$variant),+];

            /// The code in capitals, as every language sees it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $code,)+ }
            }

            /// The part of the service this code belongs to.
            #[must_use]
            pub const fn area(self) -> Area {
                match self { $(Code::$variant => Area::$area,)+ }
            }

            /// The severity it has unless the rulebook says otherwise.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)+ }
            }

            /// The parameters that come with it, in this order.
            #[must_use]
            pub const fn params(self) -> &'static [ParamSpec] {
                match self { $(Code::$variant => &[
                    $(ParamSpec { name: stringify!($param), kind: ParamKind::$kind }),*
                ],)+ }
            }

            /// Its meaning, in English, for developers.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Code::$variant => concat!($($doc),+).trim_ascii(),)+ }
            }

            /// An input or a situation that leads to it.
            #[must_use]
            pub const fn example(self) -> &'static str {
                match self { $(Code::$variant => $example,)+ }
            }
        }
    };
}

catalogue! {
    // Reading input.
    /// The bytes are not UTF-8; `offset` is the first wrong byte, from 0.
    InvalidUtf8 = "INVALID_UTF8", Input, Error, [offset: Number], "a form saved as Windows-1251";
    /// The text is not JSON; line and column are counted from 1.
    JsonSyntax = "JSON_SYNTAX", Input, Error, [line: Number, column: Number], "{\"iin\": }";
    /// The JSON is nested more deeply than `limit`.
    JsonTooDeep = "JSON_TOO_DEEP", Input, Error, [limit: Number], "[[[[…]]]]";
    /// The input has more bytes than `limit`.
    JsonTooLarge = "JSON_TOO_LARGE", Input, Error, [size: Number, limit: Number], "a form of 10 MB";
    /// The object has a field that this type does not know; `suggestion` is the name that was
    /// probably meant, or empty.
    UnknownField = "UNKNOWN_FIELD", Input, Error, [suggestion: Text], "{\"emial\": …}";
    /// The object has a field twice.
    DuplicateField = "DUPLICATE_FIELD", Input, Error, [], "{\"iin\": …, \"iin\": …}";
    /// A field that must be given is not there.
    MissingField = "MISSING_FIELD", Input, Error, [], "a form without /applicant/phone";
    /// The value has another JSON type than `expected`.
    WrongType = "WRONG_TYPE", Input, Error, [expected: Word, found: Word], "{\"iin\": 900101300007}";
    /// The value is none of those listed in `allowed`.
    UnknownValue = "UNKNOWN_VALUE", Input, Error, [allowed: Word], "\"ground\": \"lost\"";
    /// The text is empty, or nothing but spaces.
    TextEmpty = "TEXT_EMPTY", Input, Error, [], "\"locality\": \" \"";
    /// The text has more characters (Unicode scalar values) than `max`.
    TextTooLong = "TEXT_TOO_LONG", Input, Error, [length: Number, max: Number], "a comment of 5000 characters";
    /// The text has a character that prints nothing; `position` counts characters from 1.
    TextControl = "TEXT_CONTROL", Input, Error, [position: Number], "\"street\": \"Abai\\u0007\"";
    /// The number is outside `min` to `max`, both inclusive.
    NumberRange = "NUMBER_RANGE", Input, Error, [min: Number, max: Number], "\"capacity\": 0";
    /// The text is no date of the form YYYY-MM-DD.
    DateInvalid = "DATE_INVALID", Input, Error, [], "2025-02-29";
    /// The text is no RFC 3339 date and time with an offset.
    MomentInvalid = "MOMENT_INVALID", Input, Error, [], "2026-02-10 09:30";
    /// The text is no time of the form HH:MM, from 00:00 to 24:00.
    TimeInvalid = "TIME_INVALID", Input, Error, [], "9:00";
    /// The text is no amount of tenge in plain decimal notation.
    AmountInvalid = "AMOUNT_INVALID", Input, Error, [], "786,40";
    /// The text is no identifier: 1 to 32 characters of a-z, 0-9, '-', '_' and '.'.
    IdInvalid = "ID_INVALID", Input, Error, [], "\"Astana #1\"";
    /// The number or reference is not 1 to `max` letters A-Z and a-z, digits and hyphens between them.
    ReferenceInvalid = "REFERENCE_INVALID", Input, Error, [max: Number], "\"number\": \"№ 5/2026\"";
    /// The list has fewer entries than `min` or more than `max`, both inclusive.
    ListLength = "LIST_LENGTH", Input, Error, [length: Number, min: Number, max: Number], "\"reasons\": []";
    /// There are more problems than `limit`; the rest was not looked for.
    TooManyProblems = "TOO_MANY_PROBLEMS", Input, Error, [limit: Number], "a form of a thousand unknown fields";
    /// The last end of an interval is before its first.
    IntervalReversed = "INTERVAL_REVERSED", Input, Error, [], "from 10:00 to 09:00";

    // Identity.
    /// An IIN has 12 digits; this text has `length` characters.
    IinLength = "IIN_LENGTH", Identity, Error, [length: Number], "90010130000";
    /// A character of the IIN is no ASCII digit; `position` counts from 1.
    IinNotDigits = "IIN_NOT_DIGITS", Identity, Error, [position: Number], "9001O1300007";
    /// The number is a BIN, which legal entities have: its fifth digit is 4, 5 or 6.
    IinIsBin = "IIN_IS_BIN", Identity, Error, [], "900140000007";
    /// The IIN's check digit is wrong: a digit was mistyped.
    IinCheckDigit = "IIN_CHECK_DIGIT", Identity, Error, [], "900101300008";
    /// The IIN's first six digits and its century are no existing date.
    IinBirthDate = "IIN_BIRTH_DATE", Identity, Error, [], "a number that begins with 900231";
    /// The IIN's seventh digit, which gives century and sex, is not 1 to 6.
    IinCentury = "IIN_CENTURY", Identity, Error, [digit: Number], "a number whose seventh digit is 9";
    /// The IIN's birth date is after the day asked about.
    IinBornAfter = "IIN_BORN_AFTER", Identity, Error, [on: Date], "a birth date of tomorrow";
    /// The holder is younger than the age from which identity cards are issued.
    HolderTooYoung = "HOLDER_TOO_YOUNG", Identity, Error, [minimum: Number], "an applicant of 15";
    /// No card issued by today is valid longer than `years`, until `latest`: a mistyped year.
    ExpiryTooFar = "EXPIRY_TOO_FAR", Identity, Error, [years: Number, latest: Date], "2062 for 2026";
    /// The card would have been issued before its holder was `minimum` years old: a mistyped year.
    ExpiryBeforeFirstCard = "EXPIRY_BEFORE_FIRST_CARD", Identity, Error, [minimum: Number], "1996 for 2026, of a holder born in 1990";
    /// A card number has exactly 9 digits.
    CardNumberFormat = "CARD_NUMBER_FORMAT", Identity, Error, [], "12345678";
    /// A passport number is N and 8 digits.
    PassportNumberFormat = "PASSPORT_NUMBER_FORMAT", Identity, Error, [], "N1234567";
    /// The name has a character that no card prints; `character` is what kind it is: `latin_letter`,
    /// `digit`, `punctuation` or `other_character`.
    NameCharacter = "NAME_CHARACTER", Identity, Error, [position: Number, character: Word], "Ivanov in Latin letters";
    /// Hyphens, apostrophes and spaces stand only between letters of a name.
    NameFormat = "NAME_FORMAT", Identity, Error, [], "-Серик";

    // Contact.
    /// The text is no phone number.
    PhoneFormat = "PHONE_FORMAT", Contact, Error, [], "+7 701 123";
    /// The number belongs to another country's plan.
    PhoneNotKazakhstan = "PHONE_NOT_KAZAKHSTAN", Contact, Error, [], "+7 912 345 67 89";
    /// The Kazakh number is not mobile, so that no SMS reaches it.
    PhoneNotMobile = "PHONE_NOT_MOBILE", Contact, Error, [kind: Word], "+7 7172 12 34 56";
    /// The number lies in a range of Kazakhstan's plan that is not assigned.
    PhoneUnassigned = "PHONE_UNASSIGNED", Contact, Error, [], "+7 703 123 45 67";
    /// The text is no e-mail address.
    EmailFormat = "EMAIL_FORMAT", Contact, Error, [], "aigerim@";
    /// The address has more octets than `max`.
    EmailTooLong = "EMAIL_TOO_LONG", Contact, Error, [length: Number, max: Number], "an address of 300 octets";
    /// The address comes with a display name.
    EmailDisplayName = "EMAIL_DISPLAY_NAME", Contact, Error, [], "Aigerim <a@example.kz>";
    /// The address holds a comment.
    EmailComment = "EMAIL_COMMENT", Contact, Error, [], "a(work)@example.kz";
    /// The domain is an IP address.
    EmailIpLiteral = "EMAIL_IP_LITERAL", Contact, Error, [], "a@[192.0.2.1]";
    /// The part before @ is quoted.
    EmailQuotedLocal = "EMAIL_QUOTED_LOCAL", Contact, Error, [], "\"a b\"@example.kz";
    /// The part after @ is no domain name that mail can be delivered to.
    EmailDomain = "EMAIL_DOMAIN", Contact, Error, [], "a@example";
    /// The domain is one slip away from `domain`, a common one.
    EmailDomainSuggested = "EMAIL_DOMAIN_SUGGESTED", Contact, Warning, [domain: Text], "serik@gmail.con";
    /// A postcode has 6 digits, or the newer form of a letter, two digits, a letter, a digit, a letter, a digit.
    PostcodeFormat = "POSTCODE_FORMAT", Contact, Error, [], "0100";

    // Image files.
    /// There are no bytes.
    ImageEmpty = "IMAGE_EMPTY", Image, Error, [], "a file of 0 bytes";
    /// The file is an image or a document of a known format that is not accepted.
    ImageFormat = "IMAGE_FORMAT", Image, Error, [format: Word], "a HEIC photo from a phone";
    /// The first bytes belong to no format that is known.
    ImageFormatUnknown = "IMAGE_FORMAT_UNKNOWN", Image, Error, [], "a ZIP archive named photo.jpg";
    /// The file has more bytes than `limit`; in megabytes of 2^20 bytes, the size is rounded up and the
    /// limit down to tenths.
    ImageTooLarge = "IMAGE_TOO_LARGE", Image, Error, [size: Number, limit: Number, size_mb: Decimal, limit_mb: Decimal], "a photo of 12 MB";
    /// The picture has more than `limit` pixels; a progressive JPEG has a lower limit.
    ImageTooManyPixels = "IMAGE_TOO_MANY_PIXELS", Image, Error, [width: Number, height: Number, limit: Number], "16384 x 16384 pixels";
    /// A side of the picture has more than `limit` pixels.
    ImageSide = "IMAGE_SIDE", Image, Error, [width: Number, height: Number, limit: Number], "a strip of 100000 x 10 pixels";
    /// The JPEG comes in more than `limit` scans.
    ImageScans = "IMAGE_SCANS", Image, Error, [limit: Number], "a JPEG of 1000 scans";
    /// A block of metadata has more bytes than `limit`, as it is or inflated; `size` is what was reached.
    ImageMetadataTooLarge = "IMAGE_METADATA_TOO_LARGE", Image, Error, [size: Number, limit: Number], "a colour profile of 1 MB";
    /// The JPEG is of a kind that is not accepted.
    ImageKind = "IMAGE_KIND", Image, Error, [coding: Word], "a JPEG in CMYK";
    /// The PNG is an animation.
    ImageAnimated = "IMAGE_ANIMATED", Image, Error, [], "an APNG";
    /// The file cannot be read; `offset` is the part that is wrong, counted in bytes from 0.
    ImageDamaged = "IMAGE_DAMAGED", Image, Error, [offset: Number], "a PNG with a wrong checksum";
    /// The file ends before its picture does.
    ImageCut = "IMAGE_CUT", Image, Error, [], "an upload that broke off";
    /// Something follows the picture; `offset` is its first byte, counted from 0.
    ImageTrailingData = "IMAGE_TRAILING_DATA", Image, Error, [offset: Number], "a JPEG with a ZIP archive behind it";
    /// The colour profile is not accepted.
    ImageProfile = "IMAGE_PROFILE", Image, Error, [profile: Word], "a JPEG in Adobe RGB";

    /// A check of a photo or a signature sample found nothing wrong.
    CheckPassed = "CHECK_PASSED", Image, Info, [check: Word], "a sharp photo";
    /// A check was not done.
    CheckNotDone = "CHECK_NOT_DONE", Image, Info, [check: Word, cause: Word], "glasses, which the library does not recognise";

    // The photo. The measure and the limit are in the unit of the check.
    /// The file tells of persons, places or devices; `measured` counts the kinds of such data.
    PhotoMetadata = "PHOTO_METADATA", Photo, Warning, [measured: Number, limit: Number], "a photo with the place where it was taken";
    /// The picture has too few pixels: `measured` is the width of its largest part at 3:4.
    PhotoResolution = "PHOTO_RESOLUTION", Photo, Error, [measured: Number, limit: Number], "a photo of 300 x 400 pixels";
    /// The photo was not given to be checked, only the portal's reference to it.
    PhotoUnchecked = "PHOTO_UNCHECKED", Photo, Warning, [], "an assessment without the photo's bytes";
    /// The sides are not 3:4; in thousandths, width over height.
    PhotoAspect = "PHOTO_ASPECT", Photo, Error, [measured: Number, limit: Number], "a square photo";
    /// The picture was compressed so strongly that details are lost; JPEG quality.
    PhotoCompressed = "PHOTO_COMPRESSED", Photo, Error, [measured: Number, limit: Number], "a photo that a messenger has compressed";
    /// No face was found.
    PhotoNoFace = "PHOTO_NO_FACE", Photo, Error, [measured: Number, limit: Number], "a photo of a landscape";
    /// Several faces were found.
    PhotoSeveralFaces = "PHOTO_SEVERAL_FACES", Photo, Error, [measured: Number, limit: Number], "a photo of a couple";
    /// The eyes are too few pixels apart.
    PhotoEyeDistance = "PHOTO_EYE_DISTANCE", Photo, Error, [measured: Number, limit: Number], "70 pixels";
    /// The head takes up too little of the picture; in thousandths.
    PhotoHeadTooSmall = "PHOTO_HEAD_TOO_SMALL", Photo, Error, [measured: Number, limit: Number], "a person photographed from afar";
    /// The head takes up too much of the picture; in thousandths.
    PhotoHeadTooLarge = "PHOTO_HEAD_TOO_LARGE", Photo, Error, [measured: Number, limit: Number], "a selfie from close up";
    /// The face is too far to the left of the picture; in thousandths of its width.
    PhotoFaceLeft = "PHOTO_FACE_LEFT", Photo, Error, [measured: Number, limit: Number], "a face at the left edge";
    /// The face is too far to the right of the picture; in thousandths of its width.
    PhotoFaceRight = "PHOTO_FACE_RIGHT", Photo, Error, [measured: Number, limit: Number], "a face at the right edge";
    /// The face is too far up; in thousandths of the height of the picture.
    PhotoFaceHigh = "PHOTO_FACE_HIGH", Photo, Error, [measured: Number, limit: Number], "a face at the upper edge";
    /// The face is too far down; in thousandths of the height of the picture.
    PhotoFaceLow = "PHOTO_FACE_LOW", Photo, Error, [measured: Number, limit: Number], "a face at the lower edge";
    /// The head is tilted to a shoulder; in tenths of a degree, positive to the left one.
    PhotoTilted = "PHOTO_TILTED", Photo, Error, [measured: Number, limit: Number], "12 degrees";
    /// The head is turned to a side; in tenths of a degree, an estimate.
    PhotoTurned = "PHOTO_TURNED", Photo, Error, [measured: Number, limit: Number], "a half profile";
    /// The head is raised or lowered; in tenths of a degree, an estimate.
    PhotoNodded = "PHOTO_NODDED", Photo, Error, [measured: Number, limit: Number], "a chin held up";
    /// An eye is closed.
    PhotoEyesClosed = "PHOTO_EYES_CLOSED", Photo, Error, [measured: Number, limit: Number], "a blink";
    /// The mouth is open.
    PhotoMouthOpen = "PHOTO_MOUTH_OPEN", Photo, Error, [measured: Number, limit: Number], "a smile that shows teeth";
    /// The face is too dark.
    PhotoTooDark = "PHOTO_TOO_DARK", Photo, Error, [measured: Number, limit: Number], "a photo by candlelight";
    /// The face is too bright.
    PhotoTooBright = "PHOTO_TOO_BRIGHT", Photo, Error, [measured: Number, limit: Number], "a flash from close up";
    /// The face has too few shades of grey.
    PhotoFlat = "PHOTO_FLAT", Photo, Error, [measured: Number, limit: Number], "a photo behind fogged glass";
    /// One side of the face is much darker than the other; in thousandths.
    PhotoUnevenLight = "PHOTO_UNEVEN_LIGHT", Photo, Error, [measured: Number, limit: Number], "a window at one side";
    /// The face is blurred.
    PhotoBlurred = "PHOTO_BLURRED", Photo, Error, [measured: Number, limit: Number], "a hand that moved";
    /// There is something to be seen in the background.
    PhotoBackgroundBusy = "PHOTO_BACKGROUND_BUSY", Photo, Error, [measured: Number, limit: Number], "a bookshelf";
    /// The background is brighter here than there.
    PhotoBackgroundUneven = "PHOTO_BACKGROUND_UNEVEN", Photo, Error, [measured: Number, limit: Number], "a shadow on the wall";
    /// The background is too dark.
    PhotoBackgroundDark = "PHOTO_BACKGROUND_DARK", Photo, Error, [measured: Number, limit: Number], "a dark curtain";
    /// The background has a strong colour.
    PhotoBackgroundColoured = "PHOTO_BACKGROUND_COLOURED", Photo, Error, [measured: Number, limit: Number], "a red wall";
    /// The skin has a colour that no skin has.
    PhotoUnnaturalColour = "PHOTO_UNNATURAL_COLOUR", Photo, Error, [measured: Number, limit: Number], "a photo under a green lamp";
    /// The photo is greyscale.
    PhotoGreyscale = "PHOTO_GREYSCALE", Photo, Error, [measured: Number, limit: Number], "a black-and-white photo";

    // The signature sample. The measure and the limit are in the unit of the check.
    /// The signature sample was not given to be checked, only the portal's reference to it.
    SignatureUnchecked = "SIGNATURE_UNCHECKED", Signature, Warning, [], "an assessment without the sample's bytes";
    /// The file of the signature sample has more bytes than `limit`.
    SignatureTooManyBytes = "SIGNATURE_TOO_MANY_BYTES", Signature, Error, [measured: Number, limit: Number], "a scan of 3 MB";
    /// Nothing is darker than the paper, or only specks are.
    SignatureBlank = "SIGNATURE_BLANK", Signature, Error, [measured: Number, limit: Number], "a photo of blank paper in uneven light";
    /// The picture has areas of grey, as photographs have them.
    SignaturePhoto = "SIGNATURE_PHOTO", Signature, Error, [measured: Number, limit: Number], "the portrait, uploaded in the wrong place";
    /// The ink is in too many parts, as printed text is.
    SignatureText = "SIGNATURE_TEXT", Signature, Error, [measured: Number, limit: Number], "a page of a contract";
    /// There is only a straight line.
    SignatureLine = "SIGNATURE_LINE", Signature, Error, [measured: Number, limit: Number], "an underline without a signature";
    /// There is only a dot: ink that is compact and small.
    SignatureDot = "SIGNATURE_DOT", Signature, Error, [measured: Number, limit: Number], "a blot";
    /// There is a filled area: ink that is compact and large.
    SignatureBlock = "SIGNATURE_BLOCK", Signature, Error, [measured: Number, limit: Number], "a black rectangle";
    /// Too little of the picture is ink.
    SignatureLittleInk = "SIGNATURE_LITTLE_INK", Signature, Error, [measured: Number, limit: Number], "a signature in the corner of a sheet";
    /// Too much of the picture is ink.
    SignatureMuchInk = "SIGNATURE_MUCH_INK", Signature, Error, [measured: Number, limit: Number], "a signature that is crossed out";
    /// The signature takes up too little of the picture's width.
    SignatureNarrow = "SIGNATURE_NARROW", Signature, Error, [measured: Number, limit: Number], "initials on a wide sheet";
    /// The signature takes up too little of the picture's height.
    SignatureLow = "SIGNATURE_LOW", Signature, Error, [measured: Number, limit: Number], "a wavy line";
    /// The ink touches the edge of the picture.
    SignatureAtEdge = "SIGNATURE_AT_EDGE", Signature, Error, [measured: Number, limit: Number], "a signature that was cut off";
    /// The pen is too thick for the picture.
    SignatureThick = "SIGNATURE_THICK", Signature, Error, [measured: Number, limit: Number], "a signature with a marker";
    /// A side of the picture has too few pixels.
    SignatureFewPixels = "SIGNATURE_FEW_PIXELS", Signature, Error, [measured: Number, limit: Number], "a picture of 150 x 50 pixels";
    /// The picture is too tall for its width; in thousandths, width over height.
    SignatureTooTall = "SIGNATURE_TOO_TALL", Signature, Error, [measured: Number, limit: Number], "a photo of the whole sheet";
    /// The picture is too wide for its height; in thousandths, width over height.
    SignatureTooWide = "SIGNATURE_TOO_WIDE", Signature, Error, [measured: Number, limit: Number], "a strip of 1400 x 200 pixels";
    /// The strokes of the pen have too few points.
    SignatureFewPoints = "SIGNATURE_FEW_POINTS", Signature, Error, [measured: Number, limit: Number], "a tap on the screen";
    /// The strokes of the pen have too many points.
    SignatureManyPoints = "SIGNATURE_MANY_POINTS", Signature, Error, [measured: Number, limit: Number], "strokes of 50000 points";
    /// One stroke that hardly goes back and forth; in thousandths of its width.
    SignatureShort = "SIGNATURE_SHORT", Signature, Error, [measured: Number, limit: Number], "one swipe over the screen";
    /// The times of the points do not increase; `measured` counts the points.
    SignatureTimes = "SIGNATURE_TIMES", Signature, Error, [measured: Number, limit: Number], "strokes whose points all have the time 0";

    // Eligibility, in the order of the checks.
    /// The card can be renewed online today; `days` counts the days from `first_day` to `last_day`.
    Eligible = "ELIGIBLE", Eligibility, Info, [days_left: Number, days: Number, first_day: Date, last_day: Date], "a card that expires in 12 days";
    /// The card can be renewed online today, and later once more, on so many `days`.
    OnlineAgain = "ONLINE_AGAIN", Eligibility, Info, [days: Number, first_day: Date, last_day: Date], "a pilot that pauses while the window is open";
    /// The notice that every refusal begins with, verbatim.
    NotAvailableOnline = "NOT_AVAILABLE_ONLINE", Eligibility, Info, [], "every refusal";
    /// Only the identity card is renewed online.
    DocumentNotOnline = "DOCUMENT_NOT_ONLINE", Eligibility, Refusal, [document: Word], "a passport";
    /// Only an expiring card is replaced online.
    GroundNotOnline = "GROUND_NOT_ONLINE", Eligibility, Refusal, [ground: Word], "a lost card";
    /// The pilot has not begun.
    PilotNotStarted = "PILOT_NOT_STARTED", Eligibility, Refusal, [first_day: Date], "the day before the pilot";
    /// The pilot pauses: `last_day` was the last one of a period, and `first_day` is that of the next.
    PilotPaused = "PILOT_PAUSED", Eligibility, Refusal, [last_day: Date, first_day: Date], "a day between two periods of the pilot";
    /// The pilot is over; `last_day` was its last.
    PilotEnded = "PILOT_ENDED", Eligibility, Refusal, [last_day: Date], "1 March 2026 under the default edition";
    /// The card cannot be renewed online yet; `opens_on` is the first day on which it can, by all rules that are known.
    TooEarly = "TOO_EARLY", Eligibility, Refusal, [days_left: Number, opens_on: Date], "31 days before expiry";
    /// Neither today nor on any later day can the card be renewed online, by all rules that are known.
    NeverOnline = "NEVER_ONLINE", Eligibility, Refusal, [days_left: Number], "a window that opens when the pilot is over";
    /// The card expired longer ago than the window allows; `last_day` was the last one on which it could be renewed online.
    TooLate = "TOO_LATE", Eligibility, Refusal, [days_expired: Number, last_day: Date], "11 days after expiry";
    /// The card expired longer ago than the window allows, and there was no day on which it could be renewed online.
    LongExpired = "LONG_EXPIRED", Eligibility, Refusal, [days_expired: Number], "a card that expired before the pilot began";
    /// The register says that the card is not in force for another cause than its expiry.
    CardNotValid = "CARD_NOT_VALID", Eligibility, Refusal, [status: Word], "a card recorded as lost";
    /// The card belongs to another person than the applicant.
    NotHolder = "NOT_HOLDER", Eligibility, Refusal, [], "a form filled in for a relative";

    // Register.
    /// Form and register differ in `field`; the register's value is not told.
    RegisterMismatch = "REGISTER_MISMATCH", Register, Error, [field: Word], "another surname";
    /// No register record was given: the data are as the applicant wrote them.
    DataUnverified = "DATA_UNVERIFIED", Register, Warning, [], "an assessment without a record";

    // Fees.
    /// A line of the state duty: a rate of the MRP.
    StateDuty = "STATE_DUTY", Fees, Info, [document: Word, ground: Word, rate: Decimal, mrp: Amount], "0.2 MRP in 2025";
    /// No state duty is charged on this ground, whoever applies.
    DutyFree = "DUTY_FREE", Fees, Info, [document: Word, ground: Word], "a renewal on expiry in 2026";
    /// The state duty falls away for a category of persons.
    DutyExempt = "DUTY_EXEMPT", Fees, Info, [category: Word], "a person with a disability";
    /// A line of the delivery fee.
    DeliveryFee = "DELIVERY_FEE", Fees, Info, [zone: Word], "delivery within a city";
    /// The exemption rests on a source that is not confirmed for this date.
    ExemptionUnconfirmed = "EXEMPTION_UNCONFIRMED", Fees, Warning, [category: Word], "an exemption in 2026";
    /// The tariff is an illustration and no published price.
    TariffIllustrative = "TARIFF_ILLUSTRATIVE", Fees, Warning, [zone: Word], "delivery with the shipped rulebook";
    /// The rulebook has no duty for this document on this ground.
    DutyUnknown = "DUTY_UNKNOWN", Fees, Error, [document: Word, ground: Word], "a damaged passport of 10 pages";
    /// An amount grew beyond what can be represented.
    AmountOverflow = "AMOUNT_OVERFLOW", Fees, Error, [], "a rulebook with rates of millions";

    // Calendar and coverage.
    /// No entry of the rulebook covers this day: nothing is guessed.
    NotCovered = "NOT_COVERED", Calendar, Error, [parameter: Text, on: Date, covered: Text], "the MRP of 2027";
    /// What every answer begins with that the rulebook has a gap for: the application cannot be taken
    /// now, whatever the applicant does.
    ServiceUnavailable = "SERVICE_UNAVAILABLE", Calendar, Info, [], "a day whose figures the operator has not entered";
    /// The card will be ready on this day at the latest.
    ReadyOn = "READY_ON", Calendar, Info, [registered_on: Date, ready_on: Date, working_days: Number], "15 working days after registration";
    /// The card will be ready on this day at the latest if the application is registered on the day of
    /// filing: the term runs from the registration, whose day is not known yet.
    ReadyAssumed = "READY_ASSUMED", Calendar, Info, [filed_on: Date, ready_on: Date, working_days: Number], "an application that is about to be filed";

    // Receiving the card.
    /// The directory has no centre with this identifier.
    CentreUnknown = "CENTRE_UNKNOWN", Receiving, Error, [], "a centre `astana-99`, which nobody listed";
    /// No centre fits the filters.
    NoCentre = "NO_CENTRE", Receiving, Error, [], "a region without a centre";
    /// Two centres have the same identifier.
    CentreDuplicate = "CENTRE_DUPLICATE", Receiving, Error, [centre: Text], "a directory with one centre twice";
    /// Two time ranges of one day overlap.
    TimetableOverlap = "TIMETABLE_OVERLAP", Receiving, Error, [], "09:00-13:00 and 12:00-18:00";
    /// The centre has no free slot from the first to the last day searched; its name is given in each
    /// language.
    NoFreeSlot = "NO_FREE_SLOT", Receiving, Error, [centre: Text, name_kk: Text, name_ru: Text, name_en: Text, first_day: Date, last_day: Date], "a centre that is booked out";
    /// An appointment is offered; the centre's name is given in each language.
    PickupOffered = "PICKUP_OFFERED", Receiving, Info, [centre: Text, name_kk: Text, name_ru: Text, name_en: Text, day: Date, time: Text], "the first free slot";
    /// The centre that was chosen, or the nearest one, has no free slot from the first to the last day
    /// searched; the one offered is the nearest that has.
    CentreFull = "CENTRE_FULL", Receiving, Warning, [first_day: Date, last_day: Date], "the nearest centre, booked out for a month";
    /// No centre near enough has a free slot from the first to the last day searched: the application
    /// is filed with the appointment open.
    AppointmentOpen = "APPOINTMENT_OPEN", Receiving, Warning, [first_day: Date, last_day: Date], "a city whose centres are booked out";
    /// The form asks for pickup, and names neither a centre nor a spot to look around.
    PickupPlaceMissing = "PICKUP_PLACE_MISSING", Receiving, Error, [], "\"receiving\": {\"method\": \"pickup\"}";
    /// An estimate of the day of delivery.
    DeliveryEstimated = "DELIVERY_ESTIMATED", Receiving, Info, [zone: Word, day: Date, working_days: Number], "delivery within a city";
    /// The rulebook has no delivery zone for this region.
    DeliveryNotOffered = "DELIVERY_NOT_OFFERED", Receiving, Error, [region: Word], "a zone list without the region";

    // Lifecycle.
    /// The event is not allowed in this state.
    EventNotAllowed = "EVENT_NOT_ALLOWED", Lifecycle, Error, [event: Word, state: Word], "paying after withdrawal";
    /// The event is dated before the one it follows.
    EventOutOfOrder = "EVENT_OUT_OF_ORDER", Lifecycle, Error, [event: Word], "a review dated before the filing";
    /// An event's identifier is 1 to 64 printable ASCII characters.
    EventIdInvalid = "EVENT_ID_INVALID", Lifecycle, Error, [], "\"id\": \"\"";
    /// An event identifier was used before with other content.
    EventIdReused = "EVENT_ID_REUSED", Lifecycle, Error, [event: Word], "one identifier for two payments";
    /// The amount paid is not the amount due.
    PaymentMismatch = "PAYMENT_MISMATCH", Lifecycle, Error, [due: Amount], "700 tenge for 786.40";

    // Technical faults.
    /// The fault lasted longer than the limit: filing on paper is allowed.
    PaperAllowed = "PAPER_ALLOWED", Faults, Info, [minutes: Number, seconds: Number, limit_minutes: Number, limit_seconds: Number], "a fault of 601 seconds";
    /// No fault during the attempt lasted longer than the limit.
    PaperNotAllowed = "PAPER_NOT_ALLOWED", Faults, Info, [minutes: Number, seconds: Number, limit_minutes: Number, limit_seconds: Number], "a fault of 600 seconds";
    /// The statement about a fault that a service centre is shown.
    FaultStatement = "FAULT_STATEMENT", Faults, Info, [number: Text, channels: Word, from_day: Date, from_time: Text, to_day: Date, to_time: Text, minutes: Number, seconds: Number, limit_minutes: Number, limit_seconds: Number, references: Text, online: Word], "a fault of 601 seconds";

    // Feedback.
    /// A rating is a whole number from `min` to `max`.
    RatingRange = "RATING_RANGE", Feedback, Error, [min: Number, max: Number], "6 of 5 stars";

    // Rulebook files.
    /// There is no shipped edition with this name.
    EditionUnknown = "EDITION_UNKNOWN", Rulebook, Error, [available: Text], "--edition 2024";
    /// Two entries of a series are in force on the same day.
    PeriodOverlap = "PERIOD_OVERLAP", Rulebook, Error, [other: Text, on: Date], "two MRPs for 2026";
    /// A series that promises no gaps has one.
    PeriodGap = "PERIOD_GAP", Rulebook, Error, [first_day: Date, last_day: Date], "a pilot with a pause";
    /// An entry ends before it begins, or on that day.
    PeriodEmpty = "PERIOD_EMPTY", Rulebook, Error, [], "from 2026-01-01 until 2026-01-01";
    /// The entry cites a source that the file does not list.
    SourceUnknown = "SOURCE_UNKNOWN", Rulebook, Error, [cited: Text], "\"source\": \"decree-1\"";
    /// The value breaks a bound of its field.
    ValueBounds = "VALUE_BOUNDS", Rulebook, Error, [detail: Text], "a negative amount";
    /// Two entries say different things of the same matter.
    EntryConflict = "ENTRY_CONFLICT", Rulebook, Error, [other: Text], "one region in two zones";
    /// An entry names another entry that does not exist.
    EntryUnknown = "ENTRY_UNKNOWN", Rulebook, Error, [name: Text], "a zone without a tariff";
    /// The text is not valid Fluent.
    MessageSyntax = "MESSAGE_SYNTAX", Rulebook, Error, [line: Number], "an unclosed {";
    /// A text that the library needs is not there in a language.
    MessageMissing = "MESSAGE_MISSING", Rulebook, Error, [name: Text, language: Text], "no Kazakh text for READY";
    /// A text uses a variable that its code or notice does not have.
    MessageVariable = "MESSAGE_VARIABLE", Rulebook, Error, [name: Text, variable: Text], "{ $days } where there is only { $day }";
    /// A text uses something that this library does not do.
    MessageUnsupported = "MESSAGE_UNSUPPORTED", Rulebook, Error, [name: Text, detail: Text], "a function other than DATETIME and NUMBER";
}

impl Code {
    /// `true` if it tells of a gap in the rulebook: the operator has to fix it, and no applicant
    /// can.
    ///
    /// ```
    /// use qujat::Code;
    /// assert!(Code::NotCovered.is_gap() && !Code::MissingField.is_gap());
    /// ```
    #[must_use]
    pub const fn is_gap(self) -> bool {
        matches!(
            self,
            Code::NotCovered | Code::DutyUnknown | Code::AmountOverflow
        )
    }

    /// The code with this name in capitals.
    #[must_use]
    pub fn parse(text: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.as_str() == text)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl serde::Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
