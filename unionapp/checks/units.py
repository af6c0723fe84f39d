"""Units that were changed into what cannot be reckoned with the others (人 into 人次)."""

from collections.abc import Iterator

from unionapp.checks.finding import Finding, Severity, at_entry
from unionapp.figures import Figures, UnitGroup, compared_in, unit_groups, units_compatible
from unionapp.template import Indicator, Relation
from unionapp.values import Measure, are_alike, unit_of


def check_units(figures: Figures) -> Iterator[Finding]:
    """Find units that were changed so, each once, where it was changed."""
    if _is_as_declared(figures):
        return
    kept: dict[str, list[str]] = {}
    for group, kept_from in _apart(figures):
        for id_ in dict.fromkeys(id_ for id_, _ in group if _is_other(figures, id_)):
            kept.setdefault(id_, []).append(kept_from)
    for id_, others in kept.items():
        yield _finding(figures, figures.indicators[id_], tuple(dict.fromkeys(others)))


def can_be_compared(figures: Figures, relation: Relation) -> bool:
    """Tell whether its figures have units of one base, or those that the template gave them."""
    if _is_as_declared(figures):
        return True
    group = compared_in(relation, figures.indicators)
    return units_compatible(group) or not any(_is_other(figures, id_) for id_, _ in group)


def _is_as_declared(figures: Figures) -> bool:
    """Tell whether nothing of the outline was changed, and so no unit: nothing needs a look."""
    return figures.draft.template is figures.draft.base


def _apart(figures: Figures) -> Iterator[tuple[UnitGroup, str]]:
    """Yield the groups that do not agree, each with the id that it is not reckoned for."""
    for indicator in figures.indicators.values():
        for group in unit_groups(indicator, figures.indicators):
            if not units_compatible(group):
                yield group, indicator.id
    for section in figures.draft.template.sections:
        for relation in section.relations:
            if not can_be_compared(figures, relation):
                for id_, _ in compared_in(relation, figures.indicators):
                    yield compared_in(relation, figures.indicators), id_


def _is_other(figures: Figures, id_: str) -> bool:
    """Tell whether its unit is of another base than the one that the template gave it."""
    first = _first_measure(figures, id_)
    return first is not None and not are_alike((first, figures.indicators[id_].measure))


def _first_measure(figures: Figures, id_: str) -> Measure | None:
    base = figures.draft.base
    known = (each for each in (*base.profile, *base.indicators) if each.id == id_)
    return next((each.measure for each in known), None)


def _finding(figures: Figures, indicator: Indicator, others: tuple[str, ...]) -> Finding:
    first = _first_measure(figures, indicator.id) or indicator.measure
    unit = unit_of(indicator.measure).printed
    names = tuple(dict.fromkeys(map(figures.name, others)))
    message = (
        f"“{indicator.name}”的单位改成了“{unit}”，"
        f"{_why(indicator, names)}；请改回“{unit_of(first).printed}”一类的单位"
    )
    where, evidence = at_entry(indicator.id), (unit, *others)
    return Finding("unit", Severity.WARNING, f"{message}。", where, evidence)


def _why(indicator: Indicator, names: tuple[str, ...]) -> str:
    others = [name for name in names if name != indicator.name]
    if not others:
        return "程序算不出这样的数"
    more = f"等{len(others)}项" if len(others) > 1 else ""
    return f"和“{others[0]}”{more}不是同一类，没有放在一起计算和核对"
