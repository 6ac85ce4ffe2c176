### Атаулар: әрқайсысы атау септігінде.

## Құжаттар

w-identity_card = жеке куәлік
w-passport = паспорт

## Негіздер

w-first_issue = алғаш рет алу
w-expiry = жарамдылық мерзімінің аяқталуы
w-loss = жоғалту
w-loss_repeated = бір жыл ішінде екі реттен көп жоғалту
w-damage = құжаттың бүлінуі
w-name_change = тегін, атын немесе әкесінің атын өзгерту
w-data_change = дербес деректердің өзгеруі
w-citizenship = азаматтықты алу
w-soviet_passport = 1974 жылғы үлгідегі КСРО паспортын айырбастау
w-other = басқа

## Жеке куәліктің мәртебесі

w-valid = жарамды
w-expired = жарамдылық мерзімі өткен
w-lost = жоғалған
w-revoked = жарамсыз деп танылған
w-replaced = ауыстырылған

## Жынысы

w-male = ер
w-female = әйел

## Арналар

w-portal = электрондық үкімет порталы
w-mobile_app = мобильді қосымша
w-portal_and_mobile_app = портал мен мобильді қосымша

## Сәйкестендіру

w-digital_signature = электрондық цифрлық қолтаңба (ЭЦҚ)
w-sms_code = SMS-код
w-digital_id = Digital ID

## Алу тәсілі

w-pickup = ХҚКО-дан алу
w-delivery = курьер арқылы жеткізу

## Өтініштің мәртебелері мен оқиғалары

w-nothing = әлі берілмеген
w-filed = өтініш берілді
w-awaiting_payment = төлем күтілуде
w-registered = тіркелді
w-under_review = қаралуда
w-in_production = дайындалуда
w-ready_for_pickup = беруге дайын
w-with_courier = курьерде
w-issued = жеке куәлік берілді
w-annulled = күші жойылды
w-withdrawn = қайтарып алынды
w-paid = төленді
w-review_started = қарау басталды
w-approved = мақұлданды
w-handed_to_courier = курьерге берілді
w-delivered = жеткізілді
w-delivery_failed = жеткізілмеді

## Күшін жою себептері

w-photo = фотосурет
w-signature = қолтаңба

## Телефон нөмірлерінің түрлері

w-fixed_line = стационарлық телефон нөмірі
w-mobile = ұялы байланыс
w-voip = интернет-телефония нөмірі (VoIP)

## Өтініш пен тізілімнің өрістері

w-iin = ЖСН
w-surname = тегі
w-given_name = аты
w-patronymic = әкесінің аты
w-birth_date = туған күні
w-sex = жынысы
w-document = құжат
w-card_number = жеке куәліктің нөмірі
w-issued_on = берілген күні
w-expires_on = жарамдылық мерзімінің аяқталу күні
w-phone = телефон нөмірі
w-email = электрондық пошта мекенжайы
w-address = мекенжай
w-region = өңір
w-locality = елді мекен
w-street = көше
w-building = үй
w-flat = пәтер
w-postcode = пошта индексі

## JSON түрлері

w-string = мәтін
w-integer = бүтін сан
w-number = сан
w-boolean = логикалық мән (иә немесе жоқ)
w-array = тізім
w-object = объект
w-null = бос мән

## Өңірлер, ISO 3166-2:KZ бойынша

w-KZ-10 = Абай облысы
w-KZ-11 = Ақмола облысы
w-KZ-15 = Ақтөбе облысы
w-KZ-19 = Алматы облысы
w-KZ-23 = Атырау облысы
w-KZ-27 = Батыс Қазақстан облысы
w-KZ-31 = Жамбыл облысы
w-KZ-33 = Жетісу облысы
w-KZ-35 = Қарағанды облысы
w-KZ-39 = Қостанай облысы
w-KZ-43 = Қызылорда облысы
w-KZ-47 = Маңғыстау облысы
w-KZ-55 = Павлодар облысы
w-KZ-59 = Солтүстік Қазақстан облысы
w-KZ-61 = Түркістан облысы
w-KZ-62 = Ұлытау облысы
w-KZ-63 = Шығыс Қазақстан облысы
w-KZ-71 = Астана қаласы
w-KZ-75 = Алматы қаласы
w-KZ-79 = Шымкент қаласы

## Маңыздылық деңгейлері

w-error = қате
w-refusal = бас тарту
w-warning = ескерту
w-info = ақпарат

## Нәтижелер

