"""One way to do long work off the window's own thread, with progress and cancel."""

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import TypeAlias, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QProgressDialog, QWidget
from shiboken6 import delete, isValid

from ui.kit import Busy, Button, Label
from ui.look import scaled, tokens
from ui.runtime.error_dialog import show_error
from ui.words import say

# Milliseconds for which long work is not worth a word.
_PATIENCE = 500

Result = TypeVar("Result")
_FollowUp: TypeAlias = Callable[[], None]
_Job: TypeAlias = Callable[[], _FollowUp]

# Called by long work before each part of it with what is being done; raises to stop there.
Step: TypeAlias = Callable[[str], None]


class StoppedError(Exception):
    """Long work that was cancelled; what has to be tidied up for that raises it again."""


def run_in_steps(
    starter: QWidget,
    function: Callable[[Step], Result],
    done: Callable[[Result], None],
    stopped: Callable[[], None],
    failed: Callable[[Exception], None] | None = None,
) -> None:
    """Do long work off the window's thread that tells its steps and can be cancelled between them.

    Args:
        starter: What started the work; it can't be pressed again before the work is over.
        function: The work; it must touch no widget.
        done: What follows when it has come to its end.
        stopped: What follows when it was cancelled.
        failed: What follows when it failed; the error is shown in a dialog when left out.
    """
    steps = _Steps()

    def job() -> _FollowUp:
        try:
            return partial(done, function(steps))
        except StoppedError:
            return stopped

    _Work(starter, say("正在准备…"), job, steps, failed).start()


class _Steps(QObject):
    """The way between the work and the window: what is being done, and whether to stop."""

    begun = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._stop = Event()

    def __call__(self, label: str) -> None:
        if self._stop.is_set():
            raise StoppedError
        self.begun.emit(label)

    def stop(self) -> None:
        self._stop.set()


def run(
    starter: QWidget,
    label: str,
    function: Callable[[], Result],
    done: Callable[[Result], None],
) -> None:
    """Do long work off the window's thread, then `done` with its result on it.

    Args:
        starter: What started the work; it can't be pressed again before the work is over.
        label: What is being done, shown when it takes longer than half a second.
        function: The work; it must touch no widget.
        done: What follows; left out when the work failed (the error is shown) or when the
            starter has gone meanwhile.
    """

    def job() -> _FollowUp:
        return partial(done, function())

    _Work(starter, label, job).start()


def run_quietly(
    owner: QObject,
    function: Callable[[], Result],
    done: Callable[[Result], None],
    failed: Callable[[Exception], None],
    pool: QThreadPool | None = None,
) -> None:
    """Do work off the window's thread that nobody waits for, then one of the two on it.

    Args:
        owner: Whom the result is for; when it has gone meanwhile, nothing follows.
        function: The work; it must touch no widget.
        done: What follows with its result.
        failed: What follows when it failed; nothing is shown by itself.
        pool: The threads that it is done on; any when left out.
    """

    def job() -> _FollowUp:
        return partial(done, function())

    _QuietWork(owner, job, failed).start(pool)


def finish_work() -> None:
    """Wait for what is still being done: Qt does not survive it when it is taken down first."""
    QThreadPool.globalInstance().waitForDone()


# Keeps work alive until it is over, even when the window that started it has gone.
_underway: "set[QObject]" = set()

# What has run. Qt never lets go of it by itself, and a thread may still be coming back from it.
_spent: "list[tuple[QThreadPool, _Runner]]" = []


def _set_out(work: QObject, runner: "_Runner", pool: QThreadPool | None = None) -> None:
    _underway.add(work)
    threads = pool or QThreadPool.globalInstance()
    for ran in [ran for ran in _spent if not ran[0].activeThreadCount()]:
        _spent.remove(ran)
        delete(ran[1])
    runner.pool = threads
    threads.start(runner)


