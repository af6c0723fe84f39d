#!/bin/sh
# Runs inside a bare system: installs the package, tries it as a user without rights, removes it.
# Each step prints what it has shown, with a figure where there is one, or ends the proof;
# ../proof-deb.sh calls it and prints the table.
set -eu
cd /proof
export DEBIAN_FRONTEND=noninteractive
newer=$(ls /proof/unionapp_*.deb | grep -v _0.0.9_)
older=/proof/unionapp_0.0.9_amd64.deb
home='/srv/张 三'
program=/usr/lib/unionapp

# ok WHAT [FIGURE]
ok() {
    printf 'ok    %s%s\n' "$1" "${2:+: $2}"
    printf '%s\t%s\n' "$1" "${2:-ok}" >>/proof/shown
}
fail() { printf 'FAIL  %s\n' "$*"; exit 1; }

install_quietly() {
    apt-get install --yes --quiet=2 --no-install-recommends -o Dpkg::Use-Pty=0 "$@" >>/proof/apt.log 2>&1
}

# as NAME HOME COMMAND...
as() {
    account=$1; place=$2; shift 2
    setpriv "--reuid=$account" "--regid=$account" --clear-groups env -i PATH=/usr/bin:/bin \
        HOME="$place" LANG=C.UTF-8 "XDG_RUNTIME_DIR=/run/$account" DISPLAY=:7 "$@"
}
as_user() { as zhang "$home" "$@"; }

new_account() {
    useradd --home-dir "$2" --create-home --user-group "$1"
    install -d -o "$1" -g "$1" -m 700 "/run/$1"
}

# export_all PROGRAM FOLDER: the papers of the three cases
export_all() {
    for case in school subdistrict factory-filled; do
        as_user "$1" export "/proof/cases/$case.toml" --to "$2/$case" >/dev/null
    done
}

same_as_source() {
    for case in school subdistrict factory-filled; do
        python3 /proof/same_papers.py "/proof/source/$case" "$1/$case" >/dev/null || fail "$2: $case"
    done
    ok "$2"
}

# wait_for SECONDS COMMAND...: until it succeeds
wait_for() {
    left=$(($1 * 10)); shift
    until "$@" >/dev/null 2>&1; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || return 1
        sleep 0.1
    done
}

# The drafts and their backups, each with its check sum.
drafts() { find "$home" -name '*.sqlite3*' -o -name '*.ghbak' | sort | xargs -d '\n' sha256sum; }

new_account zhang "$home"

# 1. Into the bare system, from the package over an older one, and with a full disk before.
apt-get update --quiet=2
. /proof/proof-disk.sh
install_quietly "$older"
[ "$(as_user unionapp-cli templates | wc -l)" -ge 5 ] || fail 'the command line does not start'
ok 'apt install in a bare system' "$(grep '^Setting up' /proof/apt.log | sort -u | wc -l) packages"
before=$(drafts)
install_quietly "$newer"
[ ! -e $program/left-over ] || fail 'a file of the older version was left'
[ "$before" = "$(drafts)" ] || fail 'the upgrade touched a draft'
as_user unionapp-cli drafts | grep -q 2022 || fail 'the draft is gone after the upgrade'
ok 'upgraded over an older version; the draft is untouched'

# 2. The papers are those that the source writes. The tools come after, so that nothing they bring
# could have helped the program to start.
export_all unionapp-cli "$home/文稿 一"
cp -R $program "$home/程序 文件夹"
chmod -R a-w "$home/程序 文件夹"
export_all "$home/程序 文件夹/unionapp-cli" "$home/文稿 二"
install_quietly python3-minimal xvfb openbox libgtk-3-bin libglib2.0-bin xdg-utils xdotool imagemagick \
    dbus-x11 fonts-wqy-microhei desktop-file-utils shared-mime-info appstream lintian binutils \
    file procps x11-utils
same_as_source "$home/文稿 一" 'papers equal those from source'
same_as_source "$home/文稿 二" 'read-only program folder, Chinese and a space in its path: papers equal'

# 3. What the desktop reads.
desktop-file-validate /usr/share/applications/unionapp.desktop
ok 'desktop-file-validate'
appstreamcli validate --no-net /usr/share/metainfo/unionapp.metainfo.xml || fail appstreamcli
ok 'appstreamcli validate'
lintian --allow-root --fail-on error,warning "$newer" || fail lintian
ok 'lintian, no error and no warning'
for clause in 授予版权许可 'Grant of Copyright License'; do
    grep -q "$clause" /usr/share/doc/unionapp/copyright || fail "the licence lacks: $clause"
done
ok 'the licence in both languages among the documents of the package'
newest=$(find $program -type f -exec sh -c 'objdump -T "$@" 2>/dev/null' - {} + |
    grep -o 'GLIBC_[0-9.]*' | sort -uV | tail -1)
[ "$(printf '%s\nGLIBC_2.31\n' "$newest" | sort -V | tail -1)" = GLIBC_2.31 ] || fail "needs $newest"
ok 'newest symbol of the C library, at most GLIBC_2.31' "$newest"

packed=$(($(stat --format=%s "$newer") / 100000))
installed=$(($(du --summarize --bytes $program | cut -f1) / 100000))
[ $packed -le 450 ] && [ $installed -le 1300 ] || fail "too large: $packed, $installed tenths of a MB"
ok 'size of the package, at most 45 MB' "$((packed / 10)).$((packed % 10)) MB"
ok 'size of the installed program, at most 130 MB' "$((installed / 10)).$((installed % 10)) MB"

# 4. On a screen, from the desktop entry, as that user.
Xvfb :7 -screen 0 1280x800x24 >/dev/null 2>&1 &
wait_for 10 as_user xdotool getmouselocation || fail Xvfb
as_user dbus-run-session sh -c '
    echo "$DBUS_SESSION_BUS_ADDRESS" >/run/zhang/bus
    exec openbox' >/dev/null 2>&1 &
wait_for 10 test -s /run/zhang/bus || fail openbox
on_desktop() { as_user DBUS_SESSION_BUS_ADDRESS="$(cat /run/zhang/bus)" XDG_CURRENT_DESKTOP=GNOME "$@"; }
picture() { DISPLAY=:7 import -window root "/proof/$1.png"; }
window() { as_user xdotool search --onlyvisible --name "$1"; }

on_desktop gtk-launch unionapp
wait_for 20 window '工会年度总结' || { picture failed; fail 'no window after gtk-launch'; }
sleep 1
picture 1-start
ok 'started from the desktop entry, window seen (1-start.png)'

# 5. Drafts' files that are double-clicked, and a second account.
. /proof/proof-files.sh

# 6. Chinese input.
. /proof/proof-typing.sh

# 7. Gone without a trace, but for the drafts and their backups.
before=$(drafts)
printf '%s' "$before" | grep -q '\.ghbak$' || fail 'no backup was made beside the work'
apt-get remove --yes --quiet=2 unionapp >>/proof/apt.log 2>&1
[ ! -e $program ] && [ ! -e /usr/bin/unionapp ] || fail 'something was left after removal'
install_quietly "$newer"  # removal leaves nothing that could still be purged
apt-get purge --yes --quiet=2 unionapp >>/proof/apt.log 2>&1
[ "$before" = "$(drafts)" ] || fail 'removal touched a draft'
[ -z "$(find /usr /etc /var/lib/dpkg/info -name '*unionapp*' -o -name '*ghzj*')" ] || fail 'left after purge'
ok 'removed and purged; drafts and daily backups are untouched'
