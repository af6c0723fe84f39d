"""What came of writing: the papers and the ways to open them, and what has changed since."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from ui.desk import Desk
from ui.kit import Label, Link, LinkList, open_path, push_button, take_all_out, theme
from ui.runtime import log_error, run_quietly
from unionapp.figures import Difference, Figures, differences
from unionapp.storage import WrittenPaper, last_written, standings
from unionapp.system import Standing
from unionapp.text import local_time, time_in_words
from unionapp.writers import Written


class OutputResults(QWidget):
    """The papers that were just written: their folder, and each with a button that opens it."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setSpacing(theme.INSIDE // 2)
        self._files: tuple[Path, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """The files shown."""
        return self._files

    def clear(self) -> None:
        """Show no paper."""
        self._files = ()
        self.setFocusProxy(None)  # type: ignore[arg-type]
        for widget in take_all_out(self._grid):
            widget.deleteLater()

    def show_written(self, written: Written, edition: str) -> None:
        """Show these papers of an edition instead of the ones before, and what is kept beside."""
        self.clear()
        self._files = files = written.files
        if not files:
            return
        folder = _opener("打开文件夹", files[0].parent, "")
        self._add(f"✓ {edition}已写出到 {files[0].parent}", folder)
        for file in files:
            self._add(f"✓ {file.name}", _opener("打开文件", file, file.name))
        for kept in written.kept:
            self._add(kept.message, _opener("打开文件", kept.beside, kept.beside.name))
        self.setFocusProxy(folder)

    def _add(self, words: str, button: QPushButton) -> None:
        row = self._grid.rowCount()
        for column, widget in enumerate((_line(words), button)):
            self._grid.addWidget(widget, row, column)
            widget.show()  # at once, for only what is shown takes the focus


class ChangesSinceOutput(LinkList):
    """The changes that the papers written last do not know yet; each row leads to its place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("上次出稿以后改了什么", "这份总结还没有出过稿。")
        self._desk = desk
        self._last: tuple[str, Figures] | None = None
        self._papers: tuple[WrittenPaper, ...] = ()

    def refresh(self) -> None:
        """Look at the draft anew, and a moment later at the papers."""
        self._show({})
        self.look_again()

    def look_again(self) -> None:
        """Look whether the papers are still as they were written, beside the work."""
        self._papers = last_written(self._desk.session.papers)
        look = partial(standings, [paper.path for paper in self._papers], self._papers)
        run_quietly(self, look, partial(self._show_found, self._papers), log_error)

    def _show_found(self, papers: tuple[WrittenPaper, ...], found: Mapping[Path, Standing]) -> None:
        """Show what was found, unless others have been written meanwhile."""
        if papers == self._papers:
            self._show(found)

    def _show(self, found: Mapping[Path, Standing]) -> None:
        """Show what was changed in the draft, and in the papers as they were found."""
        last = self._when_last_written()
        if last is None:
            return
        ours = [path for path, standing in found.items() if standing is Standing.OURS]
        looked_at = bool(ours) and len(ours) == len(self._papers)
        what = "草稿和写出的文稿都没有改过" if looked_at else "草稿没有改过"
        self.set_nothing(f"{time_in_words(local_time(last[0]))}出稿以后，{what}。")
        changed = differences(last[1], self._desk.figures)
        self.show_links(
            [
                *(Link(_in_words(each), each.id) for each in changed),
                *(
                    Link(f"《{path.name}》：写出后改过，再出稿时会改名保留")
                    for path, standing in found.items()
                    if standing is Standing.OTHER
                ),
            ]
        )

    def note_written(self, figures: Figures) -> None:
        """Remember that the papers were written just now, of these figures."""
        self._last = (self._desk.session.written_at, figures)

    def _when_last_written(self) -> tuple[str, Figures] | None:
        """When the papers were last written, and the figures of then."""
        at = self._desk.session.written_at
        if at and (self._last is None or self._last[0] != at):
            self._last = (at, self._desk.session.figures_when_written())
        return self._last


def _line(words: str) -> Label:
    label = Label(words, wraps=True)
    theme.set_tone(label, theme.Tone.DONE)
    return label


def _opener(text: str, path: Path, name: str) -> QPushButton:
    button = push_button(text, lambda: open_path(path))
    button.setAccessibleName(f"{text}{name}")
    return button


def _in_words(changed: Difference) -> str:
    return f"{changed.name}：{changed.before} → {changed.now}"
