"""The line under an answer that two windows have changed: what stands there, and what stood."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.desk import Desk
from ui.kit import Label, small_button
from ui.look import Colour, set_size, set_tone
from ui.look.tokens import HINT_SIZE, INSIDE
from ui.words import say
from unionapp.draft import Slot
from unionapp.storage.sessions import Contest
from unionapp.text import shortened
from unionapp.values import Typed

# Letters of an answer that are quoted.
_LONGEST = 24

# What is called by its own name; anything else is the answer itself.
_PARTS = {
    Slot.AS_OF: say("数据截至"),
    Slot.NOTE: say("备注"),
    Slot.SOURCE: say("来源"),
    Slot.REASON: say("原因说明"),
    Slot.TITLE: say("标题"),
    Slot.UNIT: say("单位"),
}


class ContestedLine(QWidget):
    """Both answers in one sentence, with a button for the one that does not stand there."""

    def __init__(self, name: str, take: Callable[[], object], leave: Callable[[], object]) -> None:
        super().__init__()
        self.words = Label(wraps=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        set_size(self.words, HINT_SIZE)
        set_tone(self.words, Colour.WARN)
        self.take = small_button(say("换成另一个"), say("换成另一个：{name}", name=name), take)
        self.leave = small_button(say("就留这个"), say("就留这个：{name}", name=name), leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(INSIDE)
        row.addWidget(self.words, 1)
        row.addWidget(self.take)
        row.addWidget(self.leave)


class Contested:
    """Whether an answer is contested; its line is made only where one is."""

    def __init__(
        self,
        id_: str,
        name: str,
        desk: Desk,
        insert: Callable[[QWidget], object],
        slot: Slot = Slot.VALUE,
    ) -> None:
        self._id = id_
        self._name = name
        self._desk = desk
        self._insert = insert
        self._last_year = slot is Slot.PREVIOUS
        self._line: ContestedLine | None = None

    def refresh(self) -> None:
        """Show the line as long as the answer, or what belongs to it, is contested."""
        contest = self._contest()
        if contest is not None and self._line is None:
            self._line = ContestedLine(self._name, self._take, self._leave)
            self._insert(self._line)
        if self._line is not None:
            self._line.setVisible(contest is not None)
            if contest is not None:
                self._line.words.setText(sentence_on(contest))

    def _contest(self) -> Contest | None:
        for path, contest in self._desk.contests.items():
            here = path.id == self._id and path.slot is not Slot.CARRIED
            if here and (path.slot is Slot.PREVIOUS) == self._last_year:
                return contest
        return None

    def _take(self) -> None:
        """The focus goes on with the line, for its buttons vanish under it."""
        contest = self._contest()
        if contest is not None:
            self._go_on()
            self._desk.put(contest.path, contest.other, joins=False)
            self._desk.settle_contest(contest.path)

    def _leave(self) -> None:
        contest = self._contest()
        if contest is not None:
            self._go_on()
            self._desk.settle_contest(contest.path)

    def _go_on(self) -> None:
        if self._line is not None:
            self._line.leave.setFocus()
            self._line.focusNextChild()


def sentence_on(contest: Contest) -> str:
    """Return both answers in one sentence."""
    what = _PARTS.get(contest.path.slot, say("这里"))
    kept, other = _quoted(contest.kept, contest.other), _quoted(contest.other, contest.kept)
    if contest.typed_here:
        return say(
            "⚠ 另一个窗口也改了{what}：那边写的是{other}，现在留的是您写的{kept}。",
            what=what,
            other=other,
            kept=kept,
        )
    return say(
        "⚠ 另一个窗口也改了{what}：您写的是{other}，现在留的是那边写的{kept}。",
        what=what,
        other=other,
        kept=kept,
    )


def _quoted(typed: Typed | None, beside: Typed | None) -> str:
    """An answer; of one in rows how many there are, and the first that the other has not."""
    if isinstance(typed, tuple):
        others = beside if isinstance(beside, tuple) else ()
        words = next((_words(row) for row in typed if row not in others), "")
        return say("{count}行", count=len(typed)) + (
            say("（如{words}）", words=_in_marks(words)) if words else ""
        )
    return _in_marks(typed) if typed else say("空白")


def _words(row: str | tuple[str, ...]) -> str:
    return row if isinstance(row, str) else " ".join(row).strip()


def _in_marks(text: str) -> str:
    return say("“{text}”", text=shortened(" ".join(text.split()), _LONGEST))
