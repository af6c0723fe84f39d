"""The kinds of union that the program has a template for, found without loading any template."""

import re
from typing import NamedTuple

from unionapp.system import bundled, names_bundled

SUFFIX = ".toml"
_FOLDER = "templates"

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
    """Return the ids of the templates that come with the program, in the order they are offered.

    Raises `UnionAppError` where that can't be known.
    """
    names = (name for name in names_bundled(_FOLDER) if name.endswith(SUFFIX))
    return tuple(sorted((name.removesuffix(SUFFIX) for name in names), key=_place_in_order))


def union_kinds(first: str = "") -> tuple[UnionKind, ...]:
    """Return all kinds in the order they are offered, that with the id `first` before them."""
    ids = sorted(available(), key=lambda id_: id_ != first)
    return tuple(UnionKind(id_, _name(id_)) for id_ in ids)


def source_bundled(template_id: str) -> str:
    """Return the TOML of one of these templates; raises `UnionAppError` where it can't be read."""
    return bundled(_FOLDER, f"{template_id}{SUFFIX}").decode()


def _name(template_id: str) -> str:
    """The name at the head of a template: the first key of that name."""
    found = _NAME.search(source_bundled(template_id))
    return found[1] if found else template_id


def _place_in_order(template_id: str) -> tuple[int, str]:
    known = template_id in _ORDER
    return (_ORDER.index(template_id) if known else len(_ORDER), template_id)
