# Chinese typed with a real input method into the installed program; read by proof-inside.sh.

# begin_draft NAME ENVIRONMENT...: the program with a new draft, the keys in the union's name
begin_draft() {
    name=$1; shift
    rm -rf "$home/$name"
    on_desktop "$@" UNIONAPP_HOME="$home/$name" unionapp >/dev/null 2>&1 &
    wait_for 20 window '工会年度总结' || fail "$name: no window"
    sleep 1
    keys ctrl+n
    sleep 1
    keys Down Return
    sleep 3
}

# end_draft NAME PATTERN: what the command line then reads from the draft decides
end_draft() {
    pkill -u zhang -x unionapp
    wait_for 10 no_program || fail "$1: the program does not end"
    as_user UNIONAPP_HOME="$home/$1" unionapp-cli drafts | cut -f3 | grep -qx "$2" ||
        fail "$1: $2 was not typed"
}

# typed_with NAME ENVIRONMENT...: the union's name typed in pinyin
typed_with() {
    begin_draft "$@"
    turn_on_pinyin
    letters g o n g h u i
    sleep 1
    picture "$1-composing"
    keys space
    sleep 2
    picture "$1-typed"
    end_draft "$1" '工会'
    ok "pinyin typed by $1"
}

letters() { for letter in "$@"; do keys "$letter"; sleep 0.1; done; }
keys() { as_user xdotool key --clearmodifiers "$@"; }
no_program() { ! pgrep -u zhang -x unionapp >/dev/null; }

install_quietly ibus ibus-libpinyin
# Its answer is an error where nothing has the focus yet; what was typed decides.
turn_on_pinyin() { on_desktop ibus engine libpinyin || true; sleep 1; }
on_desktop ibus-daemon --xim --replace >/proof/ibus.log 2>&1 &
wait_for 20 on_desktop ibus list-engine || { cat /proof/ibus.log; fail 'ibus does not start'; }
typed_with ibus QT_IM_MODULE=ibus
on_desktop ibus exit || true
sleep 1

# Desktops with Fcitx name it for every program; the program speaks IBus to it.
install_quietly fcitx5 fcitx5-chinese-addons
install -d -o zhang -g zhang "$home/.config" "$home/.config/fcitx5"
cat >"$home/.config/fcitx5/profile" <<'END'
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=pinyin
Layout=

[GroupOrder]
0=Default
END
chown zhang: "$home/.config/fcitx5/profile"
turn_on_pinyin() { on_desktop fcitx5-remote -s pinyin; sleep 1; }
on_desktop fcitx5 --replace >/proof/fcitx5.log 2>&1 &
wait_for 10 on_desktop fcitx5-remote || { cat /proof/fcitx5.log; fail 'fcitx5 does not start'; }
sleep 2
typed_with fcitx5 QT_IM_MODULE=fcitx
on_desktop fcitx5-remote -e || true

# Fcitx 4 answers to its own plugins only; the program speaks to it by itself. It takes the place
# of Fcitx 5, beside which it cannot be installed.
install_quietly fcitx-bin fcitx-data fcitx-modules fcitx-module-dbus fcitx-module-x11 fcitx-ui-classic \
    fcitx-pinyin
install -d -o zhang -g zhang "$home/.config/fcitx"
cat >"$home/.config/fcitx/profile" <<'END'
[Profile]
IMName=pinyin
EnabledIMList=fcitx-keyboard-us:True,pinyin:True
END
chown zhang: "$home/.config/fcitx/profile"
turn_on_pinyin() { keys ctrl+space; sleep 1; }
start_fcitx4() {
    on_desktop fcitx -D >>/proof/fcitx4.log 2>&1 &
    wait_for 10 on_desktop fcitx-remote || { cat /proof/fcitx4.log; fail 'fcitx does not start'; }
    sleep 2
}
start_fcitx4
typed_with fcitx4 QT_IM_MODULE=fcitx XMODIFIERS=@im=fcitx

# It dies in the middle of a word: what stood there stays, plain letters follow; the next one is used.
begin_draft fcitx4-killed QT_IM_MODULE=fcitx XMODIFIERS=@im=fcitx
turn_on_pinyin
letters g o n g
pkill -KILL -u zhang -x fcitx
letters h u i
start_fcitx4
turn_on_pinyin
letters g o n g h u i space
sleep 2
picture fcitx4-killed
end_draft fcitx4-killed '..*hui工会'
ok 'Fcitx 4 killed in the middle of a word and started anew: nothing lost, pinyin again'
pkill -u zhang -x fcitx
