//! The `qujat` command on the example data: exit codes, and the output for a person and for a
//! program. The photos are made by `scripts/setup.sh photos`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The variables that name a locale.
const LOCALE: [&str; 4] = ["LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"];

/// The folder with the example data, which the command is run in.
fn examples() -> PathBuf {
    root().join("examples")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn qujat(arguments: &[&str]) -> Output {
    in_locale(&[], arguments)
}

/// The command in a terminal with these variables, and no others that name a locale.
fn in_locale(variables: &[(&str, &str)], arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qujat"));
    for name in LOCALE {
        command.env_remove(name);
    }
    command
        .envs(variables.iter().copied())
        .args(arguments)
        .current_dir(examples())
        .output()
        .unwrap()
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn assess(name: &str, more: &[&str]) -> Output {
    let file = format!("data/{name}.json");
    let mut arguments = vec!["assess", &file, "--on", "2026-02-10"];
    arguments.extend(more);
    qujat(&arguments)
}

/// A form of the examples with other texts at some places, in a file of one test's own.
fn changed(form: &str, test: &str, changes: &[(&str, &str)]) -> PathBuf {
    let path = examples().join(format!("data/{form}.json"));
    let mut form: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    for (pointer, text) in changes {
        let (parent, field) = pointer.rsplit_once('/').unwrap();
        form.pointer_mut(parent).unwrap()[field] = (*text).into();
    }
    let file = folder(test).with_extension("json");
    std::fs::write(&file, form.to_string()).unwrap();
    file
}

#[test]
fn an_eligible_applicant_is_accepted_and_files_are_written() {
    let folder = std::env::temp_dir().join(format!("qujat-{}", std::process::id()));
    let out = folder.to_str().unwrap();
    let output = assess(
        "eligible",
        &["--centres", "data/centres.json", "--out", out],
    );
    assert_eq!(output.status.code(), Some(0));
    let event = std::fs::read_to_string(folder.join("pickup.ics")).unwrap();
    assert!(event.starts_with("BEGIN:VCALENDAR\r\n"));
    // 09:00 in Kazakhstan is 04:00 UTC.
    assert!(event.contains("DTSTART:20260304T040000Z"), "{event}");
    assert!(folder.join("received.kk.email.html").is_file());
    std::fs::remove_dir_all(folder).unwrap();
}

/// SPEC 9: the whole fault, in minutes and seconds, with the statement and the day's decision.
#[test]
fn a_long_fault_allows_filing_on_paper_and_a_short_one_exits_with_1() {
    let output = qujat(&["fault", "data/fault.json", "--lang", "ru"]);
    assert_eq!(output.status.code(), Some(0));
    let said = text(&output);
    for expected in [
        "Технический сбой длился 11 минут 1 секунду, более 10 минут.",
        "Подтверждение № S-2026-0001.",
        "Начало: 10 февраля 2026 года, 08:54:59.",
        "Онлайн-замена удостоверения личности в этот день: была доступна.",
    ] {
        assert!(said.contains(expected), "{said}");
    }
    let within = folder("within").with_extension("json");
    let overlay = r#"{"edition": "within", "extends": "service-2025", "technical_fault": {"pilot": {
        "source": "service-description", "more_than_seconds": 600, "measure": "within_attempt"}}}"#;
    std::fs::write(&within, overlay).unwrap();
    let rules = within.to_str().unwrap();
    let output = qujat(&["fault", "data/fault.json", "--rulebook", rules]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output);
    assert!(
        said.contains("lasted 5 minutes, not more than 10 minutes"),
        "{said}"
    );
    std::fs::remove_file(within).unwrap();
    let output = assess("eligible", &["--faults", "data/fault.json", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&text(&output)).unwrap();
    assert_eq!(json["paper"]["longest_seconds"], 661);
    assert_eq!(json["notices"][1]["kind"], "paper_filing_allowed");
}

