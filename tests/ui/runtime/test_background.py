"""Long work that tells its steps and can be cancelled between them."""

from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.kit import Message
from ui.runtime import Step, run_in_steps
from unionapp.errors import WritingError


class Office(QWidget):
    """A window with a button that starts work of two steps; the second waits for a word."""

    def __init__(self) -> None:
        super().__init__()
        self.button = QPushButton("写", self)
        self.button.clicked.connect(self.start)
        self.go_on = Event()
        self.told: list[str] = []
        self.reached: list[str] = []

    def start(self) -> None:
        run_in_steps(self.button, self.work, self.told.append, lambda: self.told.append("停了"))

    def work(self, step: Step) -> str:
        step("第一步")
        self.reached.append("第一步")
        self.go_on.wait(10)
        step("第二步")
        self.reached.append("第二步")
        return "做完了"

    def dialog(self) -> QProgressDialog:
        (dialog,) = self.findChildren(QProgressDialog)
        return dialog


def begun(qtbot: QtBot) -> Office:
    office = Office()
    qtbot.addWidget(office)
    office.show()
    QTest.mouseClick(office.button, Qt.MouseButton.LeftButton)
    return office


def test_the_step_is_told_while_it_is_done(qtbot: QtBot) -> None:
    office = begun(qtbot)
    qtbot.waitUntil(lambda: office.dialog().labelText() == "第一步")
    office.go_on.set()
    qtbot.waitUntil(lambda: office.told == ["做完了"])
    assert office.button.isEnabled()


def test_what_is_cancelled_does_not_begin_its_next_step(qtbot: QtBot) -> None:
    office = begun(qtbot)
    qtbot.waitUntil(lambda: office.reached == ["第一步"])
    cancel = office.dialog().findChild(QPushButton)
    assert isinstance(cancel, QPushButton)
    assert cancel.text() == "取消"
    cancel.click()
    office.go_on.set()
    qtbot.waitUntil(office.button.isEnabled)
    assert office.told == ["停了"]
    assert office.reached == ["第一步"]


def test_a_failure_in_a_step_is_told(qtbot: QtBot) -> None:
    def fail(_step: Step) -> str:
        raise WritingError("磁盘满了。")

    office = Office()
    qtbot.addWidget(office)
    office.show()
    run_in_steps(office.button, fail, office.told.append, lambda: None)
    qtbot.waitUntil(office.button.isEnabled)
    boxes = office.findChildren(Message)
    assert [box.text() for box in boxes] == ["磁盘满了。"]
    boxes[0].close()