w-eligible = онлайн ауыстыруға болады
w-refused = бас тартылды
w-online_available = қолжетімді болған
w-online_unavailable = қолжетімсіз болған
w-online_unknown = тексерілмеген

## Бағалау қырлары

w-overall = жалпы баға
w-speed = жылдамдық
w-clarity = түсініктілік
w-courtesy = сыпайылық

## Қабылданбайтын пішімдер

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

## JPEG-тің қабылданбайтын түрлері

w-cmyk = CMYK түстері
w-channels = түс арналарының әдеттен тыс саны
w-twelve_bit = 12 биттік
w-arithmetic = арифметикалық кодтау
w-lossless = шығынсыз сығу
w-hierarchical = иерархиялық
w-sampling = түс дискреттеуінің әдеттен тыс арақатынасы
w-separate_scans = әр түс арнасы бөлек сақталған

## Түс профильдері

w-none = профильсіз
w-srgb = sRGB
w-display_p3 = Display P3

## Тексерістер

w-file = файл
w-metadata = файлдағы дербес деректер
w-resolution = пиксель саны
w-aspect = қабырғалардың арақатынасы
w-compression = сығылу дәрежесі
w-face_count = беттердің саны
w-eye_distance = көздердің арақашықтығы
w-head_width = бастың ені
w-head_height = бастың биіктігі
w-face_horizontal = беттің көлденең орны
w-face_vertical = беттің тік орны
w-roll = бастың қисаюы
w-yaw = бастың бұрылуы
w-pitch = бастың көтерілуі
w-eyes_open = көздің ашықтығы
w-mouth_closed = ауыздың жабықтығы
w-brightness = беттің жарықтығы
w-dark_share = қараңғы бөліктердің үлесі
w-bright_share = жарық бөліктердің үлесі
w-contrast = контраст
w-even_light = жарықтың біркелкілігі
w-sharpness = анықтық
w-background_plain = фонның біртүстілігі
w-background_even = фонның біркелкілігі
w-background_light = фонның жарықтығы
w-background_colour = фонның түсі
w-natural_colour = терінің табиғи түсі
w-colour = түрлі-түсті болуы
w-occlusion = беттің ашықтығы
w-head_covering = бас киім
w-expression = бет мимикасы
w-glasses = көзілдірік
w-signature_contrast = қолтаңбаның контрасты
w-signature_grey_areas = сұр аймақтар
w-signature_parts = қолтаңба бөліктерінің саны
w-signature_straightness = түзу сызықтан ауытқу
w-signature_travel = қалам сызығының ұзындығы
w-signature_ink_share = сияның үлесі
w-signature_ink_width = қолтаңбаның суреттегі ені
w-signature_ink_height = қолтаңбаның суреттегі биіктігі
w-signature_edge = шетке дейінгі қашықтық
w-signature_pen_width = сызықтың жуандығы
w-signature_width = суреттің ені
w-signature_height = суреттің биіктігі
w-signature_aspect = сурет қабырғаларының арақатынасы
w-stroke_points = нүктелердің саны
w-stroke_length = сызықтардың ұзындығы
w-stroke_times = нүктелердің уақыты

## Тексерілмеу себептері

w-not_supported = бағдарлама мұны тексермейді
w-no_face_engine = бағдарламаның бұл нұсқасында бетті тану модулі жоқ
w-no_single_face = дәл бір бет табылмады
w-file_refused = файл қабылданбады
w-nothing_to_measure = өлшейтін дерек жоқ

## Тілдер

w-kk = қазақ тілі
w-ru = орыс тілі
w-en = ағылшын тілі

## Таңба түрлері

w-latin_letter = латын әрпі
w-digit = цифр
w-punctuation = тыныс белгісі
w-other_character = бөгде таңба

## Күндер

month-1 = қаңтар
month-2 = ақпан
month-3 = наурыз
month-4 = сәуір
month-5 = мамыр
month-6 = маусым
month-7 = шілде
month-8 = тамыз
month-9 = қыркүйек
month-10 = қазан
month-11 = қараша
month-12 = желтоқсан

# Ай атауы жыл мен күннен кейін тұрады.
date-long = { $year } жылғы { $day } { $month }

## Дереккөздер

source-citation = { $title }{ source-article }{ source-act }
source-article = { $article ->
        [none] { "" }
       *[other] , { $article }-бап
    }
source-act = { $number ->
        [none] { source-day }
       *[other] { " " }(№ { $number }{ source-of })
    }
source-of = { $date ->
        [none] { "" }
       *[other] , { $date }
    }
source-day = { $date ->
        [none] { "" }
       *[other] { " " }({ $date })
    }
