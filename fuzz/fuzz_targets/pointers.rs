//! See the function of this name in the library.
#![no_main]

use qujat_fuzz::limits::{hold, prepare};

libfuzzer_sys::fuzz_target!(init: prepare(), |data: &[u8]| {
    hold(qujat_fuzz::target("pointers"), data);
});
