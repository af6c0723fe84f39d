"""The preview: pages on the screen, figures that can be clicked, places that can be gone to."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPalette, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.papers import of, whole
from tests.ui.support.opened import spoken_name
from tests.ui.support.paper_pages import measure
from ui.preview.arrangement import GAP, arrange, figure_at, figures
from ui.preview.view import Preview
from unionapp.layout.pages import Layout
from unionapp.paper import Document, Paragraph, Run

LONG = "工会组织围绕中心任务服务职工群众推动各项工作再上新台阶。"


def long_document(pages: int = 4) -> Document:
    texts = (Run(LONG * 10), Run("36002人", "members"))
    return of(*(Paragraph(texts, f"item{n}") for n in range(2 * pages)))


@pytest.fixture
def preview(qtbot: QtBot) -> Iterator[Preview]:
    shown = Preview()
    qtbot.addWidget(shown)
    shown.resize(620, 700)
    shown.show_document(long_document())
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.hide()


def place_of(preview: Preview, indicator: str) -> QPoint:
    """Where the first figure of an indicator is in the viewport."""
    place = preview.arrangement.places[0]
    figure = next(each for each in figures(place.page) if each.indicator == indicator)
    x = place.x + figure.x + figure.width / 2
    y = place.y + figure.y + figure.height / 2
    down = preview.verticalScrollBar().value()
    return QPoint(round(x * preview.scale), round(y * preview.scale) - down)


def test_the_pages_are_those_of_the_layout(preview: Preview) -> None:
    assert len(preview.paper.pages) >= 4
    assert preview.accessibleDescription().endswith(f"共{len(preview.paper.pages)}页")


def test_a_click_on_a_figure_asks_for_its_entry(preview: Preview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.wanted) as asked:
        QTest.mouseClick(
            preview.viewport(), Qt.MouseButton.LeftButton, pos=place_of(preview, "members")
        )
    assert asked.args == ["members"]


def test_a_click_beside_figures_asks_for_nothing(preview: Preview, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(preview.wanted):
        for point in (QPoint(3, 3), QPoint(300, 20), QPoint(300, 200)):
            QTest.mouseClick(preview.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_over_a_figure_the_mouse_becomes_a_hand(preview: Preview, qtbot: QtBot) -> None:
    QTest.mouseMove(preview.viewport(), place_of(preview, "members"))
    qtbot.waitUntil(
        lambda: preview.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    )


def test_going_to_an_item_shows_the_page_it_is_on(preview: Preview) -> None:
    assert preview.go_to("item7")
    found = preview.paper.page_of("item7")
    assert found is not None
    top = preview.verticalScrollBar().value()
    place = preview.arrangement.places[found[0].number - 1]
    y = (place.y + found[1].y) * preview.scale
    assert top <= y <= top + preview.viewport().height()


def test_going_to_what_is_not_in_the_paper_stays_where_it_is(preview: Preview) -> None:
    preview.verticalScrollBar().setValue(200)
    assert not preview.go_to("nowhere")
    assert preview.verticalScrollBar().value() == 200


def test_a_new_paper_keeps_the_place_that_is_shown(preview: Preview) -> None:
    preview.verticalScrollBar().setValue(500)
    document = long_document()
    first = replace(document, blocks=(*document.blocks[:-1], Paragraph((Run("改"),))))
    preview.show_document(first)
    assert preview.verticalScrollBar().value() == pytest.approx(500, abs=60)


def test_pages_fill_the_width_until_a_zoom_is_chosen(preview: Preview) -> None:
    assert preview.horizontalScrollBar().maximum() == 0
    narrow = preview.scale
    preview.resize(900, 700)
    assert preview.scale > narrow
    preview.set_zoom(2.0)
    assert preview.horizontalScrollBar().maximum() > 0
    preview.fit_width()
    assert preview.horizontalScrollBar().maximum() == 0


def test_ctrl_and_the_wheel_zoom(preview: Preview) -> None:
    before = preview.scale
    turn(preview, 120)
    assert preview.scale > before
    turn(preview, -120)
    turn(preview, -120)
    assert preview.scale < before


def turn(preview: Preview, delta: int) -> None:
    centre = QPointF(100, 100)
    event = QWheelEvent(
        centre,
        preview.mapToGlobal(centre),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(preview.viewport(), event)


def test_keys_scroll(preview: Preview) -> None:
    bar = preview.verticalScrollBar()
    QTest.keyClick(preview, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    QTest.keyClick(preview, Qt.Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    assert bar.value() > 0


def test_paper_stays_white_on_a_dark_desktop(preview: Preview) -> None:
    dark = QPalette(QColor("#202020"))
    preview.setPalette(dark)
    picture = preview.grab().toImage()
    place = preview.arrangement.places[0]
    corner = QPoint(round((place.x + 9) * preview.scale), round((place.y + 9) * preview.scale))
    assert picture.pixelColor(corner) == QColor("white")
    assert picture.pixelColor(2, 2).lightness() < 128


def test_letters_are_drawn_on_the_page(preview: Preview) -> None:
    picture = preview.grab().toImage()
    dark = sum(
        picture.pixelColor(x, y).lightness() < 100
        for x in range(100, 500, 2)
        for y in range(100, 300, 2)
    )
    assert dark > 200


def test_a_screen_reader_hears_what_it_is(preview: Preview) -> None:
    assert spoken_name(preview) == "文稿预览"


def test_facing_pages_lie_as_in_a_bound_paper() -> None:
    pages = Layout(measure).lay_out(long_document()).pages
    arrangement = arrange(pages, facing=True)
    middle = arrangement.width / 2
    for place in arrangement.places:
        assert (place.x >= middle) == (place.page.number % 2 == 1)
    second, third = arrangement.places[1:3]
    assert second.y == third.y > arrangement.places[0].y


def test_pages_lie_below_each_other_with_a_gap() -> None:
    pages = Layout(measure).lay_out(whole()).pages
    arrangement = arrange(pages, facing=False)
    for upper, lower in zip(arrangement.places, arrangement.places[1:], strict=False):
        assert lower.y == pytest.approx(upper.y + upper.page.height + GAP)
    assert arrangement.height == pytest.approx(arrangement.places[-1].y + pages[-1].height + GAP)


def test_every_live_figure_can_be_found_where_it_stands() -> None:
    page = Layout(measure).lay_out(long_document()).pages[0]
    found = list(figures(page))
    assert found
    for figure in found:
        assert figure_at(page, figure.x + 1, figure.y + 1) == figure
