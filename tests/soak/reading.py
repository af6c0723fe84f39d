"""Sentences that nobody wrote, read: nothing comes up, and the time grows with their length."""

from pathlib import Path
from random import Random
from time import process_time

from tests.core.reading.scoring import papers
from unionapp.reading import read_text

SENTENCES = 100_000
# Sentences that are read as one text.
TOGETHER = 100
_STRANGE = (
    "0123456789０９.,，%％‰一二三四十百千万亿两〇半余多近约年月日第（）()“”《》、。；：\t\n 　①"
    "\u202e\ud800😀𠀀"
)
# How much longer a text of ten times the length may take than ten times as long.
_LINEAR = 2.0


def read_drawn_sentences(_folder: Path, chance: Random, times: int) -> str:
    """Read sentences made of pieces of real ones and of what is strange."""
    pieces = [paper.text for paper in papers()]
    read = 0
    for _ in range(SENTENCES * times // TOGETHER):
        text = "".join(_sentence(pieces, chance) for _ in range(TOGETHER))
        found = read_text(text)
        for number in found.numbers:
            assert text[number.span.start : number.span.end] == number.text, ascii(text)
        read += len(found.numbers)
    growth = _growth(pieces, chance)
    assert growth <= _LINEAR, f"ten times the text takes {growth:.1f} times as long as it should"
    return f"{SENTENCES * times:,} sentences with {read:,} numbers, growth {growth:.2f}"


def _sentence(pieces: list[str], chance: Random) -> str:
    parts = []
    for _ in range(chance.randint(1, 6)):
        piece = chance.choice(pieces)
        start = chance.randrange(len(piece))
        parts.append(piece[start : start + chance.randint(1, 24)])
        parts.append("".join(chance.choices(_STRANGE, k=chance.randint(0, 4))))
    return "".join(parts) + chance.choice("。，；\n")


def _growth(pieces: list[str], chance: Random) -> float:
    """The time for a long text in one line over ten times that for a tenth of it."""
    text = "".join(_sentence(pieces, chance) for _ in range(10_000)).replace("\n", "，")
    short = _seconds(text[: len(text) // 10])
    return _seconds(text) / (10 * short)


def _seconds(text: str) -> float:
    begun = process_time()
    read_text(text)
    return process_time() - begun
