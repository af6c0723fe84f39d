"""Relations between values, those that a template declares and those of rates.

Only exact figures can break a relation: a blank or a qualified one proves nothing, and neither do
figures whose units have been changed into what cannot be compared (`checks.units` tells of that).
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from unionapp.checks.finding import Finding, Severity, at_entry, at_text
from unionapp.checks.units import can_be_compared
from unionapp.figures import Figures
from unionapp.template import AtMost, CountOf, Indicator, Pair, Relation, Total
from unionapp.values import Kind, Number, State, Value, from_base, in_base, printed, unit_of

_FULL = Decimal(100)
_CLAIM = re.compile(r"圆满|全面完成|全部完成|超额")


def check_relations(figures: Figures) -> Iterator[Finding]:
    """Find the relations that do not hold, each with its figures."""
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
        parts = (_describe(figures, id_) for id_ in (relation.part, relation.whole))
        message = f"{'，多于'.join(parts)}，请核对。"
        evidence = _evidence(figures, relation.part, relation.whole)
        yield Finding("at_most", Severity.ERROR, message, at_entry(relation.part), evidence)


def _total(figures: Figures, relation: Total) -> Iterator[Finding]:
    amounts = [_amount(figures, part) for part in relation.parts]
    exact = [amount for amount in amounts if amount is not None]
    whole = _amount(figures, relation.whole)
    if whole is None or len(exact) < len(amounts) or sum(exact) == whole:
        return
    parts = "加".join(_describe(figures, part) for part in relation.parts)
    total = sum(exact, Decimal())
    sums = [_in_unit_of(figures, relation.whole, each) for each in (total, abs(whole - total))]
    message = f"{_describe(figures, relation.whole)}，{parts}是{sums[0]}，差{sums[1]}，请核对。"
    evidence = _evidence(figures, relation.whole, *relation.parts)
    yield Finding("total", Severity.ERROR, message, at_entry(relation.whole), evidence)


def _count_of(figures: Figures, relation: CountOf) -> Iterator[Finding]:
    value, stated = figures.value(relation.list), _amount(figures, relation.equals)
    entries = len(value.items) or len(value.rows)
    if value.given and stated is not None and entries != stated:
        name = figures.name(relation.list)
        message = f"{_describe(figures, relation.equals)}，“{name}”却列了{entries}个，请核对。"
        evidence = (*_evidence(figures, relation.equals), str(entries))
        yield Finding("count_of", Severity.ERROR, message, at_entry(relation.list), evidence)


def _pair(figures: Figures, relation: Pair) -> Iterator[Finding]:
    for given, missing in (
        (relation.persons, relation.amount),
        (relation.amount, relation.persons),
    ):
        if figures.value(given).given and figures.value(missing).state is State.BLANK:
            filled, name = _describe(figures, given), figures.name(missing)
            message = f"填了{filled}，没有填“{name}”；如果确实没有，请在那里填“无此项”。"
            evidence = _evidence(figures, given)
            yield Finding("pair", Severity.WARNING, message, at_entry(missing), evidence)


def _amount(figures: Figures, id_: str) -> Decimal | None:
    """Return the exact amount in the base of its unit: 2万元 is as much as 20000元."""
    return in_base(figures.value(id_), figures.indicators[id_].measure).exact_amount


def _in_unit_of(figures: Figures, id_: str, amount: Decimal) -> str:
    measure = figures.indicators[id_].measure
    return printed(from_base(Value(State.GIVEN, Number(amount)), measure), measure)


def _evidence(figures: Figures, *ids: str) -> tuple[str, ...]:
    """Return which figures do not go together, and what they are."""
    return tuple(part for id_ in ids for part in (id_, figures.printed(id_)))


def _describe(figures: Figures, id_: str) -> str:
    return f"“{figures.name(id_)}”{figures.printed(id_)}"


def check_rates(figures: Figures) -> Iterator[Finding]:
    """Find rates over 100 % (H5), and claims of success beside an unmet target (W1)."""
    for indicator in figures.draft.template.indicators:
        if indicator.kind is Kind.RATE and not _measures_a_target(figures, indicator):
            yield from _over_full(figures, indicator)
    unmet = [each for each in figures.draft.template.indicators if _unmet(figures, each)]
    if unmet:
        yield from _claims(figures, unmet[0])


def _over_full(figures: Figures, indicator: Indicator) -> Iterator[Finding]:
    number = figures.value(indicator.id).number
    in_percent = unit_of(indicator.measure).is_named("%")
    if in_percent and number is not None and number.amount > _FULL:
        rate = figures.printed(indicator.id)
        message = f"“{indicator.name}”是{rate}，超过了100%，请核对。"
        yield Finding("rate_over_full", Severity.ERROR, message, at_entry(indicator.id), (rate,))


def _measures_a_target(figures: Figures, indicator: Indicator) -> bool:
    """Tell whether the rate is of what was done over what was planned; that may pass 100 %."""
    rate = indicator.derive.rate if indicator.derive else None
    target = figures.indicators.get(rate[1]) if rate else None
    return target is not None and target.carry == "plan"


def _unmet(figures: Figures, indicator: Indicator) -> bool:
    amount = figures.value(indicator.id).exact_amount
    return _measures_a_target(figures, indicator) and amount is not None and amount < _FULL


def _claims(figures: Figures, unmet: Indicator) -> Iterator[Finding]:
    for item in figures.draft.template.items:
        if claim := _CLAIM.search(figures.text(item).live_text):
            name, rate = item.title or item.id, figures.printed(unmet.id)
            message = f"“{name}”的正文写了“{claim[0]}”，而“{unmet.name}”是{rate}，请核对措辞。"
            evidence = (claim[0], unmet.id, rate)
            yield Finding("overclaim", Severity.WARNING, message, at_text(item), evidence)
