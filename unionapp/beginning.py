"""The ways to begin a draft: on the profile of the last one of its kind, or from the example."""

import importlib.resources
from collections.abc import Iterator

import resources
from unionapp import answers, template
from unionapp.draft import Change, Room
from unionapp.session import Session, begin
from unionapp.store import Store
from unionapp.template import Template

_EXAMPLE = "subdistrict.toml"
_OF_ONE_YEAR = frozenset({"year", "date"})
"""What of a profile changes with every summary."""


def begin_like_last(store: Store, template_id: str) -> str:
    """Begin a draft with the profile of the draft of its kind that was edited last."""
    return begin(store, template_id, tuple(_last_profile(store, template.load(template_id))))


def begin_example(store: Store) -> str:
    """Begin a draft from the example, so that one sees what a filled one is like."""
    file = importlib.resources.files(resources) / "examples" / _EXAMPLE
    with importlib.resources.as_file(file) as path:
        found = answers.load(path)
    return begin(store, found.template.id, found.changes)


def _last_profile(store: Store, wanted: Template) -> Iterator[Change]:
    last = next((row for row in store.drafts() if row.headline.kind == wanted.name), None)
    if last is None:
        return
    lasting = {indicator.id for indicator in wanted.profile} - _OF_ONE_YEAR
    for path, typed in Session(store, last.id).figures.draft.answers.items():
        if path.room is Room.VALUE and path.id in lasting:
            yield Change(path, typed)