#[test]
fn refusals_show_the_verbatim_notice_and_exit_with_1() {
    for name in ["too_early", "too_late", "lost"] {
        let output = assess(name, &["--lang", "ru"]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(
            text(&output).contains("оформление не доступно, обратитесь в ЦОН"),
            "{name}"
        );
    }
}

/// The form is in Kazakh, and so are its notices, with any language of the terminal.
#[test]
fn the_command_speaks_the_terminals_language_and_notices_that_of_the_form() {
    let form = ["assess", "data/eligible.json", "--on", "2026-02-10"];
    let cases: [(&[(&str, &str)], &str); 7] = [
        (&[("LANG", "kk_KZ.UTF-8")], "Өтінішті бағалау"),
        (&[("LANG", "ru_RU.UTF-8")], "Оценка заявления"),
        (&[("LANG", "en_GB.UTF-8")], "Assessment of"),
        (&[("LANG", "fr_FR.UTF-8")], "Assessment of"),
        (&[("LANG", "kk_KZ"), ("LC_MESSAGES", "ru_RU")], "Оценка"),
        (
            &[("LC_MESSAGES", "ru_RU"), ("LC_ALL", "C.UTF-8")],
            "Assessment of",
        ),
        (&[], "Assessment of"),
    ];
    for (variables, title) in cases {
        let shown = text(&in_locale(variables, &form));
        assert!(shown.starts_with(title), "{variables:?}: {shown}");
        assert!(shown.contains("Жеке куәлік"), "the notices: {shown}");
    }
    let asked = [&form[..], &["--lang", "kk"]].concat();
    let shown = text(&in_locale(&[("LC_ALL", "ru_RU.UTF-8")], &asked));
    assert!(shown.starts_with("Өтінішті бағалау"), "{shown}");

    let rulebook = ["rulebook", "rulebooks/extended-example.json"];
    let shown = text(&in_locale(&[("LANG", "ru_RU.UTF-8")], &rulebook));
    assert!(
        shown.contains("Отличий от редакции service-2025: "),
        "{shown}"
    );
}

/// A stand-in for cargo that prints the locale it is run in.
#[cfg(unix)]
#[test]
fn make_run_keeps_the_terminals_locale() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder("make");
    std::fs::create_dir_all(&folder).unwrap();
    let cargo = folder.join("cargo");
    std::fs::write(&cargo, "#!/bin/sh\necho \"$LC_ALL/$LC_MESSAGES/$LANG\"\n").unwrap();
    std::fs::set_permissions(&cargo, std::fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let cases: [(&[(&str, &str)], &str); 3] = [
        (&[("LC_ALL", "kk_KZ.UTF-8")], "kk_KZ.UTF-8//"),
        (&[("LC_MESSAGES", "ru_RU"), ("LANG", "C")], "/ru_RU/C"),
        (&[("LANG", "ru_KZ.UTF-8")], "//ru_KZ.UTF-8"),
    ];
    for (variables, expected) in cases {
        let mut make = Command::new("make");
        // Those of a make that runs this test.
        for name in LOCALE.iter().chain(&["MAKEFLAGS", "MAKELEVEL", "MFLAGS"]) {
            make.env_remove(name);
        }
        let output = make
            .args(["--no-print-directory", "run", "ARGS=--version"])
            .env("PATH", &path)
            .envs(variables.iter().copied())
            .current_dir(root())
            .output()
            .unwrap();
        assert_eq!(text(&output).trim_end(), expected, "{output:?}");
    }
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn every_outcome_says_what_to_do_next() {
    for (form, steps) in [
        ("eligible", &["File the application"][..]),
        (
            "delivery",
            &["File the application", "Pay 1500.00 tenge", "Wait for"],
        ),
        ("too_late", &["Go to a Public Service Centre"]),
        ("lost", &["Go to a Public Service Centre"]),
        ("six_mistakes", &["Correct what is listed above"]),
    ] {
        let shown = text(&assess(form, &[]));
        let (_, end) = shown.split_once("\nWhat to do next\n").unwrap();
        for step in steps {
            assert!(end.contains(step), "{form}: {end}");
        }
        assert_eq!(end.trim().lines().count(), steps.len() + 2, "{form}: {end}");
    }
    let shown = text(&assess(
        "eligible",
        &["--centres", "data/centres.json", "--lang", "ru"],
    ));
    assert!(shown.contains("Заберите удостоверение"), "{shown}");
}

/// SPEC 2: no figures of 2028 are known, and the card would be ready then.
#[test]
fn a_gap_of_the_rulebook_is_told_as_nobodys_mistake_and_sends_nothing() {
    let file = changed("eligible", "gap", &[("/card/expires_on", "2028-01-05")]);
    let folder = folder("gap");
    let arguments = [
        "assess",
        file.to_str().unwrap(),
        "--on",
        "2027-12-28",
        "--rulebook",
        "rulebooks/extended-example.json",
        "--out",
        folder.to_str().unwrap(),
    ];
    for (language, outcome, step) in [
        ("kk", "ҚЫЗМЕТ УАҚЫТША ҚОЛЖЕТІМСІЗ", "Кейінірек қайталап"),
        ("ru", "СЕРВИС ВРЕМЕННО НЕДОСТУПЕН", "Попробуйте позже"),
        ("en", "SERVICE UNAVAILABLE", "Try again later"),
    ] {
        let output = qujat(&[&arguments[..], &["--lang", language]].concat());
        assert_eq!(output.status.code(), Some(1));
        let shown = text(&output);
        assert!(shown.lines().next().unwrap().contains(outcome), "{shown}");
        assert!(shown.contains(step), "{shown}");
        for wrong in ["another date", "другую дату", "басқа күн"] {
            assert!(!shown.contains(wrong), "{shown}");
        }
    }
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
    std::fs::remove_dir_all(folder).unwrap();
    std::fs::remove_file(file).unwrap();
}

/// SPEC 6: a centre without a free slot stops no application.
#[test]
fn where_all_centres_are_full_the_application_is_filed_with_the_time_open() {
    let directory = examples().join("data/centres.json");
    let mut centres: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(directory).unwrap()).unwrap();
    for centre in centres["centres"].as_array_mut().unwrap() {
        centre["timetable"] = serde_json::json!({});
        centre["overrides"] = serde_json::json!({});
        centre.as_object_mut().unwrap().remove("handing_out");
    }
    let file = folder("full").with_extension("json");
    std::fs::write(&file, centres.to_string()).unwrap();
    let output = assess("eligible", &["--centres", file.to_str().unwrap()]);
    std::fs::remove_file(file).unwrap();
    let shown = text(&output);
    assert_eq!(output.status.code(), Some(0), "{shown}");
    assert!(shown.contains("APPOINTMENT_OPEN"), "{shown}");
    assert!(
        shown.contains("Choose the time of the pickup later"),
        "{shown}"
    );
}

#[test]
fn what_is_waived_is_shown_with_what_others_pay() {
    let changes = [
        ("/exemption", "disability"),
        ("/card/expires_on", "2025-11-10"),
    ];
    let file = changed("eligible", "exempt", &changes);
    let path = file.to_str().unwrap();
    let shown = text(&qujat(&[
        "assess",
        path,
        "--on",
        "2025-11-05",
        "--lang",
        "ru",
    ]));
    std::fs::remove_file(file).unwrap();
    assert!(
        shown.contains("3932,00 × 0,2 = 786,40 тенге, освобождено от пошлины"),
        "{shown}"
    );
    assert!(shown.contains("Итого: 0,00 тенге"), "{shown}");
}

#[test]
fn amounts_are_shown_as_the_language_writes_them() {
    for (language, total) in [
        ("kk", "Барлығы: 1500,00 теңге"),
        ("ru", "Итого: 1500,00 тенге"),
        ("en", "Total: 1500.00 tenge"),
    ] {
        let shown = text(&assess("delivery", &["--lang", language]));
        assert!(shown.contains(total), "{shown}");
    }
}

#[test]
fn six_mistakes_are_six_problems() {
    let output = assess("six_mistakes", &["--json"]);
    assert_eq!(output.status.code(), Some(1));
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let problems = answer["problems"].as_array().unwrap();
    let errors = problems
        .iter()
        .filter(|problem| problem["severity"] == "error");
    assert_eq!(errors.count(), 6);
    assert_eq!(answer["outcome"], "invalid");
}

#[test]
fn unreadable_input_and_bad_usage_exit_with_2_and_name_the_file() {
    let output = qujat(&["assess", "data/nobody.json", "--on", "2026-02-10"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("data/nobody.json")
    );
    assert_eq!(qujat(&["assess"]).status.code(), Some(2));
    assert_eq!(
        assess("eligible", &["--edition", "2024"]).status.code(),
        Some(2)
    );
}

#[test]
fn a_rulebook_is_compared_with_the_shipped_one() {
    let output = qujat(&["rulebook", "rulebooks/extended-example.json"]);
    assert_eq!(output.status.code(), Some(0));
    let shown = text(&output);
    assert!(
        shown.contains("~ /pilot/period/until  \"2026-03-01\" → \"2030-01-01\""),
        "{shown}"
    );
}

#[test]
fn a_bad_rulebook_is_refused_with_every_place() {
    let output = qujat(&["rulebook", "data/eligible.json"]);
    assert_eq!(output.status.code(), Some(1));
    let shown = text(&output);
    assert!(shown.contains("/applicant  UNKNOWN_FIELD"), "{shown}");
    assert!(shown.contains("/edition  MISSING_FIELD"), "{shown}");
}

#[test]
fn one_problem_of_a_rulebook_is_counted_in_the_language_asked_for() {
    let file = folder("rulebook").with_extension("json");
    let rules = r#"{"extends": "service-2025", "pilot": {"period":
        {"from": "2025-05-28", "until": "2025-05-28", "source": "service-description"}}}"#;
    std::fs::write(&file, rules).unwrap();
    for (language, counted) in [
        (
            "kk",
            "Қателер саны: 1. Бұл қағидаларды пайдалануға болмайды.",
        ),
        ("ru", "Ошибок: 1. Этими правилами пользоваться нельзя."),
        ("en", "Problems: 1. The rulebook cannot be used."),
    ] {
        let output = qujat(&["rulebook", file.to_str().unwrap(), "--lang", language]);
        assert_eq!(output.status.code(), Some(1));
        assert!(
            text(&output).ends_with(&format!("\n{counted}\n")),
            "{}",
            text(&output)
        );
    }
    std::fs::remove_file(file).unwrap();
}

