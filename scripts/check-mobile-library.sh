#!/usr/bin/env bash
# Asserts that a native library can ship in an app:
#   scripts/check-mobile-library.sh LIBRARY
# Its segments fit pages of 16 KB, which Android devices have; it is stripped; it needs no library
# that a device has not; and it hands out the functions of the binding.
set -euo pipefail
library=$1

fail() {
    echo "$library: $1" >&2
    exit 1
}

while read -r alignment; do
    [ $((alignment % 16384)) -eq 0 ] || fail "a segment is aligned to $alignment, not to 16 KB"
done < <(readelf --program-headers --wide "$library" | awk '$1 == "LOAD" { print $NF }')
readelf --program-headers --wide "$library" | grep -q LOAD || fail "it has no segments"
! readelf --sections --wide "$library" | grep -q '\.symtab\|\.debug_' || fail "it is not stripped"
needed=$(readelf --dynamic --wide "$library" | sed -n 's/.*NEEDED.*\[\(.*\)\]/\1/p')
for name in $needed; do
    case "$name" in
    libc.so* | libm.so* | libdl.so* | libgcc_s.so* | ld-linux*) ;;
    *) fail "it needs $name" ;;
    esac
done
functions=$(readelf --dyn-syms --wide "$library" | grep -c ' uniffi_qujat_fn_' || true)
[ "$functions" -ge 100 ] || fail "it hands out $functions functions"
