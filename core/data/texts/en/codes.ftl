### Texts of the codes: what is wrong, and what to do next.

## What several codes say

contact-centre = Please contact a Public Service Centre.
service-unavailable = The service cannot answer at the moment. We know about it.
    .action = Try again later, or contact a Public Service Centre.

## Reading data

INVALID_UTF8 = The text is not in UTF-8. Save the text in UTF-8 and send it again.
JSON_SYNTAX = There is a mistake in the JSON at line { $line }, column { $column }. Correct it and send the data again.
JSON_TOO_DEEP = The JSON has too many levels; at most { $limit } are allowed. Make the data simpler.
JSON_TOO_LARGE = There is too much data. Send less.
    .operator = There is too much data: { $size } bytes, where at most { $limit } are allowed. Send less.
UNKNOWN_FIELD = There is no such field. Check the field’s name or remove it.
    .operator = { $suggestion ->
        [none] There is no such field. Check the field’s name or remove it.
       *[other] There is no such field. Did you mean “{ $suggestion }”? Check the field’s name or remove it.
    }
DUPLICATE_FIELD = This field is given twice. Keep one value.
MISSING_FIELD = This field must be filled in. Fill it in.
WRONG_TYPE = The value is of the wrong type: expected “{ $expected }”, found “{ $found }”. Correct the value.
UNKNOWN_VALUE = This value is not allowed. Choose one of these: { $allowed }.
TEXT_EMPTY = This field is empty. Fill it in.
TEXT_TOO_LONG = The text is too long: { $length ->
        [one] { $length } character
       *[other] { $length } characters
    }, where at most { $max } are allowed. Shorten it.
TEXT_CONTROL = The text has a control character at position { $position }, which is not allowed. Remove it or type the text again.
NUMBER_RANGE = The number is out of range. Enter a number from { $min } to { $max }.
DATE_INVALID = There is no such date, or it is written wrongly. Write it as YYYY-MM-DD.
MOMENT_INVALID = The date and time are written wrongly. Write them with the time zone, for example 2026-02-10T09:30:00+05:00.
TIME_INVALID = The time is written wrongly. Write it as HH:MM, from 00:00 to 24:00.
AMOUNT_INVALID = The amount is written wrongly. Write it in tenge, in digits, with a decimal point.
REFERENCE_INVALID = The number or reference is written wrongly: use up to { $max } Latin letters, digits and hyphens, with a letter or a digit at both ends. Correct it.
ID_INVALID = The identifier is written wrongly: use 1 to 32 characters out of lower-case Latin letters, digits, hyphen, underscore and full stop. Correct it.
LIST_LENGTH = The list has { $length } entries, but needs at least { $min } and at most { $max }. Correct it.
TOO_MANY_PROBLEMS = There are more mistakes than the { $limit } that are listed. Correct these first, then check again.
INTERVAL_REVERSED = The end of the interval comes before its start. Swap the two or correct them.

## Identity and document

IIN_LENGTH = An IIN has 12 digits, but { $length ->
        [one] { $length } character was given
       *[other] { $length } characters were given
    }. Check the number on your identity card.
IIN_NOT_DIGITS = An IIN has only digits, but the character at position { $position } is not one. Type the IIN again.
IIN_IS_BIN = This is a business identification number (BIN) of a legal entity. Enter your own IIN.
IIN_CHECK_DIGIT = The IIN is mistyped: its check digit does not fit. Compare all digits with your identity card.
IIN_BIRTH_DATE = The IIN is mistyped: its first digits give a birth date that does not exist. Compare it with your identity card.
IIN_CENTURY = The IIN is mistyped: its seventh digit cannot be { $digit }. Compare it with your identity card.
IIN_BORN_AFTER = By this IIN the birth date is after { $on }. Compare the number with your identity card.
HOLDER_TOO_YOUNG = Identity cards are issued from the age of { $minimum }. Apply once you have reached that age.
EXPIRY_TOO_FAR = An identity card is issued for { $years ->
        [one] { $years } year
       *[other] { $years } years
    }, so it cannot expire after { $latest }. Check the year of the expiry date.
