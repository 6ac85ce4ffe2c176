#!/usr/bin/env bash
# Builds a binding with AddressSanitizer, and runs the attacks of its tests with it: a read or write of
# memory that is gone, or never was, ends the run. Leaks count if the library has a part in them; those of
# Python and Node themselves are many. `make sanitize` sets up what is needed.
#   scripts/sanitize.sh python
#   scripts/sanitize.sh node [NAME-OF-AN-ATTACK...]
set -euo pipefail
cd "$(dirname "$0")/.."

root=$PWD
language=${1:-}
into=$root/build/sanitize/$language
machine=$(rustc --version --verbose | sed -n 's/^host: //p')

fail() {
    echo "sanitize: $1" >&2
    exit 1
}

# The library of a package, built with the sanitizer, and the sanitizer's runtime: Python and Node are not
# built with it, so it comes first as a library. The toolchain has it as an archive, for programs; the part
# that only a program may have is left out.
build() {
    local archive
    echo "== sanitizer: building for $language, which takes some minutes"
    mkdir -p "$into"
    RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Zsanitizer=address CARGO_PROFILE_DEV_DEBUG=line-tables-only \
        cargo build --quiet --locked "$@" --target "$machine" --target-dir "$into/target"
    archive=$(find "$(rustc --print sysroot)/lib/rustlib/$machine/lib" -name 'librustc-*_rt.asan.a' | head -n 1)
    [ -n "$archive" ] || fail "this Rust has no runtime of AddressSanitizer"
    rm -rf "$into/runtime" "$into"/report.*
    mkdir -p "$into/runtime"
    (cd "$into/runtime" && ar x "$archive" && rm -f asan_preinit*.o && cc -shared -o ../libsanitizer.so ./*.o -lpthread -ldl -lm -lrt)
    rm -r "$into/runtime"
}

python() {
    local clean=$root/build/python-clean
    [ -x "$clean/bin/pytest" ] || fail "run \`make python\` first"
    build -p qujat-python --features panic-test
    rm -rf "$into/package"
    mkdir "$into/package"
    cp -r bindings-python/python/qujat "$into/package"
    cp "$into/target/$machine/debug/lib_qujat.so" "$into/package/qujat/_qujat.so"
    # The interpreter takes its memory from the system, so that misuse of it is seen too.
    watched() {
        (cd bindings-python && PYTHONPATH=$into/package PYTHONMALLOC=malloc QUJAT_BUILD=debug \
            LD_PRELOAD=$into/libsanitizer.so "$@")
    }
    # Two tests are left out: their millions of rows, as Python's own objects, would take hours and all
    # memory here, and they ask what shorter columns are asked too. The stacks of allocations are short, since
    # each object of Python has one.
    local columns=tests/test_columns.py
    echo "== sanitizer: the hostile tests of Python"
    ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1:malloc_context_size=4 watched "$clean/bin/pytest" \
        --deselect "$columns::test_a_decision_is_what_it_is_for_one_row" \
        --deselect "$columns::test_other_threads_run_meanwhile" \
        tests/test_hostile.py "$columns" tests/test_scalars.py tests/test_bytes.py
    # The leaks of Python are thousands, and putting names to their addresses would take minutes: the file of
    # the library says enough.
    echo "== sanitizer: leaks of Python"
    ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1:exitcode=0:symbolize=0:log_path=$into/report \
        watched "$clean/bin/python" tests/hostile.py | tail -n 1 | grep -qx held
    for report in "$into"/report.*; do
        [ -e "$report" ] || continue
        if awk -v RS= '/ leak of / && /_qujat/ { found = 1; print } END { exit !found }' "$report"; then
            fail "the library has lost memory"
        fi
    done
    echo "== sanitizer: Python is clean"
}

node() {
    local platform names=("$@")
    build -p qujat-node
    mkdir -p "$into/node_modules/qujat"
    cp bindings-node/*.js bindings-node/package.json "$into/node_modules/qujat"
    platform=$(command node -p '[process.platform, process.arch, ...(process.platform === "linux" ? ["gnu"] : [])].join("-")')
    cp "$into/target/$machine/debug/libqujat_node.so" "$into/node_modules/qujat/qujat.$platform.node"
    rm -rf "$into/tests"
    cp -r bindings-node/tests "$into"
    # Of the leaks, those whose stack goes through the addon.
    leaks() {
        awk -v RS= '/ leak of / && / in [<&]*qujat/' "$@"
    }
    export QUJAT_ROOT=$root
    [ $# -gt 0 ] || mapfile -t names < <(cd "$into" && command node -p 'require("./tests/attacks.js").names.join("\n")')
    [ "${#names[@]}" -gt 0 ] || fail "there are no attacks"
    for name in "${names[@]}"; do
        echo "== sanitizer: $name"
        # A process with work in the pool ends before it is freed: leaks say nothing there. V8 catches
        # signals of WebAssembly itself.
        detect_leaks=1
        [[ $name != *"work in the pool"* ]] || detect_leaks=0
        (cd "$into" && ASAN_OPTIONS="detect_leaks=$detect_leaks:exitcode=86:log_path=$into/report:handle_segv=0" \
            LSAN_OPTIONS="exitcode=0" LD_PRELOAD="$into/libsanitizer.so" \
            command node --expose-gc tests/attacks.js "$name" | grep -qx held) || { cat "$into"/report.* >&2; exit 1; }
        for report in "$into"/report.*; do
            [ -e "$report" ] || continue
            [ -z "$(leaks "$report")" ] || { leaks "$report" >&2; exit 1; }
            rm "$report"
        done
    done
    echo "== sanitizer: ${#names[@]} attacks held"
}

case "$language" in
python | node) "$@" ;;
*) fail "say which of python, node" ;;
esac
