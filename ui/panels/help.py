"""帮助: about the entry that one stands in, all keys, the manual, and what is promised."""

from collections.abc import Callable, Iterator
from itertools import groupby

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
)
from PySide6.QtWidgets import QFrame, QStackedWidget, QTextBrowser, QWidget

from ui.editors import Binding
from ui.editors.field import explanation
from ui.kit import SHORTCUTS, Panel, Segments, menu_of, show_ring, with_slim_bars
from ui.look import Colour, colour, font, line_width, scaled, tokens
from ui.words import say
from unionapp.figures import Figures, progress
from unionapp.system import bundled
from unionapp.template import Indicator, Item, Section

# Letters of the headings of each depth.
_HEADINGS = {1: tokens.PAGE_TITLE_SIZE, 2: tokens.CARD_TITLE_SIZE}
# Pixels within the cells of a table, and per cent of a line from one to the next.
_IN_CELLS, _LINE = 5, 115

# Keys that an entry or a list hears, and the one that a panel does.
_LOCAL_KEYS = (
    (say("Tab、回车"), say("到下一个要填的地方（Shift+Tab 回上一个）")),
    (
        say("一路按回车"),
        say("走过一项一项、名单和正文，到页末的“下一步”；在名单、正文里写起来，回车就是换行"),
    ),
    ("Shift+F2", say("光标在一项里时：备注、数据截至、来源，或选“无此项”“不公开”")),
    (say("Alt+↑、Alt+↓"), say("光标在左边各章时：把这一章上移、下移")),
)
_CLOSING_KEY = ("Esc", say("关闭旁边打开的一栏"))

_STATES = say("还不知道的空着；确实没有的填“无此项”；不对外公布的填“不公开”。")
_PAGES = {
    progress.PROFILE: say("填好工会全称、年度和日期，标题和落款就有了。"),
    progress.REVIEW: say("出稿以前在这里看三样：检查结果、待填的、与上年对照。点一行就翻到那里。"),
    progress.FINISH: say("选好写给谁、写出哪些、放在哪里，再按“出稿”。"),
}


class HelpPanel(Panel):
    """The panel of help: on where one stands, which `about_here` gives, and the manual."""

    def __init__(self, window: QWidget, about_here: Callable[[], str] | None = None) -> None:
        super().__init__(say("帮助"), window)
        self._about_here = about_here
        self.here = _Leaf(say("这一项和按键") if about_here else say("全部按键"))
        self.manual = _Leaf(say("使用手册"))
        self.rules = _Leaf(say("检查规则"))
        self.promises = _Leaf(say("保证什么"))
        leaves = (self.here, self.manual, self.rules, self.promises)
        self.switch = Segments(say("帮助的各个部分"), [leaf.accessibleName() for leaf in leaves])
        self._leaves = QStackedWidget()
        for leaf in leaves:
            self._leaves.addWidget(leaf)
        self.switch.chosen.connect(self._leaves.setCurrentIndex)
        self.body.addWidget(self.switch)
        self.body.addWidget(self._leaves, 1)

    def make_ready(self) -> None:
        """Show what helps where one stands; the manual is read when it is first wanted."""
        about = self._about_here() if self._about_here else ""
        self.here.show_text(f"{about}\n\n{keys_as_text()}")
        if self.manual.document().isEmpty():
            self.manual.show_text(manual())
            self.rules.show_text(_page("rules.md"))
            self.promises.show_text(promises())

    def begin(self) -> None:
        """Begin with what helps at once; where no entry is open, that is the manual."""
        leaf = self.here if self._about_here else self.manual
        self._leaves.setCurrentWidget(leaf)
        self.switch.show_chosen(self._leaves.currentIndex())
        leaf.setFocus()


def manual() -> str:
    """Return the manual that comes with the program, in Markdown."""
    return _page("manual.md")


def promises() -> str:
    """Return what is promised and what is not, in Markdown."""
    return _page("promises.md")


def _page(name: str) -> str:
    return bundled("manual", name).decode()


def key_rows() -> Iterator[tuple[str, str]]:
    """Return all keys, those that do much the same in one row, and what they do."""
    yield from _LOCAL_KEYS
    for meaning, same in groupby(SHORTCUTS, key=lambda each: each.help):
        yield say("、").join(dict.fromkeys(each.label for each in same)), meaning
    yield _CLOSING_KEY


