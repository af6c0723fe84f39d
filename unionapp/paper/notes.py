"""The explanations of a workbook: up to when each figure counts and where it comes from."""

from collections.abc import Callable, Iterator

from unionapp.figures import Figures, as_of, note_of, source_of
from unionapp.paper.document import Cell, Column, Table
from unionapp.paper.statistics import NOT_DERIVED
from unionapp.paper.tables import aligned
from unionapp.template import Indicator, Template
from unionapp.values import State

_COLUMNS = (Column("类别", 5), Column("项目", 12), Column("说明", 24))

_LEGEND = (
    (State.BLANK.value, "还没有填写，不是零。"),
    (State.NOT_APPLICABLE.value, "本单位没有这项工作或这类情况。"),
    (State.WITHHELD.value, "有数据，按规定不对外公布。"),
    ("余、多、逾、超、以上", "实际数略大于所写的数。"),
    ("近、不足", "实际数略小于所写的数。"),
    ("约、左右", "实际数与所写的数相近。"),
    (NOT_DERIVED, "由程序算出的数，所依据的数没有填或者是概数，没有算。"),
    ("带概数词的指标", "是概数，不计入合计，不计算增减和增减率。"),
    ("增减", "本年数减上年数；百分率的增减为百分点。"),
    ("增减率", "增减占上年数的百分比；上年数不大于零时不计算。"),
)


_TOLD = (("数据截至", as_of), ("来源", source_of), ("备注", note_of))


def explanations_of(figures: Figures) -> Table:
    """Return the table of what a reader of the figures wants to know besides them."""
    told = (row for kind, tell in _TOLD for row in _each(figures, kind, tell))
    rows = (*_about(figures), *told, *_notes_of_profile(figures), *_legend())
    return aligned(Table(_COLUMNS, tuple(tuple(map(Cell, row)) for row in rows)))


def _about(figures: Figures) -> Iterator[tuple[str, str, str]]:
    for id_, name in (("unit", "编报单位"), ("year", "年度"), ("date", "编报日期")):
        if shown := figures.printed(id_):
            yield "概况", name, shown


def _each(
    figures: Figures, kind: str, tell: Callable[[Figures, Indicator], str]
) -> Iterator[tuple[str, str, str]]:
    for indicator in figures.draft.template.indicators:
        if told := tell(figures, indicator):
            yield kind, indicator.name, told


def _notes_of_profile(figures: Figures) -> Iterator[tuple[str, str, str]]:
    for indicator in figures.draft.template.profile:
        if note := note_of(figures, indicator):
            yield "备注", indicator.name, note


def names_of_texts(template: Template) -> dict[str, str]:
    """Return the name of each item's text; an item without a title bears its section's."""
    return {
        item.id: f"{item.title or section.title}正文"
        for section in template.sections
        for item in section.items
    }


def _legend() -> Iterator[tuple[str, str, str]]:
    return (("用语", word, meaning) for word, meaning in _LEGEND)
