#!/bin/sh
# Makes the place where the Debian package is built: a bare Debian 11, whose C library is as old
# as that of Kylin V10, with CPython 3.11 built from the source package of Debian 12.
# Usage (as root): packaging/deb/root.sh FOLDER
# Made once and kept: a second call finds it ready, unless python.sh has changed since. To make it
# anew, remove the folder.
set -eu
root=$1
here=$(cd "$(dirname "$0")" && pwd)

if [ -e "$root/ready" ] && cmp -s "$here/python.sh" "$root/python.sh"; then exit 0; fi
[ "$(id -u)" = 0 ] || { echo "debootstrap and chroot need root: sudo make deb" >&2; exit 1; }
command -v debootstrap >/dev/null || apt-get install --yes --quiet=2 debootstrap

rm -rf "$root"
mkdir -p "$(dirname "$root")"
debootstrap --variant=minbase bullseye "$root"

cp "$here/python.sh" "$root/python.sh"
unshare --mount sh -ec "
    mount -t proc proc '$root/proc'
    chroot '$root' env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 sh /python.sh
"
touch "$root/ready"
