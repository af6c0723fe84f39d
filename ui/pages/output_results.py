"""What came of writing: the papers and the ways to open them, and what has changed since."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.kit import (
    Action,
    Button,
    Label,
    Link,
    LinkList,
    Sheet,
    Sign,
    across,
    draw_plate,
    hint_label,
    link_button,
    menu_of,
    open_path,
    painter_on,
    push_button,
    set_tip,
    stacked,
    take_all_out,
    tool_button,
)
from ui.look import Colour, Icon, colour, set_size, set_tone, tokens
from ui.pages.file_name import FileName
from ui.pages.output_options import FORM_ICONS
from ui.runtime import log_error, run_quietly
from ui.words import say
from unionapp.figures import Difference, Figures, differences
from unionapp.storage import WrittenPaper, last_written, standings
from unionapp.system import Standing
from unionapp.text import local_time, time_in_words
from unionapp.writers import FileFormat, Written

_NO_SIZES: Mapping[FileFormat, str] = MappingProxyType({})


class OutputResults(Sheet):
    """What came of writing: the papers with what can be done with each, or why there are none."""

    # A paper that was written is to be printed.
    print_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(tokens.BETWEEN, tokens.INSIDE, tokens.INSIDE, tokens.GROUP)
        self._rows.setSpacing(tokens.HAIR)
        self._files: tuple[Path, ...] = ()
        self._told: Label | None = None
        self.hide()

    @property
    def files(self) -> tuple[Path, ...]:
        """The files shown."""
        return self._files

    @property
    def sentence(self) -> str:
        """What is said above the files, or why there are none."""
        return self._told.text() if self._told is not None else ""

    def clear(self) -> None:
        """Show no paper."""
        self._files, self._told = (), None
        self.setFocusProxy(None)  # type: ignore[arg-type]
        self.hide()
        for widget in take_all_out(self._rows):
            widget.deleteLater()

    def show_written(
        self, written: Written, edition: str, sizes: Mapping[FileFormat, str] = _NO_SIZES
    ) -> None:
        """Show these papers of an edition instead of the ones before, and what is kept beside.

        `sizes` say how much a form is, where that is known.
        """
        self.clear()
        self._files = files = written.files
        if not files:
            return
        folder = link_button(say("打开文件夹"), partial(open_path, files[0].parent), Icon.FOLDER)
        set_tip(folder, str(files[0].parent))
        when = time_in_words(datetime.now())
        self._told = told = Label(
            say("{edition}出好了 {count} 份，{when}", edition=edition, count=len(files), when=when)
        )
        set_size(told, tokens.TEXT_SIZE, bold=True)
        set_tone(told, Colour.DONE)
        # Close to the sentence: a panel over the right of the page covers neither.
        self._add(Sign(Icon.STATE_DONE, Colour.DONE), across(told, folder))
        for file in files:
            self._add_file(file, sizes)
        for kept in written.kept:
            words = Label(kept.message, wraps=True)
            opener = _opener(kept.beside)
            self._add(Sign(Icon.INFO, Colour.LIVE), words, opener)
        self._appear(folder)

    def show_failure(self, sentence: str, *remedies: Action) -> None:
        """Say in the place of the papers why there are none, and what can be done."""
        self.clear()
        buttons = [push_button(words, do) for words, do in remedies]
        for button in buttons:
            button.be_small()
        self._told = told = Label(sentence, wraps=True)
        self._add(Sign(Icon.ERROR, Colour.ERROR), told, *buttons)
        self._appear(buttons[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet; as a band while it says why there are no papers."""
        super().paintEvent(event)
        if not self._files:
            fill, edge = colour(Colour.ERROR_WASH), colour(Colour.ERROR)
            place = QRectF(self.rect())
            draw_plate(painter_on(self), place, tokens.CARD_RADIUS, fill, edge)

    def _add_file(self, file: Path, sizes: Mapping[FileFormat, str]) -> None:
        form = next(each for each in FileFormat if file.name.endswith(each.value))
        name = FileName(file.name)
        facts = [form.traits.kind, sizes.get(form, "")]
        words = stacked((name, hint_label(" · ".join(filter(None, facts)))), stretches=False)
        column = words.layout()
        if column is not None:
            column.setSpacing(0)
        tools = [_opener(file)]
        if form.traits.takes_base:  # what has pages
            printer = tool_button(
                "", self.print_wanted.emit, icon=Icon.PRINT, name=say("打印{name}", name=file.name)
            )
            set_tip(printer, say("打印…"))
            tools.append(printer)
        tools.append(_more(file))
        self._add(Sign(FORM_ICONS[form]), words, *tools)

    def _add(self, sign: QWidget, words: QWidget, *buttons: QWidget) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, tokens.HAIR, 0, tokens.HAIR)
        line.setSpacing(tokens.INSIDE)
        line.addWidget(sign)
        line.addWidget(words, 1)
        for button in buttons:
            line.addWidget(button)
        self._rows.addWidget(row)

    def _appear(self, first: QWidget) -> None:
        """Come in sight at once, for only what is shown takes the focus; and be read out."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        self.show()
        self.setFocusProxy(first)
        if self._told is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(self._told, QAccessible.Event.Alert))


class ChangesSinceOutput(LinkList):
    """The changes that the papers written last do not know yet; each row leads to its place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("上次出稿以后改了什么"), say("这份总结还没有出过稿。"))
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
        what = say("草稿和写出的文稿都没有改过") if looked_at else say("草稿没有改过")
        self.set_nothing(
            say("{when}出稿以后，{what}。", when=time_in_words(local_time(last[0])), what=what)
        )
        changed = differences(last[1], self._desk.figures)
        self.show_links(
            [
                *(Link(_in_words(each), each.id) for each in changed),
                *(
                    Link(say("《{name}》：写出后改过，再出稿时会改名保留", name=path.name))
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


def _opener(path: Path) -> Button:
    button = push_button(say("打开"), partial(open_path, path))
    button.be_small()
    button.setAccessibleName(say("打开{name}", name=path.name))
    return button


def _more(file: Path) -> Button:
    """A menu of what is seldom done with a paper."""
    button = tool_button("", icon=Icon.MORE, name=say("{name}的更多操作", name=file.name))
    set_tip(button, say("更多"))
    actions: tuple[Action, ...] = (
        (say("打开所在文件夹"), partial(open_path, file.parent)),
        (say("复制文件名"), partial(_copy, file.name)),
        (say("复制文件的位置"), partial(_copy, str(file))),
    )
    button.clicked.connect(
        lambda: menu_of(actions, button).popup(button.mapToGlobal(button.rect().bottomLeft()))
    )
    return button


def _copy(words: str) -> None:
    QApplication.clipboard().setText(words)


def _in_words(changed: Difference) -> str:
    return say(
        "{name}：{before} → {now}", name=changed.name, before=changed.before, now=changed.now
    )
