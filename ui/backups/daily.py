"""The backup of the day, made beside the work: nobody waits for it, and only trouble is told."""

from PySide6.QtCore import QObject, QTimer, Signal

from ui.runtime import log_error, run_quietly
from unionapp.errors import DamagedStoreError, UnionAppError
from unionapp.storage.backup import Backup, Taken, backups

# Milliseconds between two looks: a program may stay open for days, or begin without drafts.
_AGAIN = 30 * 60 * 1000


class DailyBackup(QObject):
    """The daily backup: it looks now and then whether that of today is there, or makes it."""

    # It could not be made, or not where it was wished; the sentence for the user.
    warned = Signal(str)
    # The drafts themselves are damaged, so that no backup of them could be made.
    damaged = Signal()
    # The newest `Backup` there is, or None.
    seen = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looking = False
        self._sentence = ""
        self._is_mended = False
        self._timer = QTimer(self, interval=_AGAIN)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look now, and from then on again and again."""
        self.look()
        self._timer.start()

    def look(self) -> None:
        """Make the backup of today if it is not there yet."""
        if not self._looking:
            self._looking = True
            run_quietly(self, _taken_and_last, self._finish, self._fail)

    def _finish(self, found: tuple[Taken | None, Backup | None]) -> None:
        self._looking = self._is_mended = False
        taken, last = found
        self.seen.emit(last)
        self._warn(taken.notice if taken else "")

    def _fail(self, error: Exception) -> None:
        self._looking = False
        if isinstance(error, DamagedStoreError) and not self._is_mended:
            self._is_mended = True
            self.damaged.emit()
            self.look()
        elif isinstance(error, UnionAppError):
            self._warn(str(error))
        else:
            log_error(error)

    def _warn(self, sentence: str) -> None:
        """Tell trouble once, not at every look."""
        if sentence and sentence != self._sentence:
            self.warned.emit(sentence)
        self._sentence = sentence


def _taken_and_last() -> tuple[Taken | None, Backup | None]:
    taken = backups.take_daily()
    return taken, backups.last()
