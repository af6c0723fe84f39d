#!/bin/sh
# Prepares this machine for `make run` or `make test`: system packages, then the virtual environment.
# Usage: packaging/prepare.sh run|test
set -eu
cd "$(dirname "$0")/.."

for_window='libegl1 libgl1 libfontconfig1 libdbus-1-3 libxkbcommon0 libglib2.0-0 libcups2'
for_screen='libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0
libx11-xcb1 libxcb-image0 libxcb-render-util0 libxcb-randr0'
for_run="python3-venv $for_window $for_screen fonts-wqy-microhei"
for_test='xvfb xauth xdotool poppler-utils python3-apsw fonts-noto-cjk
libreoffice-writer-nogui libreoffice-calc-nogui'

say() { printf '%s\n' "$@"; }

stop() { say "$@" >&2; exit 1; }

# Prints those of the named packages that are not installed, on one line.
missing_of() {
    for package in "$@"; do
        status=$(dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$status" = installed ] || printf '%s ' "$package"
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Old lists can still serve when a foreign source is out of reach, so only the installation decides.
install() {
    as_root apt-get update --quiet=2 || true
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --quiet=2 --no-install-recommends -o Dpkg::Use-Pty=0 "$@" >/dev/null
}

ask_to_install() {
    say "未能安装，先继续往下准备。如果程序打不开，请管理员运行下面的命令后再试：" \
        "Not installed; going on for now. Should the program not start, have an administrator run:" \
        "  apt-get update && apt-get install --no-install-recommends $*"
}

install_missing() {
    # shellcheck disable=SC2046  # a list of package names is meant to be split
    set -- $(missing_of "$@")
    [ $# -gt 0 ] || return 0
    say "将安装以下系统软件包：" "Installing these system packages:" "  $*"
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        ask_to_install "$@"
    else
        install "$@" || ask_to_install "$@"
    fi
}

system_packages() {
    if command -v apt-get >/dev/null; then
        install_missing "$@"
    else
        say "本机不是 Debian 系列系统，请自行安装与下列软件包相当的组件：" \
            "This is no Debian; please install what corresponds to these packages:" "  $*"
    fi
}

virtual_environment() {
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        stop "需要 Python 3.11 或更新版本。" "Python 3.11 or newer is needed."
    say "正在 .venv 中安装程序所需的 Python 组件（版本见 requirements.txt）……" \
        "Installing the pinned Python packages of requirements.txt into .venv ..."
    python3 -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
    .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        --no-deps --no-build-isolation --editable .
    .venv/bin/python -c 'import PySide6.QtWidgets' ||
        stop "界面所需的系统组件不全，程序无法启动；请按上面的提示安装后再试。" \
            "A system library of the window is missing; please install what is listed above."
}

case "${1:-}" in
    run)
        # shellcheck disable=SC2086  # lists of package names are meant to be split
        system_packages $for_run
        virtual_environment
        ;;
    test)
        # shellcheck disable=SC2086
        system_packages $for_test
        ;;
    *) stop "usage: packaging/prepare.sh run|test" ;;
esac