EXPIRY_BEFORE_FIRST_CARD = By this date the card was issued before you were { $minimum } years old. Check the year of the expiry date, and the IIN.
CARD_NUMBER_FORMAT = An identity card’s number has 9 digits. Type it as on the card.
PASSPORT_NUMBER_FORMAT = A passport’s number is the letter N and 8 digits. Type it without spaces, as in the passport.
NAME_CHARACTER = The character at position { $position } is { $character }. Fill in the field in Cyrillic letters, as on your identity card.
NAME_FORMAT = Hyphens, apostrophes and spaces may stand only between letters. Fill in the field as on your identity card.

## Contact details

PHONE_FORMAT = The phone number is written wrongly. Write it as +7 7XX XXX XX XX.
PHONE_NOT_KAZAKHSTAN = This is another country’s number, to which no SMS is sent. Enter a Kazakhstan mobile number.
PHONE_NOT_MOBILE = No SMS can be sent to this number (kind: { $kind }). Enter a mobile number.
PHONE_UNASSIGNED = No numbers with this code are in use in Kazakhstan. Check the mobile number.
EMAIL_FORMAT = The e-mail address is written wrongly. Write it like name@example.kz.
EMAIL_TOO_LONG = The e-mail address is too long: { $length ->
        [one] { $length } character
       *[other] { $length } characters
    }, where at most { $max } are allowed. Enter another address.
EMAIL_DISPLAY_NAME = Enter the e-mail address alone, without a name or angle brackets, for example name@example.kz.
EMAIL_COMMENT = An e-mail address must not hold a comment in brackets. Remove it.
EMAIL_IP_LITERAL = The address has an IP address in place of a domain name. Enter an e-mail address like name@example.kz.
EMAIL_QUOTED_LOCAL = The part before the @ sign must not be in quotation marks. Enter an address like name@example.kz.
EMAIL_DOMAIN = The domain name after the @ sign is wrong. Check the e-mail address.
EMAIL_DOMAIN_SUGGESTED = The address may be mistyped: did you mean { $domain } after the @ sign? Check the e-mail address.
POSTCODE_FORMAT = A postcode has 6 digits (for example, 010000) or the newer form of letters and digits (for example, Z05T1X3). Check it.

## Image files

IMAGE_EMPTY = The file is empty. Choose the image again.
IMAGE_FORMAT = Files of the format { $format } are not accepted. Convert the image to JPEG and upload it again.
IMAGE_FORMAT_UNKNOWN = This file is not an image, or its format is not known. Upload an image as JPEG or PNG.
IMAGE_TOO_LARGE = The file is too large: { $size_mb } MB, and the limit is { $limit_mb } MB. Make the image smaller and upload it again.
IMAGE_TOO_MANY_PIXELS = The image is too large: { $width } × { $height } pixels, the limit in all: { $limit }. Make it smaller and upload it again.
IMAGE_SIDE = A side of the image is too long: { $width } × { $height } pixels, the limit: { $limit }. Choose another image.
IMAGE_SCANS = The JPEG file comes in too many passes, the limit: { $limit }. Save the image as an ordinary JPEG and upload it again.
IMAGE_METADATA_TOO_LARGE = There are too many additional data in the file. Save the image without them and upload it again.
IMAGE_KIND = This kind of JPEG is not accepted: { $coding }. Save the image as an ordinary colour JPEG and upload it again.
IMAGE_ANIMATED = This is an animation. Upload a still image as JPEG or PNG.
IMAGE_DAMAGED = The file is damaged, it cannot be read. Save the image again or choose another one.
IMAGE_CUT = The file is not complete: the image breaks off. Upload it again.
IMAGE_TRAILING_DATA = Something else follows the image in the file. Save the image again as JPEG and upload it again.
IMAGE_PROFILE = The colour profile of the image is not accepted: { $profile }. Save the image with the profile sRGB and upload it again.

CHECK_PASSED = Checked and in order: { $check }.
CHECK_NOT_DONE = Not checked: { $check } ({ $cause }). Please look at it yourself.

## The photo

