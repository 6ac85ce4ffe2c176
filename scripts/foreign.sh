#!/usr/bin/env bash
# Builds the program that answers vectors for another architecture, with Debian's Rust, which can build
# its standard library again, and prints its path:
#   scripts/foreign.sh aarch64 | wasm
set -euo pipefail
cd "$(dirname "$0")/.."

# Debian's packages, unpacked next to the ordinary toolchain; outside the checkout, for it is large.
R=${XDG_CACHE_HOME:-$HOME/.cache}/qujat/rust-web
PACKAGES=(rustc-web libstd-rust-web-1.96 libstd-rust-web-dev rust-web-src rust-web-llvm libllvm22 lld-22)

fail() {
    echo "foreign: $1" >&2
    exit 1
}

unpack() {
    [ -e "$R/done" ] && return
    command -v apt-get >/dev/null || fail "this needs Debian 12's packages"
    echo "foreign: unpacking Debian's Rust into $R" >&2
    rm -rf "$R"
    mkdir -p "$R/packages"
    (cd "$R/packages" && apt-get download --quiet "${PACKAGES[@]}" >/dev/null 2>&1) ||
        fail "apt-get could not download ${PACKAGES[*]}"
    for package in "$R"/packages/*.deb; do
        dpkg -x "$package" "$R"
    done
    rm -r "$R/packages"
    touch "$R/done"
}

install() {
    local missing=()
    for package in "$@"; do
        dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] || apt-get -qq install --yes "${missing[@]}" >/dev/null ||
        fail "apt-get could not install ${missing[*]}"
}

build() {
    LD_LIBRARY_PATH=$R/usr/lib/x86_64-linux-gnu:$R/usr/lib/llvm-22/lib RUSTC=$R/usr/bin/rustc RUSTC_BOOTSTRAP=1 \
        cargo build --quiet --release -p qujat-tools --bin answer --target "$1" --target-dir build/foreign \
        -Zbuild-std=std,panic_abort >&2
}

case "${1:-}" in
aarch64)
    install gcc-aarch64-linux-gnu qemu-user
    unpack
    export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-linux-gnu-gcc
    build aarch64-unknown-linux-gnu
    echo "qemu-aarch64 -L /usr/aarch64-linux-gnu build/foreign/aarch64-unknown-linux-gnu/release/answer"
    ;;
wasm)
    # 32 bits. Debian's C library for WASI is older than the one that Rust brings along for this target.
    install wasi-libc libclang-rt-14-dev-wasm32
    unpack
    export CARGO_TARGET_WASM32_WASIP1_LINKER=$R/usr/bin/rust-lld
    export CARGO_TARGET_WASM32_WASIP1_RUSTFLAGS="-C link-self-contained=no -L /usr/lib/wasm32-wasi -C link-arg=/usr/lib/wasm32-wasi/crt1-command.o"
    build wasm32-wasip1
    echo "node scripts/parity/wasi.mjs build/foreign/wasm32-wasip1/release/answer.wasm"
    ;;
*) fail "say which of aarch64, wasm" ;;
esac
