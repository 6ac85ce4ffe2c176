//! The notice of a card that is ready, by hand.

use minijinja::{AutoEscape, Environment, Value, context};

pub struct Notices {
    environment: Environment<'static>,
}

pub struct Notice {
    pub sms: String,
    pub segments: u32,
    pub subject: String,
    pub text: String,
    pub html: String,
}

const SMS: &str = "Удостоверение готово: {{ short }}, {{ time }}, {{ centre }}, {{ address }}. \
    № {{ application }}";
const SUBJECT: &str = "Ваше удостоверение личности готово";
const TEXT: &str = "Здравствуйте!

Ваше новое удостоверение личности по заявлению № {{ application }} готово.

Дата и время получения: {{ day }}, {{ time }}
Место: {{ centre }}
Адрес: {{ address }}

Приходите в назначенное время, назовите номер заявления и возьмите с собой прежнее удостоверение личности.

С уважением,
служба онлайн-замены удостоверения личности";
/// Of the line breaks at its end, the template engine removes one.
const HTML: &str = "<!DOCTYPE html>
<html lang=\"ru\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>Ваше удостоверение личности готово</title>
</head>
<body>
<main>
<p>Здравствуйте!</p>
<p>Ваше новое удостоверение личности по заявлению № {{ application }} готово.</p>
<p>Дата и время получения: {{ day }}, {{ time }}<br>
Место: {{ centre }}<br>
Адрес: {{ address }}</p>
<p>Приходите в назначенное время, назовите номер заявления и возьмите с собой прежнее удостоверение личности.</p>
<p>С уважением,<br>
служба онлайн-замены удостоверения личности</p>
</main>
</body>
</html>

";

const MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

impl Notices {
    pub fn new() -> Notices {
        let mut environment = Environment::new();
        environment.set_auto_escape_callback(|name| match name {
            "ready.html" => AutoEscape::Html,
            _ => AutoEscape::None,
        });
        for (name, text) in [
            ("ready.sms", SMS),
            ("ready.txt", TEXT),
            ("ready.html", HTML),
        ] {
            environment.add_template(name, text).unwrap();
        }
        Notices { environment }
    }

    /// Application, day, time, centre and address are given.
    pub fn ready(&self, [application, day, time, centre, address]: [&str; 5]) -> Notice {
        let mut parts = day.split('-').map(|part| part.parse::<u32>().unwrap());
        let [year, month, day] = std::array::from_fn(|_| parts.next().unwrap());
        let name = MONTHS.get(month as usize - 1).unwrap();
        let data = context! {
            application, time, centre, address,
            day => format!("{day} {name} {year} года"),
            short => format!("{day:02}.{month:02}.{year}"),
        };
        let render = |name: &str, data: &Value| {
            let template = self.environment.get_template(name).unwrap();
            template.render(data).unwrap()
        };
        let sms = render("ready.sms", &data);
        Notice {
            segments: segments(&sms),
            sms,
            subject: SUBJECT.to_owned(),
            text: render("ready.txt", &data),
            html: render("ready.html", &data),
        }
    }
}

const GSM_7: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡\
    ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// The number of short messages of a text.
pub fn segments(text: &str) -> u32 {
    let size = |c| match c {
        c if GSM_7.contains(c) => Some(1),
        c if EXTENSION.contains(c) => Some(2),
        _ => None,
    };
    let (units, alone, joined) = match text.chars().map(size).sum::<Option<u32>>() {
        Some(units) => (units, 160, 153),
        None => (u32::try_from(text.encode_utf16().count()).unwrap(), 70, 67),
    };
    if units <= alone {
        1
    } else {
        units.div_ceil(joined)
    }
}
