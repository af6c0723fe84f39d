# A full disk while the package is unpacked; read by proof-inside.sh. The disk is one of memory, laid
# where the program goes: first too small for it, then too small for a second one beside it.

# full_at SIZE
full_at() {
    mkdir -p $program
    mount -t tmpfs -o "size=$1" none $program
}

# refused PACKAGE: it can't be installed, and dpkg says why
refused() {
    ! apt-get install --yes --no-install-recommends -o Dpkg::Use-Pty=0 "$1" >/proof/refused.log 2>&1 ||
        fail "installed on a full disk: $1"
    cat /proof/refused.log >>/proof/apt.log
    grep -q 'No space left on device' /proof/refused.log || fail 'nothing says that the disk is full'
}

full_at 60m
refused "$newer"
[ -z "$(ls $program)" ] || fail 'a full disk left something half installed'
umount $program
! dpkg-query --show --showformat='${Status}' unionapp 2>/dev/null | grep -q 'ok installed' ||
    fail 'called installed on a full disk'
full_at 180m
install_quietly "$older"
as_user unionapp-cli new /proof/cases/school.toml >/dev/null
before=$(drafts)
[ -n "$before" ] || fail 'no draft was made'
refused "$newer"
[ -e $program/left-over ] || fail 'the older program is not whole after a full disk'
as_user unionapp-cli drafts | grep -q 2022 || fail 'the older program does not run after a full disk'
[ "$before" = "$(drafts)" ] || fail 'a full disk touched a draft'
umount $program
install_quietly --reinstall "$older"
ok 'full disk: apt says so, the older program and the draft are whole, later it installs'
