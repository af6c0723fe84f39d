"""Blocks as strips: what goes onto a page whole, one below the other."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from unionapp.layout.blocks import Keep
from unionapp.layout.official import Page as PageShape
from unionapp.layout.pages.lines import SetLine
from unionapp.layout.pages.model import Mark, PlacedLine, Rule
from unionapp.layout.styles import ParagraphStyle


@dataclass(frozen=True, slots=True)
class LayoutStrip:
    """A line of text or a row of a table; places are counted from its upper left corner.

    Attributes:
        keep: It may not be the last on its page when something follows.
        before: The room that is free above it, at least.
        after: The room that is free below it, at least; of two neighbours' the larger counts.
    """

    height: float
    lines: tuple[PlacedLine, ...] = ()
    rules: tuple[Rule, ...] = ()
    marks: tuple[Mark, ...] = ()
    keep: bool = False
    before: float = 0.0
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Flow:
    """Strips that stand on pages of one shape.

    Attributes:
        head: The head row of a table, printed again at the top of each further page.
        new_page: They begin a page.
    """

    shape: PageShape
    strips: tuple[LayoutStrip, ...]
    head: LayoutStrip | None = None
    new_page: bool = False


def strips_of(
    lines: tuple[SetLine, ...], style: ParagraphStyle, marks: Iterable[Mark] = ()
) -> tuple[LayoutStrip, ...]:
    """Return the lines of a paragraph, one strip each; the marks stand at the first."""
    last = len(lines) - 1
    return tuple(
        LayoutStrip(
            style.line,
            (PlacedLine(each.x, style.baseline, each.line),) if each.line.pieces else (),
            marks=() if index else tuple(marks),
            keep=style.keep_next or (style.widows and index in (0, last - 1) and last > 0),
            before=0.0 if index else style.before,
            after=style.after if index == last else 0.0,
        )
        for index, each in enumerate(lines)
    )


def kept(strips: tuple[LayoutStrip, ...], keep: Keep) -> tuple[LayoutStrip, ...]:
    """Return the lines of a paragraph, some of which may not be parted from what follows."""
    match keep:
        case Keep.NOTHING:
            return strips
        case Keep.WHOLE:
            return _kept_with_next(strips)
        case Keep.ENDING | Keep.LONG_ENDING:
            last = strips[1:][-2:]
            return (*_kept_with_next(strips[:1]), *strips[1:-2], *_kept_with_next(last))
        case _:
            assert_never(keep)


def _kept_with_next(strips: tuple[LayoutStrip, ...]) -> tuple[LayoutStrip, ...]:
    return tuple(replace(strip, keep=True) for strip in strips)
