"""What must hold inside a template: small checks, each of which yields the problems it finds."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TypeAlias

from unionapp.template.clauses import (
    YEAR_AFTER,
    Group,
    Option,
    Piece,
    Placeholder,
    live,
    needed,
    placeholders,
)
from unionapp.template.declarations import Declarations, Located, ParsedClause, declarations_of
from unionapp.template.formulas import FORMULA_CHECKS
from unionapp.template.messages import Problem
from unionapp.template.model import Indicator, Template
from unionapp.values import Kind

Check: TypeAlias = Callable[[Declarations], Iterator[Problem]]

# What every profile asks, because the title and the signature print it.
PROFILE = ("unit", "year", "date")

_ID = re.compile(r"[a-z][a-z0-9_]*")


def problems(template: Template) -> Iterator[Problem]:
    """Yield all problems of a template, in the order in which a person would look for them."""
    declared = declarations_of(template)
    for check in CHECKS:
        yield from check(declared)


def _well_formed_ids(declared: Declarations) -> Iterator[Problem]:
    for key, id_ in chain.from_iterable(_named(declared)):
        if not _ID.fullmatch(id_):
            yield Problem(f"{key}.id", "只能用小写英文字母开头，由小写字母、数字和下划线组成")


def _unique_ids(declared: Declarations) -> Iterator[Problem]:
    for group in _named(declared):
        yield from _repeated(group)


def _named(declared: Declarations) -> Iterator[tuple[tuple[str, str], ...]]:
    """The keys and ids of each sort of declaration; within a sort an id is used once."""
    yield tuple((at.key, at.it.id) for at in declared.sections)
    yield tuple((at.key, at.it.id) for at in declared.items)
    yield tuple((at.key, at.it.id) for at in declared.everything)


def _unique_part_ids(declared: Declarations) -> Iterator[Problem]:
    for at in declared.everything:
        yield from _repeated((f"{at.key}.columns[{each.id}]", each.id) for each in at.it.columns)
        yield from _repeated((f"{at.key}.fields[{each.id}]", each.id) for each in at.it.fields)


def _repeated(named: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """One problem for each id that was used before."""
    used: set[str] = set()
    for key, id_ in named:
        if id_ in used:
            yield Problem(f"{key}.id", f"“{id_}”用了不止一次")
        used.add(id_)


def _complete_profile(declared: Declarations) -> Iterator[Problem]:
    for id_ in set(PROFILE) - {at.it.id for at in declared.profile}:
        yield Problem("profile", f"缺少“{id_}”，标题和落款要用")


def _title_placeholders(declared: Declarations) -> Iterator[Problem]:
    known = {at.it.id for at in declared.profile}
    for piece in live(declared.template.title):
        if isinstance(piece, Placeholder) and (piece.field or piece.id not in known):
            yield Problem("title", f"用到的“{piece}”不在单位信息里")


def _sections_have_items(declared: Declarations) -> Iterator[Problem]:
    for at in declared.sections:
        if not at.it.items:
            yield Problem(f"{at.key}.items", "一条也没有")


def _parts_of_kinds(declared: Declarations) -> Iterator[Problem]:
    """A choice has options, a table columns, a personal indicator fields; nothing else has any."""
    for at in declared.everything:
        yield from _part_of_kind(at, "options", Kind.CHOICE, given=bool(at.it.options))
        yield from _part_of_kind(at, "columns", Kind.TABLE, given=bool(at.it.columns))
        yield from _part_of_kind(at, "fields", Kind.PERSONAL, given=bool(at.it.fields))


def _part_of_kind(
    at: Located[Indicator], part: str, kind: Kind, *, given: bool
) -> Iterator[Problem]:
    if given != (at.it.kind is kind):
        reason = f"是 {kind} 才有的" if given else f"没有填写，{kind} 必须有"
        yield Problem(f"{at.key}.{part}", reason)


def _personal_texts(declared: Declarations) -> Iterator[Problem]:
    for at in declared.everything:
        if at.it.personal and at.it.kind is not Kind.TEXT:
            yield Problem(f"{at.key}.personal", "只有文字才能写")


def _attachments_are_tables(declared: Declarations) -> Iterator[Problem]:
    for at in declared.everything:
        if at.it.attachment and at.it.kind is not Kind.TABLE:
            yield Problem(f"{at.key}.attachment", "只有表格才能作附件")


def _columns_hold_cells(declared: Declarations) -> Iterator[Problem]:
    for at in declared.everything:
        for column in at.it.columns:
            key = f"{at.key}.columns[{column.id}]"
            if not column.kind.traits.fits_cell:
                yield Problem(f"{key}.kind", f"一格里放不下 {column.kind}")
            if column.personal and column.kind is not Kind.TEXT:
                yield Problem(f"{key}.personal", "只有文字的列才能写")
            if column.width < 1:
                yield Problem(f"{key}.width", "至少是 1")


def _as_of_dates(declared: Declarations) -> Iterator[Problem]:
    for at in declared.everything:
        date = declared.named.get(at.it.as_of)
        if at.it.as_of and (date is None or date.kind is not Kind.DATE):
            yield Problem(f"{at.key}.as_of", f"写的“{at.it.as_of}”不是日期指标")


def _plans(declared: Declarations) -> Iterator[Problem]:
    """A plan and the figure it becomes next year name each other, and measure the same."""
    planned = Counter(at.it.plan_for for at in declared.everything if at.it.plan_for)
    for at in declared.everything:
        if at.it.plan_for:
            yield from _plan(at, declared.named.get(at.it.plan_for))
        if at.it.carry == "plan" and planned[at.it.id] != 1:
            yield Problem(f"{at.key}.carry", "写了 plan，应当正好有一个下一年目标指向它")


def _plan(at: Located[Indicator], target: Indicator | None) -> Iterator[Problem]:
    key = f"{at.key}.plan_for"
    if target is None or target.carry != "plan":
        yield Problem(key, f"写的“{at.it.plan_for}”不是沿用计划数的指标")
    elif target.measure != at.it.measure:
        yield Problem(key, f"与“{target.name}”的种类或单位不同")


def _clauses_parse(declared: Declarations) -> Iterator[Problem]:
    for at in declared.clauses:
        if at.it.fault:
            yield Problem(at.key, at.it.fault)


def _clauses_are_sentences(declared: Declarations) -> Iterator[Problem]:
    for at in declared.clauses:
        if not at.it.text.endswith("。"):
            yield Problem(at.key, "应当是整句，以句号结尾")


def _clauses_need_values(declared: Declarations) -> Iterator[Problem]:
    for at in declared.clauses:
        if not at.it.fault and not needed(at.it.parts):
            yield Problem(at.key, "方括号以外没有指标的位置，什么都不填也会印出来")


def _parts_hold_placeholders(declared: Declarations) -> Iterator[Problem]:
    """An option or a choice of a group without a place could never drop out."""
    for at in declared.clauses:
        for pieces in _droppable(at):
            if not any(isinstance(piece, Placeholder) for piece in pieces):
                yield Problem(at.key, "有一部分可有可无的话里没有指标的位置")


def _droppable(at: Located[ParsedClause]) -> Iterator[tuple[Piece, ...]]:
    for part in at.it.parts:
        if isinstance(part, Option):
            yield part.pieces
        elif isinstance(part, Group):
            yield from part.choices


def _placeholders_are_known(declared: Declarations) -> Iterator[Problem]:
    known = {place for at in declared.everything for place in _placeholders_of(at.it)} | {
        YEAR_AFTER
    }
    for at in declared.clauses:
        for place in placeholders(at.it.parts):
            if place not in known:
                yield Problem(at.key, f"用到的“{place}”没有这个指标")


def _placeholders_are_used(declared: Declarations) -> Iterator[Problem]:
    """A figure that is asked for and never said would be lost from the summary."""
    used = {place for at in declared.clauses for place in placeholders(at.it.parts)}
    for at in declared.indicators:
        for place in _placeholders_of(at.it):
            if place not in used:
                yield Problem(at.key, f"的“{place}”不在任何一个分句里")


def _placeholders_of(indicator: Indicator) -> tuple[Placeholder, ...]:
    if indicator.fields:
        return tuple(Placeholder(indicator.id, part.id) for part in indicator.fields)
    return (Placeholder(indicator.id),)


CHECKS: tuple[Check, ...] = (
    _well_formed_ids,
    _unique_ids,
    _unique_part_ids,
    _complete_profile,
    _title_placeholders,
    _sections_have_items,
    _parts_of_kinds,
    _personal_texts,
    _attachments_are_tables,
    _columns_hold_cells,
    _as_of_dates,
    _plans,
    *FORMULA_CHECKS,
    _clauses_parse,
    _clauses_are_sentences,
    _clauses_need_values,
    _parts_hold_placeholders,
    _placeholders_are_known,
    _placeholders_are_used,
)