def keys_as_text() -> str:
    """Return all keys as a table in Markdown."""
    rows = "\n".join(f"| {keys} | {meaning} |" for keys, meaning in key_rows())
    return say("## 全部按键\n\n| 按键 | 做什么 |\n|---|---|\n{rows}\n", rows=rows)


class _Leaf(QTextBrowser):
    """A text in Markdown, set in the letters and spaces of the window."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(scaled(tokens.INSIDE))
        with_slim_bars(self)
        show_ring(self)

    def show_text(self, words: str) -> None:
        """Show a text in place of the one before."""
        self.setMarkdown(words)
        self._set_in_type()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of texts, and the look that is worn."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._set_in_type()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to take the text elsewhere."""
        actions = ((say("复制"), self.copy), (say("全选"), self.selectAll))
        menu_of(actions, self).popup(event.globalPos())

    def _set_in_type(self) -> None:
        document = self.document()
        block = document.begin()
        while block.isValid():
            _set_block(QTextCursor(block), block.blockFormat().headingLevel())
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _set_table(frame)


def _set_block(at: QTextCursor, depth: int) -> None:
    """Set a paragraph with air between its lines, or a heading with more of it above."""
    spaces = QTextBlockFormat()
    if at.currentTable() is None:
        spaces.setTopMargin(scaled(tokens.BETWEEN) if depth else 0)
        spaces.setBottomMargin(scaled(tokens.INSIDE))
        spaces.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    at.mergeBlockFormat(spaces)
    if depth:
        at.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        letters = at.charFormat()
        letters.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
        letters.setFont(font(_HEADINGS.get(depth, tokens.TEXT_SIZE), bold=True))
        at.setCharFormat(letters)


def _set_table(table: QTextTable) -> None:
    """Set a table as wide as the text, with hairlines between its rows alone."""
    whole = table.format().toTableFormat()
    whole.setBorder(0)
    whole.setCellSpacing(0)
    whole.setCellPadding(scaled(_IN_CELLS))
    whole.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(whole)
    line = QTextTableCellFormat()
    line.setBottomBorder(line_width())
    line.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    line.setBottomBorderBrush(colour(Colour.LINE))
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            letters = cell.format()
            letters.merge(line)
            cell.setFormat(letters)


def help_on(figures: Figures, page: str, focus: QWidget | None) -> str:
    """Return what helps with the entry that has the focus, or with the page, in Markdown."""
    indicator = figures.indicators.get(_bound_id(focus))
    if indicator is not None:
        return "\n\n".join(filter(None, _about(figures, indicator)))
    section = next((each for each in figures.draft.template.sections if each.id == page), None)
    if section is not None:
        return _about_section(section, _bound_id(focus))
    return say("## 这一页\n\n{help}", help=_PAGES.get(page, ""))


def _bound_id(focus: QWidget | None) -> str:
    """The id of the answer that is edited where the focus is, in whatever part of its editor."""
    widget = focus
    while widget is not None:
        binding = widget.findChild(Binding, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if isinstance(binding, Binding):
            return binding.path.id
        widget = widget.parentWidget()
    return ""


def _about(figures: Figures, indicator: Indicator) -> Iterator[str]:
    unit = say("（{unit}）", unit=indicator.unit) if indicator.unit else ""
    yield f"## {indicator.name}{unit}"
    yield indicator.guide
    if indicator.derive is not None:
        yield explanation(indicator, figures.indicators)
        return
    yield indicator.kind.traits.hint
    if masked := _masked(indicator):
        yield say("{masked}公示稿里会自动遮住。", masked=masked)
    yield _STATES
    item = next((i for i in figures.draft.template.items if indicator in i.indicators), None)
    if item is not None and item.guide:
        yield say("**{title}**　{guide}", title=item.title, guide=item.guide)


def _masked(indicator: Indicator) -> str:
    """What of it is declared to be personal: the text itself, or columns of a table."""
    names = [column.name for column in indicator.columns if column.personal]
    if indicator.personal:
        names.append(indicator.name)
    return say("、").join(say("“{name}”", name=name) for name in names)


def _about_section(section: Section, id_: str) -> str:
    items = [item for item in section.items if item.guide and (not id_ or item.id == id_)]
    parts = [f"## {section.title}", section.guide, *map(_about_item, items)]
    return "\n\n".join(filter(None, parts))


def _about_item(item: Item) -> str:
    return say("**{title}**　{guide}", title=item.title, guide=item.guide)
