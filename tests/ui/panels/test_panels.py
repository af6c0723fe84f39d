"""Find, history, help and settings beside the work, and the walk from finding to finding."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.support.opened import (
    begun,
    entry_of,
    focusable,
    latin,
    opened,
    spoken_name,
    type_into,
    visible_buttons,
)
from ui.editors import Hint
from ui.editors.prose import ProseEdit
from ui.kit import Band, Label, Mood, Panel
from ui.look import Colour, Look, appearance, colour, scale, theme
from ui.panels import FindPanel
from ui.panels.help import key_rows
from ui.preview import PreviewPane
from ui.section.heading import Guide
from ui.window import SummaryWizard
from ui.window.bars import TopBar
from ui.window.sidebar import Sidebar
from unionapp.checks import explanation_path, unexplained
from unionapp.draft import Change, EditPath, Slot
from unionapp.figures import FINISH, PROFILE, REVIEW
from unionapp.figures.progress import page_ids
from unionapp.storage import DraftStore
from unionapp.system import SIZES, Appearance, Theme, settings
from unionapp.values import Kind

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def wizard(qtbot: QtBot, store: DraftStore) -> SummaryWizard:
    return opened(qtbot, store, begun(store, unit="江州三中工会", year="2022"))


@pytest.fixture
def default_appearance() -> Iterator[None]:
    yield
    appearance.apply(Appearance())


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is, as a keyboard does."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def found(wizard: SummaryWizard, words: str) -> FindPanel:
    """Find by keyboard."""
    press(Qt.Key.Key_F, CONTROL)
    panel = wizard.panels.find
    assert panel.words.hasFocus()
    panel.words.setText(words)
    return panel


def count(wizard: SummaryWizard) -> str:
    """The id of a figure to be filled in."""
    template = wizard.desk.template
    return next(i.id for i in template.indicators if i.kind is Kind.COUNT and not i.derive)


def focused_name() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget else ""


def test_what_is_found_is_gone_to_by_enter(wizard: SummaryWizard) -> None:
    name = wizard.desk.figures.name(count(wizard))
    panel = found(wizard, name)
    assert panel.summary.startswith("找到")
    press(Qt.Key.Key_Return)
    assert not panel.isVisible()
    assert focused_name().startswith(name)


def test_the_arrows_choose_among_what_is_found(wizard: SummaryWizard) -> None:
    panel = found(wizard, "工会")
    first = panel.row
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    assert (first, panel.row) == (0, 1)
    assert panel.words.hasFocus()


def test_escape_leads_back_to_where_one_was(wizard: SummaryWizard) -> None:
    year = entry_of(wizard, "year")
    panel = found(wizard, "工会")
    press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert year.hasFocus()
    assert wizard.isVisible()


def test_f3_goes_on_to_the_next_place_without_the_panel(wizard: SummaryWizard) -> None:
    panel = found(wizard, "工会")
    hits = panel.hits
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F3)
    assert panel.hits[panel.row] == hits[1]
    press(Qt.Key.Key_F3, SHIFT)
    press(Qt.Key.Key_F3, SHIFT)
    assert panel.hits[panel.row] == hits[-1]


def test_every_place_of_a_word_in_a_text_is_counted_walked_to_and_chosen(
    wizard: SummaryWizard,
) -> None:
    item = next(item for item in wizard.desk.template.items if item.indicators)
    text = "𠮷校按鹤鸣计划，于{year}贯彻鹤鸣计划。\n再谈鹤鸣计划。"
    wizard.desk.put(EditPath(Slot.NARRATIVE, item.id), text)
    panel = found(wizard, "鹤鸣")
    assert panel.summary.startswith("找到 3 处")
    press(Qt.Key.Key_Return)
    chosen = []
    for _ in range(4):
        edit = QApplication.focusWidget()
        assert isinstance(edit, ProseEdit)
        chosen.append((edit.textCursor().selectedText(), edit.textCursor().selectionStart()))
        press(Qt.Key.Key_F3)
    assert chosen == [("鹤鸣", 4), ("鹤鸣", 13), ("鹤鸣", 21), ("鹤鸣", 4)]


def test_a_found_word_is_chosen_in_the_entry_of_its_year(wizard: SummaryWizard) -> None:
    wizard.desk.put(EditPath(Slot.PREVIOUS, count(wizard)), "97531")
    found(wizard, "753")
    press(Qt.Key.Key_Return)
    edit = QApplication.focusWidget()
    assert isinstance(edit, QLineEdit)
    assert (edit.accessibleName()[:2], edit.selectedText()) == ("上年", "753")


def test_what_was_typed_meanwhile_is_found_too(qtbot: QtBot, wizard: SummaryWizard) -> None:
    panel = found(wizard, "江州五中")
    assert panel.summary.startswith("没有找到")
    wizard.desk.put(EditPath(Slot.VALUE, "unit"), "江州五中工会")
    qtbot.waitUntil(lambda: [hit.id for hit in panel.hits] == ["unit"])


def test_the_words_are_kept_for_the_next_time(wizard: SummaryWizard) -> None:
    found(wizard, "工会")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_F, CONTROL)
    assert wizard.panels.find.words.selectedText() == "工会"


def test_work_goes_on_beside_an_open_panel(wizard: SummaryWizard) -> None:
    found(wizard, "工会")
    entry_of(wizard, "year").setFocus()
    type_into(wizard, "year", "0")
    assert wizard.panels.find.isVisible()
    assert wizard.desk.figures.printed("year") == "20220年"


def history_lines(wizard: SummaryWizard) -> list[str]:
    panel = wizard.panels.history
    return [panel.list.item(row).text() for row in range(panel.list.count())]


def test_the_history_lists_the_steps_with_their_times_and_follows_the_draft(
    wizard: SummaryWizard,
) -> None:
    wizard.panels.show_history()
    before = len(history_lines(wizard))
    type_into(wizard, "date", "2022-12-07")
    assert len(history_lines(wizard)) == before + 1
    newest = history_lines(wizard)[0]
    assert newest.startswith("今天 ")
    assert newest.endswith("改“成文日期”（待填→2022-12-07）　（现在）")


def test_one_can_go_back_to_a_step_and_undo_that(wizard: SummaryWizard) -> None:
    wizard.desk.put(EditPath(Slot.VALUE, "date"), "2022-12-07")
    wizard.desk.put(EditPath(Slot.VALUE, "unit"), "江州五中工会")
    wizard.panels.show_history()
    panel = wizard.panels.history
    assert not panel.back_button.isEnabled()
    press(Qt.Key.Key_Down)
    QTest.mouseClick(panel.back_button, Qt.MouseButton.LeftButton)
    assert wizard.desk.figures.printed("unit") == "江州三中工会"
    assert wizard.desk.figures.printed("date") == "2022年12月7日"
    assert "按“撤销”可以取消" in wizard.status.sentence
    wizard.undo()
    assert wizard.desk.figures.printed("unit") == "江州五中工会"


def test_one_can_go_back_to_how_the_draft_was_opened(wizard: SummaryWizard) -> None:
    wizard.panels.show_history()
    panel = wizard.panels.history
    assert not panel.opening_button.isEnabled()
    wizard.desk.put_all(
        [
            Change(EditPath(Slot.VALUE, "unit"), "江州五中工会"),
            Change(EditPath(Slot.VALUE, count(wizard)), "5"),
        ]
    )
    QTest.mouseClick(panel.opening_button, Qt.MouseButton.LeftButton)
    assert wizard.desk.figures.printed("unit") == "江州三中工会"
    assert wizard.desk.figures.printed(count(wizard)) == ""


@pytest.mark.parametrize("which", ["回到这时", "回到打开时的状态"])
def test_whoever_goes_back_stays_in_the_history_until_escape(
    wizard: SummaryWizard, which: str
) -> None:
    entry_of(wizard, "date")
    wizard.desk.put(EditPath(Slot.VALUE, "date"), "2022-12-07")
    wizard.desk.put(EditPath(Slot.VALUE, "unit"), "江州五中工会")
    press(Qt.Key.Key_H, CONTROL)
    panel = wizard.panels.history
    press(Qt.Key.Key_Down)
    button = next(each for each in visible_buttons(panel) if each.text() == which)
    while not button.hasFocus():
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    assert panel.list.hasFocus()
    assert panel.list.currentRow() == 0
    press(Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_f8_walks_from_finding_to_finding_and_round(wizard: SummaryWizard) -> None:
    type_into(wizard, "year", "abc")
    wizard.desk.put(EditPath(Slot.VALUE, count(wizard)), "很多很多")
    wizard.go_to_page(FINISH)
    press(Qt.Key.Key_F8)
    first = focused_name()
    assert wizard.status.sentence.startswith("第 1 处，共 ")
    press(Qt.Key.Key_F8)
    assert focused_name() != first
    press(Qt.Key.Key_F8, SHIFT)
    assert focused_name() == first


def test_f8_says_of_a_hint_that_it_is_one(wizard: SummaryWizard) -> None:
    type_into(wizard, "year", "abc")
    hinted = count(wizard)
    item = next(
        each
        for each in wizard.desk.template.items
        if hinted in {indicator.id for indicator in each.indicators}
    )
    wizard.desk.put(EditPath(Slot.VALUE, hinted), "5")
    wizard.desk.put(EditPath(Slot.NARRATIVE, item.id), "全年工作平稳有序。")
    press(Qt.Key.Key_F8)
    assert wizard.status.sentence.startswith("第 1 处，共 1 处问题：")
    press(Qt.Key.Key_F8)
    assert wizard.status.sentence.startswith("第 1 条，共 1 条提示：")


def figures_in(wizard: SummaryWizard, section: int) -> list[str]:
    """The ids of the counts that a section asks for."""
    items = wizard.desk.template.sections[section].items
    asked = (each for item in items for each in item.indicators)
    return [each.id for each in asked if each.kind is Kind.COUNT and not each.derive]


def test_f8_leads_to_last_years_figure_where_that_is_the_bad_one_and_one_types_over_it(
    wizard: SummaryWizard,
) -> None:
    id_ = count(wizard)
    last_year = EditPath(Slot.PREVIOUS, id_)
    wizard.desk.put(EditPath(Slot.VALUE, id_), "7")
    wizard.desk.put(last_year, "abc")
    press(Qt.Key.Key_F8)
    assert focused_name().startswith(f"上年{wizard.desk.figures.name(id_)}")
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "15")
    assert wizard.desk.answer(last_year) == "15"
    assert wizard.desk.answer(EditPath(Slot.VALUE, id_)) == "7"


def test_the_page_for_checking_leads_to_last_years_figure_too(wizard: SummaryWizard) -> None:
    id_ = count(wizard)
    wizard.desk.put(EditPath(Slot.VALUE, id_), "7")
    wizard.desk.put(EditPath(Slot.PREVIOUS, id_), "abc")
    wizard.go_to_page(REVIEW)
    press(Qt.Key.Key_Return)
    assert focused_name().startswith("上年")


def test_what_is_wrong_with_last_years_figure_is_told_as_such_under_it(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    id_ = count(wizard)
    wizard.desk.put(EditPath(Slot.PREVIOUS, id_), "abc")
    entry = entry_of(wizard, id_)
    hints = [each for each in wizard.currentPage().findChildren(Hint) if "abc" in each.text()]
    (hint,) = hints
    assert hint.text().startswith("上年：")
    qtbot.waitUntil(lambda: hint.width() > entry.width())


def test_f8_goes_down_the_pages_from_the_cursor_whatever_weighs_more(
    wizard: SummaryWizard,
) -> None:
    here, there = figures_in(wizard, 1)[0], figures_in(wizard, 2)
    for id_ in (here, there[0], there[-1]):
        wizard.desk.put(EditPath(Slot.VALUE, id_), "很多很多")
    wizard.desk.put(EditPath(Slot.PREVIOUS, there[0]), "很多很多")
    entry_of(wizard, there[0])
    met = []
    for _ in range(5):
        press(Qt.Key.Key_F8)
        met.append((wizard.position().slot, wizard.position().id, wizard.status.sentence[2:3]))
    value, previous = Slot.VALUE, Slot.PREVIOUS
    assert met == [
        (value, there[0], "2"),
        (previous, there[0], "3"),
        (value, there[-1], "4"),
        (value, here, "1"),
        (value, there[0], "2"),
    ]
    entry_of(wizard, there[1])
    press(Qt.Key.Key_F8, SHIFT)
    assert wizard.position() == EditPath(previous, there[0])
    wizard.go_to_page(FINISH)
    press(Qt.Key.Key_F8, SHIFT)
    assert wizard.position() == EditPath(value, there[-1])


def test_f8_passes_what_is_worked_out_and_texts_without_sticking_to_them(
    wizard: SummaryWizard,
) -> None:
    for item in wizard.desk.template.items:
        wizard.desk.put(EditPath(Slot.NARRATIVE, item.id), "全年工作，，平稳有序")
    found = len(unexplained(wizard.desk.figures, wizard.desk.findings))
    told = []
    for _ in range(found):
        press(Qt.Key.Key_F8)
        told.append(wizard.status.sentence)
    assert len(set(told)) == found


def test_a_finding_that_was_mended_is_passed_by(wizard: SummaryWizard) -> None:
    wizard.desk.put(EditPath(Slot.VALUE, count(wizard)), "很多很多")
    wizard.desk.put(EditPath(Slot.VALUE, "year"), "很多很多")
    press(Qt.Key.Key_F8)
    entry = QApplication.focusWidget()
    name = focused_name()
    assert entry is not None
    QTest.keyClick(entry, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(entry, "2022")
    press(Qt.Key.Key_F8)
    assert focused_name() != name


def test_without_findings_f8_says_so(wizard: SummaryWizard) -> None:
    press(Qt.Key.Key_F8)
    assert wizard.status.sentence == "没有发现问题"


def test_a_finding_that_is_explained_leaves_the_rail(qtbot: QtBot, wizard: SummaryWizard) -> None:
    sections = wizard.desk.template.sections
    row, pair = next(
        (row, relation.pair)
        for row, section in enumerate(sections, 1)
        for relation in section.relations
        if relation.pair
    )
    wizard.desk.put(EditPath(Slot.VALUE, pair.persons), "5")
    spoken = Qt.ItemDataRole.AccessibleTextRole
    qtbot.waitUntil(lambda: "有问题" in wizard.rail.item(row).data(spoken))
    finding = next(each for each in wizard.desk.findings if each.where.id == pair.amount)
    wizard.desk.put(explanation_path(finding), "补助的是实物")
    qtbot.waitUntil(lambda: "有问题" not in wizard.rail.item(row).data(spoken))


def test_f1_tells_about_the_entry_one_stands_in_and_lists_the_keys(wizard: SummaryWizard) -> None:
    id_ = count(wizard)
    entry_of(wizard, id_)
    press(Qt.Key.Key_F1)
    told = wizard.panels.help.here.toPlainText()
    assert told.startswith(wizard.desk.figures.name(id_))
    assert "无此项" in told
    assert all(keys in told for keys, _ in key_rows())


def test_f1_tells_about_the_page_where_there_is_no_entry(wizard: SummaryWizard) -> None:
    wizard.go_to_page(FINISH)
    press(Qt.Key.Key_F1)
    assert wizard.panels.help.here.toPlainText().startswith("这一页")


def test_the_manual_is_there_without_a_network(wizard: SummaryWizard) -> None:
    wizard.panels.show_help()
    told = wizard.panels.help.manual.toPlainText()
    assert told.startswith("使用手册")
    for words in ("查找", "公示稿", "回到这时", "无此项"):
        assert words in told


@pytest.mark.usefixtures("default_appearance")
def test_at_125_percent_on_1366_pixels_the_preview_folds_and_the_rail_keeps_its_headings(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    appearance.apply(Appearance(text_percent=125))
    wizard.resize(1366, 730)
    wizard.fit()
    assert wizard.rail.item(0).text() == "工会概况"
    section = wizard.desk.template.sections[0].id
    wizard.go_to_page(section)
    qtbot.waitUntil(lambda: bool(wizard.findChildren(PreviewPane)))
    (pane,) = wizard.findChildren(PreviewPane)
    qtbot.waitUntil(lambda: not pane.preview.isVisible())
    assert wizard.rail.item(1).text() != "一"


@pytest.mark.usefixtures("default_appearance")
def test_a_text_takes_the_width_that_is_there(qtbot: QtBot, wizard: SummaryWizard) -> None:
    wizard.resize(1366, 730)
    entry = entry_of(wizard, "party")
    qtbot.waitUntil(lambda: entry.width() == 560)
    wizard.resize(820, 730)
    qtbot.waitUntil(lambda: entry.width() < 560)
    appearance.apply(Appearance(text_percent=125))
    wizard.resize(1366, 730)
    qtbot.waitUntil(lambda: entry.width() > 600)


def finding_note_in_sight(wizard: SummaryWizard) -> bool:
    """Whether a finding's sentence and the entry that it is about are both to be seen."""
    focused = QApplication.focusWidget()
    bands = [each for each in wizard.currentPage().findChildren(Band) if each.isVisible()]
    notes = [each for each in bands if each.mood is not Mood.QUIET]
    assert focused is not None
    return (
        bool(notes)
        and not focused.visibleRegion().isEmpty()
        and any(note.visibleRegion().boundingRect() == note.rect() for note in notes)
    )


