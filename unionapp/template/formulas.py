"""What must hold of the named functions of a template: derived indicators and relations.

人, 人次, 名 and 户 are not interchangeable, and neither are 元 and 万元: figures that are compared
or added up have one kind and one unit.
"""

from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter

from unionapp.template.declarations import Declarations
from unionapp.template.messages import Problem
from unionapp.template.model import ColumnSum, Derive, Indicator, Relation
from unionapp.values import Kind

# Figures that follow one from another; each is worked out within the one before.
_DEEPEST = 50


def _one_function(declared: Declarations) -> Iterator[Problem]:
    derives = ((at.key, _functions(at.it)) for at, _ in declared.derives)
    relations = ((at.key, _functions(at.it)) for at in declared.relations)
    for key, count in (*derives, *relations):
        if count != 1:
            yield Problem(key, f"应当正好写一种算法，现在写了 {count} 种")


def _functions(declared: Derive | Relation) -> int:
    """How many of the functions are named."""
    return sum(getattr(declared, name) is not None for name in declared.__struct_fields__)


def _operands_exist(declared: Declarations) -> Iterator[Problem]:
    derives = ((at.key, at.it.operands) for at, _ in declared.derives)
    relations = ((at.key, at.it.operands) for at in declared.relations)
    for key, ids in (*derives, *relations):
        for id_ in ids:
            if id_ not in declared.named:
                yield Problem(key, f"用到的“{id_}”没有这个指标")


def _derived_kinds(declared: Declarations) -> Iterator[Problem]:
    """The operands of each function, and its result, are of kinds that fit."""
    for at, result in declared.derives:
        operands = _known(declared, at.it.operands)
        if operands:
            yield from (Problem(at.key, fault) for fault in _derive_faults(at.it, operands, result))


def _known(declared: Declarations, ids: Iterable[str]) -> tuple[Indicator, ...]:
    """The indicators of the ids, or nothing when one is missing: that is told elsewhere."""
    ids = tuple(ids)
    return (
        tuple(declared.named[id_] for id_ in ids)
        if all(id_ in declared.named for id_ in ids)
        else ()
    )


def _derive_faults(
    derive: Derive, operands: tuple[Indicator, ...], result: Indicator
) -> Iterator[str]:
    if derive.rate:
        yield from _rate_faults(operands, result)
    if derive.sum or derive.difference:
        yield from _sum_faults(operands, result)
    if derive.count:
        yield from _count_faults(operands[0], result)
    if derive.column_sum:
        yield from _column_faults(derive.column_sum, operands[0], result)


def _rate_faults(operands: tuple[Indicator, ...], result: Indicator) -> Iterator[str]:
    if result.kind is not Kind.RATE:
        yield "算出的是百分比，种类应是 rate"
    yield from _unlike(operands)


def _sum_faults(operands: tuple[Indicator, ...], result: Indicator) -> Iterator[str]:
    if len(operands) < 2:
        yield "至少要有两个数"
    yield from _unlike((*operands, result))


def _count_faults(entries: Indicator, result: Indicator) -> Iterator[str]:
    if not entries.kind.traits.has_entries or result.kind is not Kind.COUNT:
        yield f"“{entries.id}”应是名单或表格，算出的种类应是 count"


def _column_faults(column_sum: ColumnSum, table: Indicator, result: Indicator) -> Iterator[str]:
    columns = [each for each in table.columns if each.id == column_sum.column]
    if not columns:
        yield f"“{table.id}”没有“{column_sum.column}”这一列"
    elif not columns[0].kind.traits.is_summed:
        yield f"“{column_sum.column}”这一列不是数，不能合计"
    elif (columns[0].kind, columns[0].unit) != (result.kind, result.unit):
        yield "合计与那一列的种类或单位不同"


def _unlike(indicators: tuple[Indicator, ...]) -> Iterator[str]:
    if not all(each.kind.traits.is_summed for each in indicators):
        yield "用到的不都是数目或金额"
    elif len({(each.kind, each.unit) for each in indicators}) > 1:
        yield f"用到的单位不同：{'、'.join(each.unit for each in indicators)}"


def _no_circles(declared: Declarations) -> Iterator[Problem]:
    graph = {result.id: at.it.operands for at, result in declared.derives}
    try:
        order = tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        yield Problem("derive", f"绕成了圈，算不出来：{'、'.join(error.args[1])}")
        return
    depths: dict[str, int] = {}
    for id_ in order:
        depths[id_] = 1 + max((depths[each] for each in graph.get(id_, ())), default=-1)
    if order and max(depths.values()) > _DEEPEST:
        yield Problem("derive", f"一个数由另一个数算出，最多{_DEEPEST}层，现在有更多层")


def _related_kinds(declared: Declarations) -> Iterator[Problem]:
    for at in declared.relations:
        if related := _known(declared, at.it.operands):
            yield from (Problem(at.key, fault) for fault in _relation_faults(at.it, related))


def _relation_faults(relation: Relation, related: tuple[Indicator, ...]) -> Iterator[str]:
    kinds = [each.kind for each in related]
    if relation.at_most:
        yield from _unlike(related)
    if relation.total and (len(related) < 3 or not all(kind.traits.is_numeric for kind in kinds)):
        yield "各部分至少两个，并且都应是数"
    if relation.count_of and (not kinds[0].traits.has_entries or kinds[1] is not Kind.COUNT):
        yield "list 应是名单或表格，equals 应是数目"
    if relation.pair and kinds != [Kind.COUNT, Kind.MONEY]:
        yield "persons 应是数目，amount 应是金额"


def _distinct_related(declared: Declarations) -> Iterator[Problem]:
    for at in declared.relations:
        if len(set(at.it.operands)) < len(at.it.operands):
            yield Problem(at.key, "同一个指标用了不止一次")


FORMULA_CHECKS = (
    _one_function,
    _operands_exist,
    _derived_kinds,
    _no_circles,
    _related_kinds,
    _distinct_related,
)
