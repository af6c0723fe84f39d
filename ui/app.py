"""The program with its window: `python -m ui.app`, or with a draft's file to open at once."""

import importlib.resources
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtGui import QFont, QIcon, QPixmapCache
from PySide6.QtWidgets import QApplication

import resources
from ui.kit import FocusFrames
from ui.look import appearance, tokens
from ui.runtime import (
    Collector,
    Instance,
    catching_everything,
    choose_input_method,
    finish_work,
    quit_when_told,
    show_error,
)
from ui.start import StartWindow
from ui.words import language, say
from unionapp.errors import StoreError
from unionapp.storage import open_drafts
from unionapp.system import data_folder, settings

# Milliseconds after the start when backups are first looked at: the window comes first.
_BACKUP_AFTER = 2000

# Kilobytes of drawn parts (arrows, edges, icons) that Qt may keep to draw them again. Of a window
# these are some hundred, more on fine screens; those of closed windows would fill any larger room.
_PICTURES = 2048


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the start window and work until it is closed; return the exit code."""
    with catching_everything():
        return _work(sys.argv[1:] if arguments is None else arguments)


def _work(given: Sequence[str]) -> int:
    may_be_fcitx = choose_input_method()
    application = make_application([sys.argv[0], *given])
    quit_when_told(application)
    file = file_among(given, application.arguments()[1:])
    if may_be_fcitx:
        QTimer.singleShot(0, partial(_speak_to_fcitx, application))  # once the window is painted
    try:
        return _work_as_only_one(application, file)
    except Exception as error:  # whatever keeps the window from opening must be seen
        show_error(None, error)
        application.exec()
        return 1


def file_among(given: Sequence[str], left: Sequence[str]) -> Path | None:
    """Return the file to open; Qt spoils Chinese names on Windows, but leaves its options out."""
    return next((Path(each) for each in given if each in left or not each.isascii()), None)


def _work_as_only_one(application: QApplication, file: Path | None) -> int:
    """Work, unless the program runs already; then it has taken over the file."""
    instance = Instance(data_folder())
    if not instance.is_first(file):
        return 0
    application.aboutToQuit.connect(instance.release)  # the last that Windows lets it do
    store = open_drafts(data_folder(), _back_up_before_upgrade, missing=_ask_about_missing)
    try:
        window = StartWindow(store)
        instance.asked.connect(window.come_forward)
        window.show()
        _begin_with(window, file)
        if instance.cut_short is not None:
            window.report_sudden_end(instance.cut_short)
        QTimer.singleShot(0, instance.listen)  # once the window has been painted
        QTimer.singleShot(_BACKUP_AFTER, partial(_begin_backups, window))
        return application.exec()
    finally:
        finish_work()
        store.close()


def _begin_with(window: StartWindow, file: Path | None) -> None:
    """Tell first of drafts that were lost; what else was wanted comes after that."""
    window.report_refusal()
    if not window.report_renewal() and file is not None:
        window.open_file(file)


def _begin_backups(window: StartWindow) -> None:
    from ui.backups import DailyBackup

    daily = DailyBackup(window)
    daily.warned.connect(window.report_backup)
    daily.damaged.connect(window.mend)
    daily.seen.connect(window.show_last_backup)
    daily.begin()


def _speak_to_fcitx(application: QApplication) -> None:
    """Speak to fcitx, whose client is loaded only on desktops that name it."""
    from ui.runtime.fcitx import speak_to_fcitx

    speak_to_fcitx(application)


def _back_up_before_upgrade() -> None:
    """Back the drafts up; what does it is loaded only where they are of an older format."""
    from unionapp.storage.backup import backups

    backups.take_before_upgrade()


def _ask_about_missing() -> str:
    """What is known of drafts that are missing; it is asked for only where there are none."""
    from unionapp.storage.backup import sentence_on_missing_drafts

    return sentence_on_missing_drafts()


def make_application(arguments: Sequence[str]) -> QApplication:
    """Return Qt dressed for the program: its font, its icon, its language."""
    application = QApplication(list(arguments))
    Collector(application)
    application.setApplicationName("unionapp")
    application.setApplicationDisplayName(say("工会年度总结"))
    application.setDesktopFileName("unionapp")
    application.setStyle("Fusion")
    _speak(application)
    face = QFont()
    face.setFamilies(list(tokens.FAMILIES))
    face.setPixelSize(tokens.TEXT_SIZE)
    application.setFont(face)
    QPixmapCache.setCacheLimit(_PICTURES)
    _put_on_chosen_look()
    FocusFrames(application)
    icon = importlib.resources.files(resources) / "icons" / "unionapp.svg"
    application.setWindowIcon(QIcon(str(icon)))
    return application


def _put_on_chosen_look() -> None:
    """Put on what was chosen in 设置; most people leave everything as it is."""
    try:
        chosen = settings.load().appearance
    except StoreError:  # told when the drafts in the same folder are opened
        chosen = settings.Appearance()
    appearance.apply(chosen)


def _speak(application: QApplication) -> None:
    """Give Qt its texts in the language of the window, and its customs for dates and numbers."""
    customs = QLocale(language())  # of a language alone, those of the country where most speak it
    QLocale.setDefault(customs)
    translator = QTranslator(application)
    texts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{customs.name()}", texts):
        application.installTranslator(translator)


if __name__ == "__main__":
    sys.exit(main())
