"""Papers are written whatever the PC's clock shows."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from io import BytesIO
from typing import Self
from zipfile import ZipFile

import pytest

from tests.support.papers import whole
from unionapp.paper import Document
from unionapp.writers import docx, xlsx


def clock_in(year: int) -> type[datetime]:
    """A clock that stands at the last second of a year, in every zone."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls(year, 12, 31, 23, 59, 58, tzinfo=tz)

    return Clock


@pytest.mark.parametrize("packed", [docx.packed, xlsx.packed], ids=["docx", "xlsx"])
@pytest.mark.parametrize(
    ("year", "kept"),
    [
        (1970, (1980, 1, 1, 0, 0, 0)),
        (1979, (1980, 1, 1, 0, 0, 0)),
        (2026, (2026, 12, 31, 23, 59, 58)),
        (2107, (2107, 12, 31, 23, 59, 58)),
        (2108, (2107, 12, 31, 23, 59, 58)),
        (2200, (2107, 12, 31, 23, 59, 58)),
        (9999, (2107, 12, 31, 23, 59, 58)),
    ],
)
def test_a_paper_is_written_whatever_the_clock_shows(
    monkeypatch: pytest.MonkeyPatch,
    packed: Callable[[Document], bytes],
    year: int,
    kept: tuple[int, ...],
) -> None:
    for module in ("archive", "docx.write"):
        monkeypatch.setattr(f"unionapp.writers.{module}.datetime", clock_in(year))
    with ZipFile(BytesIO(packed(whole()))) as paper:
        assert {part.date_time for part in paper.infolist()} == {kept}
        assert paper.testzip() is None
