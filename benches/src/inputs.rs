//! The inputs: the example application, and whatever else the operations need.

use std::path::{Path, PathBuf};

use qujat::centres::CentreDirectory;
use qujat::identity::{DocumentKind, Ground};
use qujat::lifecycle::History;
use qujat::register::RegisterRecord;
use qujat::signature::Strokes;
use qujat::{Day, FeeInquiry, Inquiry, NoticeData};

/// Another path to the root of the repository, if it stands in the environment.
pub const ROOT: &str = "QUJAT_ROOT";

/// A file of the repository, by its path from the root.
#[must_use]
pub fn file(path: &str) -> Vec<u8> {
    let usual = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let root = std::env::var_os(ROOT).map_or(usual, PathBuf::from);
    std::fs::read(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A day of the text `YYYY-MM-DD`.
#[must_use]
pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// The notice's variables, in their order: the application, the day, the time, the centre and
/// its address.
pub const NOTICE: [&str; 5] = [
    "2026-000101",
    "2026-03-03",
    "09:30",
    "Есіл ауданының ХҚКО",
    "Мысал көшесі 1, Астана",
];

/// Texts and values that are asked about.
pub struct Inputs {
    /// The day asked about.
    pub today: Day,
    /// A card that expires soon.
    pub inquiry: Inquiry,
    /// A document and a ground that are not served online, too early.
    pub refused: Inquiry,
    /// A synthetic IIN.
    pub iin: &'static str,
    /// One that needs the second pass of the check digit.
    pub second_pass_iin: &'static str,
    /// An e-mail address.
    pub email: &'static str,
    /// One with a domain in Cyrillic.
    pub cyrillic_email: &'static str,
    /// A mobile number, as people write it.
    pub phone: &'static str,
    /// The example application, 0.9 kB of JSON.
    pub form: Vec<u8>,
    /// One with six mistakes.
    pub six_mistakes: Vec<u8>,
    /// The state register's record for the application.
    pub register: RegisterRecord,
    /// The directory of the examples.
    pub centres: CentreDirectory,
    /// A fee that is to be paid, without delivery.
    pub fee: FeeInquiry,
    /// The renewal of today, delivered.
    pub delivered_fee: FeeInquiry,
    /// A card that can be picked up.
    pub notice: NoticeData,
    /// A short message in Kazakh.
    pub message: String,
    /// A signature of a few strokes.
    pub strokes: Strokes,
    /// An application from filing to issuance.
    pub history: History,
}

impl Inputs {
    /// Reads the files of the repository.
    #[must_use]
    pub fn read() -> Inputs {
        let today = day("2026-02-10");
        let [application, on, time, centre, address] = NOTICE;
        let notice = NoticeData::Ready {
            application: application.to_owned(),
            day: day(on),
            time: time.to_owned(),
            centre: centre.to_owned(),
            address: address.to_owned(),
        };
        let mut fee = FeeInquiry::renewal(today);
        fee.ground = Ground::Damage;
        Inputs {
            today,
            inquiry: Inquiry::renewal(day("2026-02-25")),
            refused: Inquiry::new(DocumentKind::Passport, Ground::Loss, day("2026-06-30")),
            iin: "900101300007",
            second_pass_iin: "900101300811",
            email: "serik.ulgiev@example.kz",
            cyrillic_email: "serik@пример.қаз",
            phone: "+7 (701) 000-00-01",
            form: file("examples/data/eligible.json"),
            six_mistakes: file("examples/data/six_mistakes.json"),
            register: RegisterRecord::from_json(&file("examples/data/register/eligible.json"))
                .unwrap(),
            centres: CentreDirectory::from_json(&file("examples/data/centres.json")).unwrap(),
            delivered_fee: FeeInquiry::renewal(today)
                .with_deliver_to(qujat::address::Region::Almaty),
            fee,
            notice,
            message: "Жеке куәлігіңіздің жарамдылық мерзімі 30 күннен кейін аяқталады, ХҚКО-ға \
                хабарласыңыз"
                .to_owned(),
            strokes: vector("strokes", "wave-with-times", |input| {
                Strokes::from_json(input["strokes"].to_string().as_bytes()).unwrap()
            }),
            history: vector("lifecycle", "whole-way-with-payment", |input| {
                let history = serde_json::json!({ "events": input["events"] });
                History::from_json(history.to_string().as_bytes()).unwrap()
            }),
        }
    }
}

/// A function's result for the input of a vector.
fn vector<T>(operation: &str, name: &str, make: impl Fn(&serde_json::Value) -> T) -> T {
    let file = file(&format!("core/vectors/{operation}.json"));
    let all: serde_json::Value = serde_json::from_slice(&file).unwrap();
    let vectors = all["vectors"].as_array().unwrap();
    let named = vectors.iter().find(|vector| vector["name"] == name);
    let named = named.unwrap_or_else(|| panic!("{operation} has no vector {name}"));
    make(&named["input"])
}
