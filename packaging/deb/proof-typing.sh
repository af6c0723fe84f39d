# Chinese typed with a real input method into the installed program; read by proof-inside.sh.

# typed_with PICTURE ENVIRONMENT...: a new draft, the union's name typed in pinyin; what the command
# line then reads from the draft decides.
typed_with() {
    name=$1; shift
    rm -rf "$home/$name"
    on_desktop "$@" UNIONAPP_HOME="$home/$name" unionapp >/dev/null 2>&1 &
    wait_for 20 window '工会年度总结' || fail "$name: no window"
    sleep 1
    keys ctrl+n
    sleep 1
    keys Down Return
    sleep 3
    turn_on_pinyin
    for letter in g o n g h u i; do keys "$letter"; sleep 0.1; done
    sleep 1
    picture "$name-composing"
    keys space
    sleep 2
    picture "$name-typed"
    pkill -u zhang -x unionapp
    wait_for 10 no_program || fail "$name: the program does not end"
    as_user UNIONAPP_HOME="$home/$name" unionapp-cli drafts | cut -f3 | grep -qx '工会' ||
        fail "$name: 工会 was not typed"
    ok "pinyin typed by $name"
}

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
