"""The way to what was found: to one finding, or from finding to finding by one key."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit

from ui.desk import Desk
from ui.section import order_of
from ui.window.page_stack import PageStack
from ui.window.status import Status
from ui.words import say
from unionapp.checks import Finding, open_findings, unexplained
from unionapp.draft import EditPath
from unionapp.figures import Figures


class FindingCursor:
    """The finding that one was led to last, for several findings may be at one place."""

    def __init__(self) -> None:
        self._last: Finding | None = None
        self._rank = 0
        self._arrived: EditPath | None = None

    def step(
        self, figures: Figures, found: Sequence[Finding], here: EditPath, by: int
    ) -> tuple[Finding, str] | None:
        """Return the next finding from here (or the one before), and which of how many it is.

        None when there is nothing to look at.
        """
        order = order_of(figures.draft.template)
        ranked = [(order.get(each.where, 0), each) for each in found]
        ranked.sort(key=lambda each: each[0])
        if not ranked:
            return None
        at = self._next(ranked, order.get(here, 0), here, by) % len(ranked)
        self._rank, self._last = ranked[at]
        left = open_findings(figures, [each for _, each in ranked])
        return self._last, left.describe_position(self._last)

    def arrive(self, here: EditPath) -> None:
        """Remember where the cursor came to stand: what is worked out has no entry for it."""
        self._arrived = here

    def _next(self, ranked: list[tuple[int, Finding]], rank: int, here: EditPath, by: int) -> int:
        findings = [finding for _, finding in ranked]
        if here == self._arrived:
            if self._last in findings:
                return findings.index(self._last) + by
            rank = self._rank  # it is mended, and the next one is found from where it was
        before = sum(each < rank for each, _ in ranked)
        return before if by > 0 else before - 1


class FindingActions:
    """The ways to findings; the status says what was found there as long as it is open.

    `show_findings` brings what the pages tell of findings up to date before one is led there.
    """

    def __init__(
        self,
        desk: Desk,
        pages: PageStack,
        status: Status,
        show_findings: Callable[[], Sequence[Finding]],
    ) -> None:
        self._desk = desk
        self._pages = pages
        self._status = status
        self._show_findings = show_findings
        self._cursor = FindingCursor()
        self._notice: tuple[Finding, str] | None = None

    def go_to_place(self, id_: str) -> None:
        """Go to a place, and say what was found there, if anything was."""
        found = next((each for each in self._show_findings() if each.where.id == id_), None)
        if found is not None:
            self.go_to(found)
        else:
            self._pages.go_to(id_)

    def go_to(self, finding: Finding, which: str = "") -> None:
        """Go to the entry that it is about, and say what it is, there and in the status.

        A figure is chosen as by Tab: what one types takes its place.
        """
        where = finding.where
        self._pages.go_to(where.id, where.slot)
        self._show_findings()
        self._pages.go_to(where.id, where.slot)  # the note above the entry has come only now
        focused = self._pages.focused
        if isinstance(focused, QLineEdit):
            focused.selectAll()
        self._notice = (
            finding,
            say("{which}：{message}", which=which, message=finding.message)
            if which
            else finding.message,
        )
        self._status.show_notice(self._notice[1])

    def step(self, by: int) -> None:
        """Go to the next finding from the cursor, or the one before, and say what it is."""
        figures = self._desk.figures
        found = unexplained(figures, self._desk.findings)
        step = self._cursor.step(figures, found, self._pages.open_page.position(), by)
        if step is None:
            self._status.show_notice(say("没有发现问题"))
            return
        self.go_to(*step)
        self._cursor.arrive(self._pages.open_page.position())

    def withdraw_settled(self, open_: Sequence[Finding]) -> None:
        """Say no more of a finding that is open no longer."""
        if self._notice is not None and self._notice[0] not in open_:
            self._status.withdraw(self._notice[1])
