"""What a person typed, as it enters by any door: a text, the entries of a list, or cells."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, cast

from unionapp.text import Cleaned, clean, clean_cell
from unionapp.values.model import Typed


class Entered(NamedTuple):
    """What was typed, fit to be kept; `messages` tell what was done to it, once each."""

    typed: Typed
    messages: tuple[str, ...] = ()


def entered(typed: Typed) -> Entered:
    """Return what was typed as it is kept and read: cleaned, cell by cell.

    In a cell all that ends a line is a space, but for a line feed.
    """
    if isinstance(typed, str):
        cleaned = clean(typed)
        return Entered(cleaned.text, (cleaned.message,) if cleaned.message else ())
    if _is_clean(typed):
        return Entered(typed)
    messages: dict[str, None] = {}
    return Entered(cast("Typed", tuple(_cleaned(typed, messages))), tuple(messages))


def _is_clean(typed: tuple[str | tuple[str, ...], ...]) -> bool:
    """Whether nothing is to be done; all entries are looked at in one go, for speed."""
    whole = "\n".join(each if isinstance(each, str) else "\n".join(each) for each in typed)
    return clean(whole).text == whole


def _cleaned(
    typed: tuple[str | tuple[str, ...], ...], messages: dict[str, None]
) -> Iterator[str | tuple[str, ...]]:
    for each in typed:
        if isinstance(each, str):
            yield _told(clean, each, messages)
        else:
            yield tuple(_told(clean_cell, cell, messages) for cell in each)


def _told(cleaning: Callable[[str], Cleaned], text: str, messages: dict[str, None]) -> str:
    cleaned = cleaning(text)
    if cleaned.message:
        messages[cleaned.message] = None
    return cleaned.text
