"""How far a draft has come: its pages in order, and the state of each, without any window."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from unionapp.draft import paths_of
from unionapp.figures.headings import numerals_of
from unionapp.figures.item_text import ItemText
from unionapp.figures.model import Figures
from unionapp.template import Indicator, Section, Template
from unionapp.values import State

# The ids of the first and the two last pages; a section's page has the section's own id.
PROFILE = "@profile"
REVIEW = "@review"
FINISH = "@finish"


# The names of the pages that are no section's.
NAMES = {PROFILE: "工会概况", REVIEW: "检查核对", FINISH: "出稿"}


class Progress(StrEnum):
    """How far a page has come; the string is the sign that the rail shows."""

    EMPTY = "○"
    BEGUN = "◐"
    COMPLETE = "●"
    FAULTY = "!"

    @property
    def word(self) -> str:
        """The state in words."""
        return _WORDS[self]


_WORDS = {
    Progress.EMPTY: "待填",
    Progress.BEGUN: "没填完",
    Progress.COMPLETE: "已填完",
    Progress.FAULTY: "有问题",
}


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the window.

    `number` is the numeral printed before its heading, or empty; the page that looks the draft
    over and the one that writes the papers have no progress. `found` counts what was found on it,
    `missing` what is still to be filled in.
    """

    id: str
    title: str
    number: str
    progress: Progress | None
    found: int = 0
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Gap:
    """An indicator still to be filled in, and the page that it is on."""

    id: str
    name: str
    page: str


def page_ids(template: Template) -> tuple[str, ...]:
    """Return the pages in order: who the union is, the sections, what to look over, the papers."""
    return (PROFILE, *(section.id for section in template.sections), REVIEW, FINISH)


def page_of(template: Template, id_: str) -> str:
    """Return the page of an indicator, item or section; the first page for anything else."""
    for section in template.sections:
        if id_ == section.id or id_ in _ids(section):
            return section.id
    return PROFILE


def pages(figures: Figures, found: Collection[str] = ()) -> tuple[Page, ...]:
    """Return the pages as they stand; `found` has the place of each finding of the checks."""
    template, places = figures.draft.template, set(found)
    numbers = numerals_of(figures)
    missing = Counter(gap.page for gap in gaps(figures))
    on_page = Counter(page_of(template, id_) for id_ in found)
    states = {PROFILE: _progress(figures, template.profile, places)}
    states |= {each.id: _section(figures, each, places) for each in template.sections}
    titles = {PROFILE: NAMES[PROFILE]} | {each.id: each.title for each in template.sections}
    return (
        *(
            Page(id_, title, numbers.get(id_, ""), states[id_], on_page[id_], missing[id_])
            for id_, title in titles.items()
        ),
        Page(REVIEW, NAMES[REVIEW], "", None, found=len(found)),
        Page(FINISH, NAMES[FINISH], "", None),
    )


def gaps(figures: Figures) -> tuple[Gap, ...]:
    """Return what somebody must still fill in, in the order of the pages."""
    template = figures.draft.template
    return (
        *_gaps(figures, PROFILE, template.profile),
        *(gap for each in template.sections for gap in _gaps(figures, each.id, asked_in(each))),
    )


def _gaps(figures: Figures, page: str, indicators: Iterable[Indicator]) -> Iterator[Gap]:
    for indicator in indicators:
        if indicator.derive is None and figures.state(indicator) is State.BLANK:
            yield Gap(indicator.id, indicator.name, page)


def _ids(section: Section) -> frozenset[str]:
    """The ids of a section's items and of all their indicators."""
    indicators = {indicator.id for item in section.items for indicator in item.indicators}
    return frozenset(indicators | {item.id for item in section.items})


def asked_in(section: Section) -> tuple[Indicator, ...]:
    """Return what a section asks for, without what follows from other figures."""
    return tuple(
        indicator
        for item in section.items
        for indicator in item.indicators
        if indicator.derive is None
    )


def _section(figures: Figures, section: Section, found: Collection[str]) -> Progress:
    """The state of a section; one that asks for nothing is complete when it says something."""
    if not _ids(section).isdisjoint(found):
        return Progress.FAULTY
    asked = asked_in(section)
    progress = _progress(figures, asked, found)
    if not asked and any(figures.text(item).narrative.paragraphs for item in section.items):
        return Progress.COMPLETE
    if progress is Progress.EMPTY and any(map(_is_written, map(figures.text, section.items))):
        return Progress.BEGUN
    return progress


def _is_written(text: ItemText) -> bool:
    """Whether the secretary has written it, and not only emptied it."""
    return text.is_own and bool(text.live_text)


def _progress(figures: Figures, asked: tuple[Indicator, ...], found: Collection[str]) -> Progress:
    if any(indicator.id in found or _unreadable(figures, indicator) for indicator in asked):
        return Progress.FAULTY
    filled = [figures.state(indicator) is not State.BLANK for indicator in asked]
    if not any(filled):
        return Progress.EMPTY
    return Progress.COMPLETE if all(filled) else Progress.BEGUN


def _unreadable(figures: Figures, indicator: Indicator) -> bool:
    entries = (figures.entries.get(path) for path in paths_of(indicator))
    return any(entry is not None and entry.refusal for entry in entries)
