#!/usr/bin/env bash
# Installs what the Makefile's targets need and the machine lacks. Each step is quick when done.
#   scripts/setup.sh rust | venv | photos | face | python | service | scale | node | portal | browser | kotlin | swift | deny | coverage | fuzz | mutants | valgrind
set -euo pipefail
cd "$(dirname "$0")/.."

SWIFT_PACKAGES=swiftlang,libc6-dev,g++

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
    need python3 "install Python 3.11 or newer with its module venv"
    local wanted=core/tests/oracle/requirements.txt
    if ! cmp -s "$wanted" build/venv/installed.txt; then
        echo "setup: installing Python packages into build/venv"
        python3 -m venv build/venv || fail "python3 cannot make a virtual environment"
        build/venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r "$wanted" ||
            fail "pip could not install $wanted: is PyPI reachable?"
        cp "$wanted" build/venv/installed.txt
    fi
}

# The photos of the vectors: made from a portrait in the public domain, which no file of this
# repository holds. It comes with the package matplotlib.
photos() {
    need python3 "install Python 3.11 or newer with its module venv"
    local here=scripts/photos into=core/vectors/images/photos portrait=build/photos/grace_hopper.jpg
    if cat "$here"/* | cmp -s - "$into/made-by"; then
        return
    fi
    echo "setup: making the photos of the vectors"
    python3 -m venv build/photos/venv || fail "python3 cannot make a virtual environment"
    build/photos/venv/bin/pip install --quiet --disable-pip-version-check --require-hashes \
        -r "$here/requirements.txt" ||
        fail "pip could not install $here/requirements.txt: is PyPI reachable?"
    rm -rf build/photos/wheel
    build/photos/venv/bin/pip download --quiet --disable-pip-version-check --no-deps \
        --only-binary=:all: --python-version 3.11 --platform manylinux2014_x86_64 --dest build/photos/wheel matplotlib==3.10.0 ||
        fail "pip could not download matplotlib: is PyPI reachable?"
    python3 - "$portrait" <<'PYTHON' || fail "the portrait is not in the package matplotlib"
import glob, sys, zipfile
wheel = zipfile.ZipFile(glob.glob("build/photos/wheel/*.whl")[0])
open(sys.argv[1], "wb").write(wheel.read("matplotlib/mpl-data/sample_data/grace_hopper.jpg"))
PYTHON
    echo "a8ca6d734765703b09728ab47fe59f473d93ae3967fc24c7c0288c3c7adb7130  $portrait" | sha256sum --check --quiet ||
        fail "the portrait is another one than expected"
    rm -rf "$into"
    build/photos/venv/bin/python "$here/make.py" "$portrait" "$into"
    cat "$here"/* > "$into/made-by"
}

# The packages of the scripts in scripts/face, and the wheels that they read.
face() {
    need python3 "install Python 3.11 or newer with its module venv"
    local from=scripts/face into=build/face
    if ! cat "$from/requirements.txt" "$from/wheels.txt" | cmp -s - "$into/installed.txt"; then
        echo "setup: installing Python packages into $into/venv, and fetching wheels"
        rm -rf "$into"
        python3 -m venv "$into/venv" || fail "python3 cannot make a virtual environment"
        "$into/venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes \
            -r "$from/requirements.txt" ||
            fail "pip could not install $from/requirements.txt: is PyPI reachable?"
        # These are read as archives, so they need not fit the machine: the same ones everywhere.
        "$into/venv/bin/pip" download --quiet --disable-pip-version-check --no-deps --require-hashes \
            --only-binary=:all: --python-version 3.11 --platform manylinux_2_28_x86_64 \
            --platform manylinux_2_17_x86_64 --dest "$into/wheels" -r "$from/wheels.txt" ||
            fail "pip could not fetch the wheels of $from/wheels.txt: is PyPI reachable?"
        cat "$from/requirements.txt" "$from/wheels.txt" >"$into/installed.txt"
    fi
}

# The tools that build and check the wheel. pyright's wheel fetches its program from npm at its first run.
python() {
    rust
    need python3 "install Python 3.11 or newer with its module venv"
    need npm "install Node 20 or newer with npm: pyright needs it"
    local wanted=bindings-python/requirements.txt
    if ! cmp -s "$wanted" build/python/installed.txt; then
        echo "setup: installing maturin, mypy, pyright and pytest into build/python"
        python3 -m venv --clear build/python || fail "python3 cannot make a virtual environment"
        build/python/bin/pip install --quiet --disable-pip-version-check --require-hashes -r "$wanted" ||
            fail "pip could not install $wanted: is PyPI reachable?"
        cp "$wanted" build/python/installed.txt
    fi
}

# The packages of the example service and its tests; the wheel comes from build/wheels.
service() {
    need python3 "install Python 3.11 or newer with its module venv"
    local wanted=examples/python/requirements-tests.txt into=build/python-service
    if ! cmp -s "$wanted" "$into/installed.txt"; then
        echo "setup: installing FastAPI, SQLAlchemy and the tools of the tests into $into"
        python3 -m venv --clear "$into" || fail "python3 cannot make a virtual environment"
        "$into/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r "$wanted" ||
            fail "pip could not install $wanted: is PyPI reachable?"
        cp "$wanted" "$into/installed.txt"
    fi
    "$into/bin/pip" install --quiet --disable-pip-version-check --force-reinstall --no-deps \
        build/wheels/qujat-*.whl || fail "there is no wheel in build/wheels: run \`make python-wheel\`"
}

# The packages of the jobs of examples/scale. The library stands apart in a folder of its own, since Spark has to
# bring it to its workers; the wheel comes from build/wheels.
scale() {
    need python3 "install Python 3.11 or newer with its module venv"
    need java "install a Java runtime, 17 or 21: Spark runs on it"
    local wanted=examples/scale/requirements.txt into=build/scale
    if ! cmp -s "$wanted" "$into/installed.txt"; then
        echo "setup: installing Spark, Polars and the tools of the tests into $into"
        python3 -m venv --clear "$into" || fail "python3 cannot make a virtual environment"
        "$into/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r "$wanted" ||
            fail "pip could not install $wanted: is PyPI reachable?"
        cp "$wanted" "$into/installed.txt"
    fi
    rm -rf "$into/library"
    "$into/bin/pip" install --quiet --disable-pip-version-check --no-deps --target "$into/library" \
        build/wheels/qujat-*.whl || fail "there is no wheel in build/wheels: run \`make python-wheel\`"
}

# The tools that build and check the npm package.
node() {
    rust
    need node "install Node 20 or newer"
    need npm "install Node 20 or newer with npm"
    [ "$(command node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || fail "Node 20 or newer is needed"
    local here=bindings-node
    if ! cmp -s "$here/package-lock.json" "$here/node_modules/installed.json"; then
        echo "setup: installing the tools of $here/package-lock.json"
        (cd "$here" && npm ci --silent) ||
            fail "npm could not install the tools: is its registry reachable?"
        cp "$here/package-lock.json" "$here/node_modules/installed.json"
    fi
}

# The packages of the example portal and its tests. SQLite's driver is compiled, with the headers that Node came with
# where there are some. The package comes from build/node; it is unpacked next to the others, since it is built again
# and again and has no place in their lock file. It needs no other package.
portal() {
    need node "install Node 20 or newer"
    need npm "install Node 20 or newer with npm"
    need python3 "install Python 3.11 or newer: SQLite's driver is compiled with it"
    need c++ "install a C++ compiler and make, such as Debian's build-essential: SQLite's driver is compiled"
    local here=examples/node prefix
    if ! cmp -s "$here/package-lock.json" "$here/node_modules/installed.json"; then
        echo "setup: installing Fastify, SQLite and the tools of the tests into $here, about a minute"
        prefix=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
        [ ! -d "$prefix/include/node" ] || export npm_config_nodedir=$prefix
        (cd "$here" && npm_config_build_from_source=true npm ci --silent --no-audit --no-fund) ||
            fail "npm could not install $here/package-lock.json: is its registry reachable?"
        cp "$here/package-lock.json" "$here/node_modules/installed.json"
    fi
    rm -rf "$here/node_modules/qujat"
    mkdir "$here/node_modules/qujat"
    tar --extract --gzip --strip-components 1 --file build/node/qujat-*.tgz --directory "$here/node_modules/qujat" ||
        fail "there is no package in build/node: run \`make node-pack\`"
}

browser() {
    if ! command -v chromium >/dev/null; then
        need apt-get "install Chromium as \`chromium\`"
        echo "setup: installing Chromium"
        apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends \
            chromium fonts-dejavu-core >/dev/null ||
            fail "apt-get could not install chromium"
    fi
}

# The tools that build and test the jar; Maven fetches the rest from Maven Central itself.
kotlin() {
    need mvn "install Maven 3.8 or newer"
    need java "install a JDK, 17 or newer"
    need javac "install a JDK, 17 or newer, and not only its runtime"
    need readelf "install binutils"
    if ! command -v shellcheck >/dev/null; then
        need apt-get "install shellcheck"
        { apt-get -qq update && apt-get -qq install -y shellcheck >/dev/null; } ||
            fail "apt-get could not install shellcheck"
    fi
}

# Swift comes from Debian 13, in a folder of its own next to the checkout's: the machine itself may run another
# release. `scripts/swift.sh` runs its commands. QUJAT_SWIFT names another folder.
swift() {
    rust
    need python3 "install Python 3.11 or newer"
    need nm "install binutils"
    if ! command -v shellcheck >/dev/null; then
        need apt-get "install shellcheck"
        { apt-get -qq update && apt-get -qq install -y shellcheck >/dev/null; } ||
            fail "apt-get could not install shellcheck"
    fi
    local into=${QUJAT_SWIFT:-${XDG_CACHE_HOME:-$HOME/.cache}/qujat/swift} wanted="trixie $SWIFT_PACKAGES"
    if [ "$(cat "$into/debian/installed.txt" 2>/dev/null)" = "$wanted" ]; then
        return
    fi
    [ "$(id -u)" -eq 0 ] || fail "Swift's folder $into can only be made by root"
    need apt-get "Swift comes from Debian 13's packages"
    need unshare "install util-linux"
    mkdir -p "$into"
    # One at a time; who waited finds it done.
    exec 9>"$into/lock"
    flock 9
    [ "$(cat "$into/debian/installed.txt" 2>/dev/null)" != "$wanted" ] || return 0
    echo "setup: installing Debian 13 with Swift into $into, some two minutes and 3 GB"
    apt-get -qq update || fail "apt-get could not update its lists"
    command -v debootstrap >/dev/null || apt-get -qq install -y debootstrap >/dev/null ||
        fail "apt-get could not install debootstrap"
    # The mirror is the one that this machine installs from, through the same proxy.
    local mirror proxy
    # shellcheck disable=SC2016 # The format is apt-get's.
    mirror=$(apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' |
        sed -n 's/^Debian //p' | head -n 1)
    [ -n "$mirror" ] || fail "apt-get's sources name no mirror of Debian"
    proxy=$(apt-config dump --format '%v%n' Acquire::http::Proxy)
    # An interrupted installation is begun again; the folder has its name only when it is whole. Mounts are private,
    # so that no mount is left in a removed folder.
    rm -rf --one-file-system "$into/debian" "$into/part"
    env ${proxy:+http_proxy="$proxy"} unshare --mount debootstrap --variant=minbase \
        --include="$SWIFT_PACKAGES" trixie "$into/part" "$mirror" >"$into/log.txt" 2>&1 || {
        tail -n 5 "$into/log.txt" >&2
        fail "debootstrap could not install Debian 13 with Swift from $mirror: see $into/log.txt"
    }
    rm -rf "$into/part/var/cache/apt/archives" "$into/part/var/lib/apt/lists"
    echo "$wanted" >"$into/part/installed.txt"
    mv "$into/part" "$into/debian"
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
        { apt-get -qq update && apt-get -qq install -y "llvm-$llvm" >/dev/null; } ||
            fail "apt-get could not install llvm-$llvm"
    fi
    cargo llvm-cov --version >/dev/null 2>&1 || cargo install --quiet --locked cargo-llvm-cov@0.9.1 ||
        fail "cargo could not install cargo-llvm-cov: is crates.io reachable?"
}

# Not needed for `make test`.
fuzz() {
    rust
    need c++ "install a C++ compiler: libFuzzer is built with it"
}

mutants() {
    rust
    cargo mutants --version >/dev/null 2>&1 || cargo install --quiet --locked cargo-mutants@27.1.0 ||
        fail "cargo could not install cargo-mutants: is crates.io reachable?"
}

# Counts instructions.
valgrind() {
    rust
    # Not `command -v`, which would find this function.
    if ! type -P valgrind >/dev/null; then
        need apt-get "install valgrind"
        echo "setup: installing valgrind"
        apt-get -qq update && apt-get -qq install -y valgrind >/dev/null ||
            fail "apt-get could not install valgrind"
    fi
}

case "${1:-}" in
rust | venv | photos | face | python | service | scale | node | portal | browser | kotlin | swift | deny | coverage | fuzz | mutants | valgrind) "$1" ;;
*) fail "say which of rust, venv, photos, face, python, service, scale, node, portal, browser, kotlin, swift, deny, coverage, fuzz, mutants, valgrind" ;;
esac
