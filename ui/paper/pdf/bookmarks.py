"""The headings of a paper as the bookmarks of its PDF (ISO 32000-1, 12.3.3)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ui.paper.pdf.update import Update, text_string
from unionapp.layout.pages import Pages


@dataclass
class _Bookmark:
    """One bookmark, where it leads (in points from the foot of the page) and those below it."""

    text: str = ""
    page: int = 0
    height: float = 0
    number: int = 0
    below: "list[_Bookmark]" = field(default_factory=list)

    def all_below(self) -> "Iterator[_Bookmark]":
        for each in self.below:
            yield each
            yield from each.all_below()


def add_bookmarks(update: Update, paper: Pages) -> None:
    """Add the bookmarks, and make readers show them and the title of the paper."""
    root = _tree(paper)
    bookmarks = [root, *root.all_below()]
    for bookmark, number in zip(bookmarks, update.reserve(len(bookmarks)), strict=True):
        bookmark.number = number
    pages = update.pages()
    if root.below:
        count = len(bookmarks) - 1
        update.put(root.number, b"<< /Type /Outlines %s /Count %d >>" % (_ends(root), count))
        _put_all(update, root, pages)
    _name_in_catalogue(update, root)


def _tree(paper: Pages) -> _Bookmark:
    """Headings below those of the level above; a level that was left out does not matter."""
    root = _Bookmark()
    path = [(0, root)]
    for page in paper.pages:
        for mark in page.marks:
            if not mark.level:
                continue
            while path[-1][0] >= mark.level:
                path.pop()
            bookmark = _Bookmark(mark.text, page.number, page.height - mark.y)
            path[-1][1].below.append(bookmark)
            path.append((mark.level, bookmark))
    return root


def _ends(bookmark: _Bookmark) -> bytes:
    first, last = bookmark.below[0].number, bookmark.below[-1].number
    return b"/First %d 0 R /Last %d 0 R" % (first, last)


def _put_all(update: Update, parent: _Bookmark, pages: Sequence[int]) -> None:
    for place, bookmark in enumerate(parent.below):
        beside = _beside(parent.below, place)
        update.put(bookmark.number, _entry(bookmark, parent, beside, pages))
        _put_all(update, bookmark, pages)


def _beside(siblings: Sequence[_Bookmark], place: int) -> bytes:
    previous = b"/Prev %d 0 R " % siblings[place - 1].number if place else b""
    following = siblings[place + 1 : place + 2]
    return previous + b"".join(b"/Next %d 0 R " % each.number for each in following)


def _entry(bookmark: _Bookmark, parent: _Bookmark, beside: bytes, pages: Sequence[int]) -> bytes:
    target = b"[%d 0 R /XYZ 0 %d null]" % (pages[bookmark.page - 1], bookmark.height)
    below = b""
    if bookmark.below:
        below = b"%s /Count %d" % (_ends(bookmark), _count(bookmark.all_below()))
    return b"<< /Title %s /Parent %d 0 R %s/Dest %s %s >>" % (
        text_string(bookmark.text),
        parent.number,
        beside,
        target,
        below,
    )


def _count(bookmarks: Iterable[_Bookmark]) -> int:
    return sum(1 for _ in bookmarks)


def _name_in_catalogue(update: Update, root: _Bookmark) -> None:
    catalogue = update.body(update.root).strip()
    outlines = b"/Outlines %d 0 R /PageMode /UseOutlines" % root.number if root.below else b""
    shown = b"/Lang (zh-CN) /ViewerPreferences << /DisplayDocTitle true >>"
    update.put(update.root, catalogue[: catalogue.rindex(b">>")] + b"%s %s >>" % (outlines, shown))