def test_whoever_goes_to_a_finding_sees_its_sentence_and_the_entry(wizard: SummaryWizard) -> None:
    wizard.resize(1366, 730)
    here = count(wizard)
    wizard.desk.put(EditPath(Slot.VALUE, here), "很多很多")
    wizard.go_to_page(REVIEW)
    wizard.look_at(here)
    assert "很多很多" in wizard.status.sentence
    assert finding_note_in_sight(wizard)
    wizard.go_to_page(PROFILE)
    press(Qt.Key.Key_F8)
    assert finding_note_in_sight(wizard)


@pytest.mark.usefixtures("default_appearance")
def test_larger_text_is_put_on_at_once_and_kept(qtbot: QtBot, wizard: SummaryWizard) -> None:
    entry = entry_of(wizard, "year")
    wizard.panels.show_settings()
    panel = wizard.panels.settings
    before = entry.fontMetrics().height()
    panel.choose_size(150)
    qtbot.waitUntil(lambda: entry.fontMetrics().height() > before * 1.3)
    assert scale() == pytest.approx(1.5)
    assert settings.load().appearance.text_percent == 150


@pytest.mark.usefixtures("default_appearance")
def test_with_texts_twice_as_large_the_window_still_fits_and_the_rail_gives_way(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    wizard.resize(1280, 660)
    wizard.panels.show_settings()
    wizard.panels.settings.choose_size(200)
    qtbot.waitUntil(lambda: wizard.rail.item(0).text() == "工会")
    for page in page_ids(wizard.desk.template):
        wizard.go_to_page(page)
        QApplication.processEvents()
        assert (page, wizard.width(), wizard.height()) == (page, 1280, 660)


@pytest.mark.usefixtures("default_appearance")
def test_dark_is_put_on_at_once_and_kept(qtbot: QtBot, wizard: SummaryWizard) -> None:
    wizard.panels.show_settings()
    wizard.panels.settings.choose_theme(Theme.DARK)
    qtbot.waitUntil(lambda: theme.is_dark())
    assert theme.is_dark()
    assert settings.load().appearance.theme is Theme.DARK
    wizard.panels.settings.choose_theme(Theme.SYSTEM)
    qtbot.waitUntil(lambda: not theme.is_dark())


@pytest.mark.usefixtures("default_appearance")
def test_high_contrast_is_chosen_by_keyboard_put_on_at_once_and_kept(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    wizard.panels.show_settings()
    colours = wizard.panels.settings.themes
    colours.part(colours.current).setFocus()
    for _ in range(3):
        press(Qt.Key.Key_Right)
    assert focused_name() == "高对比度"
    qtbot.waitUntil(lambda: theme.look() is Look.HIGH_CONTRAST)
    assert settings.load().appearance.theme is Theme.CONTRAST


@pytest.mark.usefixtures("default_appearance")
def test_every_size_and_colour_can_be_read_and_reached_whole_at_the_largest_texts(
    wizard: SummaryWizard,
) -> None:
    wizard.resize(1280, 720)
    wizard.panels.show_settings()
    panel = wizard.panels.settings
    panel.choose_size(200)
    QApplication.processEvents()
    for switch, count_ in ((panel.sizes, len(SIZES)), (panel.themes, len(Theme))):
        for part in map(switch.part, range(count_)):
            assert part.width() >= part.minimumSizeHint().width()
            assert part.visibleRegion().boundingRect() == part.rect()


@pytest.mark.usefixtures("default_appearance")
def test_a_tone_follows_from_light_to_dark(wizard: SummaryWizard) -> None:
    side = wizard.findChild(Sidebar)
    assert side is not None
    hint = side.filled
    for look in (Theme.LIGHT, Theme.DARK):
        appearance.apply(Appearance(theme=look))
        assert hint.palette().windowText().color() == colour(Colour.INK2)


def test_guidance_is_folded_away_on_open_pages_and_new_ones(wizard: SummaryWizard) -> None:
    sections = [each.id for each in wizard.desk.template.sections if each.guide]
    wizard.go_to_page(sections[0])
    wizard.panels.show_settings()
    wizard.panels.settings.folded.click()
    wizard.go_to_page(sections[1])
    guides = wizard.findChildren(Guide)
    assert len(guides) == 2
    words = [words for guide in guides for words in guide.findChildren(Label)]
    assert [each.isHidden() for each in words] == [True, True]
    assert settings.load().appearance.guides_folded


def panels(wizard: SummaryWizard) -> list[Panel]:
    made = (wizard.panels.find, wizard.panels.history, wizard.panels.settings, wizard.panels.help)
    return [*made]


def test_one_panel_takes_the_place_of_another(wizard: SummaryWizard) -> None:
    wizard.panels.show_find()
    wizard.panels.show_help()
    assert [panel.isVisible() for panel in panels(wizard)] == [False, False, False, True]


def test_every_panel_speaks_chinese_and_has_names_to_be_read_out(wizard: SummaryWizard) -> None:
    for panel in panels(wizard):
        panel.open()
        assert [each.text() for each in visible_buttons(panel) if latin(each.text())] == []
        assert [each for each in focusable(panel) if not spoken_name(each)] == []
        panel.leave()


def test_a_panel_fits_a_small_window(wizard: SummaryWizard) -> None:
    wizard.resize(900, 520)
    for panel in panels(wizard):
        panel.open()
        assert wizard.rect().contains(panel.geometry())
        panel.leave()


def test_a_panel_stands_below_the_bar_at_the_right_and_reaches_down_to_the_edge(
    wizard: SummaryWizard,
) -> None:
    bar = wizard.findChild(TopBar)
    assert bar is not None
    for panel in panels(wizard):
        panel.open()
        for size in ((1366, 697), (900, 520), (1920, 1017)):
            wizard.resize(*size)
            place = panel.geometry()
            assert place.top() == bar.geometry().bottom() + 1
            assert (place.right() + 1, place.bottom() + 1) == size
        panel.leave()


def test_a_panel_is_closed_by_the_cross_in_its_corner(wizard: SummaryWizard) -> None:
    year = entry_of(wizard, "year")
    for panel in panels(wizard):
        panel.open()
        assert panel.close_button.accessibleName() == f"关闭{panel.title}"
        QTest.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
        assert not panel.isVisible()
        assert year.hasFocus()


def test_a_panel_throws_its_shadow_only_while_it_is_open(wizard: SummaryWizard) -> None:
    wizard.resize(1366, 697)
    panel = wizard.panels.history
    wizard.panels.show_history()
    beside = panel.x() - 2
    panel.leave()
    before = wizard.grab().toImage().pixelColor(beside, 690)
    wizard.panels.show_history()
    with_shadow = wizard.grab().toImage().pixelColor(beside, 690)
    assert with_shadow.lightness() < before.lightness()
    panel.leave()
    assert wizard.grab().toImage().pixelColor(beside, 690) == before


def test_help_is_switched_by_the_arrow_keys(wizard: SummaryWizard) -> None:
    wizard.panels.show_help()
    panel = wizard.panels.help
    panel.switch.part(panel.switch.current).setFocus()
    press(Qt.Key.Key_Right)
    assert panel.manual.isVisible()
    press(Qt.Key.Key_Right)
    assert panel.rules.isVisible()
    assert "相加对不上" in panel.rules.toPlainText()
    press(Qt.Key.Key_Right)
    assert panel.promises.isVisible()


def test_the_last_page_has_a_key(wizard: SummaryWizard) -> None:
    assert wizard.page_id() == PROFILE
    press(Qt.Key.Key_E, CONTROL)
    assert wizard.page_id() == FINISH
