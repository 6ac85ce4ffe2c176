#!/usr/bin/env bash
# Builds QujatFFI.xcframework, the library for iPhones, their simulators and Macs, next to the Swift
# package, and the archive to publish with its checksum.
#   scripts/release-apple.sh [--dry-run]
#
# It needs a Mac with Xcode 16 or newer and Rust's five targets (`rustup target add`, see TARGETS). The
# project's own checks run on Linux, where there is no Xcode: what is tested there is that the commands of
# `--dry-run` are these, that the headers it lays out compile, and what the library imports.
set -euo pipefail
cd "$(dirname "$0")/.."

CRATE=qujat-mobile
ARCHIVE=libqujat_mobile.a
PACKAGE=bindings-kotlin-swift/swift
INTO=build/apple
FRAMEWORK=$PACKAGE/QujatFFI.xcframework
# Symbols that need a reason in PrivacyInfo.xcprivacy which is not there: disk space, the time since the
# device started, settings. File times (stat) have theirs.
# https://developer.apple.com/documentation/bundleresources/describing-use-of-required-reason-api
UNEXPLAINED='_(statfs|statvfs|fstatfs|fstatvfs|getattrlist|getattrlistbulk|fgetattrlist|getattrlistat|mach_absolute_time|OBJC_CLASS_._NSUserDefaults)'

DRY_RUN=
case "${1:-}" in
--dry-run) DRY_RUN=yes ;;
"") ;;
*)
    echo "release-apple: the only option is --dry-run" >&2
    exit 64
    ;;
esac

run() {
    printf '%q ' "$@" | sed 's/ $//'
    echo
    [ -n "$DRY_RUN" ] || "$@"
}

fail() {
    echo "release-apple: $1" >&2
    exit 1
}

if [ -z "$DRY_RUN" ]; then
    [ "$(uname -s)" = Darwin ] || fail "XCFrameworks are built on a Mac; elsewhere there is --dry-run"
    command -v xcodebuild >/dev/null || fail "xcodebuild is missing: install Xcode 16 or newer"
fi

# The oldest systems that the library runs on: those of Package.swift.
export IPHONEOS_DEPLOYMENT_TARGET=15.0 MACOSX_DEPLOYMENT_TARGET=12.0

TARGETS=(aarch64-apple-ios aarch64-apple-ios-sim x86_64-apple-ios aarch64-apple-darwin x86_64-apple-darwin)
for target in "${TARGETS[@]}"; do
    # By size: an app carries the library for each user, and the photo check is fast enough.
    run cargo rustc --locked --package "$CRATE" --lib --crate-type staticlib,cdylib --profile mobile \
        --config 'profile.mobile.opt-level="s"' --target "$target"
done

# The header and its module map lie in a folder of the module's name: Xcode copies the headers of all
# frameworks into one folder, where two files `module.modulemap` would collide.
rm -rf "$INTO"
mkdir -p "$INTO/headers/QujatFFI"
cp "$PACKAGE"/Sources/QujatFFI/{QujatFFI.h,module.modulemap} "$INTO/headers/QujatFFI/"

library() {
    echo "target/$1/mobile/$ARCHIVE"
}

run mkdir -p "$INTO/simulator" "$INTO/macos"
run lipo -create "$(library aarch64-apple-ios-sim)" "$(library x86_64-apple-ios)" -output "$INTO/simulator/$ARCHIVE"
run lipo -create "$(library aarch64-apple-darwin)" "$(library x86_64-apple-darwin)" -output "$INTO/macos/$ARCHIVE"

# The dynamic library has what an app would link, without what nobody calls.
if [ -z "$DRY_RUN" ] && nm -u target/aarch64-apple-ios/mobile/libqujat_mobile.dylib | grep -Eo "^ *$UNEXPLAINED\$"; then
    fail "these symbols need a reason in $PACKAGE/Sources/Qujat/PrivacyInfo.xcprivacy"
fi

run rm -rf "$FRAMEWORK"
run xcodebuild -create-xcframework \
    -library "$(library aarch64-apple-ios)" -headers "$INTO/headers" \
    -library "$INTO/simulator/$ARCHIVE" -headers "$INTO/headers" \
    -library "$INTO/macos/$ARCHIVE" -headers "$INTO/headers" \
    -output "$FRAMEWORK"

# The archive for `.binaryTarget(url:checksum:)`; the checksum is printed.
run ditto -c -k --sequesterRsrc --keepParent "$FRAMEWORK" "$INTO/QujatFFI.xcframework.zip"
run swift package compute-checksum "$INTO/QujatFFI.xcframework.zip"
