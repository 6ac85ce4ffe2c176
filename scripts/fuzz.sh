#!/usr/bin/env bash
# Builds the fuzz targets, runs one of them, or minimises its corpus. Inputs gather in
# build/fuzz/corpus, what breaks a law in build/fuzz/artifacts.
#   scripts/fuzz.sh build
#   scripts/fuzz.sh run TARGET SECONDS
#   scripts/fuzz.sh minimise TARGET
# SANITIZER is `none`, which is many times as fast, or `address`.
set -euo pipefail
cd "$(dirname "$0")/.."

sanitizer=${SANITIZER:-none}
host=$(rustc --print host-tuple)
built=build/fuzz/$sanitizer/$host/release

if [ "$1" = build ]; then
    # The instrumentation that libFuzzer needs: taken edges, and comparisons.
    flags="--cfg fuzzing -Ccodegen-units=1 -Cpasses=sancov-module"
    for flag in level=4 inline-8bit-counters pc-table trace-compares; do
        flags="$flags -Cllvm-args=-sanitizer-coverage-$flag"
    done
    [ "$sanitizer" = none ] || flags="$flags -Zsanitizer=$sanitizer"
    RUSTC_BOOTSTRAP=1 RUSTFLAGS=$flags cargo build --quiet --release --locked --bins \
        --manifest-path fuzz/Cargo.toml --target "$host" --target-dir "build/fuzz/$sanitizer"
    exit
fi

target=$2
gathered=build/fuzz/corpus/$target seeds=build/fuzz/seeds/$target artifacts=build/fuzz/artifacts/$target
packed=fuzz/corpus/$target.hex committed=build/fuzz/committed/$target
mkdir -p "$gathered" "$seeds" "$artifacts"
# A new target has no file yet.
rm -rf "$committed" && mkdir -p "$committed"
[ ! -e "$packed" ] || python3 fuzz/pack.py unpack "$packed" "$committed"

# The words of inputs, and the length limit.
case $target in
jpeg | png | photo_report | signature) dictionary=pictures longest=8000 ;;
command | form | rulebook | lifecycle | fault | feedback | strokes) dictionary=json longest=4000 ;;
bookings | centres | overlays) dictionary=centres longest=1500 ;;
texts) dictionary=fluent longest=1500 ;;
pointers) dictionary=pointers longest=120 ;;
*) dictionary=text longest=600 ;;
esac

# Committed inputs are no longer; a whole form has some 900 bytes.
longest_committed=1000
[ $dictionary = pictures ] && longest_committed=700

# The stack of the smallest threads; with the sanitiser, functions need four times as much.
stack=256
[ "$sanitizer" = none ] || stack=1024

# Time and memory of an input are limited in fuzz/src/limits.rs. The limits here are for what never
# ends, and for all that libFuzzer holds besides.
fuzz() {
    (
        ulimit -s $stack
        exec env ASAN_OPTIONS=detect_leaks=0 "$built/$target" "$@" \
            -max_len="$longest" -timeout=20 -rss_limit_mb=2048
    )
}

case $1 in
run)
    log=build/fuzz/logs/$sanitizer/$target.log
    mkdir -p "$(dirname "$log")"
    fuzz "$gathered" "$committed" "$seeds" -dict="fuzz/dictionaries/$dictionary.dict" \
        -max_total_time="$3" -print_final_stats=1 -artifact_prefix="$artifacts/" >>"$log" 2>&1 || {
        grep -A 3 "panicked\|ERROR" "$log" | tail -4
        echo "fuzz: $target broke a law; the input is in $artifacts" >&2
        exit 1
    }
    echo "$target: $(grep "number_of_executed_units" "$log" | tail -1 | cut -d: -f4) executions in $3 s"
    ;;
minimise)
    # By what is reached alone, not how often: that gives few inputs, and small ones.
    smallest=build/fuzz/smallest/$target
    rm -rf "$smallest" && mkdir -p "$smallest"
    fuzz "$smallest" "$gathered" "$committed" "$seeds" -merge=1 -use_counters=0
    python3 fuzz/pack.py pack "$smallest" "$packed" $longest_committed
    ;;
*)
    echo "fuzz: say build, run or minimise" >&2
    exit 1
    ;;
esac