PHOTO_METADATA = The photo file also holds personal data, such as the place or the camera. They can be removed without changing the photo.
PHOTO_RESOLUTION = The photo has too few pixels. Take it with a better camera, and do not shrink it or crop it heavily.
PHOTO_UNCHECKED = The photo was not checked. Make sure that it meets the requirements.
PHOTO_ASPECT = The photo is not 3:4 (width to height). Crop it to 3:4.
PHOTO_COMPRESSED = The photo is heavily compressed and has lost details. Upload the original, not a copy from a messaging app.
PHOTO_NO_FACE = No face was found in the photo. Look straight into the camera in good light and take the photo again.
PHOTO_SEVERAL_FACES = There is more than one face in the photo. Take a photo that shows nobody but you.
PHOTO_EYE_DISTANCE = The face has too few pixels. Move closer to the camera, or use a camera with more pixels.
PHOTO_HEAD_TOO_SMALL = The head is too small in the picture. Move closer to the camera, or crop the photo more closely.
PHOTO_HEAD_TOO_LARGE = The head is too large in the picture. Move away from the camera.
PHOTO_FACE_LEFT = The face is too far to the left. Move the face to the middle of the picture.
PHOTO_FACE_RIGHT = The face is too far to the right. Move the face to the middle of the picture.
PHOTO_FACE_HIGH = The face is too high in the picture. Raise the camera a little.
PHOTO_FACE_LOW = The face is too low in the picture. Lower the camera a little.
PHOTO_TILTED = The head is tilted. Hold your head upright and the camera level.
PHOTO_TURNED = The head is turned to the side. Look straight into the camera.
PHOTO_NODDED = The head is raised or lowered. Hold the camera at the height of your eyes and your chin level.
PHOTO_EYES_CLOSED = An eye is closed. Take the photo again with both eyes open.
PHOTO_MOUTH_OPEN = The mouth is open. Take the photo again with a closed mouth.
PHOTO_TOO_DARK = The face is too dark. Take the photo facing a window or in brighter light.
PHOTO_TOO_BRIGHT = The face is too bright. Take the photo without a flash and out of direct sunlight.
PHOTO_FLAT = The face looks flat, with almost no contrast. Clean the lens and take the photo in even daylight.
PHOTO_UNEVEN_LIGHT = One side of the face is much darker than the other. Turn towards the light so that both sides are lit alike.
PHOTO_BLURRED = The face is blurred. Hold the camera still, clean the lens and take the photo again.
PHOTO_BACKGROUND_BUSY = There are objects in the background. Stand in front of a plain light wall.
PHOTO_BACKGROUND_UNEVEN = The background is unevenly lit or has a shadow. Step away from the wall and use even light.
PHOTO_BACKGROUND_DARK = The background is too dark. Stand in front of a light wall.
PHOTO_BACKGROUND_COLOURED = The colour of the background is too strong. Stand in front of a white or light grey wall.
PHOTO_UNNATURAL_COLOUR = The colours of the skin are not natural. Take the photo in daylight and without filters.
PHOTO_GREYSCALE = The photo is black and white. Upload a colour photo.

## The signature sample