#[test]
fn screening_finds_whose_window_opens_and_counts_bad_rows() {
    // 2025-12-10 is 30 days before 2026-01-09.
    let arguments = [
        "screen",
        "data/cards.csv",
        "--on",
        "2025-12-10",
        "--out",
        "-",
    ];
    let output = qujat(&arguments);
    assert_eq!(output.status.code(), Some(1), "two rows are bad");
    let lines = text(&output);
    let numbers: Vec<String> = lines
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .map(|notice| notice["number"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(numbers, ["012345601", "012345604"]);
    let summary = String::from_utf8(output.stderr).unwrap();
    assert!(summary.contains("line 6: DATE_INVALID"), "{summary}");
    assert!(summary.contains("line 8: UNKNOWN_VALUE"), "{summary}");
}

#[test]
fn after_the_pilot_all_are_sent_to_a_centre() {
    // 2030-04-05 is 30 days before 2030-05-05.
    let output = qujat(&["screen", "data/cards.csv", "--on", "2030-04-05"]);
    let summary = String::from_utf8(output.stderr).unwrap();
    for line in ["reminders  1", "to centres 1", "The pilot does not run"] {
        assert!(summary.contains(line), "{summary}");
    }
}

/// SPEC 8: all holders who had to be reminded since the last run are reminded now.
#[test]
fn nights_that_were_missed_are_made_up_for() {
    let screen = |last_run: &str| {
        let arguments = [
            "screen",
            "data/cards.csv",
            "--on",
            "2025-12-12",
            "--last-run",
            last_run,
        ];
        String::from_utf8(qujat(&arguments).stderr).unwrap()
    };
    let (missed, nightly) = (screen("2025-12-09"), screen("2025-12-11"));
    assert!(missed.contains("reminders  4"), "{missed}");
    assert!(nightly.contains("reminders  1"), "{nightly}");
}

/// A photo of the vectors.
fn photo(name: &str) -> String {
    let path = format!("../core/vectors/images/photos/{name}");
    let there = examples().join(&path).is_file();
    assert!(there, "{name} is missing: run scripts/setup.sh photos");
    path
}

fn check_photo(path: &str, more: &[&str]) -> Output {
    let mut arguments = vec!["photo", path, "--on", "2026-02-10"];
    arguments.extend(more);
    qujat(&arguments)
}

/// A folder of one test's own.
fn folder(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("qujat-{name}-{}", std::process::id()))
}

/// The sides and the pixels of a PNG file.
fn pixels(path: &Path) -> ((u32, u32), Vec<[u8; 3]>) {
    let file = std::io::BufReader::new(std::fs::File::open(path).unwrap());
    let mut reader = png::Decoder::new(file).read_info().unwrap();
    let mut samples = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut samples).unwrap();
    assert_eq!(frame.color_type, png::ColorType::Rgb);
    let pixels = samples
        .chunks_exact(3)
        .map(|pixel| pixel.try_into().unwrap());
    ((frame.width, frame.height), pixels.collect())
}

