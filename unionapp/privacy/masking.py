"""Personal data made unrecognisable, by kind, for a paper that is published.

A name keeps its surname (欧阳××), everything else that a personal indicator holds becomes ××. In
free text the names and reasons of hardship that the draft knows are found again, however they are
written (`text.likeness`), and so are numbers and addresses that lead to a person
(`privacy.numbers`).

A workplace is named for many reasons and stays where it stands alone, and so does 低保. In a
sentence that speaks of a person they tell who is meant, and why: there they are masked, and so is
a given name by which somebody is called.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from unionapp.privacy.lexicon import is_common, is_latin_name, may_be_a_name
from unionapp.privacy.numbers import private_spans
from unionapp.text import POINTS, Span, clean, letters_of, spans_of

HIDDEN = "××"

_DOUBLE_SURNAMES = re.compile(
    "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|司徒|夏侯|端木|南宫|申屠|独孤|司空"
    "|轩辕|钟离|宗政|濮阳|公冶|太叔|东郭|西门|百里|呼延|拓跋|赫连|澹台|闻人|闾丘|万俟|淳于|单于"
)
_BETWEEN_NAMES = re.compile(r"[、，,；;/\n]+")
_SPACES = re.compile(r"\s+")
# What is remarked behind a name: 王五（二车间）.
_ASIDE = re.compile(r"[（(][^（()）]*[)）]")
_SPACED_NAME = re.compile(r"(?<!\S)\S\s+\S(?!\S)")
_SENTENCE = re.compile(r"[^。！？\n]+")
_HIDDEN_LETTER = HIDDEN[0]
# Characters; a single one would be found in half the words of a paper.
_SHORTEST = 2

# What follows a given name that stands alone; without it 建国 or 和平 would be no name at all.
_CALLED = re.compile("同志|同学|老师|师傅|职工|患|病")
# Characters behind a name in which it is looked for: it may stand behind spaces.
_REACH = 40
_POINT = re.compile(f"[{POINTS}]")


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
    """Return a name with its surname left: 王×, 欧阳××; of several names, each of them.

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
    """Return how many characters of a name are its surname."""
    return 2 if len(name) > 2 and _DOUBLE_SURNAMES.match(name) else 1


def secret_name(name: str) -> Secret:
    """Return a person's name."""
    return Secret(name, masked_name(name))


def secrets_of(names: Iterable[str], others: Iterable[str], words: str = "") -> tuple[Secret, ...]:
    """Return what to look for in free text, the longest first so that none hides within another.

    What stands in every paper is not looked for: `words` are the letters of what the template says
    by itself (`template_words`).
    """
    reasons = (text for text in others if not stands_anywhere(text, words))
    found = {
        *map(secret_name, names_to_find(names, words)),
        *(Secret(text, HIDDEN) for text in reasons),
    }
    return tuple(sorted(found, key=lambda secret: (-len(secret.text), secret.text)))


def stands_anywhere(text: str, words: str) -> bool:
    """Return whether a text that is told of somebody may stand where nobody is spoken of."""
    return len(text) < _SHORTEST or is_common(text) or letters_of(text) in words


def names_to_find(names: Iterable[str], words: str) -> Iterator[str]:
    """Yield the single names by which somebody can be found: no words that stand everywhere."""
    for name in single_names(names):
        parts = [part for part in _BETWEEN_NAMES.split(_ASIDE.sub("", name)) if part.strip()]
        if parts and all(may_be_a_name(part) and letters_of(part) not in words for part in parts):
            yield name


def names_to_be_called(names: Iterable[str], words: str) -> Iterator[str]:
    """Yield the names that the template's own sentences happen to hold: 于明 of 关于明年."""
    yield from (
        each for each in single_names(names) if may_be_a_name(each) and letters_of(each) in words
    )


def single_names(names: Iterable[str]) -> Iterator[str]:
    """Yield the names, and each of those entered together (欧阳志远、王五; 张 三 李 四)."""
    for name in names:
        bare = _ASIDE.sub("", name)
        for part in dict.fromkeys((name, *_BETWEEN_NAMES.split(name), *_BETWEEN_NAMES.split(bare))):
            spaced = (_SPACES.sub("", found) for found in _SPACED_NAME.findall(part))
            apart = (_SPACES.sub("", part), *_SPACES.split(part), *spaced)
            if is_latin_name(part):
                yield part
            yield from (each for each in apart if len(each) > 1)


