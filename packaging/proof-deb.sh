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

# The papers that the program writes when it runs from source, the one that was built, to compare
# with; and two drafts' files.
from_source() {
    house=$PWD
    cd "$built/build/unionapp"
    for case in tests/cases/school.toml tests/cases/subdistrict.toml tests/cases/factory-filled.toml
    do
        "$house/.venv/bin/python" -m unionapp.cli export "$case" \
            --to "$base/source/$(basename "$case" .toml)" >/dev/null
    done
    UNIONAPP_HOME=$base/source/home "$house/.venv/bin/python" - "$base/source" <<'END'
import sys
from pathlib import Path

from unionapp import answers, exchange
from unionapp.paths import data_folder
from unionapp.session import begin
from unionapp.store import Store

store = Store(data_folder())
for case in ("school", "subdistrict"):
    given = answers.load(Path("tests/cases") / f"{case}.toml")
    draft = begin(store, given.template.id, given.changes)
    exchange.save(store, draft, Path(sys.argv[1]) / f"{case}.ghzj")
END
    cd "$house"
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
            '$PWD/packaging/deb/proof-inside.sh' '$PWD/packaging/deb/proof-typing.sh' \
            '$base/source' root/proof
        chroot root env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
            sh /proof/proof-inside.sh
    "
    cp "$base/$suite"/changes/proof/*.png "$base/$suite/" 2>/dev/null || true
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
