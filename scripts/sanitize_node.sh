#!/usr/bin/env bash
# Builds the addon of the npm package with AddressSanitizer, and runs the attacks of its tests with it:
# what reads or writes memory that is gone, or never was, ends the run. Leaks count if the addon made
# them; Node's own are many.
#   scripts/sanitize_node.sh [NAME-OF-AN-ATTACK...]
set -euo pipefail
cd "$(dirname "$0")/.."

root=$PWD
into=$root/build/sanitize/node
machine=$(rustc --version --verbose | sed -n 's/^host: //p')

# Node is not built with the sanitizer, so its runtime comes first as a library. The toolchain has it as
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

mkdir -p "$into/node_modules/qujat"
echo "== sanitizer: building the addon, which takes some minutes"
RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Zsanitizer=address CARGO_PROFILE_DEV_DEBUG=line-tables-only \
    cargo build --quiet --locked -p qujat-node --target "$machine" --target-dir "$into/target"
runtime
cp bindings-node/*.js bindings-node/package.json "$into/node_modules/qujat"
platform=$(node -p '[process.platform, process.arch, ...(process.platform === "linux" ? ["gnu"] : [])].join("-")')
cp "$into/target/$machine/debug/libqujat_node.so" "$into/node_modules/qujat/qujat.$platform.node"
rm -rf "$into/tests" "$into"/report.*
cp -r bindings-node/tests "$into"

# Of the leaks, those whose stack goes through the addon.
leaks() {
    awk -v RS= '/ leak of / && / in [<&]*qujat/' "$@"
}

export QUJAT_ROOT=$root
names=("$@")
[ $# -gt 0 ] || mapfile -t names < <(cd "$into" && node -p 'require("./tests/attacks.js").names.join("\n")')
for name in "${names[@]}"; do
    echo "== sanitizer: $name"
    # A process with work in the pool ends before it is freed: leaks say nothing there. V8 catches
    # signals of WebAssembly itself.
    detect_leaks=1
    [[ $name != *"work in the pool"* ]] || detect_leaks=0
    (cd "$into" && ASAN_OPTIONS="detect_leaks=$detect_leaks:exitcode=86:log_path=$into/report:handle_segv=0" \
        LSAN_OPTIONS="exitcode=0" LD_PRELOAD="$into/libsanitizer.so" \
        node --expose-gc tests/attacks.js "$name" | grep -qx held) || { cat "$into"/report.* >&2; exit 1; }
    for report in "$into"/report.*; do
        [ -e "$report" ] || continue
        [ -z "$(leaks "$report")" ] || { leaks "$report" >&2; exit 1; }
        rm "$report"
    done
done
echo "== sanitizer: ${#names[@]} attacks held"
