"""Personal data made unrecognisable, by kind, for a paper that is published.

A name keeps its surname (欧阳××), everything else that a personal indicator holds becomes ××. In
free text the names and reasons of hardship that the draft knows are found again, written with
spaces too, and so are numbers and addresses that lead to a person (`masking_numbers`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from unionapp.privacy.lexicon import is_common, may_be_a_name
from unionapp.privacy.numbers import private_spans

HIDDEN = "××"

_DOUBLE_SURNAMES = re.compile(
    "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|司徒|夏侯|端木|南宫|申屠|独孤|司空"
    "|轩辕|钟离|宗政|濮阳|公冶|太叔|东郭|西门|百里|呼延|拓跋|赫连|澹台|闻人|闾丘|万俟|淳于|单于"
)
_BETWEEN_NAMES = re.compile(r"[、，,；;/\n]+")
_SPACES = re.compile(r"\s+")
_ASIDE = re.compile(r"[（(][^（()）]*[)）]")
"""What is remarked behind a name: 王五（二车间）."""
_SPACED_NAME = re.compile(r"(?<!\S)\S\s+\S(?!\S)")
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
    """A name with its surname left: 王×, 欧阳××; of several names, each of them.

    What is remarked behind a name goes with it: 王×（××）.
    """
    return "".join(
        map(_masked_part, re.split(f"({_BETWEEN_NAMES.pattern}|{_ASIDE.pattern})", name))
    )


def _masked_part(part: str) -> str:
    if _BETWEEN_NAMES.fullmatch(part):
        return part
    return f"（{HIDDEN}）" if _ASIDE.fullmatch(part) else _masked_single(part)


def _masked_single(name: str) -> str:
    letters = _SPACES.sub("", name)
    kept = surname_length(letters)
    return letters[:kept] + "×" * (len(letters) - kept)


def surname_length(name: str) -> int:
    """How many characters of a name are its surname."""
    return 2 if len(name) > 2 and _DOUBLE_SURNAMES.match(name) else 1


def secret_name(name: str) -> Secret:
    """A person's name."""
    return Secret(name, masked_name(name))


def secrets_of(names: Iterable[str], others: Iterable[str], said: str = "") -> tuple[Secret, ...]:
    """What to look for in free text, the longest first so that none hides within another.

    What stands in every paper is not looked for: `said` is what the template says by itself.
    """
    reasons = (text for text in others if not stands_anywhere(text, said))
    found = {
        *map(secret_name, names_to_find(names, said)),
        *(Secret(text, HIDDEN) for text in reasons),
    }
    return tuple(sorted(found, key=lambda secret: (-len(secret.text), secret.text)))


def stands_anywhere(text: str, said: str) -> bool:
    """Whether a text that is told of somebody may stand where nobody is spoken of."""
    return len(text) < _SHORTEST_REASON or is_common(text) or letters_of(text) in said


def names_to_find(names: Iterable[str], said: str) -> Iterator[str]:
    """The single names by which somebody can be found: no words that stand everywhere."""
    for name in single_names(names):
        parts = [part for part in _BETWEEN_NAMES.split(_ASIDE.sub("", name)) if part.strip()]
        if parts and all(may_be_a_name(part) and letters_of(part) not in said for part in parts):
            yield name


def names_to_be_called(names: Iterable[str], said: str) -> Iterator[str]:
    """The names that the template's own sentences happen to hold: 于明 of 关于明年."""
    yield from (each for each in single_names(names) if may_be_a_name(each) and each in said)


def single_names(names: Iterable[str]) -> Iterator[str]:
    """The names, and each of those that were entered together (欧阳志远、王五; 张 三 李 四)."""
    for name in names:
        bare = _ASIDE.sub("", name)
        for part in dict.fromkeys((name, *_BETWEEN_NAMES.split(name), *_BETWEEN_NAMES.split(bare))):
            spaced = (_SPACES.sub("", found) for found in _SPACED_NAME.findall(part))
            apart = (_SPACES.sub("", part), *_SPACES.split(part), *spaced)
            yield from (each for each in apart if len(each) > 1)


def mask_text(text: str, secrets: Iterable[Secret]) -> tuple[str, tuple[Masked, ...]]:
    """The text without what must not be published, and what was masked in it."""
    masked: list[Masked] = []
    letters = letters_of(text)
    for secret in secrets:
        if letters_of(secret.text) not in letters:  # of hundreds of names a text has few
            continue
        for found in dict.fromkeys(written(secret.text).findall(text)):
            masked.append(Masked(found, secret.mask, text))
            text = text.replace(found, secret.mask)
    shown, rest = "", 0
    for start, end in private_spans(text):
        number = text[start:end]
        masked.append(Masked(number, _starred(number), text))
        shown, rest = shown + text[rest:start] + _starred(number), end
    return shown + text[rest:], tuple(masked)


@lru_cache(maxsize=1024)
def written(secret: str) -> re.Pattern[str]:
    """A secret as it may be written: 张三 as 张 三, 买买提·艾力 as 买买提艾力; 30 is not of 300."""
    letters = letters_of(secret) or secret
    before = "(?<![0-9.])" if letters[:1].isdecimal() else ""
    after = r"(?!\.?[0-9])" if letters[-1:].isdecimal() else ""
    inner = r"(?:[^\S\n]|[·•・‧])*".join(map(re.escape, letters))
    return re.compile(f"{before}{inner}{after}")


@lru_cache(maxsize=4096)
def letters_of(text: str) -> str:
    """A text without what may stand between the letters of a name."""
    return re.sub(r"[\s·•・‧]", "", text)


def _starred(number: str) -> str:
    """A number with its ends left, to tell it from others; an address keeps at most a letter."""
    if len(number) < 7 or not number[1].isdecimal():
        return number[:1] + "*" * (len(number) - 1)
    return number[:3] + "*" * (len(number) - 5) + number[-2:]
