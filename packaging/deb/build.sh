#!/bin/sh
# Builds dist/unionapp_VERSION_amd64.deb from a commit, with its bill of materials and check sums.
# Usage (as root, for chroot): packaging/deb/build.sh [COMMIT]
# Without one the last commit is built. Two builds of one commit give the same bytes.
set -eu
cd "$(dirname "$0")/../.."
base=$PWD/build/deb
root=$base/root
source=$root/build/unionapp
commit=${1:-HEAD}
version=$(git show "$commit:pyproject.toml" | sed -n 's/^version = "\(.*\)"/\1/p')
# Every date in the package is that of the commit, so that two builds of it are alike.
commit_time=$(git log -1 --format=%ct "$commit")

# The interpreter in the root knows no encrypted connections, so the wheels are fetched out here.
fetch_wheels() {
    [ -x "$base/fetch/bin/pip" ] || python3 -m venv "$base/fetch"
    "$base/fetch/bin/pip" download --quiet --disable-pip-version-check --dest "$root/wheels" \
        --require-hashes --only-binary=:all: --implementation cp --python-version 3.11 \
        --platform manylinux_2_28_x86_64 --platform manylinux_2_27_x86_64 \
        --platform manylinux_2_17_x86_64 --platform manylinux2014_x86_64 \
        --requirement packaging/requirements-freeze.txt
}

lay_out_source() {
    rm -rf "$root/build"
    mkdir -p "$source"
    git archive "$commit" | tar --extract --directory "$source"
    cp -R "$source/packaging/debian" "$source/debian"
    cat >"$source/debian/changelog" <<END
unionapp ($version) stable; urgency=medium

  * Version $version.

 -- $(sed -n 's/^Maintainer: //p' packaging/debian/control)  $(date --utc --rfc-email --date "@$commit_time")
END
    sed --in-place --expression "s/@VERSION@/$version/" \
        --expression "s/@DATE@/$(date --utc --iso-8601 --date "@$commit_time")/" \
        "$source"/packaging/linux/*
}

build() {
    unshare --mount sh -ec "
        mount -t proc proc '$root/proc'
        exec chroot '$root' env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
            SOURCE_DATE_EPOCH=$commit_time \
            sh -c 'cd /build/unionapp && exec dpkg-buildpackage --build=binary --no-sign'
    "
}

hand_out() {
    mkdir -p dist
    cp "$root/build/unionapp_${version}_amd64.deb" dist/
    cp "$source/debian/unionapp.cdx.json" "dist/unionapp_${version}_amd64.cdx.json"
    cd dist
    # Those of the installer for Windows too, as `make windows` does with this package's.
    LC_ALL=C sha256sum unionapp* >SHA256SUMS
    ls -l "unionapp_${version}_amd64.deb"
    cat SHA256SUMS
}

packaging/deb/root.sh "$root"
fetch_wheels
lay_out_source
build
hand_out
