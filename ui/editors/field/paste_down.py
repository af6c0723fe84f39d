"""A block of cells pasted where one figure belongs: a column goes down, anything else is refused.

Nothing is overwritten and nothing is taken in part, so that whoever pasted the wrong block only
has to read one sentence.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ui.words import say
from unionapp.draft import Change, EditPath
from unionapp.errors import UnreadableError
from unionapp.figures import Figures, measure_of, read_or_refuse
from unionapp.importing import Cells
from unionapp.template import Indicator


class Target(NamedTuple):
    """An entry that a cell may go into."""

    path: EditPath
    indicator: Indicator


def filled_cells(block: Cells) -> list[str]:
    """Return what stands in a block, without its empty cells."""
    return [cell.strip() for row in block for cell in row if cell.strip()]


def changes_down(block: Cells, targets: Sequence[Target], figures: Figures) -> list[Change]:
    """Return the changes by which a column goes down the entries, a cell into each.

    Raises:
        UnreadableError: it does not go there; the sentence says why and what to do.
    """
    texts = _column_of(block)
    if len(texts) > len(targets):
        start = targets[0].indicator.name
        raise UnreadableError(
            say(
                "粘贴的是{count}行，从“{start}”起往下只有{targets}项可填，没有放入；"
                "请少复制几行，或只复制一格。",
                count=len(texts),
                start=start,
                targets=len(targets),
            )
        )
    pairs = [(target, text) for target, text in zip(targets, texts, strict=False) if text]
    for refusal in _refusals(pairs, figures):
        raise UnreadableError(refusal)
    return [Change(target.path, text) for target, text in pairs]


def _column_of(block: Cells) -> list[str]:
    """The texts of the one column in which anything stands."""
    used = {at for row in block for at, cell in enumerate(row) if cell.strip()}
    rows = [at for at, row in enumerate(block) if any(cell.strip() for cell in row)]
    if len(used) > 1:
        raise UnreadableError(
            say(
                "粘贴的是{count}行{used}列，这里只能填一个数，没有放入；"
                "请只复制一格，或只复制一列来填这一项和下面几项。",
                count=len(rows),
                used=len(used),
            )
        )
    (column,) = used
    cells = (row[column] if column < len(row) else "" for row in block[rows[0] : rows[-1] + 1])
    return [cell.strip() for cell in cells]


def _refusals(pairs: Sequence[tuple[Target, str]], figures: Figures) -> Iterator[str]:
    for place, (target, text) in enumerate(pairs):
        name = target.indicator.name
        kept = figures.draft.answers.get(target.path, "")
        if place and kept and kept != text:
            yield say(
                "下面的“{name}”已经填了，粘贴的一列没有放入；请先清空它，或只复制一格。", name=name
            )
        refusal = read_or_refuse(text, measure_of(target.indicator))[1]
        if refusal:
            yield say("粘贴的一列没有放入：要填到“{name}”的{refusal}", name=name, refusal=refusal)