def _arrive(work: QObject, runner: "_Runner") -> tuple[_FollowUp, Exception | None]:
    """Return what follows the work, or why it failed; nothing else keeps hold of either."""
    _underway.discard(work)
    follow_up, error = runner.follow_up, runner.error
    runner.let_go()
    if runner.pool is not None:
        _spent.append((runner.pool, runner))
    return follow_up, error


class _QuietWork(QObject):
    """One piece of work that shows nothing of itself."""

    def __init__(self, owner: QObject, job: _Job, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._owner = owner
        self._failed = failed
        self._runner = _Runner(job)
        self._runner.messenger.over.connect(self._deliver)

    def start(self, pool: QThreadPool | None) -> None:
        _set_out(self, self._runner, pool)

    @Slot()
    def _deliver(self) -> None:
        follow_up, error = _arrive(self, self._runner)
        if not isValid(self._owner):
            return
        if error is not None:
            self._failed(error)
        else:
            follow_up()


class _Work(QObject):
    """One piece of long work, as the window's thread sees it."""

    def __init__(
        self,
        starter: QWidget,
        label: str,
        job: _Job,
        steps: _Steps | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        super().__init__()
        self._steps = steps
        self._failed = failed or partial(show_error, starter.window())
        self._starter = starter
        self._runner = _Runner(job)
        self._runner.messenger.over.connect(self._deliver)
        self._patience = _progress(starter, label)
        if steps is not None:
            _make_cancellable(self._patience, steps)

    def start(self) -> None:
        self._starter.setEnabled(False)
        _set_out(self, self._runner)

    @Slot()
    def _deliver(self) -> None:
        follow_up, error = _arrive(self, self._runner)
        if not isValid(self._starter):
            return
        self._patience.close()
        self._patience.deleteLater()
        self._starter.setEnabled(True)
        if error is not None:
            self._failed(error)
            return
        follow_up()


def _progress(starter: QWidget, label: str) -> QProgressDialog:
    """A progress dialog that shows itself only when the work takes long."""
    dialog = QProgressDialog("", "", 0, 0, starter.window())
    words = Label()
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    dialog.setLabel(words)  # what is being done may name a file
    dialog.setBar(Busy())
    dialog.setBackgroundRole(QPalette.ColorRole.Base)
    dialog.setAutoFillBackground(True)
    dialog.setMinimumWidth(scaled(tokens.DIALOG_WIDTH))
    dialog.setLabelText(label)
    dialog.setCancelButton(None)
    dialog.setWindowTitle(say("工会年度总结"))
    dialog.setMinimumDuration(_PATIENCE)
    return dialog


def _make_cancellable(dialog: QProgressDialog, steps: _Steps) -> None:
    """Show the steps; what is cancelled ends before its next step, and the dialog at once."""
    dialog.setCancelButton(Button(say("取消")))
    dialog.canceled.connect(steps.stop)
    steps.begun.connect(dialog.setLabelText)


def _nothing() -> None:
    """What follows work that failed."""


def _no_job() -> _FollowUp:
    return _nothing


class _Messenger(QObject):
    over = Signal()


class _Runner(QRunnable):
    """The work as the thread pool takes it; it gives what is to follow on the window's thread."""

    def __init__(self, job: _Job) -> None:
        super().__init__()
        self.setAutoDelete(False)  # what it found is read after it has run
        self.messenger = _Messenger()
        self.follow_up: _FollowUp = _nothing
        self.error: Exception | None = None
        self.pool: QThreadPool | None = None
        self._job: _Job = job

    def let_go(self) -> None:
        """Keep hold of nothing that the work was about, once it is over."""
        self.follow_up, self.error, self._job = _nothing, None, _no_job
        self.messenger.deleteLater()

    def run(self) -> None:
        """Do the work."""
        try:
            self.follow_up = self._job()
        except Exception as error:  # whatever it is, the window shows it
            self.error = error
        self.messenger.over.emit()
