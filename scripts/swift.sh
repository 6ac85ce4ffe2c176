#!/usr/bin/env bash
# Runs a command with Swift's toolchain, in the folder it is called in, and exits with its code.
#   scripts/swift.sh swift build
# The toolchain lives in a Debian 13 of its own (`scripts/setup.sh swift`). The checkout is mounted there
# under its own path, and so is the folder QUJAT_VECTORS; the environment is passed on. All mounts are
# private to the command: nothing stays mounted, however it ends.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
debian=${QUJAT_SWIFT:-${XDG_CACHE_HOME:-$HOME/.cache}/qujat/swift}/debian

fail() {
    echo "swift: $1" >&2
    exit 70
}

[ $# -gt 0 ] || fail "say which command to run"
[ -f "$debian/installed.txt" ] || fail "there is no toolchain in $debian: run scripts/setup.sh swift"
[ "$(id -u)" -eq 0 ] || fail "only root can enter $debian"
case "$PWD/" in
"$root"/*) ;;
*) fail "call it in a folder of the checkout: $root" ;;
esac

folders=("$root")
if [ -n "${QUJAT_VECTORS:-}" ]; then
    QUJAT_VECTORS=$(realpath "$QUJAT_VECTORS")
    export QUJAT_VECTORS
    folders+=("$QUJAT_VECTORS")
fi

# shellcheck disable=SC2016 # The inner shell expands it.
exec unshare --mount --pid --fork --kill-child bash -euc '
    debian=$1 folder=$2 count=$3
    shift 3
    mount -t proc proc "$debian/proc"
    mount --rbind /dev "$debian/dev"
    mount -t tmpfs tmpfs "$debian/tmp"
    for _ in $(seq "$count"); do
        mkdir -p "$debian$1"
        mount --rbind "$1" "$debian$1"
        shift
    done
    export HOME=/root LC_ALL=C.UTF-8 PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin
    unset TMPDIR XDG_CACHE_HOME
    exec chroot "$debian" /bin/sh -c '\''cd "$1" && shift && exec "$@"'\'' sh "$folder" "$@"
' bash "$debian" "$PWD" "${#folders[@]}" "${folders[@]}" "$@"
