"""检查文稿: a paper from a file, pasted or dropped; its marks, the list beside, the way through."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.support.opened import focusable, latin, spoken_name, visible_buttons
from tests.ui.support.shown import show
from ui.kit import Label
from ui.look import tokens
from ui.panels.proof import ProofWindow, show_proof
from ui.panels.proof.marks import WEIGHTS, marks_of
from ui.panels.proof.reading import Proof
from unionapp.checks import Severity
from unionapp.checks.prose import Remark
from unionapp.reading import Span

TEXT = (
    "\U00020000里社区工会\n会员12人，其中女会员8人，慰问**名职工。\n"
    + "走访职工。\n" * 80
    + "末尾3处。"
)
FOUND = (
    ("12人", Severity.ERROR, "会员12人与名册的13人差1人。"),
    ("8人", Severity.HINT, "女会员8人比上年少。"),
    ("**名", Severity.WARNING, "“**”还没有填。"),
    ("3处", Severity.ERROR, "3处与前面的2处不同。"),
)


def remarks(text: str) -> tuple[Remark, ...]:
    return tuple(
        Remark("rule", severity, message, Span(text.index(words), text.index(words) + len(words)))
        for words, severity, message in FOUND
    )


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


@pytest.fixture
def window(qtbot: QtBot, owner: QWidget) -> Iterator[ProofWindow]:
    """The window with a paper in which four things were found."""
    window = ProofWindow(owner)
    window.resize(1000, 600)
    show(qtbot, window)
    window._show("粘贴", Proof(TEXT, marks_of(TEXT, remarks(TEXT))))
    yield window
    window.hide()


def wait_for(qtbot: QtBot, window: ProofWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.text.toPlainText())


def place(window: ProofWindow) -> int:
    """Where the cursor stands in the text, in code points."""
    return len(window.text.toPlainText().encode("utf-16-le")[: 2 * _at(window)].decode("utf-16-le"))


def _at(window: ProofWindow) -> int:
    return window.text.textCursor().position()


def is_in_sight(window: ProofWindow) -> bool:
    return window.text.viewport().rect().contains(window.text.cursorRect().center())


def dropped(data: QMimeData, window: ProofWindow) -> QDragEnterEvent:
    """Drag something over the window, and let it go where that is taken."""
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    over = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    QApplication.sendEvent(window, over)
    if over.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, data, left, none))
    return over


def test_the_list_has_every_finding_with_its_weight_sentence_and_words(
    window: ProofWindow,
) -> None:
    rows = [window.listing.list.item(at).text() for at in range(4)]
    for row, (words, severity, message) in zip(rows, FOUND, strict=True):
        assert row.startswith(f"{WEIGHTS[severity].word}：{message}")
        assert words in row
    assert window.listing.summary.text() == "错误 2 处，提醒 1 处，提示 1 处"


def test_no_two_weights_are_told_by_colour_alone() -> None:
    for telling in ("word", "icon", "tone", "line"):
        assert len({getattr(weight, telling) for weight in WEIGHTS.values()}) == 3


def test_f8_walks_through_the_findings_and_round_the_end(window: ProofWindow) -> None:
    window.text.setFocus()
    for words in ("12人", "8人", "**名", "3处", "12人"):
        assert place(window) == TEXT.index(words)
        assert is_in_sight(window)
        QTest.keyClick(window.text, Qt.Key.Key_F8)
    QTest.keyClick(window.text, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(window.text, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert place(window) == TEXT.index("3处")
    assert window.listing.list.currentRow() == 3
    assert window.listing.position.text() == "第4处，共4处"


def test_f8_goes_on_from_the_cursor(window: ProofWindow) -> None:
    cursor = window.text.textCursor()
    cursor.setPosition(TEXT.index("其中") + 1)
    window.text.setTextCursor(cursor)
    QTest.keyClick(window.text, Qt.Key.Key_F8)
    assert place(window) == TEXT.index("8人")


def test_two_findings_at_one_place_are_both_come_to(window: ProofWindow) -> None:
    twice = remarks(TEXT)[:1] * 2 + remarks(TEXT)[2:3]
    window._show("粘贴", Proof(TEXT, marks_of(TEXT, twice)))
    rows = []
    for _ in range(4):
        rows.append(window.listing.list.currentRow())
        window.step(1)
    assert rows == [0, 1, 2, 0]


def test_a_row_leads_to_its_place_and_enter_into_the_text(window: ProofWindow) -> None:
    rows = window.listing.list
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_End)
    assert place(window) == TEXT.index("3处")
    assert is_in_sight(window)
    assert window.focusWidget() is rows
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert window.focusWidget() is window.text


def test_a_place_that_is_clicked_leads_to_its_row(window: ProofWindow) -> None:
    spot = window.text.place_of(2)
    QTest.mouseClick(window.text.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert window.listing.list.currentRow() == 2
    assert window.listing.position.text() == "第3处，共4处"


def test_the_sentence_is_shown_where_the_pointer_rests(qtbot: QtBot, window: ProofWindow) -> None:
    viewport = window.text.viewport()
    spot = window.text.place_of(0)
    QApplication.sendEvent(
        viewport, QHelpEvent(QHelpEvent.Type.ToolTip, spot, viewport.mapToGlobal(spot))
    )
    qtbot.waitUntil(lambda: QToolTip.text() == f"错误：{FOUND[0][2]}")
    QToolTip.hideText()


def test_hints_can_be_left_out_of_list_text_and_walk(window: ProofWindow) -> None:
    QTest.mouseClick(window.listing.hints, Qt.MouseButton.LeftButton)
    assert window.listing.list.count() == 3
    assert [mark.severity for mark in window.listing.shown].count(Severity.HINT) == 0
    window.step(1)
    window.step(1)
    assert place(window) == TEXT.index("**名")
    QTest.mouseClick(window.listing.hints, Qt.MouseButton.LeftButton)
    assert window.listing.list.count() == 4


def test_the_list_is_copied(window: ProofWindow) -> None:
    QTest.mouseClick(window.copy_button, Qt.MouseButton.LeftButton)
    lines = QApplication.clipboard().text().split("\n")
    assert len(lines) == 4
    assert lines[2].startswith(f"3. 提醒：{FOUND[2][2]}")
    assert "**名" in lines[2]


def test_a_file_is_chosen_and_read(qtbot: QtBot, window: ProofWindow, tmp_path: Path) -> None:
    path = tmp_path / "总结.txt"
    path.write_text("会员12人。", encoding="utf-8")
    QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    line = dialog.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText(str(path))
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_for(qtbot, window, "会员12人。")
    assert window.name.path == "总结.txt"


def test_the_same_file_is_read_again_as_it_is_now(
    qtbot: QtBot, window: ProofWindow, tmp_path: Path
) -> None:
    path = tmp_path / "总结.txt"
    path.write_text("会员12人。", encoding="utf-8")
    window.read(path)
    wait_for(qtbot, window, "会员12人。")
    path.write_text("会员13人。", encoding="utf-8")
    QTest.keyClick(window, Qt.Key.Key_F5)
    wait_for(qtbot, window, "会员13人。")


def test_nothing_is_kept_of_a_paper(
    qtbot: QtBot, window: ProofWindow, tmp_path: Path, home: Path
) -> None:
    path = tmp_path / "总结.txt"
    path.write_text("绝密的话。", encoding="utf-8")
    window.read(path)
    wait_for(qtbot, window, "绝密的话。")
    window.close()
    left = [each for each in home.rglob("*") if each.is_file()] if home.exists() else []
    assert not [each for each in left if "绝密".encode() in each.read_bytes()]


@pytest.mark.parametrize("focus", ["text", "listing"])
def test_words_are_pasted_by_the_key_wherever_the_focus_is(
    qtbot: QtBot, window: ProofWindow, focus: str
) -> None:
    QApplication.clipboard().setText("慰问职工20人。\r\n走访5家。")
    part = window.text if focus == "text" else window.listing.list
    part.setFocus()
    QTest.keyClick(part, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait_for(qtbot, window, "慰问职工20人。\n走访5家。")
    assert window.name.path == "粘贴的文字"
    assert window.again_button.isHidden()


def test_an_empty_clipboard_is_told_in_place(window: ProofWindow) -> None:
    QApplication.clipboard().clear()
    QTest.mouseClick(window.paste_button, Qt.MouseButton.LeftButton)
    assert window.notice.sentence.startswith("剪贴板里没有文字")


def _file(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def _words(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


@pytest.mark.parametrize("made", [_file, lambda path: _words(path.read_text("utf-8"))])
def test_a_paper_or_words_are_dropped(
    qtbot: QtBot, window: ProofWindow, tmp_path: Path, made: Callable[[Path], QMimeData]
) -> None:
    path = tmp_path / "总结.TXT"
    path.write_text("会员14人。", encoding="utf-8")
    assert dropped(made(path), window).isAccepted()
    wait_for(qtbot, window, "会员14人。")


def test_another_kind_of_file_is_not_taken(window: ProofWindow, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "表.xlsx"))])
    dropped(data, window)
    assert window.text.toPlainText() == TEXT


def test_what_cannot_be_read_is_told_in_the_window_and_the_paper_before_stays(
    qtbot: QtBot, window: ProofWindow, tmp_path: Path
) -> None:
    window.read(tmp_path / "没有.docx")
    qtbot.waitUntil(lambda: bool(window.notice.sentence))
    assert window.notice.sentence.count("。") == 1
    assert "没有.docx" in window.notice.sentence
    assert window.text.toPlainText() == TEXT


def test_a_paper_without_findings_says_so(window: ProofWindow) -> None:
    window._show("粘贴", Proof("会员好。", ()))
    assert window.listing.list.isHidden()
    assert "没有发现问题" in [each.text() for each in window.listing.findChildren(Label)]


def test_everything_is_reached_by_tab_and_has_a_chinese_name(window: ProofWindow) -> None:
    parts = list(focusable(window))
    assert window.text in parts
    assert window.listing.list in parts
    for part in parts:
        assert spoken_name(part), part
    for button in visible_buttons(window):
        assert not latin(spoken_name(button))


@pytest.mark.parametrize("size", [(1366, 697), (680, 560)])
def test_nothing_is_cut_at_any_size(window: ProofWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    for button in visible_buttons(window):
        assert button.width() >= button.sizeHint().width()
    assert window.text.width() > tokens.RAIL_WIDTH
    assert window.listing.width() > tokens.RAIL_WIDTH


def test_the_window_is_opened_once(owner: QWidget) -> None:
    first = show_proof(owner)
    assert show_proof(owner) is first
    first.close()


def test_work_ends_with_the_window(qtbot: QtBot, owner: QWidget) -> None:
    window = show_proof(owner)
    window.read("会员12人。\n" * 50_000)
    window.close()
    qtbot.waitUntil(lambda: owner.findChild(ProofWindow) is None)