def mask_text(text: str, secrets: Iterable[Secret]) -> tuple[str, tuple[Masked, ...]]:
    """Return the text, cleaned, without what must not be published, and what was masked in it."""
    masked: list[Masked] = []
    text = clean(text).text
    letters = letters_of(text)
    for secret in secrets:
        if letters_of(secret.text) in letters:  # of hundreds of names a text has few
            spans = spans_of(secret.text, text)
            text = _replaced(text, spans, secret.mask, text, masked)
    shown, rest = "", 0
    for start, end in private_spans(text):
        number = text[start:end]
        masked.append(Masked(number, _starred(number), text))
        shown, rest = shown + text[rest:start] + _starred(number), end
    return shown + text[rest:], tuple(masked)


def _replaced(text: str, spans: Iterable[Span], mask: str, whole: str, masked: list[Masked]) -> str:
    """A text with a mask in place of some parts, each kind of which is noted once."""
    spans = tuple(spans)
    found = dict.fromkeys(text[start:end] for start, end in spans)
    masked.extend(Masked(each, mask, whole) for each in found)
    shown, rest = "", 0
    for start, end in spans:
        shown, rest = shown + text[rest:start] + mask, end
    return shown + text[rest:]


def _starred(number: str) -> str:
    """A number with its ends left, to tell it from others; an address keeps at most a letter."""
    if len(number) < 7 or not number[1].isdecimal():
        return number[:1] + "*" * (len(number) - 1)
    return number[:3] + "*" * (len(number) - 5) + number[-2:]


@dataclass(frozen=True, slots=True)
class Person:
    """The names that a draft holds in one personal indicator, and what tells of these people.

    `beside` is where they are found and what else is masked beside their names alone; `called` are
    names that stand in other words too, and are masked where somebody is called by them.
    """

    names: tuple[str, ...]
    beside: tuple[str, ...]
    called: tuple[str, ...] = ()


def mask_people(text: str, people: Iterable[Person]) -> tuple[str, tuple[Masked, ...]]:
    """Return a text with masked names without what else leads to these people, and what went."""
    found: list[Masked] = []
    letters = letters_of(text)
    calls = letters if _CALLED.search(letters) else ""
    if not calls and _HIDDEN_LETTER not in text:  # nobody is spoken of
        return text, ()
    for person in people:
        if _is_told_in(letters, person) or (calls and _is_called_in(calls, person)):
            text = _SENTENCE.sub(partial(_told, person, found), text)
    return text, tuple(found)


def _is_told_in(letters: str, person: Person) -> bool:
    return bool(person.beside) and any(letters_of(each) in letters for each in person.beside)


def _is_called_in(letters: str, person: Person) -> bool:
    """Whether a text may call somebody by their given name: of hundreds of people, few."""
    return any(letters_of(name) in letters for name, _ in _calls(person))


def _calls(person: Person) -> tuple[tuple[str, str], ...]:
    """What somebody may be called by, each with its mask."""
    whole = ((name, masked_name(name)) for name in person.called)
    return (*whole, *_given_names(person.names))


def _told(person: Person, found: list[Masked], match: re.Match[str]) -> str:
    whole = sentence = match[0]
    for name, mask in _calls(person):
        called = (span for span in spans_of(name, sentence) if _is_called(sentence, span))
        sentence = _replaced(sentence, called, mask, whole, found)
    if sentence == whole and not any(
        mask in sentence for mask in _masks((*person.names, *person.called))
    ):
        return sentence
    for told in person.beside:
        if len(told) >= _SHORTEST:
            spans = spans_of(told, sentence)
            sentence = _replaced(sentence, spans, HIDDEN, whole, found)
    return sentence


def _is_called(sentence: str, span: Span) -> bool:
    """Whether what stands in a sentence is followed by a word for somebody who is called so."""
    following = sentence[span[1] : span[1] + _REACH]
    return _CALLED.match(letters_of(following)) is not None


@lru_cache(maxsize=256)
def _masks(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(masked_name, single_names(names))))


@lru_cache(maxsize=4096)
def _given_names(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The given names, the longest first, each with its mask; 买买提 of 买买提·艾力."""
    given = {each for name in single_names(names) for each in _given(name)}
    return tuple((each, "×" * len(each)) for each in sorted(given, key=lambda e: (-len(e), e)))


def _given(name: str) -> Iterator[str]:
    parts = _POINT.split(name)
    given = parts if len(parts) > 1 else [name[surname_length(name) :]]
    yield from (each for each in given if len(each) >= _SHORTEST)
