//! The `qujat` command on input meant to harm the person who runs it.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn qujat(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_qujat"))
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples"))
        .output()
        .unwrap()
}

/// A new folder of one test's own.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("qujat-hostile-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The output of the command, both streams.
fn printed(output: &Output) -> String {
    let both = [&*output.stdout, &*output.stderr].concat();
    String::from_utf8(both).unwrap()
}

/// Nothing that steers a terminal, no line that somebody else began, and no IIN.
fn check_is_clean(text: &str) {
    let steers = |c: char| c != '\n' && (c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c));
    assert!(!text.contains(steers), "{text:?}");
    assert!(
        !text.lines().any(|line| line.starts_with("forged")),
        "{text}"
    );
    assert!(!text.contains("900101300007"), "{text}");
}

/// No address that was planted as the name of a field.
fn check_has_no_address(text: &str) {
    assert!(!text.contains("aigerim@"), "{text}");
}

#[test]
fn what_a_form_holds_reaches_no_terminal() {
    let folder = folder("form");
    let form = folder.join("form.json");
    let names = [
        "900101300007",
        "aigerim@example.kz",
        r"a\nforged: accepted",
        r"\u001b]0;title\u0007",
        r"\u009b2J",
        r"\u202eabc",
    ];
    let fields: Vec<String> = names.iter().map(|name| format!(r#""{name}": 1"#)).collect();
    fs::write(&form, format!("{{{}}}", fields.join(","))).unwrap();
    let form = form.to_str().unwrap();
    for more in [&[][..], &["--json"]] {
        let arguments = [&["assess", form, "--on", "2026-02-10"], more].concat();
        let output = qujat(&arguments);
        assert_eq!(output.status.code(), Some(1));
        let text = printed(&output);
        assert!(text.contains("/<unknown>"), "{text}");
        check_is_clean(&text);
        check_has_no_address(&text);
    }
    // As a register's record it is unusable, and said to be on the other output.
    let output = qujat(&[
        "assess",
        "data/eligible.json",
        "--on",
        "2026-02-10",
        "--register",
        form,
    ]);
    assert_eq!(output.status.code(), Some(2));
    check_is_clean(&printed(&output));
    check_has_no_address(&printed(&output));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_a_rulebook_holds_reaches_no_terminal() {
    let folder = folder("rulebook");
    let file = folder.join("rulebook.json");
    let path = file.to_str().unwrap();
    let escape = r"\u001b[2J\nforged\u202e";
    let title = format!(r#"{{"kk": "{escape}", "ru": "{escape}", "en": "{escape}"}}"#);
    let shapes = [
        format!(r#""title": {title}, "titles": {{"{escape}": {title}}}"#),
        format!(r#""titles": {{"{escape}": 1}}, "{escape}": 1"#),
        format!(r#""mrp": {{"{escape}": {{"source": "{escape}", "amount": "1"}}}}"#),
        format!(r#""texts": {{"{escape}": "A = b", "en": "{escape}"}}"#),
    ];
    for shape in shapes {
        let text = format!(r#"{{"edition": "test", "extends": "service-2025", {shape}}}"#);
        fs::write(&file, text).unwrap();
        let assess = [
            "assess",
            "data/eligible.json",
            "--on",
            "2026-02-10",
            "--rulebook",
            path,
        ];
        for command in [&["rulebook", path][..], &assess] {
            for more in [&[][..], &["--json"]] {
                check_is_clean(&printed(&qujat(&[command, more].concat())));
            }
        }
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn names_of_files_and_editions_reach_no_terminal() {
    let name = "nobody\u{1b}[2J\nforged";
    for arguments in [
        &["assess", name][..],
        &["photo", name],
        &["rulebook", name],
        &["screen", name],
        &["screen", "data/nobody.csv", "--edition", name],
    ] {
        let output = qujat(arguments);
        assert_eq!(output.status.code(), Some(2));
        check_is_clean(&printed(&output));
        check_has_no_address(&printed(&output));
    }
}

/// A written file is the owner's alone, and goes nowhere else.
#[cfg(unix)]
#[test]
fn files_are_private_and_links_are_not_followed() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = folder("out");
    let victim = folder.join("victim");
    fs::write(&victim, "as it was").unwrap();
    let out = folder.join("out");
    fs::create_dir(&out).unwrap();
    for name in ["received.kk.sms.txt", "received.kk.email.html"] {
        symlink(&victim, out.join(name)).unwrap();
    }
    let path = out.to_str().unwrap();
    let output = qujat(&[
        "assess",
        "data/eligible.json",
        "--on",
        "2026-02-10",
        "--out",
        path,
    ]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(fs::read_to_string(&victim).unwrap(), "as it was");
    let mut count = 0;
    for entry in fs::read_dir(&out).unwrap() {
        let entry = entry.unwrap();
        let metadata = fs::symlink_metadata(entry.path()).unwrap();
        assert!(metadata.is_file(), "{:?}", entry.path());
        assert_eq!(metadata.permissions().mode() & 0o777, 0o600);
        count += 1;
    }
    assert!(count >= 4, "{count}");
    let new = folder.join("new");
    let output = qujat(&[
        "assess",
        "data/eligible.json",
        "--on",
        "2026-02-10",
        "--out",
        new.to_str().unwrap(),
    ]);
    assert_eq!(output.status.code(), Some(0));
    let mode = fs::metadata(&new).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);

    let cards = folder.join("cards.csv");
    fs::write(&cards, "number,expires_on,language\n1,2026-03-12,kk\n").unwrap();
    let notices = folder.join("notices.jsonl");
    symlink(&victim, &notices).unwrap();
    let output = qujat(&[
        "screen",
        cards.to_str().unwrap(),
        "--on",
        "2026-02-10",
        "--out",
        notices.to_str().unwrap(),
    ]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(fs::read_to_string(&victim).unwrap(), "as it was");
    assert!(fs::symlink_metadata(&notices).unwrap().is_file());
    fs::remove_dir_all(folder).unwrap();
}

/// No input is read without an end.
#[cfg(unix)]
#[test]
fn an_endless_input_is_refused() {
    let output = qujat(&["assess", "/dev/zero", "--on", "2026-02-10"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(printed(&output).contains("more than 67108864 bytes"));
    let output = qujat(&["screen", "/dev/zero", "--on", "2026-02-10"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(printed(&output).contains("a row of more than 65536 bytes"));
}
