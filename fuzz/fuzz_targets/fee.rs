//! See the function of this name in the library.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| qujat_fuzz::run("fee", data));
