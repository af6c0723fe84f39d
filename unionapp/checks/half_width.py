"""Half-width marks between Chinese characters: 评比中,我校 (GB/T 15834-2011)."""

import re
from collections.abc import Iterator

from unionapp.checks.finding import Finding, Severity
from unionapp.derive import Figures
from unionapp.prose import paragraphs_said
from unionapp.template import Item

_FULL = str.maketrans(",.;:?!()", "，。；：？！（）")
_HAN = "\u3400-\u9fff\U00020000-\U0003fffd"
_BEFORE, _AFTER = f"{_HAN}》”’）】%％", f"{_HAN}《“‘（【"
_HALF = re.compile(f"(?<=[{_BEFORE}])[,.;:?!] ?(?=[{_AFTER}])|(?<=[{_HAN}])[()](?=[{_HAN}])")
"""Next to a digit or a letter a half-width mark may be right: 3,680 and 10:30."""

_AROUND = 4
"""Characters before and after a mark that are quoted."""

_EDGE = re.compile("[，。；：！？、“”]")


def check_half_width(figures: Figures) -> Iterator[Finding]:
    """One finding for each text that has such marks, with the first of them put right."""
    for item in figures.draft.template.items:
        said = "\n".join(paragraphs_said(figures, item))
        if found := [*_HALF.finditer(said)]:
            yield _finding(item, said, found[0], len(found))


def _finding(item: Item, said: str, first: re.Match[str], how_many: int) -> Finding:
    before = _EDGE.split(said[max(first.start() - _AROUND, 0) : first.start()])[-1]
    after = _EDGE.split(said[first.end() : first.end() + _AROUND])[0].partition("\n")[0]
    right = first[0].strip().translate(_FULL)
    more = f"，这样的共{how_many}处" if how_many > 1 else ""
    message = (
        f"“{item.title or item.id}”的正文里“{before}{first[0]}{after}”用了半角标点，"
        f"请改成“{before}{right}{after}”{more}。"
    )
    return Finding("half_width", Severity.WARNING, message, item.id, f"{before}{first[0]}{after}")
