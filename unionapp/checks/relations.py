"""The relations that a template declares between its values.

Only exact figures can break a relation: a blank or a qualified one proves nothing, and neither do
figures whose units have been changed into what cannot be compared (`checks.units` tells of that).
"""

from collections.abc import Iterator
from decimal import Decimal

from unionapp.checks.finding import Finding, Severity, at_entry
from unionapp.checks.units import can_be_compared
from unionapp.figures import Figures
from unionapp.template import AtMost, CountOf, Pair, Relation, Total
from unionapp.values import Number, State, Value, from_base, in_base, printed


def check_relations(figures: Figures) -> Iterator[Finding]:
    """The relations that do not hold, each with its figures."""
    for section in figures.draft.template.sections:
        for relation in section.relations:
            known = all(id_ in figures.indicators for id_ in relation.operands)
            if known and can_be_compared(figures, relation):
                yield from _check(figures, relation)


def _check(figures: Figures, relation: Relation) -> Iterator[Finding]:
    if relation.at_most is not None:
        yield from _at_most(figures, relation.at_most)
    if relation.total is not None:
        yield from _total(figures, relation.total)
    if relation.count_of is not None:
        yield from _count_of(figures, relation.count_of)
    if relation.pair is not None:
        yield from _pair(figures, relation.pair)


def _at_most(figures: Figures, relation: AtMost) -> Iterator[Finding]:
    part, whole = _amount(figures, relation.part), _amount(figures, relation.whole)
    if part is not None and whole is not None and part > whole:
        message = f"{_told(figures, relation.part)}，多于{_told(figures, relation.whole)}，请核对。"
        evidence = _evidence(figures, relation.part, relation.whole)
        yield Finding("at_most", Severity.ERROR, message, at_entry(relation.part), evidence)


def _total(figures: Figures, relation: Total) -> Iterator[Finding]:
    amounts = [_amount(figures, part) for part in relation.parts]
    exact = [amount for amount in amounts if amount is not None]
    whole = _amount(figures, relation.whole)
    if whole is None or len(exact) < len(amounts) or sum(exact) == whole:
        return
    parts = "加".join(_told(figures, part) for part in relation.parts)
    total = sum(exact, Decimal())
    sums = [_in_unit_of(figures, relation.whole, each) for each in (total, abs(whole - total))]
    message = f"{_told(figures, relation.whole)}，{parts}是{sums[0]}，差{sums[1]}，请核对。"
    evidence = _evidence(figures, relation.whole, *relation.parts)
    yield Finding("total", Severity.ERROR, message, at_entry(relation.whole), evidence)


def _count_of(figures: Figures, relation: CountOf) -> Iterator[Finding]:
    value, stated = figures.value(relation.list), _amount(figures, relation.equals)
    entries = len(value.items) or len(value.rows)
    if value.given and stated is not None and entries != stated:
        name = figures.name(relation.list)
        message = f"{_told(figures, relation.equals)}，“{name}”却列了{entries}个，请核对。"
        evidence = (*_evidence(figures, relation.equals), str(entries))
        yield Finding("count_of", Severity.ERROR, message, at_entry(relation.list), evidence)


def _pair(figures: Figures, relation: Pair) -> Iterator[Finding]:
    for given, missing in (
        (relation.persons, relation.amount),
        (relation.amount, relation.persons),
    ):
        if figures.value(given).given and figures.value(missing).state is State.BLANK:
            name = figures.name(missing)
            message = (
                f"填了{_told(figures, given)}，没有填“{name}”；如果确实没有，请在那里填“无此项”。"
            )
            evidence = _evidence(figures, given)
            yield Finding("pair", Severity.WARNING, message, at_entry(missing), evidence)


def _amount(figures: Figures, id_: str) -> Decimal | None:
    """The exact amount in the base of its unit: 2万元 is as much as 20000元."""
    return in_base(figures.value(id_), figures.indicators[id_].measure).exact_amount


def _in_unit_of(figures: Figures, id_: str, amount: Decimal) -> str:
    measure = figures.indicators[id_].measure
    return printed(from_base(Value(State.GIVEN, Number(amount)), measure), measure)


def _evidence(figures: Figures, *ids: str) -> tuple[str, ...]:
    """Which figures do not go together, and what they are."""
    return tuple(part for id_ in ids for part in (id_, figures.printed(id_)))


def _told(figures: Figures, id_: str) -> str:
    return f"“{figures.name(id_)}”{figures.printed(id_)}"
