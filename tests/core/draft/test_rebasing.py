"""What two windows add at the same time is all there, whoever comes second."""

from collections.abc import Callable

import pytest

from tests.support.samples import TEMPLATE
from unionapp.draft import (
    Added,
    Change,
    CustomIndicator,
    Draft,
    EditPath,
    Slot,
    changed,
    custom_parts,
    rebased,
)
from unionapp.values import Kind

DRAFT = Draft(TEMPLATE)

ADDITIONS: list[Callable[[str], Added]] = [
    lambda name: custom_parts.add_section(DRAFT, name),
    lambda name: custom_parts.add_item(DRAFT, "safety", name),
    lambda name: custom_parts.add_indicator(DRAFT, "aid", CustomIndicator(name)),
    lambda name: custom_parts.add_indicator(
        DRAFT, "aid", CustomIndicator(name, Kind.TABLE), [CustomIndicator(f"{name}列")]
    ),
]


def on_top(first: Added, second: Added) -> Draft:
    """Both additions, made of the same draft, one after the other."""
    there = changed(DRAFT, first.changes)
    seen = {path: DRAFT.answers.get(path) for path, _ in second.changes}
    return changed(there, rebased(second.changes, seen, there))


@pytest.mark.parametrize("first", ADDITIONS)
@pytest.mark.parametrize("second", ADDITIONS)
def test_both_additions_are_there_with_all_that_is_in_them(
    first: Callable[[str], Added], second: Callable[[str], Added]
) -> None:
    after = on_top(first("甲的"), second("乙的")).template
    titles = [section.title for section in after.sections] + [item.title for item in after.items]
    heads = [column.name for each in after.indicators for column in each.columns]
    names = [each.name for each in after.indicators]
    found = [*titles, *names, *heads]
    for name in ("甲的", "乙的"):
        assert name in found
    ids = [section.id for section in after.sections]
    ids += [item.id for item in after.items] + [each.id for each in after.indicators]
    ids = [id_ for id_ in ids if id_.startswith("custom")]
    assert len(ids) == len(set(ids))


def test_what_was_written_into_the_addition_goes_with_it() -> None:
    first = custom_parts.add_item(DRAFT, "safety", "甲的")
    second = custom_parts.add_item(DRAFT, "safety", "乙的")
    text = Change(EditPath(Slot.NARRATIVE, second.id), f"见{{{second.id}}}。")
    after = on_top(first, Added(second.id, (*second.changes, text)))
    item = next(each for each in after.template.items if each.title == "乙的")
    assert item.id != first.id
    assert after.text(Slot.NARRATIVE, item.id) == f"见{{{item.id}}}。"


def test_what_was_taken_away_here_does_not_come_back() -> None:
    begun = changed(
        DRAFT, custom_parts.add_indicator(DRAFT, "aid", CustomIndicator("旧的")).changes
    )
    there = changed(
        begun, custom_parts.add_indicator(begun, "aid", CustomIndicator("那边加的")).changes
    )
    removal = custom_parts.remove(begun, "custom_1", lambda _: "")
    seen = {path: begun.answers.get(path) for path, _ in removal}
    after = changed(there, rebased(removal, seen, there)).template
    names = [each.name for each in after.indicators]
    assert "旧的" not in names
    assert "那边加的" in names
