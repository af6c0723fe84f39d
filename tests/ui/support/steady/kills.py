"""Processes of a real window in which somebody types, each killed at a moment that is drawn."""

import faulthandler
import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random
from shutil import copytree, rmtree
from threading import Lock
from time import monotonic

from tests.ui.support.steady.person import Person, Rhythm
from tests.ui.support.steady.places import LIST, TABLE
from tests.ui.support.steady.told import Key, Line, Told
from ui.app import make_application
from ui.window import SummaryWizard
from unionapp.draft import Change, EditPath, Slot
from unionapp.storage import open_store
from unionapp.storage.sessions import Session, begin
from unionapp.system import HOME_VARIABLE, data_folder
from unionapp.values import Typed

TEMPLATE = "enterprise"
LONG, SHORT = 300, 3

# How many type at once: for the most part they wait for their next key.
_AT_ONCE = 6

# Whoever begins a process asks all others whether they have ended; an end is told only once.
_BEGINNING_OR_ENDING = Lock()


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
) -> list[Told]:
    """Have a draft with a table of so many rows typed in and killed, afresh for each seed."""
    draft = pattern(folder / "pattern", rows)

    def type_and_kill(number: int) -> Told:
        home = Path(copytree(folder / "pattern", folder / str(number)))
        told = _typed_until_killed(home, draft, seeds[number], rhythm)
        rmtree(home)
        return told

    with ThreadPoolExecutor(_AT_ONCE) as hands:
        return [*hands.map(type_and_kill, range(len(seeds)))]


def _typed_until_killed(home: Path, draft: str, seed: str, rhythm: Rhythm) -> Told:
    """Let somebody type into a draft, and kill them at a moment that is drawn."""
    chance = Random(f"{seed} killed")  # noqa: S311
    process, told = _begun(home, draft, seed, rhythm)
    lines = [*_until_key(chance.randint(1, rhythm.most_keys), told)]
    lines += _until_time(monotonic() + chance.uniform(0, rhythm.pause[1]) / 1000, told)
    with _BEGINNING_OR_ENDING:
        process.kill()
        process.join()
    assert process.exitcode == -signal.SIGKILL
    lines += _rest(told)
    return Told(lines, _answers(home, draft))


def _begun(home: Path, draft: str, seed: str, rhythm: Rhythm) -> tuple[BaseProcess, Connection]:
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload([__name__])
    here, there = processes.Pipe(duplex=False)
    process = processes.Process(target=type_on, args=(home, draft, seed, rhythm, there))
    with _BEGINNING_OR_ENDING:
        process.start()
    there.close()
    return process, here


def _until_key(number: int, told: Connection) -> Iterator[Line]:
    while number:
        yield (line := told.recv())
        number -= isinstance(line, Key)


def _until_time(end: float, told: Connection) -> Iterator[Line]:
    while (left := end - monotonic()) > 0 and told.poll(left):
        yield told.recv()


def _rest(told: Connection) -> Iterator[Line]:
    try:
        while True:
            yield told.recv()
    except (EOFError, OSError):
        return


def _answers(home: Path, draft: str) -> dict[EditPath, Typed | None]:
    store = open_store(home)
    answers = {edit.change.path: edit.change.typed for edit in store.edits(draft)}
    store.close()
    return answers
