"""A key in 查找: what the UI thread works from the key until it is idle again, painting too."""

from collections.abc import Iterator
from statistics import quantiles
from time import thread_time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.panels import FindPanel
from ui.window import SummaryWizard

WORDS = ("第3项", "12", "乙", "工作", "不在里面")
ROUNDS = 20
# Seconds of the UI thread, at the 95th percentile.
PROMISED = 0.008


def report_finding(wizard: SummaryWizard) -> str:
    """The row of the report, measured in a window that is open on a big draft."""
    wizard.panels.show_find()
    QApplication.processEvents()
    seconds = list(_keys(wizard.panels.find))
    wizard.panels.find.leave()
    slow = quantiles(seconds, n=20)[-1]
    verdict = "ok" if slow <= PROMISED else "OVER"
    limit = f"(<= {PROMISED * 1000:.0f} ms) {verdict}"
    return f"{'a key in 查找, 95th percentile':<56} {slow * 1000:9.2f} ms{'':>23}{limit}"


def _keys(panel: FindPanel) -> Iterator[float]:
    """The time of each key: words are typed letter by letter and taken back."""
    for _ in range(ROUNDS):
        for word in WORDS:
            for end in (*range(1, len(word) + 1), *range(len(word) - 1, -1, -1)):
                begun = thread_time()
                panel.words.setText(word[:end])
                QApplication.processEvents()
                yield thread_time() - begun
            QTest.keyClick(panel.words, Qt.Key.Key_Down)
