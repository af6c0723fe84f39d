"""Personal data made unrecognisable, by kind, for a paper that is published.

A name keeps its surname (欧阳××), everything else that a personal indicator holds becomes ××. In
free text the names and reasons of hardship that the draft knows are found again, and so are
numbers of identity cards (GB 11643-1999) and of telephones.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

HIDDEN = "××"

_DOUBLE_SURNAMES = re.compile(
    "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|司徒|夏侯|端木|南宫|申屠|独孤|司空"
    "|轩辕|钟离|宗政|濮阳|公冶|太叔|东郭|西门|百里|呼延|拓跋|赫连|澹台|闻人|闾丘|万俟|淳于|单于"
)
_IDENTITY_CARD = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")
_TELEPHONE = re.compile(
    r"(?<!\d)(?:(?:86[ -]?)?1[3-9]\d(?:\d{8}|(?:[ -]\d{4}){2})|0\d{2,3}[-) ]?\d{7,8})(?!\d)"
)
_PLAIN_DIGITS = str.maketrans("０１２３４５６７８９－（）　", "0123456789-() ")
"""One character for one, so that what is found in the plain text is found in the text."""
_BETWEEN_NAMES = re.compile(r"[、，,；;/\s]+")
_SHORTEST_REASON = 2
"""Characters; a single one would be found in half the words of a paper."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that must not be published, and what stands in its place."""

    text: str
    mask: str


@dataclass(frozen=True, slots=True)
class Masked:
    """One thing that was masked: what stood there, what stands there now, in which text."""

    found: str
    shown: str
    where: str


def masked_name(name: str) -> str:
    """A name with its surname left: 王×, 欧阳××."""
    kept = 2 if len(name) > 2 and _DOUBLE_SURNAMES.match(name) else 1
    return name[:kept] + "×" * (len(name) - kept)


def secret_name(name: str) -> Secret:
    """A person's name."""
    return Secret(name, masked_name(name))


def secrets_of(names: Iterable[str], others: Iterable[str]) -> tuple[Secret, ...]:
    """What to look for in free text, the longest first so that none hides within another."""
    reasons = (text for text in others if len(text) >= _SHORTEST_REASON)
    found = {*map(secret_name, _single(names)), *(Secret(text, HIDDEN) for text in reasons)}
    return tuple(sorted(found, key=lambda secret: (-len(secret.text), secret.text)))


def _single(names: Iterable[str]) -> Iterator[str]:
    """The names, and each of those that were entered together (欧阳志远、王五)."""
    for name in names:
        yield name
        yield from (each for each in _BETWEEN_NAMES.split(name) if len(each) > 1)


def mask_text(text: str, secrets: Iterable[Secret]) -> tuple[str, tuple[Masked, ...]]:
    """The text without what must not be published, and what was masked in it."""
    masked: list[Masked] = []
    for secret in (*secrets, *_numbers(text)):
        if secret.text in text:
            masked.append(Masked(secret.text, secret.mask, text))
            text = text.replace(secret.text, secret.mask)
    return text, tuple(masked)


def _numbers(text: str) -> Iterator[Secret]:
    """The identity cards and telephones in a text, with their ends left to tell them apart.

    Any number of eighteen digits counts as a card, one with a slip in it too: no figure is so long.
    """
    plain = text.translate(_PLAIN_DIGITS)
    for match in (*_IDENTITY_CARD.finditer(plain), *_TELEPHONE.finditer(plain)):
        number = text[match.start() : match.end()]
        yield Secret(number, number[:3] + "*" * (len(number) - 5) + number[-2:])
