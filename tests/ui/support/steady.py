"""A person who types steadily into every kind of editor of a real window, until they are killed.

The window is a process of its own. It tells each key, each save and each word of its status as it
goes; by that, and by what the store has afterwards, `Told` says what was lost.
"""

import faulthandler
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from shutil import copytree, rmtree
from time import monotonic
from typing import NamedTuple, cast

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.ui.support.desks import type_in
from ui.app import make_application
from ui.editors import Binding
from ui.editors.field import Entry, Lines
from ui.editors.prose.prose_edit import ProseEdit
from ui.editors.table.grid import Grid
from ui.section import ExplanationEntry, SectionPage
from ui.section.heading import HeadingEntry
from ui.window import SummaryWizard
from unionapp.checks import explanation_path
from unionapp.draft import Change, EditPath, Slot
from unionapp.storage import open_store
from unionapp.storage.sessions import Session, begin
from unionapp.system import HOME_VARIABLE, data_folder
from unionapp.values import Typed

TEMPLATE = "enterprise"
TABLE, LIST, PERSON = "competition_table", "rule_titles", "donation_recipient"
PLAIN = ("unit", "employees", "innovation_benefit", "pledge_rate", "organisation_as_of", "theme")
ITEMS = ("organisation", "rules", "study", "repair")
SECTIONS = ("building", "thought")
LONG, SHORT = 300, 3

# Seconds of typing that may be lost.
MOST_LOST = 1.0

# Milliseconds between two signs of life, and in which the words of the status are looked at.
_TICK = 50

# Milliseconds of a rest: longer than anything is held.
_REST = 1500

# How many type at once: for the most part they wait for their next key.
_AT_ONCE = 6

_LETTERS = "abcdefgh职工安全技能竞赛帮扶慰问"
_DIGITS = "123456789"


class Place(NamedTuple):
    """Where one types: a path and, in a table, a cell of it."""

    path: EditPath
    cell: tuple[int, int] | None = None

    def text_in(self, typed: Typed | None) -> str:
        """What stands there in an answer."""
        if typed is None or isinstance(typed, str):
            return typed or ""
        if self.cell is None:
            return "\n".join(cast("tuple[str, ...]", typed))
        row, column = self.cell
        return typed[row][column] if row < len(typed) else ""


class Key(NamedTuple):
    """A key that was typed, and what its place shows after it; `began` and `ended` in seconds."""

    place: Place
    text: str
    began: float
    ended: float
    at: datetime


class Saved(NamedTuple):
    """The window has told itself that all that was typed until then is on disk."""

    until: datetime


class Words(NamedTuple):
    """The status says something else than before."""

    words: str
    at: datetime
    time: float


class Tick(NamedTuple):
    """The window was free to do what it had to do."""

    time: float


Line = Key | Saved | Words | Tick


class Rhythm(NamedTuple):
    """How one types, in milliseconds: from key to key; and how many keys in one place."""

    pause: tuple[int, int]
    in_one_place: tuple[int, int]
    # How many keys in a hundred are followed by a rest.
    rests: int
    # After so many keys one has been killed.
    most_keys: int


class Hand(NamedTuple):
    """The widget that one types in, and how what stands there is read."""

    place: Place
    widget: QWidget
    text: Callable[[], str]
    letters: str = _LETTERS


