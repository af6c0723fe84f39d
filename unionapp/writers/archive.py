"""The zip archive that a Word document or a workbook is, written whatever the PC's clock shows."""

from datetime import datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# Years that an archive has a place for (PKWARE APPNOTE.TXT, 4.4.6).
_FIRST, _LAST = 1980, 2107

# Who may read a part that is taken out of an archive: its owner, as `ZipFile` has it.
_OWNER = 0o600 << 16


class Archive(ZipFile):
    """An archive that is written part by part.

    The standard library's writes the PC's time beside each part, and refuses one that it has no
    place for; the nearest there is takes its place here.
    """

    def writestr(self, zinfo_or_arcname: str | ZipInfo, *content: Any, **how: Any) -> None:
        """Write a part."""
        part = zinfo_or_arcname
        super().writestr(_part(part) if isinstance(part, str) else part, *content, **how)


def _part(name: str) -> ZipInfo:
    now = datetime.now()
    if now.year < _FIRST:
        now = datetime(_FIRST, 1, 1)
    elif now.year > _LAST:
        now = datetime(_LAST, 12, 31, 23, 59, 58)
    part = ZipInfo(name, now.timetuple()[:6])
    part.compress_type = ZIP_DEFLATED
    part.external_attr = _OWNER
    return part
