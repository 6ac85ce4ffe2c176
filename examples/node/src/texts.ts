// The portal's own words. All else (refusals, problems, notices, reasons) are texts of the library.

import type { Language, Tenge, Day } from 'qujat'

export const LANGUAGES: readonly Language[] = ['kk', 'ru', 'en']

/** The name of each language in itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { kk: 'Қазақша', ru: 'Русский', en: 'English' }

/** Kazakh, Russian, English. */
const TEXTS = {
  // Around every page
  service: [
    'Жеке куәлікті онлайн ауыстыру',
    'Онлайн-замена удостоверения личности',
    'Renew an identity card online',
  ],
  example: [
    'Бұл – үлгі. Мұнда нақты өтініш берілмейді, ХҚКО-лар ойдан шығарылған, қағидалар ресми емес.',
    'Это пример. Настоящие заявления здесь не подаются, ЦОНы вымышлены, правила неофициальны.',
    'This is an example. No real application is made here; the service centres are invented and the rules are not official.',
  ],
  exampleTag: ['Үлгі', 'Пример', 'Example'],
  skip: ['Негізгі мазмұнға өту', 'Перейти к содержанию', 'Skip to main content'],
  languages: ['Тіл', 'Язык', 'Language'],
  errorTitle: ['Қате:', 'Ошибка:', 'Error:'],
  errorHeading: ['Қателерді түзетіңіз', 'Исправьте ошибки', 'There is a problem'],
  back: ['Артқа', 'Назад', 'Back'],
  step: ['{step}-қадам, барлығы {steps}', 'Шаг {step} из {steps}', 'Step {step} of {steps}'],
  next: ['Жалғастыру', 'Продолжить', 'Continue'],
  optional: ['(міндетті емес)', '(необязательно)', '(optional)'],
  citation: ['Негізі: {source}', 'Основание: {source}', 'Source: {source}'],
  edition: ['Қағидалар: {title}', 'Правила: {title}', 'Rules: {title}'],

  end: ['Аяқтау және шығу', 'Завершить и выйти', 'End and leave'],

  // The end of a session
  endedTitle: ['Сеанс аяқталды', 'Сеанс завершён', 'The session has ended'],
  endedByYou: [
    'Берілмеген өтініштің деректері өшірілді. Берілген өтініш сақталады.',
    'Данные неподанного заявления удалены. Поданное заявление сохраняется.',
    'What was not submitted has been deleted. An application that you have submitted is kept.',
  ],
  endedShared: [
    'Бұл құрылғыны басқалар да пайдаланса, осы терезені жабыңыз.',
    'Если этим устройством пользуются и другие, закройте это окно.',
    'If others use this device too, close this window.',
  ],
  endedByTime: [
    'Қауіпсіздік үшін ұзақ пайдаланылмаған сеанс жабылады. Берілмеген өтініштің деректері өшірілді, берілген өтініш сақталады.',
    'Для вашей безопасности сеанс, которым долго не пользуются, закрывается. Данные неподанного заявления удалены, поданное заявление сохраняется.',
    'To protect you, a session that is not used for long is closed. What was not submitted has been deleted; a submitted application is kept.',
  ],

  // Start
  startLead: [
    'Жеке куәлігіңіздің жарамдылық мерзімі аяқталып келе жатса, жаңасына онлайн өтініш беріңіз. ХҚКО-ға тек дайын куәлікті алу үшін келесіз; оны курьер де жеткізе алады.',
    'Если срок действия удостоверения личности истекает, подайте заявление на новое онлайн. В ЦОН нужно прийти только за готовым удостоверением; его может привезти и курьер.',
    'If your identity card is about to expire, apply for a new one online. You only come to a Public Service Centre to pick up the new card, unless a courier brings it.',
  ],
  startAlternative: [
    'Бұрынғыдай, өтінішті ХҚКО-да да беруге болады.',
    'Как и прежде, заявление можно подать и в ЦОНе.',
    'As before, you can also apply at a Public Service Centre.',
  ],
  startWhoHeading: ['Кім өтініш бере алады', 'Кто может подать заявление', 'Who can apply'],
  startWho: [
    'Жарамдылық мерзімі жақында аяқталатын немесе жуырда аяқталған жеке куәліктің иесі. Нақты күндерді келесі бетте білесіз.',
    'Владелец удостоверения, срок действия которого скоро истекает или недавно истёк. Точные дни узнаете на следующей странице.',
    'The holder of a card that expires soon or has recently expired. The next page tells you the exact days.',
  ],
  startNeedHeading: ['Не қажет', 'Что понадобится', 'What you need'],
  startNeedCard: [
    'қазіргі жеке куәлік (мерзімі өтіп кетсе де болады)',
    'нынешнее удостоверение личности (можно с истёкшим сроком)',
    'your present identity card (it may have expired)',
  ],
  startNeedPhoto: [
    'ақшыл фондағы фотосурет: JPEG немесе PNG',
    'фотография на светлом фоне: JPEG или PNG',
    'a photo against a light background: JPEG or PNG',
  ],
  startNeedSignature: [
    'қолтаңба: экранда қол қоясыз немесе суретін жүктейсіз',
    'подпись: распишетесь на экране или загрузите снимок',
    'your signature: sign on the screen or upload a picture of it',
  ],
  startNeedContact: [
    'қазақстандық ұялы нөмір және электрондық пошта',
    'казахстанский мобильный номер и электронная почта',
    'a Kazakhstan mobile number and an e-mail address',
  ],
  startFeeHeading: ['Құны', 'Сколько стоит', 'What it costs'],
  startFeeFree: [
    'Бүгін мемлекеттік баж алынбайды.',
    'Сегодня государственная пошлина не взимается.',
    'Today no state duty is charged.',
  ],
  startFee: [
    'Бүгінгі мемлекеттік баж: {amount}.',
    'Государственная пошлина сегодня: {amount}.',
    'The state duty today: {amount}.',
  ],
  startFeeDelivery: [
    'Жеткізу бөлек төленеді.',
    'Доставка оплачивается отдельно.',
    'Delivery is charged separately.',
  ],
  startButton: ['Бастау', 'Начать', 'Start now'],

  // Eligibility
  eligibilityTitle: [
    'Онлайн өтініш беруге бола ма?',
    'Можно ли подать заявление онлайн?',
    'Can you apply online?',
  ],
  document: ['Қандай құжатты ауыстырасыз?', 'Какой документ меняете?', 'Which document do you want to replace?'],
  ground: ['Ауыстыру себебі қандай?', 'По какой причине?', 'Why?'],
  expires: ['Мерзімі аяқталатын күн', 'Дата окончания срока действия', 'Date of expiry'],
  expiresHint: [
    'Куәліктің артқы жағында жазылған. Мысалы: {example}',
    'Указана на оборотной стороне удостоверения. Например: {example}',
    'It is printed on the back of the card. For example: {example}',
  ],
  day: ['Күн', 'День', 'Day'],
  month: ['Ай', 'Месяц', 'Month'],
  year: ['Жыл', 'Год', 'Year'],
  expiresWrong: [
    'Мұндай күн жоқ. Күнін, айын және жылын цифрмен жазыңыз, мысалы: {example}.',
    'Такой даты нет. Укажите день, месяц и год цифрами, например: {example}.',
    'There is no such date. Enter the day, month and year in figures, for example {example}.',
  ],
  refusedTitle: ['Онлайн ауыстыру мүмкін емес', 'Онлайн-замена невозможна', 'It cannot be renewed online'],
  refusedWhy: ['Себептері', 'Почему', 'Why'],
  refusedCentres: [
    'Халыққа қызмет көрсету орталықтары',
    'Центры обслуживания населения',
    'Public Service Centres',
  ],
  refusedCentresNote: ['Мекенжайлар ойдан шығарылған.', 'Адреса вымышлены.', 'The addresses are invented.'],
  refusedNear: [
    'Жақын орталықты білу үшін облысты немесе қаланы таңдаңыз.',
    'Чтобы узнать ближайший центр, выберите область или город.',
    'To find the nearest one, choose a region or city.',
  ],

  // The nearest centres
  nearShow: ['Жақын ХҚКО-ларды көрсету', 'Показать ближайшие ЦОНы', 'Show the nearest centres'],
  nearLocate: ['Тұрған жерім бойынша табу', 'Найти рядом со мной', 'Find those near me'],
  nearLocateHint: [
    'Браузер рұқсатыңызды сұрайды. Орын шамамен алынады және ХҚКО іздеуге ғана керек.',
    'Браузер спросит разрешения. Место определяется приблизительно и нужно только для поиска ЦОНа.',
    'Your browser asks for your permission. The place is taken roughly, and serves to find a centre only.',
  ],
  nearFailed: [
    'Тұрған жеріңіз анықталмады. Облысты немесе қаланы таңдаңыз.',
    'Определить место не удалось. Выберите область или город.',
    'Your place could not be found. Choose a region or city.',
  ],
  nearMissing: [
    'ХҚКО іздейтін облысты немесе қаланы таңдаңыз.',
    'Выберите область или город, где искать ЦОН.',
    'Choose the region or city in which to look for a centre.',
  ],
  nearNone: [
    'Бұл өңірде лайықты ХҚКО жоқ. Көрші өңірді таңдаңыз.',
    'В этом регионе подходящего ЦОНа нет. Выберите соседний регион.',
    'There is no such centre in this region. Choose a neighbouring one.',
  ],
  nearKm: ['шамамен {distance} км', 'примерно {distance} км', 'about {distance} km'],
  refusedAgain: ['Жауаптарды өзгерту', 'Изменить ответы', 'Change the answers'],

  // Details
  detailsTitle: ['Деректеріңіз', 'Ваши данные', 'Your details'],
  detailsLead: [
    'Жеке куәлікте қалай жазылса, солай толтырыңыз.',
    'Заполните так, как написано в удостоверении.',
    'Fill in everything as it is written on your identity card.',
  ],
  person: ['Өтініш беруші', 'Заявитель', 'Applicant'],
  contact: ['Байланыс', 'Контакты', 'Contact'],
  surname: ['Тегі', 'Фамилия', 'Surname'],
  given_name: ['Аты', 'Имя', 'Given name'],
  patronymic: ['Әкесінің аты', 'Отчество', 'Patronymic'],
  nameHint: ['Кирилл әріптерімен', 'Кириллицей', 'In Cyrillic letters'],
  iin: ['ЖСН', 'ИИН', 'IIN'],
  iinHint: ['12 цифр', '12 цифр', '12 digits'],
  card_number: ['Жеке куәліктің нөмірі', 'Номер удостоверения личности', 'Identity card number'],
  cardNumberHint: ['9 цифр', '9 цифр', '9 digits'],
  phone: ['Ұялы телефон', 'Мобильный телефон', 'Mobile phone'],
  phoneHint: [
    'Қазақстандық нөмір, мысалы: +7 701 000 00 01. Осы нөмірге SMS жібереміз.',
    'Казахстанский номер, например: +7 701 000 00 01. На него придут SMS.',
    'A Kazakhstan number, for example +7 701 000 00 01. We send text messages to it.',
  ],
  email: ['Электрондық пошта', 'Электронная почта', 'E-mail address'],
  emailHint: ['Мысалы: name@example.kz', 'Например: name@example.kz', 'For example name@example.kz'],
  exemption: ['Баждан босату санаты', 'Категория, освобождённая от пошлины', 'Category exempt from the duty'],
  exemptionHint: [
    'Егер сізге қатысты болса ғана таңдаңыз.',
    'Выберите, только если относитесь к одной из них.',
    'Choose one only if you belong to it.',
  ],
  exemptionNone: ['Жоқ', 'Нет', 'None'],
  receiving: ['Куәлікті қалай аласыз?', 'Как получите удостоверение?', 'How do you want to receive the card?'],
  pickupHint: [
    'Тегін. Куәлікке ХҚКО-ға келесіз; орны мен уақытын кейін таңдайсыз.',
    'Бесплатно. За удостоверением нужно прийти в ЦОН; место и время выберете позже.',
    'Free of charge. You come to a centre for it; you choose place and time later.',
  ],
  deliveryHint: ['Ақылы.', 'За плату.', 'For a fee.'],
  address: ['Жеткізу мекенжайы', 'Адрес доставки', 'Delivery address'],
  region: ['Облыс немесе қала', 'Область или город', 'Region or city'],
  regionNone: ['Таңдаңыз', 'Выберите', 'Choose one'],
  locality: ['Елді мекен', 'Населённый пункт', 'City, town or village'],
  street: ['Көше немесе шағын аудан', 'Улица или микрорайон', 'Street or microdistrict'],
  building: ['Үй', 'Дом', 'Building'],
  flat: ['Пәтер', 'Квартира', 'Flat'],
  postcode: ['Пошта индексі', 'Почтовый индекс', 'Postcode'],
  postcodeHint: [
    '6 цифр немесе жаңа индекс, мысалы: Z05T1X3',
    '6 цифр или новый индекс, например: Z05T1X3',
    '6 digits, or the newer form such as Z05T1X3',
  ],

  // Photo
  photoTitle: ['Фотосурет', 'Фотография', 'Your photo'],
  photoLead: [
    'Ақшыл фонда, камераға тура қарап түскен сурет керек. Тексеру нәтижесі бірден көрсетіледі.',
    'Нужен снимок на светлом фоне, взгляд прямо в камеру. Результат проверки увидите сразу.',
    'It must show you against a light background, looking straight into the camera. It is checked at once.',
  ],
  photoField: ['Фотосурет файлы', 'Файл фотографии', 'Photo file'],
  photoHint: ['JPEG немесе PNG', 'JPEG или PNG', 'JPEG or PNG'],
  photoCheck: ['Фотосуретті тексеру', 'Проверить фотографию', 'Check the photo'],
  photoAnother: ['Басқа фотосурет', 'Другая фотография', 'Another photo'],
  photoChecking: ['Тексеріліп жатыр…', 'Проверяется…', 'Being checked…'],
  photoPass: ['Фотосурет жарайды', 'Фотография подходит', 'The photo is good'],
  photoWarn: [
    'Фотосурет жарайды, бірақ ескертулер бар',
    'Фотография подходит, но есть замечания',
    'The photo will do, but could be better',
  ],
  photoFail: ['Фотосурет жарамайды', 'Фотография не подходит', 'The photo will not do'],
  photoAlt: ['Сіз жүктеген фотосурет', 'Загруженная фотография', 'The photo that you uploaded'],
  photoMarks: ['Суреттегі белгілер', 'Отметки на снимке', 'Marks in the picture'],
  markFace: ['бет', 'лицо', 'face'],
  markEyes: ['көздер', 'глаза', 'eyes'],
  markHead: ['төбе мен иек', 'макушка и подбородок', 'crown and chin'],
  markBand: [
    'көздердің ортасы осы жерде болуы тиіс',
    'середина глаз должна быть здесь',
    'the middle of the eyes should be here',
  ],
  markCrop: ['ұсынылатын кадр', 'рекомендуемый кадр', 'advised crop'],
  passedChecks: ['Сәтті өткен тексерістер: {count}', 'Пройдено проверок: {count}', 'Checks passed: {count}'],
  otherChecks: ['Қызметкер тексереді: {count}', 'Проверит сотрудник: {count}', 'For a person to check: {count}'],
  verdictFail: ['Жарамайды', 'Не подходит', 'Will not do'],
  verdictWarn: ['Ескерту', 'Замечание', 'Could be better'],
  photoMissing: ['Фотосурет файлын таңдаңыз.', 'Выберите файл фотографии.', 'Choose a photo file.'],

  // Signature
  signatureTitle: ['Қолтаңба', 'Подпись', 'Your signature'],
  signatureLead: [
    'Қолтаңбаңыз жаңа куәлікке басылады.',
    'Подпись будет напечатана на новом удостоверении.',
    'Your signature will be printed on the new card.',
  ],
  signatureDraw: ['Экранда қол қойыңыз', 'Распишитесь на экране', 'Sign on the screen'],
  signatureDrawHint: [
    'Саусақпен, қаламмен немесе тінтуірмен',
    'Пальцем, пером или мышью',
    'With a finger, a pen or a mouse',
  ],
  signatureCanvas: ['Қолтаңбаға арналған өріс', 'Поле для подписи', 'Field for the signature'],
  signatureClear: ['Тазалау', 'Стереть', 'Clear'],
  signatureUpload: [
    'Немесе қағаздағы қолтаңбаның суретін жүктеңіз',
    'Или загрузите снимок подписи на бумаге',
    'Or upload a picture of it on paper',
  ],
  signatureField: ['Қолтаңба файлы', 'Файл подписи', 'Signature file'],
  signatureHint: [
    'Ақ қағаздағы қара сия; JPEG немесе PNG',
    'Тёмные чернила на белой бумаге; JPEG или PNG',
    'Dark ink on white paper; JPEG or PNG',
  ],
  signatureUse: ['Қолтаңбаны тексеру', 'Проверить подпись', 'Check the signature'],
  signaturePass: ['Қолтаңба жарайды', 'Подпись подходит', 'The signature is good'],
  signatureWarn: [
    'Қолтаңба жарайды, бірақ ескертулер бар',
    'Подпись подходит, но есть замечания',
    'The signature will do, but could be better',
  ],
  signatureFail: ['Қолтаңба жарамайды', 'Подпись не подходит', 'The signature will not do'],
  signatureAlt: [
    'Куәлікте қолтаңба осылай көрінеді',
    'Так подпись будет выглядеть на удостоверении',
    'Your signature as the card will show it',
  ],
  signatureMissing: [
    'Экранда қол қойыңыз немесе файлды таңдаңыз.',
    'Распишитесь на экране или выберите файл.',
    'Sign on the screen, or choose a file.',
  ],
  signatureAnother: ['Басқа қолтаңба', 'Другая подпись', 'Another signature'],

  // Pickup
  pickupTitle: ['Қай жерде және қашан аласыз?', 'Где и когда заберёте?', 'Where and when will you pick it up?'],
  centre: ['ХҚКО', 'ЦОН', 'Public Service Centre'],
  pickupDay: ['Күні', 'День', 'Day of the visit'],
  pickupDayFree: ['{day} – бос уақыт: {count}', '{day} — свободно: {count}', '{day} – free times: {count}'],
  showTimes: ['Уақытын көрсету', 'Показать время', 'Show times'],
  pickupTime: ['Уақыты', 'Время', 'Time'],
  noTimes: [
    'Бұл ХҚКО-да жақын күндері бос уақыт жоқ. Басқасын таңдаңыз.',
    'В этом ЦОНе в ближайшие дни нет свободного времени. Выберите другой.',
    'This centre has no free times soon. Choose another one.',
  ],
  nextNearest: [
    'Ең жақын ХҚКО-да бос уақыт жоқ, сондықтан бос уақыты бар келесісі көрсетілді.',
    'В ближайшем ЦОНе нет свободного времени, поэтому показан следующий, где оно есть.',
    'The nearest centre has no free times, so the next one that has is shown.',
  ],
  openLead: [
    'Жақын ХҚКО-лардың ешқайсысында әзірге бос уақыт жоқ. Бұл өтініш беруге кедергі емес: куәлікті алу күні мен уақыты кейін хабарланады.',
    'Ни в одном из ближайших ЦОНов пока нет свободного времени. Подать заявление это не мешает: день и время получения сообщат позже.',
    'None of the nearest centres has a free time yet. You can apply all the same: day and time of the pickup will be told later.',
  ],
  openButton: ['Уақытсыз жалғастыру', 'Продолжить без времени', 'Continue without a time'],
  openTime: ['кейін хабарланады', 'сообщат позже', 'to be told later'],
  slotMissing: ['Уақытты таңдаңыз.', 'Выберите время.', 'Choose a time.'],
  slotTaken: [
    'Бұл уақыт енді бос емес. Басқасын таңдаңыз.',
    'Это время уже занято. Выберите другое.',
    'This time is taken by now. Choose another one.',
  ],

  // Review
  reviewTitle: ['Өтінішті тексеріңіз', 'Проверьте заявление', 'Check your application'],
  change: ['Өзгерту', 'Изменить', 'Change'],
  card: ['Жеке куәлік', 'Удостоверение', 'Identity card'],
  name: ['Аты-жөні', 'Имя', 'Name'],
  feeHeading: ['Төлем', 'Оплата', 'Fee'],
  feeItem: ['Не үшін', 'За что', 'Item'],
  feeAmount: ['Сомасы', 'Сумма', 'Amount'],
  total: ['Барлығы', 'Итого', 'Total'],
  goodToKnow: ['Біліп қойыңыз', 'Важно знать', 'Good to know'],
  submit: ['Өтініш беру', 'Подать заявление', 'Submit the application'],
  submitNote: [
    'Өтініш бере отырып, деректердің дұрыс екенін растайсыз.',
    'Подавая заявление, вы подтверждаете, что данные верны.',
    'By submitting you confirm that these details are correct.',
  ],

  // Payment
  paymentTitle: ['Төлем', 'Оплата', 'Payment'],
  paymentNote: [
    'Бұл – төлемнің имитациясы: ақша алынбайды. Нақты портал төлем жүйесіне өткізеді.',
    'Это имитация оплаты: деньги не списываются. Настоящий портал перейдёт к платёжной системе.',
    'This payment is simulated: no money is taken. A real portal would go to a payment provider.',
  ],
  paymentDue: ['Төленетін сома', 'К оплате', 'Amount due'],
  paymentButton: [
    'Төленді деп белгілеу (имитация)',
    'Отметить как оплаченное (имитация)',
    'Mark as paid (simulation)',
  ],

  // Done
  doneTitle: ['Өтініш берілді', 'Заявление подано', 'Application submitted'],
  doneNumber: ['Өтініш нөмірі', 'Номер заявления', 'Application number'],
  doneState: ['Мәртебесі: {state}', 'Статус: {state}', 'Status: {state}'],
  doneNext: ['Әрі қарай не болады', 'Что дальше', 'What happens next'],
  doneNextReview: [
    'Көші-қон қызметі өтінішті тексереді, содан кейін куәлік жасалады.',
    'Миграционная служба проверит заявление, затем удостоверение изготовят.',
    'The migration service reviews the application, then the card is made.',
  ],
  donePickup: ['Куәлікті алу', 'Получение удостоверения', 'Picking up the card'],
  doneBring: [
    'Ескі жеке куәлікті ала келіңіз.',
    'Возьмите с собой прежнее удостоверение.',
    'Bring your old identity card.',
  ],
  doneOpen: [
    'Жақын ХҚКО-ларда әзірге бос уақыт жоқ. Куәлікті алу күні мен уақытын кейін хабарлаймыз.',
    'В ближайших ЦОНах пока нет свободного времени. День и время получения мы сообщим позже.',
    'The nearest centres have no free time yet. We will tell you the day and time of the pickup later.',
  ],
  doneCalendar: ['Күнтізбеге қосу (.ics)', 'Добавить в календарь (.ics)', 'Add to calendar (.ics)'],
  doneDelivery: ['Жеткізу', 'Доставка', 'Delivery'],
  doneNotices: [
    'Жіберілетін хабарламалар',
    'Уведомления, которые были бы отправлены',
    'Notices that would be sent',
  ],
  noticeSms: ['SMS', 'SMS', 'SMS'],
  noticeEmail: ['Электрондық пошта', 'Электронная почта', 'E-mail'],
  noticeSegments: ['SMS саны: {count}', 'Количество SMS: {count}', 'Messages: {count}'],
  doneFeedback: ['Қызметті бағалау', 'Оценить услугу', 'Rate this service'],

  // Feedback
  feedbackTitle: ['Қызметке баға беріңіз', 'Оцените услугу', 'Rate this service'],
  overall: ['Жалпы әсеріңіз қандай?', 'Как вы оцениваете услугу в целом?', 'How was the service as a whole?'],
  rating1: ['1 – өте нашар', '1 — очень плохо', '1 – very bad'],
  rating2: ['2 – нашар', '2 — плохо', '2 – bad'],
  rating3: ['3 – орташа', '3 — средне', '3 – neither good nor bad'],
  rating4: ['4 – жақсы', '4 — хорошо', '4 – good'],
  rating5: ['5 – өте жақсы', '5 — отлично', '5 – very good'],
  comment: ['Пікіріңіз', 'Комментарий', 'Comment'],
  commentHint: [
    'Дербес деректерді жазбаңыз: телефон, пошта және ЖСН жасырылады.',
    'Не указывайте персональные данные: телефоны, адреса почты и ИИН будут скрыты.',
    'Leave out personal data: phone numbers, e-mail addresses and IINs are masked.',
  ],
  suggestion: ['Ұсынысыңыз', 'Предложение', 'Suggestion'],
  suggestionHint: [
    'Қызметті қалай жақсартуға болады?',
    'Что можно улучшить?',
    'What could be done better?',
  ],
  feedbackSend: ['Жіберу', 'Отправить', 'Send'],
  feedbackThanks: ['Рақмет!', 'Спасибо!', 'Thank you'],
  feedbackStored: ['Жазғаныңыз осылай сақталды', 'Ваш отзыв сохранён так', 'What you wrote was stored as'],
  feedbackSummary: ['Барлық бағалар', 'Все оценки', 'All ratings'],
  feedbackCount: ['Бағалар саны', 'Количество оценок', 'Number of ratings'],
  feedbackMean: ['Орташа баға', 'Средняя оценка', 'Mean'],
  feedbackCsat: ['4 және 5 үлесі', 'Доля оценок 4 и 5', 'Share of 4 and 5'],
  feedbackNone: ['Әзірге баға жоқ.', 'Оценок пока нет.', 'There are no ratings yet.'],
  rating: ['Баға', 'Оценка', 'Rating'],

  // A technical fault
  faultLink: [
    'Техникалық ақау өтініш беруге кедергі болды ма?',
    'Подать заявление помешал технический сбой?',
    'Did a technical fault keep you from applying?',
  ],
  faultTitle: ['Техникалық ақау', 'Технический сбой', 'Technical fault'],
  faultLead: [
    'Өтініш беріп жатқанда портал немесе мобильді қосымша ұзақ уақыт істемей қалса, өтінішті ХҚКО-да қағаз түрінде беруге құқығыңыз болуы мүмкін. Қашан әрекет жасағаныңызды жазыңыз.',
    'Если при подаче заявления портал или мобильное приложение надолго перестали работать, у вас может быть право подать его в ЦОНе на бумаге. Укажите, когда вы пытались подать заявление.',
    'If the portal or the mobile app did not work for long while you were applying, you may have the right to apply on paper at a Public Service Centre. Say when you tried.',
  ],
  faultFrom: ['Бастаған уақытыңыз', 'Когда начали', 'When you began'],
  faultTo: ['Тоқтаған уақытыңыз', 'Когда прекратили', 'When you gave up'],
  faultHint: ['Сағат пен минут, мысалы: 09:05', 'Часы и минуты, например: 09:05', 'Hours and minutes, for example 09:05'],
  faultTime: ['Уақытты былай жазыңыз: 09:05.', 'Укажите время так: 09:05.', 'Enter the time like this: 09:05.'],
  faultFuture: ['Бұл уақыт әлі келген жоқ.', 'Это время ещё не наступило.', 'This time has not come yet.'],
  faultCheck: ['Тексеру', 'Проверить', 'Check'],
  faultPaper: [
    'Өтінішті қағаз түрінде бере аласыз',
    'Вы вправе подать заявление на бумаге',
    'You may apply on paper',
  ],
  faultNone: [
    'Қағаз түрінде өтініш беруге негіз табылмады',
    'Оснований для подачи на бумаге не найдено',
    'There is no ground for applying on paper',
  ],
  faultStatement: ['Растама', 'Подтверждение', 'Statement'],
  faultShow: [
    'Осы бетті сақтап немесе басып шығарып, ХҚКО-да көрсетіңіз.',
    'Сохраните или распечатайте эту страницу и покажите её в ЦОНе.',
    'Save or print this page, and show it at the Public Service Centre.',
  ],
  faultAgain: ['Басқа уақытты тексеру', 'Проверить другое время', 'Check another time'],
  faultsUnknown: [
    'Ақау болған-болмағанын қазір тексере алмаймыз. Кейінірек қайталап көріңіз немесе ХҚКО-ға жүгініңіз.',
    'Сейчас мы не можем проверить, был ли сбой. Повторите попытку позже или обратитесь в ЦОН.',
    'We cannot check at the moment whether there was a fault. Try again later, or go to a Public Service Centre.',
  ],

  // Errors
  notFoundTitle: ['Бет табылмады', 'Страница не найдена', 'Page not found'],
  notFound: [
    'Мекенжайды тексеріңіз немесе басынан бастаңыз.',
    'Проверьте адрес или начните сначала.',
    'Check the address, or start again.',
  ],
  forbiddenTitle: ['Бет ескірген', 'Страница устарела', 'The page is out of date'],
  forbidden: [
    'Алдыңғы бетке оралып, оны қайта ашыңыз да, әрекетті қайталаңыз. Cookie файлдары қосулы болуы керек.',
    'Вернитесь, обновите страницу и повторите. Файлы cookie должны быть разрешены.',
    'Go back, reload the page and try again. Cookies must be allowed.',
  ],
  openAlready: [
    'Бұл ЖСН бойынша аяқталмаған өтініш бар. Оның аяқталуын күтіңіз немесе ХҚКО-ға хабарласыңыз.',
    'По этому ИИН уже есть незавершённое заявление. Дождитесь его завершения или обратитесь в ЦОН.',
    'There is an open application for this IIN already. Wait until it is closed, or contact a Public Service Centre.',
  ],
  tooManyTitle: ['Сұраулар тым көп', 'Слишком много запросов', 'Too many requests'],
  tooMany: [
    'Бір минуттан кейін қайталап көріңіз.',
    'Повторите попытку через минуту.',
    'Try again in a minute.',
  ],
  busyTitle: ['Қазір портал бос емес', 'Портал сейчас перегружен', 'The portal is busy'],
  busy: [
    'Енгізген деректеріңіз сақталды. Біраздан кейін қайталап көріңіз.',
    'Введённые данные сохранены. Повторите попытку чуть позже.',
    'What you have entered is kept. Please try again a little later.',
  ],
  unavailableTitle: [
    'Қазір өтініш қабылдай алмаймыз',
    'Сейчас мы не можем принять заявление',
    'We cannot take applications at the moment',
  ],
  unavailable: [
    'Өтінішіңізде қате жоқ. Ештеңе жіберілген жоқ, енгізген деректеріңіз сақталды. Кейінірек қайталап көріңіз немесе ХҚКО-ға жүгініңіз.',
    'Ошибки в заявлении нет. Ничего не отправлено, введённые данные сохранены. Повторите попытку позже или обратитесь в ЦОН.',
    'There is no mistake in your application. Nothing was sent, and what you have entered is kept. Try again later, or go to a Public Service Centre.',
  ],
  tooLargeTitle: ['Файл тым үлкен', 'Файл слишком большой', 'The file is too large'],
  tooLarge: [
    'Кішірек файлды таңдаңыз.',
    'Выберите файл меньшего размера.',
    'Choose a smaller file.',
  ],
  badRequestTitle: ['Сұрау түсініксіз', 'Запрос непонятен', 'The request cannot be read'],
  badRequest: ['Басынан бастап көріңіз.', 'Попробуйте начать сначала.', 'Try to start again.'],
  defectTitle: ['Техникалық ақау', 'Технический сбой', 'Something went wrong'],
  defect: [
    'Енгізген деректеріңіз сақталды. Біраздан кейін қайталап көріңіз.',
    'Введённые данные сохранены. Повторите попытку чуть позже.',
    'What you have entered is kept. Try again a little later.',
  ],
  startAgain: ['Басынан бастау', 'Начать сначала', 'Start again'],
} as const satisfies Record<string, readonly [kk: string, ru: string, en: string]>

