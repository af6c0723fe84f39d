"""Which sections will be printed, and the numerals before their headings (GB/T 9704-2012: 一、)."""

from collections.abc import Iterator, Mapping

from unionapp.figures.model import Figures
from unionapp.template import Indicator, Item, Section
from unionapp.text import chinese_number
from unionapp.values import Kind


def numerals_of(figures: Figures) -> Mapping[str, str]:
    """Return the numeral before the heading of each section that has one and will be printed."""
    sections = figures.draft.template.sections
    printed = (each for each in sections if each.heading and _is_printed(figures, each))
    return {each.id: f"{chinese_number(number)}、" for number, each in enumerate(printed, 1)}


def _is_printed(figures: Figures, section: Section) -> bool:
    return any(_has_content(figures, item) for item in section.items)


def _has_content(figures: Figures, item: Item) -> bool:
    """Whether an item has paragraphs or tables to be printed."""
    return bool(figures.text(item).narrative.paragraphs) or any(tables_among(figures, item))


def tables_among(figures: Figures, item: Item) -> Iterator[Indicator]:
    """Yield the tables that are printed with the text rather than attached."""
    for indicator in item.indicators:
        among = indicator.kind is Kind.TABLE and not indicator.attachment
        if among and figures.value(indicator.id).given:
            yield indicator