class Person(QObject):
    """Types into one place after another, and tells of it."""

    def __init__(
        self, wizard: SummaryWizard, chance: Random, rhythm: Rhythm, tell: Callable[[Line], object]
    ) -> None:
        super().__init__(wizard)
        self._wizard = wizard
        self._chance = chance
        self._rhythm = rhythm
        self._tell = tell
        self._hand: Hand | None = None
        self._left = 0
        self._words = ""
        self._key = QTimer(self, singleShot=True)
        self._key.setTimerType(Qt.TimerType.PreciseTimer)
        self._key.timeout.connect(self._press)
        self._tick = QTimer(self, interval=_TICK)
        self._tick.timeout.connect(self._live)
        wizard.desk.saved.connect(lambda: tell(Saved(wizard.desk.saved_until)))
        wizard.desk.saved.connect(self._look_at_status)
        self._tick.start()
        self._key.start(0)

    def _press(self) -> None:
        if not self._left or self._hand is None:
            self._left = self._chance.randint(*self._rhythm.in_one_place)
            self._hand = self._turn()
        began, at = monotonic(), datetime.now()
        letter = self._chance.choice(self._hand.letters)
        type_in(self._hand.widget, letter)
        self._tell(Key(self._hand.place, self._hand.text(), began, monotonic(), at))
        self._look_at_status()
        self._left -= 1
        rests = self._chance.randrange(100) < self._rhythm.rests
        self._key.start(_REST if rests else self._chance.randint(*self._rhythm.pause))

    def _live(self) -> None:
        self._tell(Tick(monotonic()))
        self._look_at_status()

    def _look_at_status(self) -> None:
        if self._wizard.status.sentence != self._words:
            self._words = self._wizard.status.sentence
            self._tell(Words(self._words, datetime.now(), monotonic()))

    def _turn(self) -> Hand:
        """Go to another place, of any kind."""
        ways = (
            self._plain,
            self._plain,
            self._previous,
            self._note,
            self._list,
            self._person,
            self._cell,
            self._cell,
            self._narrative,
            self._narrative,
            self._item_title,
            self._section_title,
            self._explanation,
        )
        return self._chance.choice(ways)()

    def _plain(self) -> Hand:
        id_ = self._chance.choice(PLAIN)
        self._wizard.go_to(id_)
        return self._entry(Place(EditPath(Slot.VALUE, id_)), _DIGITS)

    def _previous(self) -> Hand:
        self._wizard.go_to("employees", Slot.PREVIOUS)
        return self._entry(Place(EditPath(Slot.PREVIOUS, "employees")), _DIGITS)

    def _note(self) -> Hand:
        self._wizard.go_to("members")
        entry = self._wizard.focusWidget()
        assert isinstance(entry, Entry)
        next(act for words, act in entry.menu_actions if words.startswith("写备注"))()
        return self._entry(Place(EditPath(Slot.NOTE, "members")))

    def _person(self) -> Hand:
        self._wizard.go_to(PERSON)
        entry = self._wizard.focusWidget()
        path = next(each.path for each in self._bindings() if each.parent() is entry)
        return self._entry(Place(path))

    def _explanation(self) -> Hand:
        self._wizard.go_to("members")
        page = self._page()
        found = (note for card in page.cards if card.findings for note in card.findings.notes)
        note = next((each for each in found if each.explain is not None), None)
        if note is None:  # it is found only after a pause
            return self._plain()
        note.begin_explaining()
        entry = note.explanation
        assert isinstance(entry, ExplanationEntry)
        entry.end(False)
        return Hand(Place(explanation_path(note.finding)), entry, entry.text)

    def _list(self) -> Hand:
        self._wizard.go_to(LIST)
        lines = self._wizard.focusWidget()
        assert isinstance(lines, Lines)
        QTest.keyClick(lines, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        return Hand(Place(EditPath(Slot.VALUE, LIST)), lines, lines.toPlainText)

    def _narrative(self) -> Hand:
        id_ = self._chance.choice(ITEMS)
        self._wizard.go_to(id_, Slot.NARRATIVE)
        edit = self._wizard.focusWidget()
        assert isinstance(edit, ProseEdit)
        QTest.keyClick(edit, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        return Hand(Place(EditPath(Slot.NARRATIVE, id_)), edit, lambda: edit.text)

    def _cell(self) -> Hand:
        self._wizard.go_to(TABLE)
        grid = self._wizard.focusWidget()
        assert isinstance(grid, Grid)
        row, column = self._chance.randrange(grid.rowCount() - 1), self._chance.choice((0, 3))
        grid.setCurrentCell(row, column)
        grid.edit(grid.currentIndex())
        entry = grid.viewport().findChildren(QLineEdit)[-1]
        entry.end(False)
        return Hand(Place(EditPath(Slot.VALUE, TABLE), (row, column)), entry, entry.text)

    def _item_title(self) -> Hand:
        id_ = self._chance.choice(ITEMS)
        self._wizard.go_to(id_, Slot.NARRATIVE)
        self._page().write_title(id_)
        return self._heading(id_)

    def _section_title(self) -> Hand:
        id_ = self._chance.choice(SECTIONS)
        self._wizard.go_to_page(id_)
        self._page().write_title()
        return self._heading(id_)

    def _heading(self, id_: str) -> Hand:
        entry = QApplication.focusWidget()
        assert isinstance(entry, HeadingEntry)
        entry.end(False)
        return Hand(Place(EditPath(Slot.TITLE, id_)), entry, entry.text)

    def _entry(self, place: Place, letters: str = _LETTERS) -> Hand:
        entry = self._wizard.focusWidget()
        assert isinstance(entry, QLineEdit)
        entry.end(False)
        return Hand(place, entry, entry.text, letters)

    def _page(self) -> SectionPage:
        page = self._wizard.currentPage()
        assert isinstance(page, SectionPage)
        return page

    def _bindings(self) -> list[Binding]:
        return self._wizard.currentPage().findChildren(Binding)


def pattern(folder: Path, rows: int) -> str:
    """Begin a draft with a table of so many rows, and something found in it; returns its id."""
    answers: dict[str, Typed] = {
        "employees": "100",
        "members": "120",
        "year": "2026",
        LIST: ("甲制度", "乙制度"),
        TABLE: tuple((f"技能比武第{row}场", "", str(row), "好") for row in range(rows)),
    }
    folder.mkdir(parents=True)
    store = open_store(folder)
    changes = [Change(EditPath(Slot.VALUE, id_), typed) for id_, typed in answers.items()]
    draft = begin(store, TEMPLATE, changes)
    store.close()
    return draft


def type_on(home: Path, draft: str, seed: str, rhythm: Rhythm, told: Connection) -> None:
    """Be the process that types into a draft until it is killed."""
    os.environ[HOME_VARIABLE] = str(home)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    faulthandler.enable()
    application = make_application(["steady"])
    wizard = SummaryWizard(Session(open_store(data_folder()), draft))
    wizard.show()
    wizard.activateWindow()
    application.processEvents()
    chance = Random(seed)  # noqa: S311  # typing that can be typed again
    Person(wizard, chance, rhythm, told.send)
    application.exec()


def killed_again_and_again(
    folder: Path, rows: int, seeds: Sequence[str], rhythm: Rhythm
) -> list["Told"]:
    """Have a draft with a table of so many rows typed in and killed, afresh for each seed."""
    draft = pattern(folder / "pattern", rows)

    def type_and_kill(number: int) -> Told:
        home = Path(copytree(folder / "pattern", folder / str(number)))
        told = _typed_until_killed(home, draft, seeds[number], rhythm)
        rmtree(home)
        return told

    with ThreadPoolExecutor(_AT_ONCE) as hands:
        return [*hands.map(type_and_kill, range(len(seeds)))]


def _typed_until_killed(home: Path, draft: str, seed: str, rhythm: Rhythm) -> "Told":
    """Let somebody type into a draft, and kill them at a moment that is drawn."""
    chance = Random(f"{seed} killed")  # noqa: S311
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload([__name__])
    here, there = processes.Pipe(duplex=False)
    process = processes.Process(target=type_on, args=(home, draft, seed, rhythm, there))
    process.start()
    there.close()
    lines: list[Line] = []
    keys = chance.randint(1, rhythm.most_keys)
    while keys and (line := here.recv()):
        lines.append(line)
        keys -= isinstance(line, Key)
    end = monotonic() + chance.uniform(0, rhythm.pause[1]) / 1000
    while (left := end - monotonic()) > 0 and here.poll(left):
        lines.append(here.recv())
    process.kill()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    lines.extend(_rest(here))
    return Told(lines, _answers(home, draft))


def _rest(here: Connection) -> Iterator[Line]:
    try:
        while True:
            yield here.recv()
    except (EOFError, OSError):
        return


def _answers(home: Path, draft: str) -> dict[EditPath, Typed | None]:
    store = open_store(home)
    answers = {edit.change.path: edit.change.typed for edit in store.edits(draft)}
    store.close()
    return answers


class Told:
    """What a person told until they were killed, against what the store has."""

    def __init__(self, lines: list[Line], answers: dict[EditPath, Typed | None]) -> None:
        self._lines = lines
        self._answers = answers
        self.keys = [line for line in lines if isinstance(line, Key)]
        self.lost = [key for place in self._places() for key in self._lost_at(place)]

    def seconds_lost(self) -> float:
        """For how long the window went on working without saving the first key that is lost."""
        if not self.lost:
            return 0
        first = min(key.ended for key in self.lost)
        typed = max(key.began for key in self.keys)
        # A timer that is due goes off before the second sign of life after that.
        ticks = [line.time for line in self._lines if isinstance(line, Tick)]
        return max([0, typed - first, *(time - first for time in ticks[:-1])])

    def lies(self) -> Iterator[str]:
        """What was said to be saved and is not there, and what was said to wait and did not."""
        saved = max((line.until for line in self._lines if isinstance(line, Saved)), default=None)
        for key in self.lost:
            if saved is not None and key.at < saved:
                yield f"{key} was told as saved until {saved}"
        for line in self._lines:
            if isinstance(line, Words):
                yield from self._lies_in(line)

    def _lies_in(self, said: Words) -> Iterator[str]:
        name, _, time = said.words.partition(" ")
        if name == "已保存":
            yield from (
                f"{key} is lost, and the status said {said}"
                for key in self.lost
                if key.at <= said.at and f"{key.at:%H:%M:%S}" < time
            )
        elif "保存" in name and name != "写下的内容随时自动保存":
            waiting = [key for key in self.keys if self._waited_at(key, said)]
            oldest = min((key.began for key in waiting), default=said.time)
            if said.time - oldest < MOST_LOST:
                yield f"{said}, though nothing has waited so long"

    def _waited_at(self, key: Key, said: Words) -> bool:
        """Whether a key was typed and nobody had told it as saved when something was said."""
        at = self._lines.index(said)
        before = (line.until for line in self._lines[:at] if isinstance(line, Saved))
        return key.began <= said.time and key.at > max(before, default=datetime.min)

    def _places(self) -> set[Place]:
        return {key.place for key in self.keys}

    def _lost_at(self, place: Place) -> list[Key]:
        """The keys after the last one of which the store knows; one may have gone untold."""
        keys = [key for key in self.keys if key.place == place]
        there = place.text_in(self._answers.get(place.path))
        before = there[:-1] if keys[-1] is self.keys[-1] else there
        known = [at for at, key in enumerate(keys) if key.text in (there, before)]
        return keys[known[-1] + 1 if known else 0 :]
