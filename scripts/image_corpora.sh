#!/usr/bin/env bash
# Fetches test images of others into a folder: PngSuite and the crashers of libpng, and the images of
# pillow's tests, from the source packages of this Debian release. Quick when they are there.
#   scripts/image_corpora.sh build/corpora
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
    echo "image corpora: $1" >&2
    exit 1
}

# What is taken from each package. A change here fetches all anew.
packages=(libpng1.6 pillow)
declare -A wanted=(
    [libpng1.6]='*/contrib/pngsuite/* */contrib/testpngs/* *.png *.jpg'
    [pillow]='*/Tests/images/*'
)

corpora=${1:?say into which folder}
mkdir -p "$corpora"
corpora=$(cd "$corpora" && pwd)
# What was fetched; not in the folder, where all files are images to be tried.
done_with="$corpora.fetched"
if cmp -s "$0" "$done_with"; then
    exit 0
fi

command -v apt-get >/dev/null ||
    fail "\`apt-get\` is missing: the images come from source packages of Debian or Ubuntu"
command -v xz >/dev/null || fail "\`xz\` is missing: install xz-utils"

# The machine's own sources, asked for source packages, and with lists of their own: neither root
# nor a change of the machine is needed. The suites of updates are left out, because the archives
# of upstream are the same and stay where they are.
work="$corpora/work"
rm -rf "$work" "$corpora"/{libpng1.6,pillow}
mkdir -p "$work"/{lists,cache}/partial
# shellcheck source=/dev/null
release=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
# shellcheck source=/dev/null
keys=/usr/share/keyrings/$(. /etc/os-release && echo "$ID")-archive-keyring.gpg
signed=
[ ! -e "$keys" ] || signed="[signed-by=$keys]"
apt-get indextargets --no-release-info --format '$(RELEASE) $(REPO_URI) $(COMPONENT)' \
    'Created-By: Packages' | sort -u |
    awk -v release="$release" -v signed="$signed" \
        '$1 == release { print "deb-src", signed, $2, $1, $3 }' > "$work/sources.list"
[ -s "$work/sources.list" ] || fail "apt has no source for the release \`$release\`"

apt() {
    apt-get -qq -o "Dir::Etc::SourceList=$work/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o "Dir::State::Lists=$work/lists" -o "Dir::Cache=$work/cache" \
        -o "APT::Sandbox::User=$(id -un)" "$@" > "$work/apt.log" 2>&1 ||
        { tail -5 "$work/apt.log" >&2; fail "apt-get could not: $*"; }
}

echo "image corpora: fetching the sources of ${packages[*]}, some 55 MB"
apt update
cd "$work"
apt source --download-only "${packages[@]}"
for package in "${packages[@]}"; do
    archive=$(echo "${package}"_*.orig.tar.*z)
    [ -f "$archive" ] || fail "the source package of $package has no archive of upstream"
    mkdir "$corpora/$package"
    read -ra patterns <<< "${wanted[$package]}"
    tar -xf "$archive" -C "$corpora/$package" --strip-components=1 --no-same-owner \
        --wildcards "${patterns[@]}" || fail "$archive does not hold the images"
    sha256sum "$archive"
done
cd "$OLDPWD"
rm -rf "$work"
cp "$0" "$done_with"
