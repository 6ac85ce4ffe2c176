### Слова: каждое в именительном падеже.

## Документы

w-identity_card = удостоверение личности
w-passport = паспорт

## Основания

w-first_issue = первичное получение
w-expiry = истечение срока действия
w-loss = утрата
w-loss_repeated = утрата более двух раз в течение года
w-damage = порча документа
w-name_change = перемена фамилии, имени или отчества
w-data_change = изменение персональных данных
w-citizenship = приобретение гражданства
w-soviet_passport = обмен паспорта гражданина СССР образца 1974 года
w-other = другое

## Статус удостоверения личности

w-valid = действительно
w-expired = срок действия истёк
w-lost = утеряно
w-revoked = признано недействительным
w-replaced = заменено

## Пол

w-male = мужской
w-female = женский

## Каналы

w-portal = портал электронного правительства
w-mobile_app = мобильное приложение
w-portal_and_mobile_app = портал и мобильное приложение

## Идентификация

w-digital_signature = электронная цифровая подпись (ЭЦП)
w-sms_code = SMS-код
w-digital_id = Digital ID

## Способ получения

w-pickup = получение в ЦОНе
w-delivery = доставка курьером

## Статусы и события заявления

w-nothing = ещё не подано
w-filed = подано
w-awaiting_payment = ожидает оплаты
w-registered = зарегистрировано
w-under_review = на рассмотрении
w-in_production = изготавливается
w-ready_for_pickup = готово к выдаче
w-with_courier = у курьера
w-issued = выдано
w-annulled = аннулировано
w-withdrawn = отозвано
w-paid = оплачено
w-review_started = рассмотрение начато
w-approved = одобрено
w-handed_to_courier = передано курьеру
w-delivered = доставлено
w-delivery_failed = не доставлено

## Причины аннулирования

w-photo = фотография
w-signature = подпись

## Виды телефонных номеров

w-fixed_line = номер стационарного телефона
w-mobile = мобильная связь
w-voip = номер интернет-телефонии (VoIP)

## Поля заявления и реестра

w-iin = ИИН
w-surname = фамилия
w-given_name = имя
w-patronymic = отчество
w-birth_date = дата рождения
w-sex = пол
w-document = документ
w-card_number = номер удостоверения личности
w-issued_on = дата выдачи
w-expires_on = дата окончания срока действия
w-phone = номер телефона
w-email = адрес электронной почты
w-address = адрес
w-region = регион
w-locality = населённый пункт
w-street = улица
w-building = дом
w-flat = квартира
w-postcode = почтовый индекс

## Типы JSON

w-string = текст
w-integer = целое число
w-number = число
w-boolean = логическое значение (да или нет)
w-array = список
w-object = объект
w-null = пустое значение

## Регионы, по ISO 3166-2:KZ

w-KZ-10 = область Абай
w-KZ-11 = Акмолинская область
w-KZ-15 = Актюбинская область
w-KZ-19 = Алматинская область
w-KZ-23 = Атырауская область
w-KZ-27 = Западно-Казахстанская область
w-KZ-31 = Жамбылская область
w-KZ-33 = область Жетісу
w-KZ-35 = Карагандинская область
w-KZ-39 = Костанайская область
w-KZ-43 = Кызылординская область
w-KZ-47 = Мангистауская область
w-KZ-55 = Павлодарская область
w-KZ-59 = Северо-Казахстанская область
w-KZ-61 = Туркестанская область
w-KZ-62 = область Ұлытау
w-KZ-63 = Восточно-Казахстанская область
w-KZ-71 = город Астана
w-KZ-75 = город Алматы
w-KZ-79 = город Шымкент

## Уровни важности

w-error = ошибка
w-refusal = отказ
w-warning = предупреждение
w-info = информация

## Исходы

w-eligible = онлайн-замена доступна
w-refused = отказано
w-online_available = была доступна
w-online_unavailable = была недоступна
w-online_unknown = не проверялась

## Стороны оценки

w-overall = общая оценка
w-speed = скорость
w-clarity = понятность
w-courtesy = вежливость

## Форматы, которые не принимаются

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

## Разновидности JPEG, которые не принимаются

w-cmyk = цвета CMYK
w-channels = необычное число цветовых каналов
w-twelve_bit = 12 бит
w-arithmetic = арифметическое кодирование
w-lossless = сжатие без потерь
w-hierarchical = иерархический
w-sampling = необычная дискретизация цвета
w-separate_scans = каждый цветовой канал сохранён отдельно

## Цветовые профили

w-none = без профиля
w-srgb = sRGB
w-display_p3 = Display P3

## Проверки

w-file = файл
w-metadata = персональные данные в файле
w-resolution = число пикселей
w-aspect = соотношение сторон
w-compression = степень сжатия
w-face_count = число лиц
w-eye_distance = расстояние между глазами
w-head_width = ширина головы
w-head_height = высота головы
w-face_horizontal = положение лица по горизонтали
w-face_vertical = положение лица по вертикали
w-roll = наклон головы к плечу
w-yaw = поворот головы
w-pitch = наклон головы вверх или вниз
w-eyes_open = открытые глаза
w-mouth_closed = закрытый рот
w-brightness = яркость лица
w-dark_share = доля тёмных участков
w-bright_share = доля светлых участков
w-contrast = контраст
w-even_light = равномерность освещения
w-sharpness = резкость
w-background_plain = однотонность фона
w-background_even = равномерность фона
w-background_light = яркость фона
w-background_colour = цвет фона
w-natural_colour = естественный цвет кожи
w-colour = цветность
w-occlusion = ничем не закрытое лицо
w-head_covering = головной убор
w-expression = выражение лица
w-glasses = очки
w-signature_contrast = контраст подписи
w-signature_grey_areas = серые области
w-signature_parts = число частей подписи
w-signature_straightness = отклонение от прямой линии
w-signature_travel = длина линии пера
w-signature_ink_share = доля чернил
w-signature_ink_width = ширина подписи на изображении
w-signature_ink_height = высота подписи на изображении
w-signature_edge = расстояние от края
w-signature_pen_width = толщина линии
w-signature_width = ширина изображения
w-signature_height = высота изображения
w-signature_aspect = соотношение сторон изображения
w-stroke_points = число точек
w-stroke_length = длина штрихов
w-stroke_times = время точек

## Почему не проверено

w-not_supported = программа этого не проверяет
w-no_face_engine = в этой версии программы нет распознавания лица
w-no_single_face = не найдено ровно одно лицо
w-file_refused = файл не принят
w-nothing_to_measure = нет данных для измерения

## Языки

w-kk = казахский
w-ru = русский
w-en = английский

## Виды знаков

w-latin_letter = латинская буква
w-digit = цифра
w-punctuation = знак препинания
w-other_character = посторонний символ

## Даты

month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря

# Месяц стоит в родительном падеже, как того требует дата.
date-long = { $day } { $month } { $year } года

## Источники

source-citation = { $title }{ source-article }{ source-act }
source-article = { $article ->
        [none] { "" }
       *[other] , статья { $article }
    }
source-act = { $number ->
        [none] { source-day }
       *[other] { " " }(№ { $number }{ source-of })
    }
source-of = { $date ->
        [none] { "" }
       *[other] { " " }от { $date }
    }
source-day = { $date ->
        [none] { "" }
       *[other] { " " }({ $date })
    }
