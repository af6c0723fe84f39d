"""The page before the papers: what was found, what is blank, this year beside last year."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget, QWizardPage

from ui.desk import Desk
from ui.kit import Column, Segments, hint_label, page_title
from ui.look import scaled
from ui.pages.comparison import ComparisonView
from ui.pages.findings import FindingsView
from ui.pages.gaps import GapsView
from ui.pages.places import Places
from ui.section import start_of
from ui.words import say
from unionapp.checks import OpenFindings, open_findings
from unionapp.draft import EditPath, Slot
from unionapp.figures import PROFILE, REVIEW, Figures, comparisons, progress

_TITLE = say("检查核对")

# Pixels of the page below which what is found has all the room.
_LOW = 360

# Milliseconds without an edit after which the page looks at the draft anew.
_PAUSE = 200


class ReviewPage(QWizardPage):
    """The draft looked over; every row leads to its place."""

    # The id of an indicator or item that the person wants to see.
    wanted = Signal(str)

    # The `Finding` whose place the person wants to see.
    finding_wanted = Signal(object)

    # Another finding is in hand, for the paper beside it.
    moved = Signal()

    # The person wants to go on, for nothing was found.
    finished = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setAccessibleName(_TITLE)
        self._desk = desk
        self.findings = FindingsView(desk)
        self.gaps = GapsView()
        self.compared = ComparisonView()
        self._places = Places(desk.template)
        self._summary = hint_label(wraps=True)
        self.switch = Segments(say("检查核对的三个方面"), [name for _, name in self._views()])
        self._stack = QStackedWidget()
        self.findings.wanted.connect(self.finding_wanted)
        self.findings.moved.connect(self.moved)
        self.findings.finished.connect(self.finished)
        for view, _name in self._views():
            if view is not self.findings:
                view.wanted.connect(self.wanted)
            self._stack.addWidget(view)
        self._compared: Figures | None = None
        self.switch.chosen.connect(self._open)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._refresh)
        desk.changed.connect(self._follow)
        self._lay_out()

    @property
    def summary(self) -> str:
        """What stands over the views."""
        return self._summary.text()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the draft anew whenever the page is opened."""
        super().showEvent(event)
        self._refresh()
        self.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a low window to the list: the switch counts too."""
        super().resizeEvent(event)
        self._summary.setVisible(event.size().height() >= scaled(_LOW))

    def focus_first(self) -> None:
        """Put the focus into the list, where Enter leads to a place."""
        self._stack.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def position(self) -> EditPath:
        """Return the beginning of the page: nothing of the draft is typed here."""
        return start_of(REVIEW)

    def go_to(self, _id: str, _slot: Slot) -> bool:
        """Return False: no entry is here."""
        return False

    def anchors(self) -> tuple[str, ...]:
        """Return where the paper tells of the finding that is chosen."""
        finding = self.findings.current
        if finding is None or self._stack.currentWidget() is not self.findings:
            return ()
        self._places = self._places.of(self._desk.template)
        return self._places.at(finding.where.id, self._desk.figures).anchors

    def editor_of(self, _id: str) -> QWidget | None:
        """Return None: no entry is here."""
        return None

    def _open(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._compare()
        self.moved.emit()

    def _follow(self) -> None:
        """Follow a change; while nobody looks, it is looked at when the page is opened again."""
        if self.isVisible():
            self._pause.start()

    def _views(self) -> tuple[tuple[FindingsView | GapsView | ComparisonView, str], ...]:
        return (
            (self.findings, say("发现的问题")),
            (self.gaps, say("待填")),
            (self.compared, say("与上年对照")),
        )

    def _refresh(self) -> None:
        figures = self._desk.figures
        found, gaps = self._desk.findings, progress.gaps(figures)
        self.findings.show_findings(found)
        self.gaps.show_gaps(gaps, _titles(self._desk))
        self._compare()
        left = open_findings(figures, found)
        for at, count in enumerate((len(left.problems), len(gaps))):
            name = self._views()[at][1]
            self.switch.name_part(at, f"{name} {count}" if count else name)
        self._summary.setText(_summary_of(left, len(gaps)))

    def _compare(self) -> None:
        """Set the years beside each other when that is looked at; it takes the longest."""
        figures = self._desk.figures
        if self._stack.currentWidget() is self.compared and self._compared is not figures:
            self._compared = figures
            self.compared.show_comparisons(comparisons(figures))

    def _lay_out(self) -> None:
        page = Column()
        for part in (page_title(_TITLE), self._summary, self.switch):
            page.rows.addWidget(part)
        page.rows.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)


def _titles(desk: Desk) -> dict[str, str]:
    sections = {section.id: section.title for section in desk.template.sections}
    return {PROFILE: say("工会概况")} | sections


def _summary_of(left: OpenFindings, gaps: int) -> str:
    found = (
        say("有 {count} 处问题要看一看", count=len(left.problems))
        if left.problems
        else say("没有发现问题")
    )
    hints = say("，另有 {count} 条提示", count=len(left.hints)) if left.hints else ""
    blank = (
        say("还有 {count} 项待填，待填的不会印出来", count=gaps) if gaps else say("要填的都填好了")
    )
    return say("{found}{hints}；{blank}。", found=found, hints=hints, blank=blank)
