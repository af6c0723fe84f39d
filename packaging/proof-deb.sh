#!/bin/sh
# Installs what `make deb` built into bare Debian 12 and Debian 11 systems and tries it there.
# Usage (as root, for chroot): packaging/proof-deb.sh [bookworm|bullseye]...
# Pictures, papers and the log of each run are left in build/proof/SUITE; exit 0 when all held.
set -eu
cd "$(dirname "$0")/.."
base=$PWD/build/proof
built=$PWD/build/deb/root
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
package=$PWD/dist/unionapp_${version}_amd64.deb

say() { printf '\n== %s\n' "$*"; }

# From the source that was built: the papers, to compare with, and the drafts' files.
from_source() {
    source=$built/build/unionapp
    mkdir -p "$base/source"
    for case in school subdistrict factory-filled; do
        PYTHONPATH=$source .venv/bin/python -P -m unionapp.cli export "tests/cases/$case.toml" \
            --to "$base/source/$case" >/dev/null
    done
    PYTHONPATH=$source .venv/bin/python -P packaging/proof_drafts.py "$base/source"
}

# The same program under an older number, to be upgraded; it has one file that the newer lacks.
older_package() {
    rm -rf "$base/older"
    dpkg-deb --raw-extract "$package" "$base/older"
    sed --in-place 's/^Version: .*/Version: 0.0.9/' "$base/older/DEBIAN/control"
    touch "$base/older/usr/lib/unionapp/left-over"
    dpkg-deb --root-owner-group -Zgzip -z1 --build "$base/older" "$base/unionapp_0.0.9_amd64.deb"
    rm -rf "$base/older"
}

# prove SUITE: a bare system, and what the proof does in it laid over and thrown away.
prove() {
    suite=$1
    bare=$base/$suite-bare
    [ -e "$bare/etc/debian_version" ] || debootstrap --variant=minbase "$suite" "$bare"
    rm -rf "$base/$suite"
    mkdir -p "$base/$suite/changes" "$base/$suite/work" "$base/$suite/root" "$base/archives-$suite"
    unshare --mount --pid --fork sh -ec "
        cd '$base/$suite'
        mount -t overlay overlay -o 'lowerdir=$bare,upperdir=changes,workdir=work' root
        mkdir -p root/proof root/dev/shm
        mount -t proc proc root/proc
        mount -t tmpfs tmpfs root/dev/shm
        mount --bind '$base/archives-$suite' root/var/cache/apt/archives
        cp '$package' '$base/unionapp_0.0.9_amd64.deb' root/proof
        cp -R '$PWD/tests/cases' '$PWD/packaging/same_papers.py' \
            '$PWD'/packaging/deb/proof-*.sh '$base/source' root/proof
        chroot root env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
            sh /proof/proof-inside.sh
    "
    cp "$base/$suite"/changes/proof/*.png "$base/$suite"/changes/proof/shown "$base/$suite/"
}

# What was shown, one column for each system.
table() {
    say 'Shown'
    for suite in "$@"; do
        sed "s/^/$suite\t/" "$base/$suite/shown"
    done | awk -F '\t' -v "suites=$*" '
        BEGIN { count = split(suites, columns, " ") }
        !($2 in seen) { seen[$2] = 1; rows[++last] = $2 }
        { cell[$2, $1] = $3 }
        END {
            printf "%-84s", ""
            for (each = 1; each <= count; each++) printf " %-16s", columns[each]
            for (row = 1; row <= last; row++) {
                printf "\n%-84s", rows[row]
                for (each = 1; each <= count; each++) printf " %-16s", cell[rows[row], columns[each]]
            }
            print ""
        }'
    printf 'Pictures of each step: %s\n' "$base/*/*.png"
}

[ -e "$package" ] || { echo "run make deb first" >&2; exit 1; }
rm -rf "$base/source"
from_source
older_package
[ $# -gt 0 ] || set -- bookworm bullseye
for suite in "$@"; do
    say "$suite"
    prove "$suite"
done
table "$@"
