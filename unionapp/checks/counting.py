"""How much is still open: counted here alone, so that every page says the same number."""

from collections.abc import Collection
from dataclasses import dataclass

from unionapp.checks.explanations import unexplained
from unionapp.checks.finding import Finding, Severity
from unionapp.figures import Figures


@dataclass(frozen=True, slots=True)
class Open:
    """What nobody has mended or explained: problems (问题), and apart from them hints (提示).

    A hint is told where the findings are looked through; it makes no draft a faulty one.
    """

    problems: tuple[Finding, ...]
    hints: tuple[Finding, ...]

    def told_place(self, finding: Finding) -> str:
        """Which of how many of its sort one of them is."""
        if finding in self.hints:
            return f"第 {self.hints.index(finding) + 1} 条，共 {len(self.hints)} 条提示"
        return f"第 {self.problems.index(finding) + 1} 处，共 {len(self.problems)} 处问题"


def still_open(figures: Figures, found: Collection[Finding]) -> Open:
    """What of the findings is still open, in order."""
    left = unexplained(figures, found)
    return Open(
        tuple(each for each in left if each.severity is not Severity.HINT),
        tuple(each for each in left if each.severity is Severity.HINT),
    )
