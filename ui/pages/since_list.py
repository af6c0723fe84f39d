"""What changed in a draft since its papers were last written."""

from ui.desk import Desk
from ui.kit import Link, LinkList
from unionapp.figures import Difference, Figures, differences
from unionapp.text import local_time, time_in_words


class SinceList(LinkList):
    """What the papers that were written last do not know yet; each row leads to its place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("上次出稿以后改了什么", "这份总结还没有出过稿。")
        self._desk = desk
        self._last: tuple[str, Figures] | None = None

    def refresh(self) -> None:
        """Look at the draft anew."""
        last = self._when_last_written()
        if last is None:
            return
        self.set_nothing(f"{time_in_words(local_time(last[0]))}出稿以后，没有改过。")
        changed = differences(last[1], self._desk.figures)
        self.show_links([Link(_told(each), each.where) for each in changed])

    def note_written(self, figures: Figures) -> None:
        """Remember that the papers were written just now, of these figures."""
        self._last = (self._desk.session.written_at, figures)

    def _when_last_written(self) -> tuple[str, Figures] | None:
        """When the papers were last written, and the figures of then."""
        at = self._desk.session.written_at
        if at and (self._last is None or self._last[0] != at):
            self._last = (at, self._desk.session.figures_when_written())
        return self._last


def _told(changed: Difference) -> str:
    return f"{changed.name}：{changed.before} → {changed.now}"