/// The picture in a folder, which is then removed.
fn picture(folder: &Path) -> ((u32, u32), Vec<[u8; 3]>) {
    let picture = pixels(&folder.join("photo-checked.png"));
    std::fs::remove_dir_all(folder).unwrap();
    picture
}

/// The colours of the rings around the eyes, and of the advised crop.
const EYES: [u8; 3] = [255, 214, 0];
const CROP: [u8; 3] = [255, 120, 0];

#[test]
fn a_good_photo_passes_and_its_picture_shows_it_with_its_marks() {
    let folder = folder("good");
    let output = check_photo(&photo("good.png"), &["--out", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    let shown = text(&output);
    assert!(shown.starts_with("Photo\n  PASSED\n"), "{shown}");
    assert!(shown.contains("photo-checked.png"), "{shown}");

    let ((width, height), pixels) = picture(&folder);
    assert_eq!(width, 1220);
    assert!((800..1200).contains(&height), "{height}");
    // The wall of the photo, near its left upper corner.
    assert_eq!(pixels[(100 * width + 40) as usize], [226, 227, 229]);
    assert!(pixels.contains(&EYES));
    assert!(!pixels.contains(&CROP), "nothing is to be cropped");
}

/// SPEC 11.4: the normalised picture for the card, and the problems of a sample.
#[test]
fn the_signature_is_checked_and_normalised() {
    let folder = folder("signature");
    let assess = |name: &str| {
        let path = format!("../core/vectors/images/signatures/{name}");
        let form = "data/eligible.json";
        let out = folder.to_str().unwrap();
        qujat(&[
            "assess",
            form,
            "--on",
            "2026-02-10",
            "--lang",
            "en",
            "--signature",
            &path,
            "--out",
            out,
        ])
    };
    let good = assess("signature-1.png");
    assert_eq!(good.status.code(), Some(0), "{}", text(&good));
    assert!(text(&good).contains("Signature sample\n  PASSED\n"));
    let file = std::fs::File::open(folder.join("signature.png")).unwrap();
    let reader = png::Decoder::new(std::io::BufReader::new(file)).read_info();
    assert_eq!(reader.unwrap().info().size(), (600, 200));
    std::fs::remove_dir_all(&folder).unwrap();

    let blank = assess("blank-noisy.png");
    assert_eq!(blank.status.code(), Some(1));
    assert!(text(&blank).contains("SIGNATURE_BLANK"));
    assert!(!folder.join("signature.png").exists());
    std::fs::remove_dir_all(&folder).unwrap();
}

/// A large photo in the left part of a wide wall.
#[test]
fn an_advised_crop_is_drawn() {
    let folder = folder("crop");
    std::fs::create_dir_all(&folder).unwrap();
    let wide = folder.join("wide.png");
    let path = examples().join(photo("large.png"));
    let ((width, height), person) = pixels(&path);
    let mut samples = Vec::new();
    for row in person.chunks_exact(width as usize) {
        samples.extend(row.as_flattened());
        samples.extend([226, 227, 229].repeat(width as usize));
    }
    let file = std::fs::File::create(&wide).unwrap();
    let mut encoder = png::Encoder::new(file, width * 2, height);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&samples).unwrap();
    writer.finish().unwrap();
    let output = check_photo(wide.to_str().unwrap(), &["--out", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output).contains("✗ PHOTO_ASPECT"));
    let (_, pixels) = picture(&folder);
    assert!(pixels.contains(&CROP));
}

#[test]
fn a_picture_without_a_face_has_no_marks() {
    let folder = folder("no-face");
    let output = check_photo(&photo("no_face.png"), &["--out", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let shown = text(&output);
    assert!(
        shown.contains("✗ PHOTO_NO_FACE  number of faces: 0 (limit: 1)"),
        "{shown}"
    );
    let (_, pixels) = picture(&folder);
    assert!(!pixels.contains(&EYES));
}

#[test]
fn what_is_wrong_is_told_with_value_and_limit_in_three_languages() {
    for (language, verdict, limit, advice) in [
        (
            "kk",
            "ТЕКСЕРУДЕН ӨТПЕДІ",
            "шек: −8,0 … 8,0°",
            "Бас иыққа қарай қисайған.",
        ),
        (
            "ru",
            "ПРОВЕРКА НЕ ПРОЙДЕНА",
            "допустимо: −8,0 … 8,0°",
            "Голова наклонена к плечу.",
        ),
        ("en", "FAILED", "limit: −8.0 … 8.0°", "The head is tilted."),
    ] {
        let output = check_photo(&photo("tilted.png"), &["--lang", language]);
        assert_eq!(output.status.code(), Some(1));
        let shown = text(&output);
        for part in [verdict, "✗ PHOTO_TILTED", limit, advice] {
            assert!(shown.contains(part), "{part}: {shown}");
        }
    }
}

/// SPEC 11.2: 480 pixels or it fails; eyes 120 pixels apart or it warns.
#[test]
fn the_limit_shown_is_the_one_that_was_crossed() {
    let shown = text(&check_photo(&photo("few_pixels.png"), &[]));
    assert!(
        shown.contains("number of pixels: 420 px (limit: ≥ 480 px)"),
        "{shown}"
    );
    assert!(shown.contains("! PHOTO_EYE_DISTANCE"), "{shown}");
    assert!(shown.contains("(limit: ≥ 120 px)"), "{shown}");
}

#[test]
fn a_warning_is_no_refusal() {
    let output = check_photo(&photo("gps.jpg"), &[]);
    assert_eq!(output.status.code(), Some(0));
    let shown = text(&output);
    assert!(shown.contains("PASSED WITH WARNINGS"), "{shown}");
    assert!(shown.contains("! PHOTO_METADATA"), "{shown}");
}

#[test]
fn all_checks_are_listed_on_request_as_many_as_the_report_has() {
    let path = photo("good.jpg");
    let report = check_photo(&path, &["--json"]);
    let report: serde_json::Value = serde_json::from_slice(&report.stdout).unwrap();
    assert_eq!(report["verdict"], "pass");
    let all = text(&check_photo(&path, &["--all-checks"]));
    let listed = all.lines().filter(|line| {
        line.starts_with("  ✓ CHECK_PASSED") || line.starts_with("  – CHECK_NOT_DONE")
    });
    assert_eq!(listed.count(), report["checks"].as_array().unwrap().len());
}

#[test]
fn a_file_that_is_no_photo_is_refused_with_its_code_and_a_picture_says_so() {
    let folder = folder("gif");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("photo.gif");
    std::fs::write(&file, b"GIF89a").unwrap();
    let output = check_photo(file.to_str().unwrap(), &["--out", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let shown = text(&output);
    assert!(shown.contains("✗ IMAGE_FORMAT  file"), "{shown}");
    assert!(
        shown.contains("Files of the format GIF are not accepted."),
        "{shown}"
    );
    let ((width, _), pixels) = picture(&folder);
    assert_eq!(width, 1220);
    assert!(!pixels.contains(&EYES));
}

#[test]
fn a_photo_that_cannot_be_read_exits_with_2_and_names_the_file() {
    for arguments in [
        vec!["photo", "nobody.png", "--on", "2026-02-10"],
        vec![
            "assess",
            "data/eligible.json",
            "--on",
            "2026-02-10",
            "--photo",
            "nobody.png",
        ],
    ] {
        let output = qujat(&arguments);
        assert_eq!(output.status.code(), Some(2));
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(message.contains("nobody.png"), "{message}");
    }
}

#[test]
fn an_application_is_assessed_with_its_photo() {
    let folder = folder("assess");
    let out = folder.to_str().unwrap();
    let good = assess(
        "eligible",
        &["--photo", &photo("good.png"), "--lang", "en", "--out", out],
    );
    assert_eq!(good.status.code(), Some(0));
    assert!(text(&good).contains("\nPhoto\n  PASSED\n"));
    let ((width, _), _) = picture(&folder);
    assert_eq!(width, 1220);

    let bad = assess(
        "eligible",
        &["--photo", &photo("two_faces.png"), "--lang", "en"],
    );
    assert_eq!(bad.status.code(), Some(1));
    let shown = text(&bad);
    assert!(shown.contains("HAS MISTAKES"), "{shown}");
    let told = shown
        .matches("There is more than one face in the photo.")
        .count();
    assert_eq!(told, 1, "{shown}");

    let json = assess("eligible", &["--photo", &photo("two_faces.png"), "--json"]);
    let answer: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(answer["photo"]["verdict"], "fail");
    let problems = answer["problems"].as_array().unwrap();
    let of_photo = problems
        .iter()
        .find(|problem| problem["pointer"] == "/photo");
    assert_eq!(of_photo.unwrap()["code"], "PHOTO_SEVERAL_FACES");
}

/// The command prints the README's examples of it; `…` stands for lines that are left out.
#[cfg(unix)]
#[test]
fn the_readme_shows_what_is_printed() {
    photo("tilted.png");
    let root = root();
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    // A folder that has the inputs, and takes the output.
    let here = folder("readme");
    std::fs::create_dir_all(&here).unwrap();
    for name in ["examples", "core"] {
        let there = root.join(name).canonicalize().unwrap();
        std::os::unix::fs::symlink(there, here.join(name)).unwrap();
    }
    let shown: Vec<&str> = readme.split("$ make run ARGS=\"").skip(1).collect();
    assert!(shown.len() >= 2, "{shown:?}");
    for example in shown {
        let (arguments, rest) = example.split_once("\"\n").unwrap();
        let expected = rest.split("```").next().unwrap();
        let expected = expected.split("\n$ ").next().unwrap().trim_end();
        let mut command = Command::new(env!("CARGO_BIN_EXE_qujat"));
        let output = command
            .args(arguments.split(' '))
            .current_dir(&here)
            .output()
            .unwrap();
        let printed = text(&output);
        let mut lines = printed.trim_end().lines();
        let mut skip = false;
        for line in expected.lines() {
            if line.trim() == "…" {
                skip = true;
                continue;
            }
            let next = if skip {
                lines.find(|printed| *printed == line)
            } else {
                lines.next()
            };
            assert_eq!(next, Some(line), "{arguments}:\n{printed}");
            skip = false;
        }
        assert!(skip || lines.next().is_none(), "{arguments}:\n{printed}");
    }
    std::fs::remove_dir_all(here).unwrap();
}
