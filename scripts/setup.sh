#!/usr/bin/env bash
# Installs what the Makefile's targets need and the machine lacks. Each step is quick when done.
#   scripts/setup.sh rust | venv | deny | coverage
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
    echo "setup: $1" >&2
    exit 1
}

need() {
    command -v "$1" >/dev/null || fail "\`$1\` is missing: $2"
}

rust() {
    need cargo "install Rust 1.88 or newer with its cargo, rustfmt and clippy"
    need cargo-clippy "install Rust's component clippy"
    need cargo-fmt "install Rust's component rustfmt"
    local version minor
    version=$(rustc --version | cut -d ' ' -f 2)
    minor=$(echo "$version" | cut -d . -f 2)
    [ "$minor" -ge 88 ] || fail "Rust $version is too old: 1.88 or newer is needed"
}

# The oracle's cross-check compares with packages from PyPI.
venv() {
    need python3 "install Python 3.10 or newer with its module venv"
    local wanted=core/tests/oracle/requirements.txt
    if ! cmp -s "$wanted" build/venv/installed.txt; then
        echo "setup: installing Python packages into build/venv"
        python3 -m venv build/venv || fail "python3 cannot make a virtual environment"
        build/venv/bin/pip install --quiet --disable-pip-version-check -r "$wanted" ||
            fail "pip could not install $wanted: is PyPI reachable?"
        cp "$wanted" build/venv/installed.txt
    fi
}

deny() {
    rust
    if ! cargo deny --version >/dev/null 2>&1; then
        echo "setup: building cargo-deny, some three minutes"
        cargo install --quiet --locked cargo-deny@0.20.2 ||
            fail "cargo could not install cargo-deny: is crates.io reachable?"
    fi
}

# cargo-llvm-cov with Debian's LLVM, whose version is that of this Rust.
coverage() {
    rust
    local llvm
    llvm=$(rustc --version --verbose | sed -n 's/LLVM version: \([0-9]*\).*/\1/p')
    if ! command -v "llvm-cov-$llvm" >/dev/null; then
        need apt-get "install llvm-cov-$llvm and llvm-profdata-$llvm"
        apt-get -qq update && apt-get -qq install -y "llvm-$llvm" >/dev/null ||
            fail "apt-get could not install llvm-$llvm"
    fi
    cargo llvm-cov --version >/dev/null 2>&1 || cargo install --quiet --locked cargo-llvm-cov@0.9.1 ||
        fail "cargo could not install cargo-llvm-cov: is crates.io reachable?"
}

case "${1:-}" in
rust | venv | deny | coverage) "$1" ;;
*) fail "say which of rust, venv, deny, coverage" ;;
esac
