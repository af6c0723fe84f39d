"""The ways to begin a draft: on what is known of the union, from last year's, from an example."""

import importlib.resources
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import resources
from unionapp import template
from unionapp.draft import SECTIONS, Change, EditPath, Slot, outlined
from unionapp.figures import Figures
from unionapp.importing import answers
from unionapp.storage import DraftStore
from unionapp.storage.sessions import Session, begin, begin_from
from unionapp.storage.starting.next_year import next_year
from unionapp.system import names_bundled, settings
from unionapp.template import Template
from unionapp.text import clean

# The name of a draft that was begun from an example, so that nobody takes it for their own.
EXAMPLE_LABEL = "示例"

_EXAMPLES, _USUAL_EXAMPLE = "examples", "subdistrict"

# What of a profile changes with every summary.
_OF_ONE_YEAR = frozenset({"year", "date", "theme"})

_LAST_YEARS_MONTHS = 3

# Slots whose content somebody wrote; what is elsewhere means nothing without its place.
_ANSWERS = frozenset(
    {
        Slot.VALUE,
        Slot.PREVIOUS,
        Slot.NARRATIVE,
        Slot.CUSTOM_SECTION,
        Slot.CUSTOM_ITEM,
        Slot.CUSTOM_INDICATORS,
        Slot.CUSTOM_COLUMNS,
    }
)


@dataclass(frozen=True, slots=True)
class NextYear:
    """Next year's draft, and the names of what the newer template has no place for."""

    id: str
    left_behind: tuple[str, ...]


def begin_like_last(store: DraftStore, template_id: str, today: date | None = None) -> str:
    """Begin a draft with the profile of the draft of its kind that was edited last.

    When there is none, what the office is known by (`settings.Office`) stands there. The year is
    this one; until March it is the last one, whose summary is then being written.
    """
    wanted = template.load(template_id)
    profile = tuple(_last_profile(store, wanted)) or tuple(_office_profile(wanted))
    return begin(store, template_id, (*profile, *_year(wanted, today or date.today())))


def _year(wanted: Template, today: date) -> Iterator[Change]:
    if any(indicator.id == "year" for indicator in wanted.profile):
        year = today.year - (today.month <= _LAST_YEARS_MONTHS)
        yield Change(EditPath(Slot.VALUE, "year"), str(year))


def begin_example(store: DraftStore, kind: str = "") -> str:
    """Begin a draft from the example of a kind, so that one sees what a filled one is like."""
    folder = importlib.resources.files(resources) / _EXAMPLES
    has_one = f"{kind}.toml" in names_bundled(_EXAMPLES)
    file = folder / f"{kind if has_one else _USUAL_EXAMPLE}.toml"
    with importlib.resources.as_file(file) as path:
        found = answers.load(path)
    return begin(store, found.template.id, found.changes, label=EXAMPLE_LABEL)


def begin_next_year(store: DraftStore, draft: str) -> NextYear:
    """Begin next year's draft from this year's, on the newest version of its template."""
    this_year = Session(store, draft).figures
    source = _newest(store.template_source(draft), this_year.draft.base)
    changes = next_year(this_year)
    places = _places(template.decode(source, ""), changes)
    kept = [change for change in changes if change.path.id in places]
    lost = [change for change in changes if change.path.id not in places]
    id_ = begin_from(store, source, kept)
    return NextYear(id_, tuple(dict.fromkeys(_names(this_year, lost))))


def _last_profile(store: DraftStore, wanted: Template) -> Iterator[Change]:
    rows = (row for row in store.drafts() if row.label != EXAMPLE_LABEL)
    last = next((row for row in rows if row.summary.kind == wanted.name), None)
    if last is None:
        return
    lasting = {indicator.id for indicator in wanted.profile} - _OF_ONE_YEAR
    for path, typed in Session(store, last.id).figures.draft.answers.items():
        if path.slot is Slot.VALUE and path.id in lasting:
            yield Change(path, typed)


def _office_profile(wanted: Template) -> Iterator[Change]:
    office = settings.load().office
    known = {
        "unit": office.unit,
        "superior": office.superior,
        "party": office.party,
        "administration": office.administration,
    }
    for indicator in wanted.profile:
        if text := clean(known.get(indicator.id, "")).text.strip():
            yield Change(EditPath(Slot.VALUE, indicator.id), text)


def _newest(source: str, base: Template) -> str:
    """The template that comes with the program, unless the draft's own is newer or unknown."""
    if base.id not in template.available():
        return source
    ours = template.source(base.id)
    return ours if template.decode(ours, "").version >= base.version else source


def _places(base: Template, changes: Iterable[Change]) -> frozenset[str]:
    """The ids that mean something in a template with the outline of the changes.

    What is switched off has its place all the same.
    """
    outline = {path: typed for path, typed in changes if path.slot is not Slot.OFF and typed}
    drawn = outlined(base, outline)
    above = {each.id for each in drawn.sections} | {each.id for each in drawn.items}
    return frozenset(above | drawn.names.keys() | {SECTIONS})


def _names(figures: Figures, lost: Iterable[Change]) -> Iterator[str]:
    """What the person calls that which was left behind."""
    drawn = figures.draft.template
    titles = {each.id: each.title for each in drawn.sections}
    titles |= {each.id: each.title for each in drawn.items}
    for path, _ in lost:
        if path.slot in _ANSWERS:
            yield titles.get(path.id) or figures.name(path.id)
