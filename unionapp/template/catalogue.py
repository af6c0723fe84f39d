"""The kinds of union that the program has a template for, found without loading any template."""

import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

import resources

SUFFIX = ".toml"

# How the templates are offered; one that is not named here comes after them.
_ORDER = (
    "subdistrict",
    "federation",
    "enterprise",
    "authority",
    "school",
    "university",
    "hospital",
)

_NAME = re.compile(r'^name = "([^"]*)"', re.MULTILINE)


class UnionKind(NamedTuple):
    """A template's id, and its name as the person knows it."""

    id: str
    name: str


def available() -> tuple[str, ...]:
    """Return the ids of the templates that come with the program, in the order they are offered."""
    names = (each.name for each in folder().iterdir() if each.name.endswith(SUFFIX))
    return tuple(sorted((name.removesuffix(SUFFIX) for name in names), key=_place_in_order))


def union_kinds(first: str = "") -> tuple[UnionKind, ...]:
    """Return all kinds in the order they are offered, that with the id `first` before them."""
    ids = sorted(available(), key=lambda id_: id_ != first)
    return tuple(UnionKind(id_, _name(id_)) for id_ in ids)


def folder() -> Traversable:
    """Return where the templates lie."""
    return files(resources) / "templates"


def _name(template_id: str) -> str:
    """The name at the head of a template: the first key of that name."""
    source = (folder() / f"{template_id}{SUFFIX}").read_text(encoding="utf-8")
    found = _NAME.search(source)
    return found[1] if found else template_id


def _place_in_order(template_id: str) -> tuple[int, str]:
    known = template_id in _ORDER
    return (_ORDER.index(template_id) if known else len(_ORDER), template_id)
