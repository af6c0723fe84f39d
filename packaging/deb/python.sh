#!/bin/sh
# Runs inside the root: installs the build tools and builds CPython 3.11 into /opt/python.
set -eu
export DEBIAN_FRONTEND=noninteractive

# What Qt's own libraries are linked with; each one named here becomes a dependency of the package.
for_qt='libegl1 libgl1 libfontconfig1 libdbus-1-3 libxkbcommon0 libglib2.0-0 libcups2
libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0
libx11-xcb1 libxcb-image0 libxcb-render-util0 libxcb-randr0 libgssapi-krb5-2'
for_python='build-essential zlib1g-dev libffi-dev libsqlite3-dev libexpat1-dev'
for_package='debhelper dpkg-dev librsvg2-bin'

# The mirror that made this root also has the sources of Debian 12.
sed -n 's/^deb \([^ ]*\) .*/deb-src \1 bookworm main/p' /etc/apt/sources.list \
    >/etc/apt/sources.list.d/bookworm-sources.list
apt-get update --quiet=2
# shellcheck disable=SC2086  # lists of package names are meant to be split
apt-get install --yes --quiet=2 --no-install-recommends $for_qt $for_python $for_package

mkdir -p /usr/src/python
cd /usr/src/python
apt-get source --quiet=2 python3.11
cd python3.11-*/

# A patch of Debian's makes this module look into the interpreter, which must be said aloud.
sed -i "s/sources=\['pyexpat.c'\]/&, extra_compile_args=['-DPy_BUILD_CORE_MODULE']/" setup.py

# UOS 20 has glibc 2.28. These functions got a newer version in 2.29 that differs only in how errors
# are noted, and sem_clockwait came with 2.30; without them the interpreter starts there too.
for name in exp exp2 log log2 pow; do
    echo "__asm__(\".symver $name,$name@GLIBC_2.2.5\");"
done >/usr/src/python/older-glibc.h

# No module for encrypted connections is built: the program never uses a network.
# Whether nice() is found broken hangs on how nice this very script runs, so it is said.
SOURCE_DATE_EPOCH=$(dpkg-parsechangelog --show-field Timestamp)
export SOURCE_DATE_EPOCH
./configure --quiet --prefix=/opt/python --enable-shared --without-ensurepip \
    --with-system-expat ac_cv_func_sem_clockwait=no ac_cv_broken_nice=no \
    CFLAGS='-O3 -fstack-protector-strong -D_FORTIFY_SOURCE=2 -include /usr/src/python/older-glibc.h' \
    LDFLAGS='-Wl,-rpath,/opt/python/lib -Wl,-z,relro,-z,now'
make --silent --jobs="$(nproc)"
rm -rf /opt/python
make --silent install
dpkg-parsechangelog --show-field Version >/opt/python/debian-version
find /opt/python/lib -name '*.so*' -type f -exec strip --strip-unneeded {} +
cd /
rm -rf /usr/src/python
apt-get clean
/opt/python/bin/python3 -c 'import ctypes, sqlite3, zlib, decimal, xml.parsers.expat; print(sqlite3.sqlite_version)'
