//! The native library of the Kotlin and Swift packages: the core with its feature `mobile`, whose
//! functions it hands on. There is nothing else in it.

qujat::uniffi_reexport_scaffolding!();
