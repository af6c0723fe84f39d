"""A draft as big as the promises about speed speak of: 300 indicators, 40 tables, 5,000 edits."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from unionapp.draft import Action, Change, Edit, EditPath, Slot
from unionapp.storage import DraftStore
from unionapp.storage.listing import DraftSummary
from unionapp.template import Template, decode
from unionapp.values import Typed

SECTIONS = 10
ITEMS = 6
FIGURES = 5
TABLES = 40
EDITS = 5000
_ROWS = 12
_BEGUN = datetime(2022, 12, 1, 9, 0, tzinfo=UTC)

PROFILE = """
id = "big"
name = "大型工会"
version = 1
title = "{unit}{year}工作总结"
[[profile]]
id = "unit"
name = "单位"
kind = "text"
[[profile]]
id = "year"
name = "年度"
kind = "count"
unit = "年"
[[profile]]
id = "date"
name = "日期"
kind = "date"
"""


def begin_big_draft(store: DraftStore) -> str:
    """A draft of the big template with all its answers and edits; returns its id."""
    source = "".join(_source())
    template = decode(source, "big")
    draft = store.begin(source, DraftSummary(template.name, "", "", 0, 1), _BEGUN.isoformat())
    store.append(draft, _edits(template))
    return draft


def _source() -> Iterator[str]:
    """The template: in each item four figures and a rate; tables in the first of the items."""
    yield PROFILE
    for section in range(SECTIONS):
        yield f'[[sections]]\nid = "s{section}"\ntitle = "第{section}项工作"\nguide = "写实绩。"\n'
        for place in range(ITEMS):
            yield from _item(section * ITEMS + place)
        yield (
            f"[[sections.relations]]\n"
            f'at_most = {{ part = "i{section * ITEMS}_done", whole = "i{section * ITEMS}_plan" }}\n'
        )


def _item(item: int) -> Iterator[str]:
    id_ = f"i{item}"
    yield f'[[sections.items]]\nid = "{id_}"\ntitle = "第{item}条"\nguide = "先写任务再写完成。"\n'
    figures = [("plan", "任务"), ("done", "完成"), ("events", "活动"), ("people", "参加")]
    rows = [
        f'{{ id = "{id_}_{key}", name = "{name}{item}", kind = "count", unit = "人",'
        f' guide = "以名册为准。" }},'
        for key, name in figures
    ]
    rows.append(
        f'{{ id = "{id_}_rate", name = "完成率{item}", kind = "rate", unit = "%",'
        f' derive = {{ rate = ["{id_}_done", "{id_}_plan"] }} }},'
    )
    if item < TABLES:
        rows.append(
            f'{{ id = "{id_}_table", name = "表{item}", kind = "table", unit = "项",'
            f' attachment = "附表{item}", columns = ['
            '{ id = "name", name = "名称", width = 3 },'
            ' { id = "month", name = "时间", kind = "date", width = 2 },'
            ' { id = "people", name = "人数", kind = "count", unit = "人", width = 2 },'
            ' { id = "result", name = "成果", width = 4 } ] },'
        )
    yield f"indicators = [ {' '.join(rows)} ]\n"
    told = f"（{{{id_}_table}}）" if item < TABLES else ""
    yield (
        f'clauses = [ {{ text = "全年任务{{{id_}_plan}}，已完成{{{id_}_done}}'
        f'[，完成率{{{id_}_rate}}]。" }},'
        f' {{ text = "组织活动{{{id_}_events}}{told}[，参加{{{id_}_people}}]。" }} ]\n'
    )


def _edits(template: Template) -> Iterator[Edit]:
    """First every answer once, then typing on in the figures until there are so many."""
    for seq, change in zip(range(1, EDITS + 1), _changes(template), strict=False):
        at = (_BEGUN + timedelta(minutes=seq)).isoformat()
        yield Edit(seq, seq, Action.DO, change, "user", at)


def _changes(template: Template) -> Iterator[Change]:
    yield from (
        Change(EditPath(Slot.VALUE, id_), typed)
        for id_, typed in (("unit", "大型工会"), ("year", "2022"), ("date", "2022年12月7日"))
    )
    asked = [each for each in template.indicators if each.derive is None]
    for indicator in asked:
        if indicator.columns:
            yield Change(EditPath(Slot.VALUE, indicator.id), _rows())
    figures = [each for each in asked if not each.columns]
    for number in range(EDITS):
        id_ = figures[number % len(figures)].id
        yield Change(EditPath(Slot.VALUE, id_), str(100 + number))
        yield Change(EditPath(Slot.PREVIOUS, id_), str(90 + number))


def _rows() -> Typed:
    return tuple((f"活动{row}", "2022年5月", str(100 + row), "成效明显") for row in range(_ROWS))