SIGNATURE_UNCHECKED = The signature sample was not checked. Make sure that it meets the requirements.
SIGNATURE_TOO_MANY_BYTES = The file of the signature is too large. Save the picture smaller or as JPEG and upload it again.
SIGNATURE_BLANK = There is no signature in the picture, or it is too pale. Sign with a dark pen on white paper and photograph it from above in even light.
SIGNATURE_PHOTO = This looks like a photograph and not like a signature. Sign with a dark pen on white paper and photograph nothing but the signature.
SIGNATURE_TEXT = This looks like printed text. Sign by hand on a clean sheet of white paper and photograph nothing but the signature.
SIGNATURE_LINE = There is only a straight line. Sign in full.
SIGNATURE_DOT = There is only a dot. Sign in full.
SIGNATURE_BLOCK = There is a filled area in place of a signature. Sign with a thin dark pen on white paper.
SIGNATURE_LITTLE_INK = There is too little ink in the picture. Sign with a dark pen, and crop the picture to the signature.
SIGNATURE_MUCH_INK = There is too much that is dark in the picture. Sign on clean white paper, with nothing else in the picture and no shadow.
SIGNATURE_NARROW = The signature is too narrow in the picture. Crop the picture more closely around it.
SIGNATURE_LOW = The signature is too low in the picture. Crop the picture more closely around it, or sign larger.
SIGNATURE_AT_EDGE = The signature, or something dark, touches the edge of the picture. Leave white paper on all sides.
SIGNATURE_THICK = The lines are too thick. Sign with a thinner pen, or sign larger.
SIGNATURE_FEW_PIXELS = The picture has too few pixels. Photograph the signature from a shorter distance, and do not reduce the picture.
SIGNATURE_TOO_TALL = The picture is too tall. Crop it to a wide rectangle around the signature.
SIGNATURE_TOO_WIDE = The picture is too wide. Crop it to the signature with a little paper above and below.
SIGNATURE_FEW_POINTS = The signature is too short. Sign in full on the screen.
SIGNATURE_MANY_POINTS = The line is too long for a signature. Clear the field and sign once.
SIGNATURE_SHORT = There is only a single short stroke. Sign in full on the screen.
SIGNATURE_TIMES = The signature was not recorded correctly. Clear the field and sign again on the screen.

## Whether the card can be renewed online

ELIGIBLE = The identity card can be renewed online. { $days ->
        [1] You can apply only on { $last_day }.
       *[other] You can apply from { $first_day } to { $last_day }, both days included.
    }
ONLINE_AGAIN = After that you can apply again { $days ->
        [1] only on { $last_day }.
       *[other] from { $first_day } to { $last_day }, both days included.
    }
# A faithful version of the Russian notice, in the same style: no capital letter, no full stop.
NOT_AVAILABLE_ONLINE = issuance is not available, please contact a Public Service Centre
    .includes = { contact-centre }
DOCUMENT_NOT_ONLINE = Only an identity card can be renewed online, but the document chosen is “{ $document }”.
    .action = { contact-centre }
GROUND_NOT_ONLINE = Online renewal is only for identity cards that expire, but the ground chosen is “{ $ground }”.
    .action = { contact-centre }
PILOT_NOT_STARTED = Online renewal opens on { $first_day }.
    .action = Until then, please contact a Public Service Centre.
PILOT_PAUSED = The pilot of online renewal pauses: its last day before the pause was { $last_day }, and it goes on from { $first_day }.
    .action = Until then, please contact a Public Service Centre.
PILOT_ENDED = The pilot of online renewal is over; its last day was { $last_day }.
    .action = { contact-centre }
TOO_EARLY = It is too early to apply: the identity card can be renewed online from { $opens_on }.
NEVER_ONLINE = By the rules known today, this identity card cannot be renewed online today or on any later day.
    .action = { contact-centre }
# Orders No. 389 and No. 253/НҚ of 26 May 2025: online renewal is for cases that need no protocol.
TOO_LATE = The identity card expired { $days_expired ->
        [one] { $days_expired } day
       *[other] { $days_expired } days
    } ago; the last day to renew it online was { $last_day }. Not renewing an expired card within the permitted days is an administrative offence, for which a protocol is drawn up.
    .action = { contact-centre }
LONG_EXPIRED = The identity card expired { $days_expired ->
        [one] { $days_expired } day
       *[other] { $days_expired } days
    } ago and cannot be renewed online. Not renewing an expired card within the permitted days is an administrative offence, for which a protocol is drawn up.
    .action = { contact-centre }
CARD_NOT_VALID = The state database lists the identity card as “{ $status }”, so it cannot be renewed online.
    .action = { contact-centre }
NOT_HOLDER = Only the holder of the identity card can apply.
    .action = Apply in your own name; legal representatives apply at a Public Service Centre.

## Comparison with the register

REGISTER_MISMATCH = The field “{ $field }” differs from the state database.
    .action = Compare the data with your identity card; if they are right, contact a Public Service Centre.
DATA_UNVERIFIED = The data were not compared with the state database; they are as the applicant gave them. Check them with care before you apply.

## Duty and delivery

