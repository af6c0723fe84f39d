"""Which measures a base may have: those that a sheet of paper, a letter and a line can have."""

from collections.abc import Iterator
from dataclasses import fields

from unionapp.errors import WritingError
from unionapp.layout import Page, ParagraphStyle, Typography

# Twips: the smallest and largest sheet (Word knows none beyond 22 inches), the least type area.
_SHEET = (2835, 31_680)
_LEAST_TEXT = 1134

# Points: the size of letters; lines, spaces and indents (Word takes up to 1584).
_LETTER = (0.5, 400.0)
_LINE = (0.5, 1584.0)
_SPACE = (0.0, 1584.0)
_INDENT = (-1584.0, 1584.0)

_TWIPS = 20


def refuse_odd_measures(typography: Typography, names: dict[str, str]) -> None:
    """Refuse pages or styles on which no text can be set; `names` are those of the styles by id.

    Raises:
        WritingError: What is at fault, by its name.
    """
    setup = typography.page_setup
    pages = [getattr(setup, each.name) for each in fields(setup)]
    if not all(map(_is_page, pages)):
        raise _refusal("纸张大小、页边距或网格")
    for style, found in typography.styles.items():
        if style.value in names and not _is_style(found, setup.portrait):
            raise _refusal(f"样式“{names[style.value]}”的字号、行距或缩进")


def _refusal(what: str) -> WritingError:
    return WritingError(
        f"本单位的版式文件用不了：它的{what}不合常理，请在 Word 或 WPS 中改成平常的数值后再试。"
    )


def _is_page(page: Page) -> bool:
    heights = page.height - page.top - page.bottom
    return all(
        least <= found <= most  # no comparison holds for what is not a number
        for found, (least, most) in (
            (page.width, _SHEET),
            (page.height, _SHEET),
            (page.text_width, (_LEAST_TEXT, page.width)),
            (heights, (_LEAST_TEXT, page.height)),
            (page.left, (0, page.width)),
            (page.right, (0, page.width)),
            (page.footer, (-page.height, page.height)),
            (page.pitch, (0, page.height)),
            (page.stretch, (-_LETTER[1], _LETTER[1])),
        )
    )


def _is_style(style: ParagraphStyle, page: Page) -> bool:
    room = page.text_width / _TWIPS
    return all(least <= found <= most for found, (least, most) in _looked_at(style, room))


def _looked_at(style: ParagraphStyle, room: float) -> Iterator[tuple[float, tuple[float, float]]]:
    """The measures of a style, each with the least and the most that it may be."""
    yield style.size, _LETTER
    yield style.line, _LINE
    yield style.before, _SPACE
    yield style.after, _SPACE
    yield style.condensed, (-style.size, _LETTER[1])
    for indent in (style.left, style.first, style.right):
        yield indent, _INDENT
    for left in (style.left, style.first):
        yield left + style.right, (_INDENT[0], room - style.size)
