#!/usr/bin/env bash
# The part of the release for Apple's systems that can be checked on Linux: the script's commands are
# those of release.txt, the headers it lays out can stand next to another library's in one folder, the
# privacy manifest is one and names the library's imports.
set -euo pipefail
cd "$(dirname "$0")/../.."

here=bindings-kotlin-swift/swift into=build/apple-check
shellcheck scripts/release-apple.sh scripts/swift.sh "$here/check_release.sh"
diff -u "$here/release.txt" <(scripts/release-apple.sh --dry-run)
if scripts/release-apple.sh 2>/dev/null; then
    echo "a release on Linux should fail" >&2
    exit 1
fi

# Two libraries in one folder of headers, as Xcode has them.
rm -rf "$into"
mkdir -p "$into/headers"
cp -r build/apple/headers/QujatFFI "$into/headers/"
mkdir "$into/headers/OtherFFI"
sed 's/QujatFFI/OtherFFI/g' build/apple/headers/QujatFFI/module.modulemap >"$into/headers/OtherFFI/module.modulemap"
echo "int other(void);" >"$into/headers/OtherFFI/OtherFFI.h"
printf 'import OtherFFI\nimport QujatFFI\nlet all = (other, ffi_qujat_uniffi_contract_version)\n' >"$into/both.swift"
scripts/swift.sh swiftc -typecheck -I "$into/headers" "$into/both.swift"

python3 - "$here/Sources/Qujat/PrivacyInfo.xcprivacy" <<'PYTHON'
import plistlib, subprocess, sys

manifest = plistlib.load(open(sys.argv[1], "rb"))
assert manifest["NSPrivacyTracking"] is False and manifest["NSPrivacyCollectedDataTypes"] == []
reasons = {entry["NSPrivacyAccessedAPIType"]: entry for entry in manifest["NSPrivacyAccessedAPITypes"]}
listed = subprocess.run(
    ["nm", "-D", "--undefined-only", "target/mobile/libqujat_mobile.so"], check=True, capture_output=True, text=True
)
imports = {line.split()[-1].split("@")[0].removesuffix("64") for line in listed.stdout.splitlines()}
times = imports & {"stat", "fstat", "lstat", "statx", "fstatat"}
assert bool(times) == ("NSPrivacyAccessedAPICategoryFileTimestamp" in reasons), times
assert len(reasons) == 1, reasons
other = imports & {"statfs", "fstatfs", "statvfs", "fstatvfs", "clock_gettime", "sysinfo", "socket", "connect", "getrandom"}
assert not other, f"the library imports {other}"
PYTHON
echo "== Swift: the release's commands, headers and privacy manifest are as they should be"