STATE_DUTY = State duty: { $rate } MRP (monthly calculation index, { $mrp } tenge). Document: { $document }, ground: { $ground }.
DUTY_FREE = No state duty is charged on this ground. Document: { $document }, ground: { $ground }.
DUTY_EXEMPT = No state duty is charged. Ground of the exemption: { $category }.
DELIVERY_FEE = Delivery fee. Delivery zone: { $zone }.
EXEMPTION_UNCONFIRMED = The exemption from state duty is not confirmed for this date (category: { $category }). Ask a Public Service Centre before you pay.
TARIFF_ILLUSTRATIVE = The delivery tariff (zone: { $zone }) is an illustration and not an official price. Ask the delivery service before you pay.
DUTY_UNKNOWN = No state duty is set for this case (document: { $document }, ground: { $ground }). Check your choice or contact a Public Service Centre.
AMOUNT_OVERFLOW = The amount is too large to be computed. Check the figures given.

## Calendar

NOT_COVERED = { service-unavailable }
    .action = { service-unavailable.action }
    .operator = There is no value for “{ $parameter }” on { $on } (data: { $covered }). Add an entry to the rulebook.
SERVICE_UNAVAILABLE = { service-unavailable }
    .action = { service-unavailable.action }
READY_ON = The identity card will be ready on { $ready_on } at the latest. Registered on { $registered_on }; the service takes up to { $working_days ->
        [one] { $working_days } working day
       *[other] { $working_days } working days
    }.
READY_ASSUMED = The identity card will be ready on { $ready_on } at the latest if the application is registered on the day of filing, { $filed_on }. The service takes up to { $working_days ->
        [one] { $working_days } working day
       *[other] { $working_days } working days
    } from registration.

## Receiving the card

CENTRE_UNKNOWN = There is no such Public Service Centre in the directory. Choose another centre.
NO_CENTRE = No suitable Public Service Centre was found. Choose another region or another service.
CENTRE_DUPLICATE = { service-unavailable }
    .action = { service-unavailable.action }
    .operator = Two Public Service Centres have the identifier “{ $centre }”. Give each centre of the directory its own.
TIMETABLE_OVERLAP = { service-unavailable }
    .action = { service-unavailable.action }
    .operator = Time ranges of one day overlap. Correct the timetable.
NO_FREE_SLOT = There is no free time from { $first_day } to { $last_day }. Place: { $name_en }. Choose another centre or later days.
CENTRE_FULL = The Public Service Centre that you chose, or the nearest one, has no free time from { $first_day } to { $last_day }, so another one nearby is offered. Confirm it or choose another.
APPOINTMENT_OPEN = The Public Service Centres nearby have no free time yet (from { $first_day } to { $last_day }). The application can be filed without an appointment: you choose the time of pickup later.
PICKUP_PLACE_MISSING = It is not said where you want to pick the card up. Choose a Public Service Centre, or a place near which to look for one.
PICKUP_OFFERED = Time offered for pickup: { $day }, { $time }. Place: { $name_en }. Confirm it or choose another.
DELIVERY_ESTIMATED = Expected day of delivery: { $day } (zone: { $zone }). Delivery takes { $working_days ->
        [one] { $working_days } working day
       *[other] { $working_days } working days
    } once the card is ready.
DELIVERY_NOT_OFFERED = There is no delivery to this region: { $region }. Choose pickup at a Public Service Centre.

## The application’s course

EVENT_NOT_ALLOWED = The event “{ $event }” is not possible while the application’s status is “{ $state }”. Check the status.
EVENT_OUT_OF_ORDER = The event “{ $event }” is dated before the event it follows. Correct the date and time.
EVENT_ID_INVALID = { service-unavailable }
    .action = { service-unavailable.action }
    .operator = The identifier of the event is written wrongly: use 1 to 64 Latin letters, digits and signs (printable ASCII). Correct it.
EVENT_ID_REUSED = { service-unavailable }
    .action = { service-unavailable.action }
    .operator = The identifier of the event “{ $event }” was used before with other data. Give the new event a new identifier.
PAYMENT_MISMATCH = The amount paid is not the amount due. Amount due: { $due } tenge.

## Technical faults

