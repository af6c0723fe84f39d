# Drafts' files, double-clicked while the program runs, and a second account; read by proof-inside.sh.

# given NAME OWNER FOLDER FILE: a colleague's file in a person's own folder
given() { install -o "$2" -g "$2" -m 600 "/proof/source/$1.ghzj" "$3/$4"; }

count_of_drafts() { as_user unionapp-cli drafts | grep -c . || true; }
count_of_windows() { as_user xdotool search --onlyvisible --class unionapp 2>/dev/null | wc -l; }
one_program() { [ "$(pgrep -u "$1" -x -c unionapp)" = 1 ]; }
drafts_are() { [ "$(count_of_drafts)" = "$1" ]; }
windows_are() { [ "$(count_of_windows)" = "$1" ]; }

# opened PICTURE COUNT FILE...: so many drafts there are once these files were opened, all at once
opened() {
    name=$1; count=$2; shift 2
    for file in "$@"; do on_desktop xdg-open "$file" & done
    wait_for 20 drafts_are "$count" || { picture failed; fail "$name: the drafts are not $count"; }
    wait_for 10 one_program zhang || fail "$name: not one program runs"
    sleep 1.5
    picture "$name"
}

# told PICTURE COMMAND...: one more window comes, which says what is wrong, and no draft is touched
told() {
    name=$1; shift
    windows=$(count_of_windows)
    before=$(count_of_drafts)
    on_desktop "$@" &
    wait_for 10 windows_are $((windows + 1)) || { picture failed; fail "$name: nothing is told"; }
    wait_for 10 one_program zhang || fail "$name: not one program runs"
    picture "$name"
    drafts_are "$before" || fail "$name: the drafts are no longer $before"
    on_desktop xdotool key Escape
    wait_for 10 windows_are "$windows" || fail "$name: what is told can't be closed"
}

given school zhang "$home" '交接 school.ghzj'
given subdistrict zhang "$home" '交接 subdistrict.ghzj'
given damaged zhang "$home" '坏 了.ghzj'
given newer zhang "$home" '新版 的.ghzj'
[ "$(on_desktop xdg-mime query filetype "$home/交接 school.ghzj")" = application/x-ghzj ] || fail 'file type'
[ "$(on_desktop xdg-mime query default application/x-ghzj)" = unionapp.desktop ] || fail 'default program'
opened 2-opened 2 "$home/交接 school.ghzj"
ok 'a file opened by xdg-open comes up in the program that runs'
opened 3-two-at-once 3 "$home/交接 school.ghzj" "$home/交接 subdistrict.ghzj"
ok 'two files at once, and one that was opened before goes on in its draft'
told 4-damaged xdg-open "$home/坏 了.ghzj"
told 5-newer xdg-open "$home/新版 的.ghzj"
told 6-gone unionapp "$home/没有.ghzj"
ok 'a file damaged, of a newer program, or gone: one sentence, nothing harmed'

# A data folder that a newer program has written.
cp -R /proof/source/newer "$home/新版 数据"
chown -R zhang: "$home/新版 数据"
all_in() { (cd "$1" && find . -type f -name '*.sqlite3' -exec sha256sum {} +); }
before=$(all_in "$home/新版 数据")
! as_user UNIONAPP_HOME="$home/新版 数据" unionapp-cli drafts >/proof/newer.log 2>&1 ||
    fail 'the drafts of a newer program were opened'
grep -q '更新版本' /proof/newer.log || fail 'nothing says that the drafts are of a newer program'
[ "$before" = "$(all_in "$home/新版 数据")" ] || fail 'the drafts of a newer program were touched'
ok 'drafts of a newer program: one sentence, nothing harmed'

# Another person at the same PC, while the first one's program runs.
other=/srv/李四
new_account li "$other"
given school li "$other" '我的.ghzj'
as_li() { as li "$other" "$@"; }
as_li unionapp "$other/我的.ghzj" >/dev/null 2>&1 &
li_has_one() { [ "$(as_li unionapp-cli drafts | grep -c .)" = 1 ]; }
wait_for 20 li_has_one || { picture failed; fail "the second account has not one draft"; }
one_program li && one_program zhang || fail 'not one program runs for each account'
drafts_are 3 || fail "the second account's file went to the first one"
! as_li ls "$home/.local/share/unionapp" >/dev/null 2>&1 || fail 'another account can read the drafts'
sleep 1
picture 7-two-accounts
ok 'two accounts: a program and drafts of its own each, closed to the other'
pkill -u li -x unionapp || true
pkill -u zhang -x unionapp || true
