"""What happened to a draft elsewhere, told once: other windows' edits, and a store made anew."""

from collections.abc import Collection, Iterator

from ui.words import say
from unionapp.draft import EditPath
from unionapp.storage.sessions import Session

_READ_IN = say("另一个窗口也在改这份草稿，那边改的内容已经读进来了")


class Elsewhere:
    """What a window knows already of what happened elsewhere."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._renewal = session.renewal
        self._read_in = session.read_in
        self._contests = frozenset(session.contests)

    def news(self) -> Iterator[str]:
        """Give a sentence on each thing that nobody was told yet, the weightiest last."""
        read_in, self._read_in = self._read_in, self._session.read_in
        contests, self._contests = self._contests, frozenset(self._session.contests)
        renewal, self._renewal = self._renewal, self._session.renewal
        if new := self._contests - contests:
            yield from self._on_contested(new)
        elif self._read_in != read_in:
            yield _READ_IN
        if self._renewal is not None and self._renewal is not renewal:
            yield self._renewal.sentence

    def _on_contested(self, paths: Collection[EditPath]) -> Iterator[str]:
        """What the outline alone has is shown at no entry."""
        figures = self._session.figures
        entries = {*figures.indicators, *(item.id for item in figures.draft.template.items)}
        at_entries = sum(path.id in entries for path in paths)
        if at_entries:
            yield say(
                "有{count}处两个窗口都改了，原处标着两样写法，请看一看该留哪个；两样都在修改记录里",
                count=at_entries,
            )
        if at_entries < len(paths):
            yield say(
                "有{count}处章节的标题、顺序等两个窗口都改了，现在留的是后改的；两样都在修改记录里",
                count=len(paths) - at_entries,
            )
