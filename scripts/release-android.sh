#!/usr/bin/env bash
# Makes the AAR of the Kotlin package for Android:
#   scripts/release-android.sh [--dry-run] [INTO]
# It needs the NDK 28 or newer (ANDROID_NDK_HOME), cargo-ndk 4, the Rust targets below, and the classes
# that `make kotlin` has built. NOT exercised by the project's tests, which have no NDK: they lint it, make
# its dry run, and assert the same flags on the Linux build.
set -euo pipefail
cd "$(dirname "$0")/.."

dry=false
if [ "${1:-}" = --dry-run ]; then
    dry=true
    shift
fi
into=${1:-build/android}

# Android's names of the processors, and Rust's of the targets.
declare -A targets=(
    [arm64-v8a]=aarch64-linux-android
    [armeabi-v7a]=armv7-linux-androideabi
    [x86_64]=x86_64-linux-android
)
# The first with java.time.
api=26
# Pages of 16 KB. The NDK 28 does so by itself; it is said all the same, and checked below.
flags="-C link-arg=-Wl,-z,max-page-size=16384"

fail() {
    echo "release-android: $1" >&2
    exit 1
}

run() {
    if $dry; then
        printf '%q ' "$@"
        echo
    else
        "$@"
    fi
}

if ! $dry; then
    [ -n "${ANDROID_NDK_HOME:-}" ] || fail "ANDROID_NDK_HOME does not say where the NDK is"
    revision=$(sed -n 's/^Pkg.Revision *= *\([0-9]*\).*/\1/p' "$ANDROID_NDK_HOME/source.properties")
    [ "${revision:-0}" -ge 28 ] || fail "the NDK $revision is too old: 28 or newer is needed"
    command -v cargo-ndk >/dev/null || fail "cargo-ndk is missing: cargo install cargo-ndk"
    [ -f build/kotlin/qujat.jar ] || fail "there is no jar: run \`make kotlin\`"
    rm -rf "$into"
fi

run mkdir -p "$into/aar/jni"
for abi in arm64-v8a armeabi-v7a x86_64; do
    target=${targets[$abi]}
    run env RUSTFLAGS="$flags" cargo ndk --target "$abi" --platform "$api" \
        rustc --profile mobile -p qujat-mobile --lib --crate-type cdylib
    run mkdir -p "$into/aar/jni/$abi"
    run cp "target/$target/mobile/libqujat_mobile.so" "$into/aar/jni/$abi/"
    run scripts/check-mobile-library.sh "$into/aar/jni/$abi/libqujat_mobile.so"
done

# The classes without the library for the JVM; of JNA, an app takes the AAR.
run cp build/kotlin/qujat.jar "$into/aar/classes.jar"
run zip --quiet --delete "$into/aar/classes.jar" 'linux-*'
run cp bindings-kotlin-swift/kotlin/src/main/resources/META-INF/proguard/qujat.pro "$into/aar/proguard.txt"
if $dry; then
    echo "write $into/aar/AndroidManifest.xml"
else
    cat >"$into/aar/AndroidManifest.xml" <<XML
<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="kz.qujat">
    <uses-sdk android:minSdkVersion="$api" />
</manifest>
XML
fi
run jar --create --no-manifest --file "$into/qujat.aar" -C "$into/aar" .
