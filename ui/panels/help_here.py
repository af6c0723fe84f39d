"""What helps at the place where one stands: the indicator, the item or the page."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.editors import Binding
from ui.editors.field import explanation
from unionapp.figures import Figures, progress
from unionapp.template import Indicator, Item, Section

_STATES = "还不知道的空着；确实没有的填“无此项”；不对外公布的填“不公开”。"
_PAGES = {
    progress.PROFILE: "填好工会全称、年度和日期，标题和落款就有了。",
    progress.REVIEW: "出稿以前在这里看三样：检查结果、待填的、与上年对照。点一行就翻到那里。",
    progress.FINISH: "选好写给谁、写出哪些、放在哪里，再按“出稿”。",
}


def help_on(figures: Figures, page: str, focus: QWidget | None) -> str:
    """What helps with the entry that has the focus, or with the page, in Markdown."""
    indicator = figures.indicators.get(_bound_id(focus))
    if indicator is not None:
        return "\n\n".join(filter(None, _about(figures, indicator)))
    section = next((each for each in figures.draft.template.sections if each.id == page), None)
    if section is not None:
        return _about_section(section, _bound_id(focus))
    return f"## 这一页\n\n{_PAGES.get(page, '')}"


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
    unit = f"（{indicator.unit}）" if indicator.unit else ""
    yield f"## {indicator.name}{unit}"
    yield indicator.guide
    if indicator.derive is not None:
        yield explanation(indicator, figures.indicators)
        return
    yield indicator.kind.traits.hint
    if masked := _masked(indicator):
        yield f"{masked}公示稿里会自动遮住。"
    yield _STATES
    item = next((i for i in figures.draft.template.items if indicator in i.indicators), None)
    if item is not None and item.guide:
        yield f"**{item.title}**　{item.guide}"


def _masked(indicator: Indicator) -> str:
    """What of it is declared to be personal: the text itself, or columns of a table."""
    names = [column.name for column in indicator.columns if column.personal]
    if indicator.personal:
        names.append(indicator.name)
    return "、".join(f"“{name}”" for name in names)


def _about_section(section: Section, id_: str) -> str:
    items = [item for item in section.items if item.guide and (not id_ or item.id == id_)]
    parts = [f"## {section.title}", section.guide, *map(_about_item, items)]
    return "\n\n".join(filter(None, parts))


def _about_item(item: Item) -> str:
    return f"**{item.title}**　{item.guide}"
