"""A clock that showed noon when the tests began: no day ends between two looks at it."""

from datetime import datetime, tzinfo
from typing import Self

_BEGUN = datetime.now()
_AHEAD = _BEGUN.replace(hour=12, minute=0, second=0) - _BEGUN

# The modules that ask what time it is, and tell of today and yesterday or of how long ago.
CLOCKS = (
    "unionapp.storage.backup.backups",
    "unionapp.storage.listing_text",
    "unionapp.storage.sessions.session",
    "unionapp.text.times",
)


class AroundNoon(datetime):
    """Stands in for `datetime` where the program asks what time it is."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return cls.fromtimestamp((datetime.now() + _AHEAD).timestamp(), tz)