PAPER_ALLOWED = The technical fault lasted { duration }, more than { limit }. You may apply on paper: please go to a Public Service Centre.
PAPER_NOT_ALLOWED = { $minutes ->
        [0] { paper-not-allowed-brief }
       *[other] { paper-not-allowed }
    } Please apply online again.
FAULT_STATEMENT = Statement No. { $number }. Because of a technical fault the service was not available: { $channels }. Beginning: { $from_day }, { $from_time }. End: { $to_day }, { $to_time }. Duration: { duration } (more than { limit }). The operator’s number: { $references }. Online renewal of the identity card on that day: { $online }. The applicant may apply on paper.

# Parts of these texts: { $minutes } and { $seconds } say how long the fault lasted, { $limit_minutes } and { $limit_seconds } the limit.
paper-not-allowed-brief = { $seconds ->
        [0] There was no technical fault while you were applying.
       *[other] { paper-not-allowed }
    }
paper-not-allowed = The longest technical fault lasted { duration }, not more than { limit }.
duration-short = { $seconds ->
        [0] { $minutes } min
       *[other] { $minutes } min { $seconds } s
    }
duration = { $seconds ->
        [0] { minutes }
       *[other] { duration-with-seconds }
    }
duration-with-seconds = { $minutes ->
        [0] { seconds }
       *[other] { minutes } { seconds }
    }
minutes = { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
seconds = { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }
limit = { $limit_seconds ->
        [0] { limit-minutes }
       *[other] { limit-with-seconds }
    }
limit-with-seconds = { $limit_minutes ->
        [0] { limit-seconds }
       *[other] { limit-minutes } { limit-seconds }
    }
limit-minutes = { $limit_minutes ->
        [one] { $limit_minutes } minute
       *[other] { $limit_minutes } minutes
    }
limit-seconds = { $limit_seconds ->
        [one] { $limit_seconds } second
       *[other] { $limit_seconds } seconds
    }

## Feedback

RATING_RANGE = A rating is a whole number from { $min } to { $max }. Choose the rating again.

## Rulebook

EDITION_UNKNOWN = { service-unavailable }
    .action = { service-unavailable.action }
    .operator = There is no such edition of the rules. Choose one of these: { $available }.
PERIOD_OVERLAP = { service-unavailable }
    .action = { service-unavailable.action }
    .operator = The period overlaps that of another entry: { $other }, on { $on }. Correct the dates of one of them.
PERIOD_GAP = { service-unavailable }
    .action = { service-unavailable.action }
    .operator = The series has a gap from { $first_day } to { $last_day }, both days included. Add an entry for these days.
PERIOD_EMPTY = { service-unavailable }
    .action = { service-unavailable.action }
    .operator = The entry ends no later than it begins. Correct the dates.
SOURCE_UNKNOWN = { service-unavailable }
    .action = { service-unavailable.action }
    .operator = The file’s list of sources has no “{ $cited }”. Add it or correct the citation.
VALUE_BOUNDS = The value is out of bounds. Correct it.
    .operator = The value is out of bounds: { $detail }. Correct it.
ENTRY_CONFLICT = { service-unavailable }
    .action = { service-unavailable.action }
    .operator = The entry contradicts another entry: { $other }. Keep the right one.
ENTRY_UNKNOWN = { service-unavailable }
    .action = { service-unavailable.action }
    .operator = There is no entry “{ $name }”. Add it or correct the reference.
MESSAGE_SYNTAX = { service-unavailable }
    .action = { service-unavailable.action }
    .operator = There is a mistake in the Fluent text at line { $line }. Correct it.
MESSAGE_MISSING = { service-unavailable }
    .action = { service-unavailable.action }
    .operator = The text “{ $name }” is missing, language: { $language }. Add it.
MESSAGE_VARIABLE = { service-unavailable }
    .action = { service-unavailable.action }
    .operator = The text “{ $name }” uses a variable that is not meant for it: { $variable }. Remove or correct it.
MESSAGE_UNSUPPORTED = { service-unavailable }
    .action = { service-unavailable.action }
    .operator = The text “{ $name }” uses something that is not supported: { $detail }. Write it more simply.
