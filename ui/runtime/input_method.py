"""How Chinese is typed on Linux: which of Qt's input methods the desktop's own answers to."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo

# Where a desktop names its input method; Qt reads it when the application is made.
VARIABLE = "QT_IM_MODULE"
# Where it names it for programs of X, as in `@im=fcitx`.
OLDER_VARIABLE = "XMODIFIERS"

_UNKNOWN_TO_QT = {"", "xim"}


def choose_input_method() -> bool:
    """Speak IBus to a Fcitx for which this Qt has no plugin; to be called before Qt starts.

    Desktops with Fcitx (Kylin, UOS) name it for every program. A Qt that a program carries itself
    has no plugin of that name and would leave the keyboard without Chinese, but Fcitx 5 answers
    to IBus as well (its maintainers' own advice for such programs). Fcitx 4 does not: True tells
    that it may be the one that is named, and that `ui.runtime.fcitx.start` is wanted once Qt runs.
    """
    lacks_plugin = _named().startswith("fcitx") and not _has_plugin()
    if lacks_plugin:
        os.environ[VARIABLE] = "ibus"
    return lacks_plugin


def _named() -> str:
    if not sys.platform.startswith("linux"):
        return ""
    named = os.environ.get(VARIABLE, "")
    older = os.environ.get(OLDER_VARIABLE, "").removeprefix("@im=")
    return older if named in _UNKNOWN_TO_QT and older.startswith("fcitx") else named


def _has_plugin() -> bool:
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    return any((plugins / "platforminputcontexts").glob("libfcitx*"))
