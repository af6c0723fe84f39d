"""More objects for a finished PDF, appended as the format foresees it (ISO 32000-1, 7.5.6).

Qt writes pages and fonts but no bookmarks. An incremental update leaves all that Qt wrote as it is;
a library that reads and writes the whole file anew would cost more than drawing it.
"""

import re
from collections.abc import Iterable

_REFERENCE = re.compile(rb"(?<!\d)(\d++) 0 R")


class Update:
    """Objects that are added to a PDF or take the place of some of its objects."""

    def __init__(self, content: bytes) -> None:
        """Read the table of the objects.

        Args:
            content: A PDF as Qt writes it: one plain cross-reference table.
        """
        self._content = content
        self._table = int(content[content.rindex(b"startxref") + 9 :].split()[0])
        self._trailer = content[content.index(b"trailer", self._table) :]
        self._changed: dict[int, bytes] = {}
        self._offsets = self._read_table()
        self._next = len(self._offsets)

    def _read_table(self) -> list[int]:
        lines = self._content[self._table :].split(b"\n")
        count = int(lines[1].split()[1])
        return [int(line[:10]) for line in lines[2 : 2 + count]]

    @property
    def root(self) -> int:
        """The number of the catalogue."""
        return self.reference(self._trailer, b"/Root")

    def reference(self, body: bytes, key: bytes) -> int:
        """Return the number of the object that a key of a dictionary refers to."""
        return int(body[body.index(key) + len(key) :].split(maxsplit=1)[0])

    def body(self, number: int) -> bytes:
        """Return the content of an object."""
        begin = self._content.index(b"obj", self._offsets[number]) + 3
        return self._content[begin : self._content.index(b"endobj", begin)]

    def pages(self) -> list[int]:
        """Return the numbers of the pages, in order."""
        tree = self.body(self.reference(self.body(self.root), b"/Pages"))
        kids = tree[tree.index(b"[") : tree.index(b"]")]
        return [int(number) for number in _REFERENCE.findall(kids)]

    def fonts(self) -> list[int]:
        """Return the numbers of all fonts that say which characters they show."""
        numbers = range(1, len(self._offsets))
        return [number for number in numbers if b"/ToUnicode" in self.body(number)[:400]]

    def reserve(self, count: int) -> list[int]:
        """Reserve numbers for new objects."""
        first = self._next
        self._next += count
        return list(range(first, self._next))

    def put(self, number: int, body: bytes) -> None:
        """Add an object or replace one."""
        self._changed[number] = body

    def finished(self) -> bytes:
        """Return the whole PDF."""
        if not self._changed:
            return self._content
        parts, offsets = [self._content], {}
        place = len(self._content)
        for number, body in sorted(self._changed.items()):
            offsets[number] = place
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
            place += len(parts[-1])
        parts += [_table(offsets.items()), self._new_trailer(place)]
        return b"".join(parts)

    def _new_trailer(self, place: int) -> bytes:
        size = re.sub(
            rb"/Size \d+", b"/Size %d /Prev %d" % (self._next, self._table), self._trailer
        )
        return size[: size.index(b"startxref")] + b"startxref\n%d\n%%%%EOF\n" % place


def _table(offsets: Iterable[tuple[int, int]]) -> bytes:
    entries = (b"%d 1\n%010d 00000 n \n" % pair for pair in offsets)
    return b"xref\n" + b"".join(entries)


def text_string(text: str) -> bytes:
    """Return a text as a PDF holds it (ISO 32000-1, 7.9.2)."""
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().upper().encode()
