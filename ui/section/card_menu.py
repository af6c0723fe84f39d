"""The menu of a card: what may be done to its item in the outline."""

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.kit import (
    SKIPPED_BY_ENTER,
    Action,
    Button,
    Role,
    add_actions,
    is_enter,
    menu_of,
    set_tip,
    without_keys,
)
from ui.look import Icon
from ui.section.outline import ChangeForm, IndicatorForm, OutlineActions, WordForm
from ui.words import say
from unionapp.draft import custom_indicators, filled_columns, home_of, is_answered
from unionapp.template import Indicator, Item
from unionapp.values import Kind

_UNIT_HINT = say(
    "空着就恢复原来的单位。单位换了，已填的数字和上年数不会换算，只有写明单位的（如“3000元”）照旧。"
)
_LONGEST_UNIT = 8


class CardMenu(QObject):
    """The menu of a card, which acts on its item or asks for a form."""

    # The id of an item whose heading is to be written; nothing for that of the page.
    title_wanted = Signal(str)
    # The id of an indicator that was added or changed.
    entry_wanted = Signal(str)
    # A form to be shown in the card.
    form_wanted = Signal(object)

    def __init__(
        self, item: Item, outline: OutlineActions, parent: QWidget, *, titled: bool
    ) -> None:
        super().__init__(parent)
        self.item = item
        self._outline = outline
        self._parent = parent
        self._titled = titled

    def open(self, place: QPoint) -> QMenu:
        """Open the menu at a place on the screen."""
        menu = menu_of(tuple(self._actions()), self._parent)
        menu.setAccessibleName(say("{title}：这一条", title=self.item.title))
        units = [each for each in self.item.indicators if each.kind.traits.has_unit]
        _add_submenu(
            menu, say("改单位"), ((_named(each), partial(self._ask_unit, each)) for each in units)
        )
        _add_submenu(menu, say("自加的指标"), self._custom_actions())
        add_actions(menu, self._removing_actions())
        menu.popup(place)
        return menu

    def _actions(self) -> Iterator[Action]:
        """What comes first is harmless: Enter chooses it."""
        id_, outline = self.item.id, self._outline
        if self._titled or self._may_have_neighbours():
            yield (say("改标题\tF2"), lambda: self.title_wanted.emit(id_ if self._titled else ""))
        for words, direction in ((say("上移"), -1), (say("下移"), 1)):
            if outline.can_move(id_, direction):
                yield (words, partial(outline.move, id_, direction))
        if self._may_have_neighbours():
            yield (say("加一条"), self._add_item)
        yield (say("加指标…"), lambda: self._ask_indicator(Kind.COUNT))
        yield (say("加表格…"), lambda: self._ask_indicator(Kind.TABLE))

    def _removing_actions(self) -> Iterator[Action]:
        id_, outline = self.item.id, self._outline
        if self._titled:
            yield (say("不写这一条"), partial(outline.switch_off, id_))
        if (part := outline.part(id_)) is not None and part.custom:
            yield (say("删去这一条"), partial(outline.remove, id_))

    def _custom_actions(self) -> Iterator[Action]:
        custom = custom_indicators(self._outline.draft)
        for indicator in self.item.indicators:
            if indicator.id in custom:
                yield (
                    say("改“{name}”…", name=indicator.name),
                    partial(self._ask_change, indicator),
                )
                yield (
                    say("删去“{name}”", name=indicator.name),
                    partial(self._outline.remove, indicator.id),
                )

    def _home(self) -> str:
        return home_of(self._outline.draft, self.item.id)

    def _may_have_neighbours(self) -> bool:
        section = self._outline.part(self._home())
        return section is not None and not section.fixed

    def _add_item(self) -> None:
        self.title_wanted.emit(self._outline.add_item(self._home(), self.item.id))

    def _ask_indicator(self, kind: Kind) -> None:
        form = IndicatorForm(kind)
        form.accepted.connect(lambda: self._add_indicator(form))
        self.form_wanted.emit(form)

    def _add_indicator(self, form: IndicatorForm) -> None:
        wanted = form.wanted()
        id_ = self._outline.add_indicator(self.item.id, wanted, form.wanted_columns())
        self.entry_wanted.emit(id_)

    def _ask_unit(self, indicator: Indicator) -> None:
        title = say("“{name}”的单位", name=indicator.name)
        form = WordForm(title, indicator.unit, _UNIT_HINT, _LONGEST_UNIT)
        form.accepted.connect(lambda unit: self._set_unit(indicator, form, unit))
        self.form_wanted.emit(form)

    def _set_unit(self, indicator: Indicator, form: WordForm, unit: str) -> None:
        form.left.emit()
        self._outline.set_unit(indicator.id, unit)
        self.entry_wanted.emit(indicator.id)

    def _ask_change(self, indicator: Indicator) -> None:
        draft = self._outline.draft
        answered = is_answered(draft, indicator.id)
        form = ChangeForm(indicator, filled_columns(draft, indicator.id), answered=answered)
        form.accepted.connect(lambda: self._change_indicator(indicator, form))
        self.form_wanted.emit(form)

    def _change_indicator(self, indicator: Indicator, form: ChangeForm) -> None:
        wanted, columns = form.wanted(), form.wanted_columns()
        form.left.emit()
        self._outline.change_indicator(wanted, columns)
        self.entry_wanted.emit(indicator.id)


class CardMenuButton(Button):
    """A button for the menu of a card; Tab reaches it, Enter goes past."""

    def __init__(self, menu: CardMenu) -> None:
        super().__init__(role=Role.QUIET, icon=Icon.MORE, name=menu.item.title)
        self._menu = menu
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(SKIPPED_BY_ENTER, SKIPPED_BY_ENTER)
        set_tip(self, say("改标题、移动、加指标和表格"))
        self.name_after(menu.item)
        self.clicked.connect(self.open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button at Enter as at the space bar."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def name_after(self, item: Item) -> None:
        """Name an item by its heading to a screen reader."""
        self.setAccessibleName(say("{title}：改标题、移动、加指标和表格", title=item.title))

    def open(self) -> None:
        """Open the menu under the button."""
        menu = self._menu.open(self.mapToGlobal(QPoint(0, self.height())))
        menu.setActiveAction(menu.actions()[0])


def _named(indicator: Indicator) -> str:
    return (
        say("{name}（{unit}）", name=indicator.name, unit=indicator.unit)
        if indicator.unit
        else indicator.name
    )


def _add_submenu(menu: QMenu, words: str, actions: Iterable[Action]) -> None:
    """A menu in the menu, if there is anything in it."""
    if actions := tuple(actions):
        inner = menu_of(actions, menu)
        inner.setTitle(without_keys(words))
        menu.addMenu(inner)
