"""What was found is told where it is, and before the papers are written."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.opened import begun, opened
from ui.finish import FinishPage
from ui.section_page import SectionPage
from ui.wizard import SummaryWizard
from unionapp.draft import Change, EditPath, Room
from unionapp.progress import FINISH
from unionapp.store import Store


@pytest.fixture
def wizard(qtbot: QtBot, tmp_path: Path) -> SummaryWizard:
    store = Store(tmp_path)
    wizard = opened(qtbot, store, begun(store, unit="城东初级中学工会", year="2022"))
    wizard.desk.put_all(
        [
            Change(EditPath(Room.VALUE, "notice_boards"), "3"),
            Change(EditPath(Room.VALUE, "notice_board_places"), ("会计室", "大厅")),
        ]
    )
    return wizard


def test_a_finding_stands_on_its_card_until_it_is_mended(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    wizard.go_to("notice_boards")
    page = wizard.currentPage()
    assert isinstance(page, SectionPage)
    card = next(card for card in page.cards if card.item.id == "openness")
    qtbot.waitUntil(lambda: "列了2个" in card.findings.text())
    assert card.findings.isVisible()
    wizard.desk.put(EditPath(Room.VALUE, "notice_boards"), "2")
    qtbot.waitUntil(lambda: not card.findings.isVisible())


def test_the_papers_page_says_how_much_is_open_and_stops_nobody(wizard: SummaryWizard) -> None:
    wizard.go_to_page(FINISH)
    page = wizard.currentPage()
    assert isinstance(page, FinishPage)
    assert "还有1处没有处理" in page.open_points.text()
    assert page.write_button.isEnabled()
