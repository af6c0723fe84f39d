#!/bin/sh
# Opens the program; where there is no display, writes the papers of a bundled example instead.
set -eu
cd "$(dirname "$0")/.."
example=resources/examples/subdistrict.toml

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/python -m ui.app
fi

.venv/bin/unionapp-cli export "$example" --to out
printf '%s\n' \
    "" \
    "本机没有图形桌面，已按示例 $example 写出上列文稿，放在 out 文件夹。" \
    "要打开程序窗口，请在图形桌面的终端里运行：make run" \
    "There is no display here, so the papers of the example above were written to out/." \
    "To open the window, run \`make run\` in a terminal of a graphical desktop."
