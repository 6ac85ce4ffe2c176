#!/usr/bin/env bash
# Builds the library of the Python package with AddressSanitizer, and runs the hostile tests with it, bent
# columns among them. Leaks count if the library has a part in them: Python's own are many. The wheel's
# tests have to be installed already, by `make python`.
#   scripts/sanitize.sh
set -euo pipefail
cd "$(dirname "$0")/.."

root=$PWD
into=$root/build/sanitize/python
clean=$root/build/python-clean
machine=$(rustc --version --verbose | sed -n 's/^host: //p')
[ -x "$clean/bin/pytest" ] || { echo "sanitize: run \`make python\` first" >&2; exit 1; }

# Python is not built with the sanitizer, so its runtime comes first as a library. The toolchain has it as
# an archive, for programs; what only a program may have is left out.
runtime() {
    local archive
    archive=$(find "$(rustc --print sysroot)/lib/rustlib/$machine/lib" -name 'librustc-*_rt.asan.a' | head -n 1)
    [ -n "$archive" ] || { echo "sanitize: this Rust has no runtime of AddressSanitizer" >&2; exit 1; }
    rm -rf "$into/runtime"
    mkdir -p "$into/runtime"
    (cd "$into/runtime" && ar x "$archive" && rm -f asan_preinit*.o && cc -shared -o ../libsanitizer.so ./*.o -lpthread -ldl -lm -lrt)
    rm -r "$into/runtime"
}

echo "== sanitizer: building the Python library, which takes some minutes"
mkdir -p "$into"
RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Zsanitizer=address CARGO_PROFILE_DEV_DEBUG=line-tables-only \
    cargo build --quiet --locked -p qujat-python --features panic-test --target "$machine" --target-dir "$into/target"
runtime
rm -rf "$into/package" "$into"/report.*
mkdir "$into/package"
cp -r bindings-python/python/qujat "$into/package"
cp "$into/target/$machine/debug/lib_qujat.so" "$into/package/qujat/_qujat.so"

# The interpreter takes its memory from the system, so that misuse of it is seen too.
watched() {
    (cd bindings-python && PYTHONPATH=$into/package PYTHONMALLOC=malloc QUJAT_BUILD=debug \
        LD_PRELOAD=$into/libsanitizer.so "$@")
}
echo "== sanitizer: the hostile tests of Python"
ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 watched "$clean/bin/pytest" \
    tests/test_hostile.py tests/test_columns.py tests/test_scalars.py tests/test_bytes.py
ASAN_OPTIONS=detect_leaks=1:exitcode=0:log_path=$into/report watched "$clean/bin/python" tests/hostile.py
if awk -v RS= '/ leak of / && /_qujat/ { found = 1; print } END { exit !found }' "$into"/report.*; then
    echo "sanitize: the library has lost memory" >&2
    exit 1
fi
echo "== sanitizer: Python is clean"
