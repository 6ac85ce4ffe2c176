//! The command's own words, in three languages.

use qujat::Language;

macro_rules! labels {
    ($($label:ident: $kk:literal, $ru:literal, $en:literal;)+) => {
        /// A label of the command's output.
        #[derive(Clone, Copy)]
        pub(crate) enum Label { $($label),+ }

        impl Label {
            /// The label in a language.
            pub(crate) const fn get(self, language: Language) -> &'static str {
                match (self, language) {
                    $(
                        (Label::$label, Language::Kk) => $kk,
                        (Label::$label, Language::Ru) => $ru,
                        (Label::$label, Language::En) => $en,
                    )+
                }
            }
        }
    };
}

labels! {
    Assessment: "Өтінішті бағалау", "Оценка заявления", "Assessment of the application";
    Accepted: "ҚАБЫЛДАУҒА БОЛАДЫ", "МОЖНО ПОДАТЬ", "CAN BE FILED";
    Refused: "БАС ТАРТЫЛДЫ", "ОТКАЗАНО", "REFUSED";
    Invalid: "ҚАТЕЛЕР БАР", "ЕСТЬ ОШИБКИ", "HAS MISTAKES";
    Unavailable: "ҚЫЗМЕТ УАҚЫТША ҚОЛЖЕТІМСІЗ", "СЕРВИС ВРЕМЕННО НЕДОСТУПЕН", "SERVICE UNAVAILABLE FOR THE MOMENT";
    Decision: "Шешім", "Решение", "Decision";
    OnlineDays: "Онлайн ауыстыруға болатын күндер", "Дни онлайн-замены", "Days of online renewal";
    Problems: "Ескертпелер", "Замечания", "Problems";
    Fee: "Төлем", "Оплата", "Fee";
    Exempt: "баждан босатылған", "освобождено от пошлины", "exempt from the duty";
    Total: "Барлығы", "Итого", "Total";
    Paper: "Қағаз түрінде өтініш беру", "Подача на бумаге", "Filing on paper";
    Ready: "Дайын болады", "Готовность", "Ready";
    Pickup: "Алу орны мен уақыты", "Где и когда получить", "Where and when to pick up";
    FreeSlots: "Бос уақыт", "Свободное время", "Free slots";
    Delivery: "Жеткізу", "Доставка", "Delivery";
    Notices: "Хабарламалар", "Уведомления", "Notices";
    Next: "Келесі оқиғалар", "Следующие события", "Next events";
    NextStep: "Әрі қарай не істеу керек", "Что делать дальше", "What to do next";
    StepFile: "Өтінішті беріңіз: оған кедергі жоқ.", "Подайте заявление: препятствий нет.", "File the application: nothing stands in the way.";
    StepPay: "{amount} теңге төлеңіз: өтініш төлемнен кейін тіркеледі.", "Оплатите {amount} тенге: заявление регистрируют после оплаты.", "Pay {amount} tenge: the application is registered after the payment.";
    StepPickup: "Жеке куәлікті жоғарыда көрсетілген уақыт пен орында алыңыз, ескісін ала келіңіз.", "Заберите удостоверение в указанное выше время в указанном месте и возьмите с собой прежнее.", "Pick the card up at the time and place above, and bring the old one.";
    StepOpen: "Жеке куәлікті алу уақытын кейін таңдаңыз: жақын ХҚКО-ларда әзірге бос уақыт жоқ.", "Выберите время получения позже: в ближайших ЦОНах пока нет свободного.", "Choose the time of the pickup later: no centre nearby has a free one yet.";
    StepWait: "Курьердің келетін күні туралы хабарламаны күтіңіз.", "Дождитесь уведомления о дне, когда придёт курьер.", "Wait for the notice that names the day of the delivery.";
    StepLater: "{day} күнінен бастап онлайн өтініш беріңіз немесе ХҚКО-ға қазір жүгініңіз.", "Подайте заявление онлайн с {day} или обратитесь в ЦОН уже сейчас.", "Apply online from {day}, or go to a Public Service Centre now.";
    StepCentre: "ХҚКО-ға жүгініңіз: онлайн ауыстыру мүмкін емес.", "Обратитесь в ЦОН: онлайн-замена невозможна.", "Go to a Public Service Centre: this cannot be done online.";
    StepTryLater: "Кейінірек қайталап көріңіз немесе ХҚКО-ға жүгініңіз.", "Попробуйте позже или обратитесь в ЦОН.", "Try again later, or go to a Public Service Centre.";
    StepMend: "Жоғарыда аталғанын түзетіп, өтінішті қайта бағалаңыз.", "Исправьте перечисленное выше и оцените заявление ещё раз.", "Correct what is listed above, and assess the application again.";
    Mistakes: "Қателер саны", "Ошибок", "Problems";
    Unusable: "Бұл қағидаларды пайдалануға болмайды.", "Этими правилами пользоваться нельзя.", "The rulebook cannot be used.";
    Pilot: "Пилоттық жоба", "Пилотный проект", "Pilot";
    Differences: "{edition} редакциясынан айырмашылықтар саны", "Отличий от редакции {edition}", "Differences from the edition {edition}";
    Edition: "Қағидалар редакциясы", "Редакция правил", "Edition of the rules";
    Unverified: "тізіліммен салыстырылмаған", "не сверено с реестром", "not compared with the register";
    Verified: "тізіліммен салыстырылды", "сверено с реестром", "compared with the register";
    Currency: "теңге", "тенге", "tenge";
    Written: "Файлға жазылды", "Записано в файл", "Written to";
    Metres: "м", "м", "m";
    Photo: "Фотосурет", "Фотография", "Photo";
    Signature: "Қолтаңба үлгісі", "Образец подписи", "Signature sample";
    VerdictPass: "ТЕКСЕРУДЕН ӨТТІ", "ПРОВЕРКА ПРОЙДЕНА", "PASSED";
    VerdictWarn: "ЕСКЕРТУМЕН ӨТТІ", "ПРОЙДЕНА С ЗАМЕЧАНИЯМИ", "PASSED WITH WARNINGS";
    VerdictFail: "ТЕКСЕРУДЕН ӨТПЕДІ", "ПРОВЕРКА НЕ ПРОЙДЕНА", "FAILED";
    VerdictNotChecked: "ТЕКСЕРІЛМЕДІ", "НЕ ПРОВЕРЕНО", "NOT CHECKED";
    Passed: "тексеруден өтті", "пройдено проверок", "passed";
    NotChecked: "тексерілмеді", "не проверено", "not checked";
    Check: "тексеріс", "проверка", "check";
    Measured: "өлшенді", "измерено", "measured";
    Limit: "шек", "допустимо", "limit";
    Percent: " %", " %", "%";
    Pixels: " пкс", " пкс", " px";
    Levels: " деңгей", " ур.", " levels";
    Bits: " бит", " бит", " bits";
    Lab: " Lab", " Lab", " Lab";
    OfHundred: " / 100", " / 100", " / 100";
    Bytes: " байт", " байт", " bytes";
    FaceBox: "бет", "лицо", "face";
    Eyes: "көздер", "глаза", "eyes";
    ChinAndCrown: "иек пен төбе (төбесі – шамамен)", "подбородок и макушка (макушка — оценка)", "chin and crown (the crown is estimated)";
    Outline: "бет сұлбасы", "контур лица", "outline of the face";
    Crop: "ұсынылатын кадр, 3:4", "рекомендуемый кадр, 3:4", "advised crop, 3:4";
}
