"""Starts the window on Windows, where nobody sees what Python prints.

Whatever keeps the window from opening is told in a message of the system itself, because Qt may
be what is missing.
"""

import sys

_BROKEN = (
    "工会年度总结无法启动。\n"
    "请确认本机是 64 位的 Windows 10 或更新版本，再重新安装；已有的草稿不受影响。\n\n{reason}"
)
_ERROR_ICON = 0x10


def main() -> int:
    """Open the window and work until it is closed; returns the exit code."""
    try:
        from ui import app

        return app.main()
    except Exception as error:  # nothing else would tell it
        _tell(f"{type(error).__name__}: {error}")
        return 3


def _tell(reason: str) -> None:
    if sys.platform == "win32":
        import ctypes

        text = _BROKEN.format(reason=reason)
        ctypes.windll.user32.MessageBoxW(None, text, "工会年度总结", _ERROR_ICON)


if __name__ == "__main__":
    sys.exit(main())
