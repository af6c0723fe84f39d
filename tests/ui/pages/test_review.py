"""The page that looks the draft over, used as a person does."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.support.opened import begun, last_pages, opened, type_into
from ui.pages import OutputPage, ReviewPage
from ui.pages.findings import FindingsView
from ui.pages.notes import NOTE_ROLE, Note
from ui.window import SummaryWizard
from unionapp.checks import Finding, Severity, explanation_path
from unionapp.draft import Change, EditPath, Slot
from unionapp.figures import FINISH, PROFILE, REVIEW
from unionapp.figures.progress import page_of
from unionapp.storage import DraftStore
from unionapp.template import Section
from unionapp.values import Kind


@pytest.fixture
def wizard(qtbot: QtBot, store: DraftStore) -> SummaryWizard:
    return opened(qtbot, store, begun(store, unit="江州三中工会", year="2022"))


def review_of(wizard: SummaryWizard) -> ReviewPage:
    wizard.go_to_page(REVIEW)
    page = wizard.currentPage()
    assert isinstance(page, ReviewPage)
    return page


def turn_to(page: ReviewPage, view: QWidget) -> None:
    """Press the part of the switch that opens one of the three views."""
    views = (page.findings, page.gaps, page.compared)
    page.switch.part([each is view for each in views].index(True)).click()
    assert view.isVisible()


def counts(wizard: SummaryWizard) -> list[str]:
    template = wizard.desk.template
    return [each.id for each in template.indicators if each.kind is Kind.COUNT and not each.derive]


def both_years(wizard: SummaryWizard, id_: str, last: str, this: str) -> None:
    wizard.desk.put_all(
        [Change(EditPath(Slot.VALUE, id_), this), Change(EditPath(Slot.PREVIOUS, id_), last)]
    )


def ids_of(section: Section) -> set[str]:
    return {each.id for item in section.items for each in item.indicators}


def tell_nothing(wizard: SummaryWizard) -> None:
    """Texts in which no figure stands, so that every figure is found untold."""
    for item in wizard.desk.template.items:
        wizard.desk.put(EditPath(Slot.NARRATIVE, item.id), "全年工作平稳有序。")


def focused(wizard: SummaryWizard) -> str:
    widget = wizard.focusWidget()
    return widget.accessibleName() if widget else ""


def gaps(page: ReviewPage) -> dict[str, list[str]]:
    """The names of what is blank under each heading."""
    tree = page.gaps.tree
    branches = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return {
        branch.text(0): [branch.child(row).text(0) for row in range(branch.childCount())]
        for branch in branches
        if branch is not None
    }


def findings(page: ReviewPage) -> list[str]:
    return [page.findings.list.item(row).text() for row in range(page.findings.list.count())]


def note_of(view: FindingsView, row: int | None = None) -> Note:
    """What is painted of a finding, of the one that is chosen unless another is asked for."""
    item = view.list.item(view.list.currentRow() if row is None else row)
    note = item.data(NOTE_ROLE)
    assert isinstance(note, Note)
    return note


def test_what_is_blank_is_grouped_by_section(wizard: SummaryWizard) -> None:
    shown = gaps(review_of(wizard))
    heading, names = next(iter(shown.items()))
    assert heading == f"工会概况（{len(names)}）"
    assert "成文日期" in names
    assert len(shown) > 1


def test_a_gap_leads_to_its_entry(wizard: SummaryWizard) -> None:
    page = review_of(wizard)
    turn_to(page, page.gaps)
    page.gaps.tree.setFocus()
    QTest.keyClick(page.gaps.tree, Qt.Key.Key_Down)
    QTest.keyClick(page.gaps.tree, Qt.Key.Key_Return)
    assert wizard.page_id() == PROFILE
    assert focused(wizard) == "成文日期"


def test_what_is_filled_in_leaves_the_list_of_gaps(wizard: SummaryWizard) -> None:
    assert any("成文日期" in names for names in gaps(review_of(wizard)).values())
    type_into(wizard, "date", "2022-12-07")
    assert not any("成文日期" in names for names in gaps(review_of(wizard)).values())


def test_a_finding_is_told_with_its_weight_and_leads_to_its_entry(wizard: SummaryWizard) -> None:
    type_into(wizard, "year", "abc")
    page = review_of(wizard)
    assert findings(page)[0].startswith("错误：")
    QTest.mouseClick(page.findings.go_button, Qt.MouseButton.LeftButton)
    assert wizard.page_id() == PROFILE
    assert focused(wizard).startswith("总结年度")


def test_what_cannot_be_read_cannot_be_explained(wizard: SummaryWizard) -> None:
    type_into(wizard, "year", "abc")
    page = review_of(wizard)
    assert not page.findings.explain_button.isEnabled()
    assert not page.findings.explanation.isEnabled()


def test_an_answer_that_cannot_be_read_is_mended_where_it_is_told(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    wizard.desk.put(EditPath(Slot.VALUE, "year"), "abc")
    page = review_of(wizard)
    view = page.findings
    before = view.list.count()
    QTest.mouseClick(view.answer, Qt.MouseButton.LeftButton)
    assert view.answer.text() == "abc"
    QTest.keyClicks(view.answer, "d")
    qtbot.waitUntil(lambda: "abcd" in findings(page)[0])
    view.answer.selectAll()
    QTest.keyClicks(view.answer, "2022")
    qtbot.waitUntil(lambda: note_of(view).settled)
    assert (view.answer.hasFocus(), view.list.count()) == (True, before)
    QTest.keyClick(view.answer, Qt.Key.Key_Return)
    assert wizard.desk.answer(EditPath(Slot.VALUE, "year")) == "2022"
    assert view.list.count() == before - 1
    assert not any(note_of(view, row).settled for row in range(view.list.count()))


def test_only_an_answer_of_one_line_has_an_entry_there(wizard: SummaryWizard) -> None:
    item = wizard.desk.template.items[0].id
    wizard.desk.put(EditPath(Slot.VALUE, "year"), "abc")
    view = review_of(wizard).findings
    view.show_findings(
        [
            Finding("some", Severity.ERROR, "有一处不对。", EditPath(Slot.NARRATIVE, item), ()),
            Finding("some", Severity.ERROR, "另一处不对。", EditPath(Slot.VALUE, "year"), ()),
        ]
    )
    view.list.setCurrentRow(0)
    assert not view.answer.isVisible()
    view.list.setCurrentRow(1)
    assert view.answer.isVisible()
    assert view.answer.accessibleName().startswith("总结年度")


def test_a_finding_that_is_explained_is_shown_as_such_and_counted_no_more(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    wizard.desk.put(EditPath(Slot.VALUE, counts(wizard)[0]), "5")
    tell_nothing(wizard)
    page = review_of(wizard)
    before = len(findings(page))
    QTest.mouseClick(page.findings.explain_button, Qt.MouseButton.LeftButton)
    assert wizard.focusWidget() is page.findings.explanation
    page.findings.explanation.insert("已在别处写到")
    page.findings.explanation.textEdited.emit(page.findings.explanation.text())
    qtbot.waitUntil(lambda: findings(page)[0].startswith("已说明"))
    assert findings(page)[0].endswith("说明：已在别处写到")
    assert len(findings(page)) == before
    assert page.findings.explanation.text() == "已在别处写到"
    wizard.undo()
    qtbot.waitUntil(lambda: not findings(page)[0].startswith("已说明"))
    assert page.findings.explanation.text() == ""


def test_enter_and_the_button_end_an_explanation_and_go_on_at_the_next_finding(
    wizard: SummaryWizard,
) -> None:
    for id_ in counts(wizard)[:3]:
        wizard.desk.put(EditPath(Slot.VALUE, id_), "5")
    tell_nothing(wizard)
    view = review_of(wizard).findings
    QTest.mouseClick(view.explain_button, Qt.MouseButton.LeftButton)
    QTest.keyClicks(view.explanation, "5%")
    QTest.keyClick(view.explanation, Qt.Key.Key_Return)
    assert (view.list.hasFocus(), view.list.currentRow()) == (True, 1)
    assert list(wizard.desk.figures.draft.reasons(counts(wizard)[0])) == ["5%"]
    QTest.mouseClick(view.explain_button, Qt.MouseButton.LeftButton)
    QTest.keyClick(view.explanation, Qt.Key.Key_Escape)
    assert (view.list.hasFocus(), view.list.currentRow()) == (True, 1)
    QTest.mouseClick(view.explain_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(view.done_button, Qt.MouseButton.LeftButton)
    assert (view.list.hasFocus(), view.list.currentRow()) == (True, 2)


def test_each_finding_has_its_own_explanation(wizard: SummaryWizard) -> None:
    for id_ in counts(wizard)[:2]:
        wizard.desk.put(EditPath(Slot.VALUE, id_), "5")
    tell_nothing(wizard)
    second = next(each for each in wizard.desk.findings if each.where.id == counts(wizard)[1])
    wizard.desk.put(explanation_path(second), "另见附件")
    page = review_of(wizard)
    shown = []
    for row in range(2):
        page.findings.list.setCurrentRow(row)
        shown.append(page.findings.explanation.text())
    assert shown == ["", "另见附件"]


def test_this_year_stands_beside_last_year(wizard: SummaryWizard) -> None:
    id_ = counts(wizard)[0]
    both_years(wizard, id_, "100", "118")
    page = review_of(wizard)
    turn_to(page, page.compared)
    table = page.compared.table
    model = table.model()
    row = [model.index(0, column).data() for column in range(table.columnCount())]
    assert row[0] == wizard.desk.figures.name(id_)
    assert row[2:] == ["118", "100", "18", "18%"]
    assert page.compared.bars.isVisible()
    assert "上年100，本年118" in page.compared.bars.accessibleDescription()


def test_a_row_and_a_bar_lead_to_the_figure(wizard: SummaryWizard) -> None:
    id_ = counts(wizard)[0]
    both_years(wizard, id_, "100", "118")
    name = wizard.desk.figures.name(id_)
    page = review_of(wizard)
    turn_to(page, page.compared)
    table = page.compared.table
    place = table.visualRect(table.model().index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert focused(wizard).startswith(name)
    review_of(wizard)
    bars = page.compared.bars
    QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(20, bars.sizeHint().height() - 12))
    assert focused(wizard).startswith(name)


def test_without_figures_of_two_years_there_is_no_picture(wizard: SummaryWizard) -> None:
    wizard.desk.put(EditPath(Slot.VALUE, counts(wizard)[0]), "5")
    page = review_of(wizard)
    turn_to(page, page.compared)
    assert page.compared.table.rowCount() == 1
    assert not page.compared.bars.isVisible()


def test_the_summary_counts_what_is_left_to_do(wizard: SummaryWizard) -> None:
    page = review_of(wizard)
    assert page.summary.startswith("没有发现问题；还有 ")
    type_into(wizard, "year", "abc")
    assert review_of(wizard).summary.startswith("有 1 处问题要看一看")


def test_every_page_counts_the_same_problems_and_no_hint_among_them(
    qtbot: QtBot, wizard: SummaryWizard, store: DraftStore
) -> None:
    wizard.resize(1366, 700)
    type_into(wizard, "year", "abc")
    wizard.desk.put(EditPath(Slot.VALUE, counts(wizard)[0]), "5")
    tell_nothing(wizard)
    page = review_of(wizard)
    assert page.summary.startswith("有 1 处问题要看一看，另有 1 条提示；")
    assert page.switch.part(0).text() == "发现的问题 1"
    last = last_pages(wizard)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    qtbot.waitUntil(lambda: last.item(0).data(spoken) == "检查核对，发现1处问题")
    assert store.listing(wizard.desk.session.id).findings == 1
    wizard.go_to_page(FINISH)
    papers = wizard.currentPage()
    assert isinstance(papers, OutputPage)
    assert "还有1处问题没有处理" in papers.open_points.text()


def test_the_page_begins_in_the_list_where_enter_leads_to_a_place(wizard: SummaryWizard) -> None:
    wizard.desk.put(EditPath(Slot.VALUE, counts(wizard)[0]), "5")
    tell_nothing(wizard)
    wizard.go_to_page(wizard.desk.template.sections[-1].id)
    wizard.go_on()
    assert wizard.focusWidget() is review_of(wizard).findings.list


def test_where_nothing_was_found_enter_leads_on_to_the_papers(wizard: SummaryWizard) -> None:
    page = review_of(wizard)
    assert not page.findings.list.isVisible()
    assert page.findings.nothing.isVisible()
    assert wizard.focusWidget() is page.findings.on_button
    QTest.keyClick(page.findings.on_button, Qt.Key.Key_Return)
    assert wizard.page_id() == FINISH


def test_what_must_be_mended_comes_first(wizard: SummaryWizard) -> None:
    tell_nothing(wizard)
    wizard.desk.put(EditPath(Slot.VALUE, counts(wizard)[0]), "5")
    wizard.desk.put(EditPath(Slot.VALUE, counts(wizard)[-1]), "abc")
    weights = [text[:2] for text in findings(review_of(wizard))]
    assert set(weights) >= {"错误", "提示"}
    assert weights == sorted(weights, key=["错误", "提醒", "提示"].index)


def test_a_painted_button_of_a_note_works_like_the_real_one(wizard: SummaryWizard) -> None:
    for id_ in counts(wizard)[:2]:
        wizard.desk.put(EditPath(Slot.VALUE, id_), "5")
    tell_nothing(wizard)
    view = review_of(wizard).findings
    real = view.explain_button
    place = real.mapTo(view.list.viewport(), real.rect().center())
    rows = [view.list.visualItemRect(view.list.item(row)).top() for row in range(2)]
    beside = QPoint(place.x(), place.y() + rows[1] - rows[0])
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert view.list.currentRow() == 1
    assert wizard.focusWidget() is view.explanation
    assert view.explanation.isVisible()


def test_all_that_is_painted_of_a_finding_is_read_out(wizard: SummaryWizard) -> None:
    id_ = counts(wizard)[0]
    wizard.desk.put(EditPath(Slot.VALUE, id_), "abc")
    view = review_of(wizard).findings
    spoken = view.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    name = wizard.desk.figures.name(id_)
    chapter = next(each.title for each in wizard.desk.template.sections if id_ in ids_of(each))
    for words in (name, chapter, wizard.desk.findings[0].message):
        assert words in spoken


def test_the_paper_beside_is_told_where_the_finding_in_hand_is(wizard: SummaryWizard) -> None:
    first, last = counts(wizard)[0], counts(wizard)[-1]
    for id_ in (first, last):
        wizard.desk.put(EditPath(Slot.VALUE, id_), "abc")
    page = review_of(wizard)
    told: list[tuple[str, ...]] = []
    page.moved.connect(lambda: told.append(page.anchors()))
    QTest.keyClick(page.findings.list, Qt.Key.Key_Down)
    chosen = page.findings.current
    assert chosen is not None
    assert page_of(wizard.desk.template, chosen.where.id) in page.anchors()
    assert told == [page.anchors()]
    page.switch.part(1).click()
    assert page.anchors() == ()
