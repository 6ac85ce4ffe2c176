#!/usr/bin/env bash
# Fuzzes one target, or minimises its corpus. Inputs gather in build/fuzz/corpus, what breaks a law
# in build/fuzz/artifacts.
#   scripts/fuzz.sh run TARGET SECONDS
#   scripts/fuzz.sh minimise TARGET
set -euo pipefail
cd "$(dirname "$0")/.."

target=$2
gathered=$PWD/build/fuzz/corpus/$target seeds=$PWD/build/fuzz/seeds/$target
committed=$PWD/fuzz/corpus/$target
mkdir -p "$gathered" "$seeds" "$committed" "build/fuzz/artifacts/$target"

# Which words the inputs are made of, and how long they get.
case $target in
jpeg | png | photo_report | signature) dictionary=pictures longest=8000 ;;
form | rulebook | lifecycle | fault | feedback | strokes) dictionary=json longest=4000 ;;
*) dictionary=text longest=600 ;;
esac

# Committed inputs are no larger; a whole form has some 900 octets.
largest=1000
[ $dictionary = pictures ] && largest=700

fuzz() {
    (cd fuzz && RUSTC_BOOTSTRAP=1 ASAN_OPTIONS=detect_leaks=0 cargo fuzz run "$target" "$@")
}

case $1 in
run)
    log=build/fuzz/logs/$target.log
    mkdir -p build/fuzz/logs
    echo "== fuzzing $target for $3 s"
    fuzz "$gathered" "$committed" "$seeds" -- -dict="dictionaries/$dictionary.dict" \
        -max_len="$longest" -max_total_time="$3" -timeout=60 -rss_limit_mb=3000 -print_final_stats=1 \
        -artifact_prefix="$PWD/build/fuzz/artifacts/$target/" >>"$log" 2>&1 || {
        grep -A 3 "panicked" "$log" | tail -4
        echo "fuzz: $target broke a law; the input is in build/fuzz/artifacts/$target" >&2
        exit 1
    }
    grep "DONE" "$log" | tail -1
    ;;
minimise)
    # By what is reached alone, not how often: that gives few inputs, and small ones. Large ones are
    # left out, so that the repository stays small.
    smallest=build/fuzz/smallest/$target
    rm -rf "$smallest" && mkdir -p "$smallest"
    fuzz "$PWD/$smallest" "$gathered" "$committed" "$seeds" -- -merge=1 -use_counters=0 \
        -max_len="$longest" -timeout=60
    find "$smallest" -type f -size +"$largest"c -delete
    rm -rf "$committed" && mv "$smallest" "$committed"
    ;;
*)
    echo "fuzz: say run or minimise" >&2
    exit 1
    ;;
esac
