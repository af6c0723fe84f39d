"""The page of a section with many figures, each with last year's beside it: built, and painted."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.big_draft import PROFILE
from tests.bench.spans import Measured, Span, middle, running_application, settle, span
from ui.desk import Desk
from ui.section import SectionPage
from unionapp.draft import Action, Change, Edit, EditPath, Slot
from unionapp.storage import DraftStore, open_store
from unionapp.storage.listing import DraftSummary
from unionapp.storage.sessions import Session
from unionapp.template import decode

FIGURES = 150
_ITEMS = 3
_TIMES = 9
_BEGUN = datetime(2022, 12, 1, 9, 0, tzinfo=UTC)
# Pixels of a page on a large screen.
_PAGE = (1200, 900)


def measure_rows(folder: Path) -> Iterator[str]:
    """The rows, one after another."""
    application = running_application()
    store = open_store(folder)
    session = Session(store, _begin_draft(store))
    desk = Desk(session)
    _build(desk)
    built, shown = zip(*(_build(desk) for _ in range(_TIMES)), strict=True)
    yield str(Measured(f"building a page of {FIGURES} figures, median", middle([*built]), 0.300))
    yield str(Measured(f"showing a page of {FIGURES} figures, median", middle([*shown]), 0.120))
    store.close()
    del application


def _build(desk: Desk) -> tuple[Span, Span]:
    page = SectionPage(desk.template.sections[0], desk)
    page.resize(*_PAGE)
    built = span(lambda: page.go_to(""))
    shown = span(page.show)
    page.hide()
    page.deleteLater()
    settle()
    return built, shown


def _begin_draft(store: DraftStore) -> str:
    source = "".join(_source())
    template = decode(source, "big")
    draft = store.begin(source, DraftSummary(template.name, "", "", 0, 1), _BEGUN.isoformat())
    store.append(draft, _edits())
    return draft


def _edits() -> Iterator[Edit]:
    paths = [
        EditPath(slot, f"f{figure}")
        for figure in range(FIGURES)
        for slot in (Slot.VALUE, Slot.PREVIOUS)
    ]
    for seq, path in enumerate(paths, 1):
        change = Change(path, str(100 + seq))
        yield Edit(seq, seq, Action.DO, change, "user", _BEGUN.isoformat())


def _source() -> Iterator[str]:
    yield PROFILE
    yield '[[sections]]\nid = "s"\ntitle = "各项工作"\nguide = "写实绩。"\n'
    for item in range(_ITEMS):
        own = range(item, FIGURES, _ITEMS)
        rows = (
            f'{{ id = "f{figure}", name = "第{figure}个数字", kind = "count", unit = "人",'
            ' guide = "以名册为准。" },'
            for figure in own
        )
        told = "".join(f"第{figure}个{{f{figure}}}。" for figure in own)
        yield f'[[sections.items]]\nid = "i{item}"\ntitle = "第{item}项"\nguide = "写实。"\n'
        yield f"indicators = [ {' '.join(rows)} ]\n"
        yield f'clauses = [ {{ text = "{told}" }} ]\n'


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        for row in measure_rows(Path(place)):
            print(row)
