//! Generates the Kotlin and Swift sources.
//!
//! `uniffi-bindgen printing` writes the table of the printed fields of each type.

use std::io::Write;

fn main() -> std::io::Result<()> {
    if std::env::args().nth(1).as_deref() == Some("printing") {
        return std::io::stdout().write_all(qujat::mobile::printing().as_bytes());
    }
    uniffi::uniffi_bindgen_main();
    Ok(())
}