/** The name of a text. */
export type TextName = keyof typeof TEXTS

/** All texts of one language. */
export type Words = Readonly<Record<TextName, string>>

function wordsOf(place: 0 | 1 | 2): Words {
  return Object.fromEntries(Object.entries(TEXTS).map(([name, text]) => [name, text[place]])) as Words
}

export const WORDS: Readonly<Record<Language, Words>> = { kk: wordsOf(0), ru: wordsOf(1), en: wordsOf(2) }

/** The text with what stands in braces replaced by the values of these names. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** A word of the library at the beginning of a line. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

const LOCALES: Readonly<Record<Language, string>> = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' }

/** A day in words: `Tuesday, 3 March 2026`. */
export function dayInWords(day: Day, language: Language): string {
  const words = new Intl.DateTimeFormat(LOCALES[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
  // As the library's texts write it.
  return words.replace(' ж. ', ' жылғы ').replace(' г.', ' года')
}

/** An amount as it is shown, `1 500,00 ₸`. No number is made of it, so nothing is rounded. */
export function amountInWords(amount: Tenge, language: Language): string {
  const [whole = '', part] = amount.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : '\u00a0')
  const decimal = part === undefined ? '' : (language === 'en' ? '.' : ',') + part
  return `${grouped}${decimal}\u00a0₸`
}
