#!/bin/sh
# Runs inside a bare system: installs the package, tries it as a user without rights, removes it.
# Each step prints "ok" or ends the proof; ../proof-deb.sh calls it.
set -eu
cd /proof
export DEBIAN_FRONTEND=noninteractive
newer=$(ls /proof/unionapp_*.deb | grep -v _0.0.9_)
older=/proof/unionapp_0.0.9_amd64.deb
home='/srv/张 三'
program=/usr/lib/unionapp

ok() { printf 'ok    %s\n' "$*"; }
fail() { printf 'FAIL  %s\n' "$*"; exit 1; }

install_quietly() {
    apt-get install --yes --quiet=2 --no-install-recommends -o Dpkg::Use-Pty=0 "$@" >>/proof/apt.log 2>&1
}

as_user() {
    setpriv --reuid=zhang --regid=zhang --clear-groups env -i PATH=/usr/bin:/bin HOME="$home" \
        LANG=C.UTF-8 XDG_RUNTIME_DIR=/run/zhang DISPLAY=:7 "$@"
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

drafts() { find "$home/.local/share/unionapp" -name '*.sqlite*' -o -name '*.db*' | sort | xargs -d '\n' sha256sum; }

useradd --home-dir "$home" --create-home --user-group zhang
install -d -o zhang -g zhang -m 700 /run/zhang

# 1. Into the bare system, from the package over an older one.
apt-get update --quiet=2
install_quietly "$older"
[ "$(as_user unionapp-cli templates | wc -l)" -ge 5 ] || fail 'the command line does not start'
ok "installed in a bare system with $(grep -c '^Setting up' /proof/apt.log) packages"
as_user unionapp-cli new /proof/cases/school.toml >/dev/null
before=$(drafts)
[ -n "$before" ] || fail 'no draft was made'
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
same_as_source "$home/文稿 二" 'read-only copy in a folder with Chinese and a space: papers equal'

# 3. What the desktop reads.
desktop-file-validate /usr/share/applications/unionapp.desktop
ok 'desktop-file-validate'
appstreamcli validate --no-net /usr/share/metainfo/unionapp.metainfo.xml || fail appstreamcli
ok 'appstreamcli validate'
lintian --allow-root --fail-on error,warning "$newer" || fail lintian
ok 'lintian: no error, no warning'
newest=$(find $program -type f -exec sh -c 'objdump -T "$@" 2>/dev/null' - {} + |
    grep -o 'GLIBC_[0-9.]*' | sort -uV | tail -1)
[ "$(printf '%s\nGLIBC_2.31\n' "$newest" | sort -V | tail -1)" = GLIBC_2.31 ] || fail "needs $newest"
ok "newest symbol of the C library in any file: $newest"

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
ok 'started from the desktop entry'

# 5. Drafts' files, double-clicked while the program runs: one, two at once, one that is damaged,
# one that is gone. One program runs all the while.
for case in school subdistrict; do
    install -o zhang -g zhang -m 600 "/proof/source/$case.ghzj" "$home/交接 $case.ghzj"
done
head -c 500 /proof/source/school.ghzj | install -o zhang -g zhang -m 600 /dev/stdin "$home/坏 了.ghzj"
[ "$(on_desktop xdg-mime query filetype "$home/交接 school.ghzj")" = application/x-ghzj ] || fail 'file type'
[ "$(on_desktop xdg-mime query default application/x-ghzj)" = unionapp.desktop ] || fail 'default program'
# opened PICTURE COUNT FILE...: so many drafts there are once these files were opened
opened() {
    name=$1; count=$2; shift 2
    for file in "$@"; do on_desktop xdg-open "$file" & done
    wait_for 20 sh -c "[ \"\$(UNIONAPP_HOME='$home/.local/share/unionapp' unionapp-cli drafts | wc -l)\" = $count ]" ||
        { picture failed; fail "$name: the drafts are not $count"; }
    wait_for 10 sh -c '[ "$(pgrep -u zhang -x -c unionapp)" = 1 ]' || fail "$name: not one program runs"
    sleep 1.5
    picture "$name"
}
opened 2-opened 2 "$home/交接 school.ghzj"
ok 'a file opened through xdg-open is shown by the program that runs'
opened 3-two-at-once 4 "$home/交接 school.ghzj" "$home/交接 subdistrict.ghzj"
ok 'two at once'
opened 4-damaged 4 "$home/坏 了.ghzj"
on_desktop unionapp "$home/没有.ghzj"
sleep 1
picture 5-gone
ok 'a damaged one and one that is gone harm nothing (see the pictures)'
pkill -u zhang -x unionapp || true

# 6. Chinese input.
. /proof/proof-typing.sh

# 7. Gone without a trace, but for the drafts.
before=$(drafts)
apt-get remove --yes --quiet=2 unionapp >>/proof/apt.log 2>&1
[ ! -e $program ] && [ ! -e /usr/bin/unionapp ] || fail 'something was left after removal'
install_quietly "$newer"  # removal leaves nothing that could still be purged
apt-get purge --yes --quiet=2 unionapp >>/proof/apt.log 2>&1
[ "$before" = "$(drafts)" ] || fail 'removal touched a draft'
[ -z "$(find /usr /etc /var/lib/dpkg/info -name '*unionapp*' -o -name '*ghzj*')" ] || fail 'left after purge'
ok 'removed and purged; the drafts are untouched'
