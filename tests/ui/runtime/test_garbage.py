"""Forgotten objects are collected between two events of the window, and never else."""

import gc
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.runtime import Collector
from ui.runtime.background import run


class Forgotten:
    """Something that only its own circle still knows."""

    def __init__(self) -> None:
        self.itself = self


def forgotten() -> "weakref.ref[Forgotten]":
    return weakref.ref(Forgotten())


def make_much() -> list[list[int]]:
    """More than the bound of the youngest generation."""
    return [[each] for each in range(2 * gc.get_threshold()[0])]


def test_what_is_forgotten_stays_while_something_is_made(qapp: QObject) -> None:
    assert qapp
    circle = forgotten()
    made = make_much()
    assert circle() is not None
    del made


def test_it_goes_when_the_window_has_nothing_else_to_do(qtbot: QtBot) -> None:
    circle = forgotten()
    made = make_much()
    qtbot.waitUntil(lambda: circle() is None)
    del made


def test_little_is_left_alone(qapp: QObject) -> None:
    collector = Collector(qapp)
    gc.collect()
    circle = forgotten()
    collector.look()
    assert circle() is not None
    gc.collect()
    assert circle() is None
    collector.deleteLater()


def test_all_that_lives_long_is_gone_through_only_when_it_has_grown(qapp: QObject) -> None:
    collector = Collector(qapp)

    def look_often() -> int:
        """How many full collections come of it."""
        before: int = gc.get_stats()[2]["collections"]
        for _ in range(40):
            for _ in range(gc.get_threshold()[1] + 2):
                gc.collect(0)
            made = make_much()
            collector.look()
            del made
        after: int = gc.get_stats()[2]["collections"]
        return after - before

    look_often()
    assert look_often() == 0
    kept = [[each] for each in range(len(gc.get_objects()))]
    assert look_often() > 0
    del kept
    collector.deleteLater()


def test_no_widget_can_end_on_a_workers_thread(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    collecting: list[bool] = []
    run(window, "在算…", lambda: collecting.append(gc.isenabled()), lambda _: None)
    qtbot.waitUntil(lambda: bool(collecting))
    assert collecting == [False]
