"""Find words in a whole draft: names, values, headings, texts, tables and notes.

Letters are compared without regard to case and width, for a secretary's input method decides
whether `Ａ４` or `a4` comes out. An index is made once for a state of the draft; looking in it is
one search in one long text, so it costs a key press next to nothing.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from unionapp.draft import EditPath, Slot, paths_of
from unionapp.figures.annotations import own_particulars
from unionapp.figures.model import Figures
from unionapp.template import Indicator, Item, Section
from unionapp.text import ORDINARY_LETTERS
from unionapp.values import Kind, Typed

_FULL_WIDTH = {ord("　"): " ", **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}}
# One letter stands for one letter, so that a place in the folded text is one in the text.
_FOLDED = str.maketrans(
    ORDINARY_LETTERS
    | {code: letter.lower() for code, letter in _FULL_WIDTH.items()}
    | {code: chr(code).lower() for code in range(ord("A"), ord("Z") + 1)}
)

# Characters of an excerpt before and after the start of what was found.
_BEFORE, _AFTER = 12, 40


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of the draft; `id` is what to go to, `place` says where it stands.

    In the text of an item every place counts by itself; an entry is one place, and `last_year` is
    where in its passage last year's begins.
    """

    id: str
    place: str
    text: str
    slot: Slot = Slot.VALUE
    last_year: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A place with the words; `excerpt` is what stands round the first of them, at `mark`.

    `nth` counts the places in one text, from 0.
    """

    id: str
    place: str
    excerpt: str
    mark: int
    slot: Slot
    nth: int


class Index:
    """All passages of a draft, ready to be looked through."""

    def __init__(self, figures: Figures) -> None:
        self._passages = tuple(passages(figures))
        folded = [fold(passage.text) for passage in self._passages]
        self._starts = tuple(accumulate((len(text) + 1 for text in folded), initial=0))
        self._text = "\n".join(folded)

    def find(self, words: str, most: int = 200) -> tuple[Hit, ...]:
        """Return the first `most` places with all the words, in the order of the draft."""
        wanted = fold(words).split()
        found: list[Hit] = []
        for number, at in self._places(wanted[0]) if wanted else ():
            text = self._folded(number)
            if all(word in text for word in wanted[1:]):
                nth = text.count(wanted[0], 0, at)
                found.append(_hit(self._passages[number], at, nth))
            if len(found) == most:
                break
        return tuple(found)

    def _places(self, word: str) -> Iterator[tuple[int, int]]:
        """The number of each passage with the word, and where in it: in a text, every place."""
        at = self._text.find(word)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number, at - self._starts[number]
            is_text = self._passages[number].slot is Slot.NARRATIVE
            at = self._text.find(word, at + len(word) if is_text else self._starts[number + 1])

    def _folded(self, number: int) -> str:
        return self._text[self._starts[number] : self._starts[number + 1] - 1]


def fold(text: str) -> str:
    """Return the text in small letters of usual width, letter for letter."""
    return text.translate(_FOLDED)


def _hit(passage: Passage, at: int, nth: int) -> Hit:
    start = max(min(at - _BEFORE, len(passage.text) - _BEFORE - _AFTER), 0)
    end = start + _BEFORE + _AFTER
    before = "…" if start else ""
    after = "…" if end < len(passage.text) else ""
    shown = passage.text[start:end]
    mark = at - start - (len(shown) - len(shown.lstrip())) + len(before)
    is_last_year = passage.last_year is not None and at >= passage.last_year
    slot = Slot.PREVIOUS if is_last_year else passage.slot
    return Hit(passage.id, passage.place, f"{before}{shown.strip()}{after}", mark, slot, nth)


def passages(figures: Figures) -> Iterator[Passage]:
    """Yield all texts of a draft in the order of its pages, each on one line."""
    for passage in _passages(figures):
        yield replace(passage, text=passage.text.replace("\n", " "))


def _passages(figures: Figures) -> Iterator[Passage]:
    template = figures.draft.template
    for indicator in template.profile:
        yield from _indicator(figures, "工会概况", indicator)
    for section in template.sections:
        yield Passage(section.id, "章", section.title)
        for item in section.items:
            yield from _item(figures, section, item)


def _item(figures: Figures, section: Section, item: Item) -> Iterator[Passage]:
    place = section.title
    if item.title and item.title != section.title:
        yield Passage(item.id, place, item.title)
        place = f"{section.title} › {item.title}"
    for indicator in item.indicators:
        yield from _indicator(figures, place, indicator)
    if text := figures.text(item).rendered_text:
        yield Passage(item.id, f"{place} › 正文", text, Slot.NARRATIVE)
    for reason in figures.draft.reasons(item.id):
        yield Passage(item.id, f"{place} › 原因说明", reason)


def _indicator(figures: Figures, place: str, indicator: Indicator) -> Iterator[Passage]:
    told, last_year = _told(figures, indicator)
    yield Passage(indicator.id, place, told, last_year=last_year)
    if indicator.kind is Kind.TABLE:
        rows = figures.draft.typed(Slot.VALUE, indicator.id)
        for number, row in enumerate(rows if isinstance(rows, tuple) else (), 1):
            yield Passage(indicator.id, f"{indicator.name}，第{number}行", _line(row))
    for kind, told in own_particulars(figures, indicator):
        yield Passage(indicator.id, f"{indicator.name}的{kind}", told)


def _told(figures: Figures, indicator: Indicator) -> tuple[str, int | None]:
    """An indicator in one line: its name, its values as they are printed and as they were typed.

    The number says where last year's begins.
    """
    parts = [indicator.name]
    if indicator.kind is not Kind.TABLE:
        parts += [_answer(figures, path) for path in paths_of(indicator)]
    told = "　".join(filter(None, parts))
    if last := _line(figures.draft.typed(Slot.PREVIOUS, indicator.id)):
        return f"{told}　上年{last}", len(told)
    return told, None


def _answer(figures: Figures, path: EditPath) -> str:
    shown = figures.printed(path.id, path.field)
    typed = _line(figures.draft.typed(path.slot, path.id, path.field))
    if not shown:
        return typed or figures.value(path.id, path.field).state.value
    return shown if typed in shown else f"{shown}（填的是 {typed}）"


def _line(typed: Typed | Sequence[str]) -> str:
    """What was typed in one line; a row's cells and a list's entries are set apart."""
    if isinstance(typed, str):
        return typed
    return "　".join(part if isinstance(part, str) else "　".join(part) for part in typed)
