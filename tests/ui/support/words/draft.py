"""The places of a draft's window."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from tests.ui.support.words.start import Place
from tests.ui.support.words.waiting import settle, shown_one
from ui.desk import Desk
from ui.editors.field.details import MenuButton
from ui.kit import Segments
from ui.section import SectionPage
from ui.section.outline import ChangeForm, IndicatorForm, WordForm
from ui.window import SummaryWizard
from unionapp.checks import check, explanation_path
from unionapp.draft import Change, CustomIndicator, EditPath, Slot, custom_parts, outline_edits
from unionapp.figures import REVIEW
from unionapp.figures.progress import page_ids
from unionapp.storage import DraftStore
from unionapp.storage.sessions import Session, begin
from unionapp.storage.starting import begin_example, begin_next_year
from unionapp.template import Indicator
from unionapp.values import Kind, State

# A template that asks every kind of answer.
KIND = "school"
_WIDE, _NARROW = (1500, 1000), (800, 600)


def empty_draft(store: DraftStore) -> Iterator[Place]:
    """Yield all pages of a draft in which nothing stands."""
    with _opened(store, begin(store, KIND, ())) as wizard:
        yield from _pages(wizard, page_ids(wizard.desk.template))


def example(store: DraftStore) -> Iterator[Place]:
    """Yield what opens beside a page, and in it."""
    with _opened(store, begin_example(store, KIND)) as wizard:
        wizard.go_to_page(page_ids(wizard.desk.template)[2])
        yield from _beside(wizard)
        yield from _forms(wizard)


def next_year(store: DraftStore) -> Iterator[Place]:
    """Yield pages on which last year stands beside, and texts are to be confirmed."""
    with _opened(store, begin_next_year(store, begin_example(store, KIND)).id) as wizard:
        yield from _pages(wizard, (page_ids(wizard.desk.template)[2], REVIEW))


def mess(store: DraftStore) -> Iterator[Place]:
    """Yield all pages of a draft in which something is wrong, left out or told everywhere."""
    with _opened(store, _mess(store)) as wizard:
        _quarrel(wizard, store)
        pages = page_ids(wizard.desk.template)
        yield from _pages(wizard, pages)
        wizard.resize(*_NARROW)
        settle()
        yield from _pages(wizard, pages[:3])


@contextmanager
def _opened(store: DraftStore, id_: str) -> Iterator[SummaryWizard]:
    wizard = SummaryWizard(Session(store, id_))
    wizard.resize(*_WIDE)
    wizard.show()
    settle()
    yield wizard
    wizard.close()
    wizard.deleteLater()
    settle()


def _pages(wizard: SummaryWizard, pages: Sequence[str]) -> Iterator[Place]:
    for page in pages:
        wizard.go_to_page(page)
        shown = wizard.currentPage()
        while isinstance(shown, SectionPage) and shown.prepare():
            pass
        settle()
        yield page, wizard if page == pages[0] else shown  # the window round it stays as it is
        if page == REVIEW:
            yield from _views(shown)


def _views(page: QWidget) -> Iterator[Place]:
    """What the page of the review shows by turns."""
    switch = page.findChildren(Segments)[0]
    for number in range(3):
        switch.part(number).click()
        settle()
        yield f"{REVIEW}, {number}", page


def _beside(wizard: SummaryWizard) -> Iterator[Place]:
    """What opens beside the work, and what is told at the edges of the window."""
    panels = wizard.panels
    panels.show_find()
    for words in ("教", "龘"):
        panels.find.words.setText(words)
        settle()
        yield f"finding {words}", panels.find
    panels.show_history()
    settle()
    yield "history", panels.history
    panels.show_settings()
    settle()
    yield "settings", panels.settings
    panels.show_help()
    for number in range(4):
        panels.help.switch.part(number).click()
        settle()
        yield f"help, {number}", panels.help
    panels.help.leave()
    wizard.status.show_notice("已回到刚打开时。")
    settle()
    yield "told in passing", wizard
    wizard.desk.failed.emit("磁盘满了，没有存下。")
    settle()
    yield "not saved", wizard
    wizard.desk.saved.emit()


def _forms(wizard: SummaryWizard) -> Iterator[Place]:
    """The forms and menus of the cards of a page."""
    page = wizard.currentPage()
    assert isinstance(page, SectionPage)
    card = page.cards[0]
    indicators = wizard.desk.template.indicators
    table = next(each for each in indicators if each.kind is Kind.TABLE)
    for form in (
        IndicatorForm(Kind.COUNT),
        IndicatorForm(Kind.TABLE),
        WordForm("“教师”的单位", "人", "空着就恢复原来的单位。", 8),
        ChangeForm(indicators[0], frozenset(), answered=True),
        ChangeForm(table, frozenset({table.columns[0].id}), answered=False),
    ):
        card.show_form(form)
        settle()
        yield type(form).__name__, form
    card.write_title()
    page.write_title()
    settle()
    yield "headings", page
    card.menu.open(QPoint())
    yield from _menu("menu of a card")
    page.findChildren(MenuButton)[0].click()
    yield from _menu("menu of an answer")
    wizard.rail.menu_wanted.emit(page_ids(wizard.desk.template)[2], QPoint())
    yield from _menu("menu of a chapter")


def _menu(name: str) -> Iterator[Place]:
    menu = shown_one(QMenu)
    yield name, menu
    menu.close()
    settle()


def _mess(store: DraftStore) -> str:
    """A draft in which something is wrong, left out or told wherever it can be."""
    session = Session(store, begin_example(store, KIND))
    template = session.template
    session.edit(*_odd_answers(template.indicators))
    item = template.sections[1].items[0].id
    for kind in (Kind.COUNT, Kind.TEXT, Kind.TABLE):
        wanted = CustomIndicator("自加的一项", kind, "件" if kind is Kind.COUNT else "")
        parts = (CustomIndicator("名称"), CustomIndicator("数量", Kind.COUNT, "件"))
        added = custom_parts.add_indicator(
            session.figures.draft, item, wanted, parts if kind is Kind.TABLE else ()
        )
        session.edit(*added.changes)
    session.edit(*custom_parts.add_section(session.figures.draft, "新的一章").changes)
    session.edit(*outline_edits.switch_off(template.sections[-1].id))
    session.edit(*outline_edits.switch_off(template.sections[2].items[-1].id))
    for finding in check(session.figures)[:2]:
        session.edit(Change(explanation_path(finding), "其中1项跨年。"))
    return session.id


def _odd_answers(indicators: tuple[Indicator, ...]) -> Iterator[Change]:
    """What can't be read, what stands for no figure, and what is noted of it."""
    typed = ("不知道", State.NOT_APPLICABLE.value, State.WITHHELD.value, "3千余", "九十九万")
    at = 0
    for indicator in indicators:
        if indicator.derive is not None or indicator.kind in (Kind.TABLE, Kind.LIST):
            continue
        if indicator.kind is Kind.PERSONAL:
            continue
        yield Change(EditPath(Slot.VALUE, indicator.id), typed[at % len(typed)])
        yield Change(EditPath(Slot.PREVIOUS, indicator.id), typed[(at + 3) % len(typed)])
        if at % 3 == 0:
            yield Change(EditPath(Slot.NOTE, indicator.id), "不含临时工")
        at += 1


def _quarrel(wizard: SummaryWizard, store: DraftStore) -> None:
    """Another window has changed meanwhile what is changed here."""
    other = Desk(Session(store, wizard.desk.session.id))
    counts = [each for each in wizard.desk.template.indicators if each.kind is Kind.COUNT]
    item = wizard.desk.template.sections[1].items[0].id
    for path, theirs, ours in (
        (EditPath(Slot.VALUE, counts[0].id), "7", "18"),
        (EditPath(Slot.NARRATIVE, item), "他们写的。", "我们写的。"),
    ):
        other.put(path, theirs)
        wizard.desk.put(path, ours)
