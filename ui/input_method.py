"""How Chinese is typed on Linux: which of Qt's input methods the desktop's own answers to."""

import os
from pathlib import Path

from PySide6.QtCore import QLibraryInfo

VARIABLE = "QT_IM_MODULE"
"""Where a desktop names its input method; Qt reads it when the application is made."""


def choose_input_method() -> None:
    """Speak IBus to a Fcitx for which this Qt has no plugin; to be called before Qt starts.

    Desktops with Fcitx (Kylin, UOS) name it for every program. A Qt that a program carries itself
    has no plugin of that name and would leave the keyboard without Chinese, but Fcitx 5 answers
    to IBus as well (its maintainers' own advice for such programs).
    """
    wanted = os.environ.get(VARIABLE, "")
    if wanted.startswith("fcitx") and not _has_plugin():
        os.environ[VARIABLE] = "ibus"


def _has_plugin() -> bool:
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    return any((plugins / "platforminputcontexts").glob("libfcitx*"))
