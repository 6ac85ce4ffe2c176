### Words, each in the nominative.

## Documents

w-identity_card = identity card
w-passport = passport

## Grounds

w-first_issue = first issue
w-expiry = expiry
w-loss = loss
w-loss_repeated = loss more than twice within a year
w-damage = damage
w-name_change = change of name
w-data_change = change of personal data
w-citizenship = acquisition of citizenship
w-soviet_passport = exchange of a USSR passport of the 1974 pattern
w-other = other

## Status of a card

w-valid = valid
w-expired = expired
w-lost = lost
w-revoked = revoked
w-replaced = replaced

## Sex

w-male = male
w-female = female

## Channels

w-portal = e-government portal
w-mobile_app = mobile app
w-portal_and_mobile_app = portal and mobile app

## Identification

w-digital_signature = digital signature
w-sms_code = SMS code
w-digital_id = Digital ID

## Receiving

w-pickup = pickup at a Public Service Centre
w-delivery = delivery by courier

## States and events of an application

w-nothing = not filed yet
w-filed = filed
w-awaiting_payment = awaiting payment
w-registered = registered
w-under_review = under review
w-in_production = in production
w-ready_for_pickup = ready for pickup
w-with_courier = with the courier
w-issued = issued
w-annulled = annulled
w-withdrawn = withdrawn
w-paid = paid
w-review_started = review started
w-approved = approved
w-handed_to_courier = handed to the courier
w-delivered = delivered
w-delivery_failed = delivery failed

## Reasons of annulment

w-photo = photo
w-signature = signature

## Kinds of phone numbers

w-fixed_line = landline number
w-mobile = mobile line
w-voip = internet phone number (VoIP)

## Fields of the form and of the register

w-iin = IIN
w-surname = surname
w-given_name = given name
w-patronymic = patronymic
w-birth_date = date of birth
w-sex = sex
w-document = document
w-card_number = identity card number
w-issued_on = date of issue
w-expires_on = date of expiry
w-phone = phone number
w-email = e-mail address
w-address = address
w-region = region
w-locality = locality
w-street = street
w-building = building
w-flat = flat
w-postcode = postcode

## JSON types

w-string = text
w-integer = whole number
w-number = number
w-boolean = true or false
w-array = list
w-object = object
w-null = empty value (null)

## Regions, by ISO 3166-2:KZ

w-KZ-10 = Abai Region
w-KZ-11 = Akmola Region
w-KZ-15 = Aktobe Region
w-KZ-19 = Almaty Region
w-KZ-23 = Atyrau Region
w-KZ-27 = West Kazakhstan Region
w-KZ-31 = Zhambyl Region
w-KZ-33 = Zhetisu Region
w-KZ-35 = Karaganda Region
w-KZ-39 = Kostanay Region
w-KZ-43 = Kyzylorda Region
w-KZ-47 = Mangystau Region
w-KZ-55 = Pavlodar Region
w-KZ-59 = North Kazakhstan Region
w-KZ-61 = Turkistan Region
w-KZ-62 = Ulytau Region
w-KZ-63 = East Kazakhstan Region
w-KZ-71 = city of Astana
w-KZ-75 = city of Almaty
w-KZ-79 = city of Shymkent

## Severities

w-error = error
w-refusal = refusal
w-warning = warning
w-info = information

## Outcomes

w-eligible = can be renewed online
w-refused = refused
w-online_available = was available
w-online_unavailable = was not available
w-online_unknown = not checked

## Aspects of feedback

w-overall = overall rating
w-speed = speed
w-clarity = clarity
w-courtesy = courtesy

## Formats that are not accepted

w-heic = HEIC
w-avif = AVIF
w-webp = WebP
w-jpeg_2000 = JPEG 2000
w-jpeg_xl = JPEG XL
w-gif = GIF
w-tiff = TIFF
w-bmp = BMP
w-pdf = PDF
w-svg = SVG

## Kinds of JPEG that are not accepted

w-cmyk = CMYK colours
w-channels = unusual number of colour channels
w-twelve_bit = 12 bits
w-arithmetic = arithmetic coding
w-lossless = lossless compression
w-hierarchical = hierarchical
w-sampling = unusual sampling of colours
w-separate_scans = each colour channel stored on its own

## Colour profiles

w-none = no profile
w-srgb = sRGB
w-display_p3 = Display P3

## Checks

w-file = file
w-metadata = personal data in the file
w-resolution = number of pixels
w-aspect = proportions
w-compression = compression
w-face_count = number of faces
w-eye_distance = distance between the eyes
w-head_width = width of the head
w-head_height = height of the head
w-face_horizontal = horizontal place of the face
w-face_vertical = vertical place of the face
w-roll = tilt of the head to a shoulder
w-yaw = turn of the head
w-pitch = tilt of the head up or down
w-eyes_open = open eyes
w-mouth_closed = closed mouth
w-brightness = brightness of the face
w-dark_share = share of dark parts
w-bright_share = share of bright parts
w-contrast = contrast
w-even_light = evenness of the light
w-sharpness = sharpness
w-background_plain = plain background
w-background_even = evenness of the background
w-background_light = brightness of the background
w-background_colour = colour of the background
w-natural_colour = natural colour of the skin
w-colour = colour
w-occlusion = uncovered face
w-head_covering = head covering
w-expression = expression
w-glasses = glasses
w-signature_contrast = contrast of the signature
w-signature_grey_areas = areas of grey
w-signature_parts = number of parts of the ink
w-signature_straightness = departure from a straight line
w-signature_travel = length of the line of the pen
w-signature_ink_share = share of ink
w-signature_ink_width = width of the signature in the picture
w-signature_ink_height = height of the signature in the picture
w-signature_edge = distance from the edge
w-signature_pen_width = width of the pen
w-signature_width = width of the picture
w-signature_height = height of the picture
w-signature_aspect = proportions of the picture
w-stroke_points = number of points
w-stroke_length = length of the strokes
w-stroke_times = times of the points

## Why something was not checked

w-not_supported = the software does not check this
w-no_face_engine = this version of the software has no face recognition
w-no_single_face = not exactly one face was found
w-file_refused = the file was not accepted
w-nothing_to_measure = there is nothing to measure

## Languages

w-kk = Kazakh
w-ru = Russian
w-en = English

## Kinds of characters

w-latin_letter = a Latin letter
w-digit = a digit
w-punctuation = a punctuation mark
w-other_character = a symbol that no name has

## Dates

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# Day, month, year, as in the other two languages.
date-long = { $day } { $month } { $year }

## Sources

source-citation = { $title }{ source-article }{ source-act }
source-article = { $article ->
        [none] { "" }
       *[other] , article { $article }
    }
source-act = { $number ->
        [none] { source-day }
       *[other] { " " }(No. { $number }{ source-of })
    }
source-of = { $date ->
        [none] { "" }
       *[other] { " " }of { $date }
    }
source-day = { $date ->
        [none] { "" }
       *[other] { " " }({ $date })
    }
